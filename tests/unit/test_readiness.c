/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "unit.h"

#include "core/readiness.h"

enum { MOST = 32 };

/*
 * A letter a mock, the oldest first: S strong hire, H hire, I re-interview,
 * R reject, all clean; small letters are not clean; - was not rated.
 */
static struct readiness
readiness_after(const struct rules *rules, const char *course)
{
	static const struct {
		char letter;
		enum verdict verdict;
	} verdicts[] = {
	    {'s', VERDICT_STRONG_HIRE},
	    {'h', VERDICT_HIRE},
	    {'i', VERDICT_REINTERVIEW},
	    {'r', VERDICT_REJECT},
	    {'-', VERDICT_NONE},
	};
	struct mock mocks[MOST] = {0};
	int n = (int)strlen(course);

	for (int i = 0; i < n; i++) {
		mocks[i].clean = strchr("SHIR", course[i]) != NULL;
		for (size_t v = 0; v < sizeof(verdicts) / sizeof(*verdicts);
		     v++)
			if (verdicts[v].letter == (course[i] | ' '))
				mocks[i].verdict = verdicts[v].verdict;
	}
	return readiness_of(rules, mocks, n);
}

static const struct {
	const char *course;
	enum readiness_state state;
	int run, needed;
} courses[] = {
    {"", READINESS_NOT_YET, 0, 4},
    {"H", READINESS_NOT_YET, 1, 3},
    {"HH", READINESS_NOT_YET, 2, 2},
    {"HSH", READINESS_PROVISIONAL, 3, 1},
    {"HHHH", READINESS_READY, 4, 0},
    {"HHHHSS", READINESS_READY, 6, 0},
    {"RIHHHH", READINESS_READY, 4, 0},
    {"HHHHI", READINESS_NOT_YET, 0, 4},
    {"HHHHR", READINESS_NOT_YET, 0, 4},
    {"HHIHHH", READINESS_PROVISIONAL, 3, 1},
    /* What is not clean neither counts nor breaks the run. */
    {"hhhh", READINESS_NOT_YET, 0, 4},
    {"HHrHi-H", READINESS_READY, 4, 0},
    {"HHsH", READINESS_PROVISIONAL, 3, 1},
    {"rrrr", READINESS_NOT_YET, 0, 4},
};

static void
the_present_run_of_clean_mocks_decides(void **state)
{
	struct rules rules = rules_built_in();

	(void)state;
	for (size_t i = 0; i < sizeof(courses) / sizeof(courses[0]); i++) {
		struct readiness found =
		    readiness_after(&rules, courses[i].course);

		if (found.clean_in_row != courses[i].run)
			print_error("%s\n", courses[i].course);
		assert_int_equal(found.state, courses[i].state);
		assert_int_equal(found.clean_in_row, courses[i].run);
		assert_int_equal(found.needed, courses[i].needed);
	}
}

static void
the_rules_say_how_many(void **state)
{
	struct rules rules = rules_built_in();
	struct readiness found;

	(void)state;
	assert_true(rules_set(&rules, "ready_run", 2));
	assert_true(rules_set(&rules, "provisional_run", 1));
	found = readiness_after(&rules, "H");
	assert_int_equal(found.state, READINESS_PROVISIONAL);
	assert_int_equal(found.needed, 1);
	assert_int_equal(readiness_after(&rules, "HH").state, READINESS_READY);
}

static void
assert_text(
    const char *course, const char *round, bool by_peers, const char *expected)
{
	struct rules rules = rules_built_in();
	struct readiness readiness = readiness_after(&rules, course);
	char text[READINESS_TEXT];

	readiness_text(text, &readiness, round, by_peers);
	assert_string_equal(text, expected);
}

static void
what_is_missing_is_one_sentence(void **state)
{
	(void)state;
	assert_text("HH", "behavioural", false,
	    "2 more clean behavioural mocks at hire");
	assert_text("HHH", "product-sense", true,
	    "1 more clean product-sense mock at hire");
	assert_text("", "", false, "4 more clean mocks at hire");
}

/* People misjudge themselves, and a self-rated "ready" must say so. */
static void
whoever_finds_himself_ready_is_warned(void **state)
{
	struct readiness ready = {.state = READINESS_READY};
	char text[READINESS_TEXT];

	(void)state;
	readiness_text(text, &ready, "behavioural", false);
	assert_non_null(strstr(text, "your own ratings"));
	assert_non_null(strstr(text, "mislead"));
	assert_non_null(strstr(text, "about 0.2"));
	assert_true(strlen(text) < READINESS_TEXT - 1);
	readiness_text(text, &ready, "behavioural", true);
	assert_string_equal(text, "by the ratings of your peers");
}

static void
assert_brief(
    const char *course, bool by_peers, const char *run, const char *brief)
{
	struct rules rules = rules_built_in();
	struct readiness readiness = readiness_after(&rules, course);
	char text[READINESS_BRIEF];

	readiness_run(text, &readiness);
	assert_string_equal(text, run);
	readiness_brief(text, &readiness, by_peers);
	assert_string_equal(text, brief);
}

static void
a_row_has_it_in_few_words(void **state)
{
	(void)state;
	assert_brief("", false, "clean 0 of 4", "4 more at hire");
	assert_brief("HHH", true, "clean 3 of 4", "1 more at hire");
	assert_brief("HHHH", false, "clean 4 in a row", "self-rated only");
	assert_brief("HHHHHH", true, "clean 6 in a row", "peer-rated");
}

static void
states_have_names(void **state)
{
	(void)state;
	assert_string_equal(readiness_name(READINESS_READY), "ready");
	assert_string_equal(
	    readiness_name(READINESS_PROVISIONAL), "provisional");
	assert_string_equal(readiness_name(READINESS_NOT_YET), "not yet");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_present_run_of_clean_mocks_decides),
	    cmocka_unit_test(the_rules_say_how_many),
	    cmocka_unit_test(what_is_missing_is_one_sentence),
	    cmocka_unit_test(whoever_finds_himself_ready_is_warned),
	    cmocka_unit_test(a_row_has_it_in_few_words),
	    cmocka_unit_test(states_have_names),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("readiness", tests, NULL, NULL);
}
