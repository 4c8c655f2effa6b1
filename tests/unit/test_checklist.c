/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "unit.h"

#include "core/checklist.h"

static const struct {
	enum check check;
	const char *name;
} checks[] = {
    {CHECK_STORIES_WITH_METRIC, "stories-with-metric"},
    {CHECK_STORIES_IN_TIME, "stories-in-time"},
    {CHECK_PEER_DEBRIEF, "peer-debrief"},
    {CHECK_PRACTICE_SYSTEM, "practice-system"},
    {CHECK_LEARNING_LOOP, "learning-loop"},
    {CHECK_SELF, "self"},
};

static void
checks_have_names(void **state)
{
	enum check check;

	(void)state;
	assert_int_equal(sizeof(checks) / sizeof(checks[0]), CHECK_COUNT);
	for (int i = 0; i < CHECK_COUNT; i++) {
		assert_true(check_parse(checks[i].name, &check));
		assert_int_equal(check, checks[i].check);
	}
	assert_false(check_parse("Self", &check));
	assert_false(check_parse("", &check));
}

static void
all_names_stand_in_one_text(void **state)
{
	struct str names = STR_INIT;

	(void)state;
	check_names(&names);
	assert_string_equal(names.s,
	    "stories-with-metric, stories-in-time, peer-debrief, "
	    "practice-system, learning-loop, self");
	str_release(&names);
}

/* What is counted goes by the number, what is ticked by the tick. */
static const struct {
	enum check check;
	int need, found;
	bool ticked, done;
	int have;
} cases[] = {
    {CHECK_LEARNING_LOOP, 1, 0, false, false, 0},
    {CHECK_LEARNING_LOOP, 1, 1, false, true, 1},
    {CHECK_STORIES_WITH_METRIC, 3, 2, false, false, 2},
    {CHECK_STORIES_WITH_METRIC, 3, 2, true, false, 2},
    {CHECK_STORIES_WITH_METRIC, 3, 3, false, true, 3},
    {CHECK_STORIES_WITH_METRIC, 3, 7, false, true, 3},
    {CHECK_SELF, 0, 0, false, false, 0},
    {CHECK_SELF, 0, 0, true, true, 0},
    {CHECK_SELF, 0, 5, false, false, 0},
};

static void
what_is_enough_is_done(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const struct checklist_item item = {
		    .check = cases[i].check, .need = cases[i].need};
		struct checklist_state found =
		    checklist_state(&item, cases[i].found, cases[i].ticked);

		assert_int_equal(found.done, cases[i].done);
		assert_int_equal(found.have, cases[i].have);
	}
}

static const struct {
	enum check check;
	int need, have;
	bool done;
	const char *text, *brief;
} texts[] = {
    {CHECK_STORIES_WITH_METRIC, 3, 2, false, "2 of 3 stories with a number",
	"2 of 3"},
    {CHECK_STORIES_WITH_METRIC, 1, 0, false, "0 of 1 story with a number",
	"0 of 1"},
    {CHECK_STORIES_IN_TIME, 3, 1, false, "1 of 3 stories told in under 3:00",
	"1 of 3"},
    {CHECK_PEER_DEBRIEF, 1, 1, true, "1 of 1 mock rated in full by a peer",
	"1 of 1"},
    {CHECK_PRACTICE_SYSTEM, 4, 0, false,
	"0 of 4 clean mocks in the last 14 days", "0 of 4"},
    {CHECK_LEARNING_LOOP, 2, 1, false, "1 of 2 learning loops at hire",
	"1 of 2"},
    {CHECK_SELF, 0, 0, false, "not ticked off yet", ""},
    {CHECK_SELF, 0, 0, true, "ticked off", ""},
};

static void
how_far_it_is_stands_in_words(void **state)
{
	const struct rules rules = rules_built_in();

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		const struct checklist_item item = {
		    .check = texts[i].check, .need = texts[i].need};
		const struct checklist_state found = {
		    .done = texts[i].done, .have = texts[i].have};
		char text[CHECKLIST_TEXT], brief[CHECKLIST_BRIEF];

		checklist_text(text, &rules, &item, &found);
		assert_string_equal(text, texts[i].text);
		checklist_brief(brief, &item, &found);
		assert_string_equal(brief, texts[i].brief);
	}
}

static void
the_words_follow_the_rules(void **state)
{
	const struct checklist_item told = {
	    .check = CHECK_STORIES_IN_TIME, .need = 2};
	const struct checklist_item mocks = {
	    .check = CHECK_PRACTICE_SYSTEM, .need = 1};
	const struct checklist_state nothing = {0};
	struct rules rules = rules_built_in();
	char text[CHECKLIST_TEXT];

	(void)state;
	assert_true(rules_set(&rules, "story_s", 90));
	assert_true(rules_set(&rules, "practice_days", 1));
	checklist_text(text, &rules, &told, &nothing);
	assert_string_equal(text, "0 of 2 stories told in under 1:30");
	checklist_text(text, &rules, &mocks, &nothing);
	assert_string_equal(text, "0 of 1 clean mock in the last 1 day");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(checks_have_names),
	    cmocka_unit_test(all_names_stand_in_one_text),
	    cmocka_unit_test(what_is_enough_is_done),
	    cmocka_unit_test(how_far_it_is_stands_in_words),
	    cmocka_unit_test(the_words_follow_the_rules),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("checklist", tests, NULL, NULL);
}
