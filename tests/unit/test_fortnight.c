/* SPDX-License-Identifier: MIT */
/* Better than two weeks ago? */
#include "unit.h"

#include "core/fortnight.h"

enum { DAY = 86400, NOW = 1000 * DAY, ENOUGH = 5 };

static void
a_value_counts_where_its_time_falls(void **state)
{
	static const struct {
		int64_t age_s;
		int now, before;
	} cases[] = {
	    {-1, 0, 0}, /* the future */
	    {0, 1, 0},
	    {14 * DAY, 1, 0},
	    {14 * DAY + 1, 0, 1},
	    {28 * DAY, 0, 1},
	    {28 * DAY + 1, 0, 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct fortnight fortnight = {.now_s = NOW};

		fortnight_add(&fortnight, NOW - cases[i].age_s, 3);
		assert_int_equal(fortnight.now.n, cases[i].now);
		assert_int_equal(fortnight.before.n, cases[i].before);
	}
}

/* The values of either side, a day apart. */
static struct fortnight
fortnight_of(const char *before, const char *now)
{
	struct fortnight fortnight = {.now_s = NOW};

	for (int i = 0; before[i] != '\0'; i++)
		fortnight_add(
		    &fortnight, NOW - (int64_t)(15 + i) * DAY, before[i] - '0');
	for (int i = 0; now[i] != '\0'; i++)
		fortnight_add(&fortnight, NOW - (int64_t)i * DAY, now[i] - '0');
	return fortnight;
}

/* The intervals were worked out apart from the program, with quantiles of t
 * from the incomplete beta function. */
static void
the_sentence_says_whether_it_is_noise(void **state)
{
	static const struct {
		const char *before, *now, *text;
	} cases[] = {
	    {"22323", "44343",
		"Last 14 days: better. 3.60 (n 5), before 2.40 (n 5); "
		"+0.40 to +2.00"},
	    {"44343", "22323",
		"Last 14 days: worse. 2.40 (n 5), before 3.60 (n 5); "
		"-2.00 to -0.40"},
	    {"24242", "34243",
		"Last 14 days: no clear change. 3.20 (n 5), before 2.80 "
		"(n 5); -1.04 to +1.84"},
	    {"4444", "11111",
		"Last 14 days: too few to tell. 1.00 (n 5), before 4.00 "
		"(n 4); 5 of each tell"},
	    {"44444", "111",
		"Last 14 days: too few to tell. 1.00 (n 3), before 4.00 "
		"(n 5); 2 more will tell"},
	    {"", "",
		"Last 14 days: too few to tell. - (n 0), before - (n 0); "
		"5 of each tell"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct fortnight fortnight =
		    fortnight_of(cases[i].before, cases[i].now);
		char text[FORTNIGHT_TEXT];

		fortnight_text(&fortnight, ENOUGH, text);
		assert_string_equal(text, cases[i].text);
	}
}

static void
what_changed_is_named_and_the_rest_counted(void **state)
{
	const struct fortnight_part parts[] = {
	    {"Same", fortnight_of("24242", "34243")},
	    {"Risen", fortnight_of("22323", "44343")},
	    {"Soared", fortnight_of("11111", "55555")},
	    {"None", fortnight_of("", "")},
	    {"Fallen", fortnight_of("44343", "22323")},
	    {"Crashed", fortnight_of("55555", "11111")},
	    {"Few", fortnight_of("", "1")},
	    {"Fewer", fortnight_of("5", "1")},
	};
	const int n = sizeof(parts) / sizeof(parts[0]);
	struct str text = STR_INIT;

	(void)state;
	assert_int_equal(
	    fortnight_parts(parts, n, ENOUGH, &text), CONTRAST_LOWER);
	assert_string_equal(text.s,
	    "worse Crashed -4.00, Fallen -1.20; better Soared +4.00, Risen "
	    "+1.20; 1 unclear, 2 too few to tell");
	str_clear(&text);
	assert_int_equal(
	    fortnight_parts(parts, 2, ENOUGH, &text), CONTRAST_HIGHER);
	assert_string_equal(text.s, "better Risen +1.20; 1 unclear");
	str_clear(&text);
	assert_int_equal(
	    fortnight_parts(&parts[6], 2, ENOUGH, &text), CONTRAST_FEW);
	assert_string_equal(text.s, "2 too few to tell");
	str_clear(&text);
	fortnight_parts(&parts[3], 1, ENOUGH, &text);
	assert_string_equal(text.s, "");
	str_release(&text);
}

static void
what_it_takes_to_tell_is_said(void **state)
{
	const struct fortnight_part parts[] = {
	    {"Strategy", fortnight_of("44444", "22")},
	    {"Product sense", fortnight_of("44444", "222")},
	    {"Result", fortnight_of("44444", "2222")},
	    {"Action", fortnight_of("4444", "22222")},
	};
	const struct {
		struct fortnight_group rounds, signals;
		const char *text;
	} cases[] = {
	    {{parts, 2}, {&parts[3], 1},
		"By round and signal too early to tell: 2 more sessions of "
		"Product sense will tell"},
	    {{parts, 2}, {&parts[2], 2},
		"By round and signal too early to tell: 1 more session with "
		"Result will tell"},
	    {{&parts[2], 1}, {&parts[2], 1},
		"By round and signal too early to tell: 1 more session of "
		"Result will tell"},
	    {{parts, 1}, {NULL, 0},
		"By round too early to tell: 3 more sessions of Strategy will "
		"tell"},
	    {{NULL, 0}, {&parts[3], 1},
		"By signal too early to tell: 5 sessions of one in each 14 "
		"days tell"},
	    {{NULL, 0}, {NULL, 0}, ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct str text = STR_INIT;

		fortnight_early(
		    &cases[i].rounds, &cases[i].signals, ENOUGH, &text);
		assert_string_equal(text.s, cases[i].text);
		str_release(&text);
	}
}

static void
few_cells_hold_the_verdict_and_the_difference(void **state)
{
	struct fortnight fortnight = fortnight_of("22323", "44343");
	char text[FORTNIGHT_TEXT];

	(void)state;
	fortnight_brief(&fortnight, ENOUGH, text);
	assert_string_equal(text, "14 days: better, +1.20 (n 5/5)");
	fortnight = fortnight_of("", "4");
	fortnight_brief(&fortnight, ENOUGH, text);
	assert_string_equal(text, "14 days: too few to tell (n 1/0)");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_value_counts_where_its_time_falls),
	    cmocka_unit_test(the_sentence_says_whether_it_is_noise),
	    cmocka_unit_test(what_changed_is_named_and_the_rest_counted),
	    cmocka_unit_test(what_it_takes_to_tell_is_said),
	    cmocka_unit_test(few_cells_hold_the_verdict_and_the_difference),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
