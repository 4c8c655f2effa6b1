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

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_value_counts_where_its_time_falls),
	    cmocka_unit_test(the_sentence_says_whether_it_is_noise),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
