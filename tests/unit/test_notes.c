/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "lexicon_fixture.h"
#include "unit.h"

#include "base/str.h"
#include "core/notes.h"

static struct lexicon *lexicon;

static int
set_up(void **state)
{
	(void)state;
	lexicon = built_in_lexicon("xiaomi");
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	lexicon_free(lexicon);
	return 0;
}

/* The text with its marks in it: `{worked with}[shared]`. */
static char *
marked(const char *text, const struct analysis *analysis)
{
	struct str out = STR_INIT;
	struct mark *marks;
	size_t n = marks_make(analysis, &marks), at = 0;

	for (size_t i = 0; i < n; i++) {
		assert_true(marks[i].at >= at);
		str_addn(&out, text + at, marks[i].at - at);
		at = marks[i].at + marks[i].n;
		if (marks[i].n > 0)
			str_addf(&out, "{%.*s}", (int)marks[i].n,
			    text + marks[i].at);
		if (marks[i].ends)
			str_addf(&out, "[%s]", finding_label(marks[i].kind));
	}
	str_add(&out, text + at);
	free(marks);
	return str_detach(&out);
}

static void
assert_text_marked(const char *text, const char *expected)
{
	struct analysis analysis;
	char *found;

	analyse(&analysis, text, strlen(text), lexicon, NULL);
	found = marked(text, &analysis);
	assert_string_equal(found, expected);
	free(found);
	analysis_release(&analysis);
}

/* Findings as given, over a text of digits that are their own positions. */
static void
assert_findings_marked(
    const struct finding *findings, size_t n, const char *expected)
{
	struct finding copies[8];
	struct analysis analysis = {.findings = copies, .n = n};
	char *found;

	assert_true(n <= 8);
	memcpy(copies, findings, n * sizeof(*findings));
	found = marked("0123456789", &analysis);
	assert_string_equal(found, expected);
	free(found);
}

static void
what_is_found_is_marked_with_its_label(void **state)
{
	(void)state;
	assert_text_marked(
	    "I worked with ops.", "I {worked with}[shared] ops.");
	assert_text_marked("It took 12 weeks.", "It took {12 weeks}[figure].");
	assert_text_marked("Nothing here.", "Nothing here.");
	assert_text_marked("", "");
}

static void
of_those_that_overlap_the_more_useful_shows(void **state)
{
	static const struct finding inside[] = {
	    {FINDING_QUESTION, 0, 9, ""},
	    {FINDING_METRIC, 3, 2, ""},
	};
	static const struct finding around[] = {
	    {FINDING_METRIC, 0, 9, ""},
	    {FINDING_FILLER, 3, 2, ""},
	};
	static const struct finding across[] = {
	    {FINDING_HEDGE, 1, 4, ""},
	    {FINDING_VAGUE, 3, 5, ""},
	};

	(void)state;
	assert_findings_marked(inside, 2, "{012}{34}[figure]{5678}[question]9");
	assert_findings_marked(around, 2, "{012}{34}[filler]{5678}[figure]9");
	assert_findings_marked(across, 2, "0{12}{34}[hedge]{567}[vague]89");
}

static void
every_finding_has_its_label(void **state)
{
	static const struct finding same[] = {
	    {FINDING_TEST, 2, 3, ""},
	    {FINDING_OWNERSHIP, 2, 3, ""},
	    {FINDING_FILLER, 5, 1, ""},
	};

	(void)state;
	assert_findings_marked(same, 3, "01{234}[own][test]{5}[filler]6789");
}

static void
kinds_stand_in_their_order_once(void **state)
{
	bool seen[FINDING_KINDS] = {false};

	(void)state;
	for (int i = 0; i < FINDING_KINDS; i++) {
		assert_false(seen[kinds_by_use[i]]);
		seen[kinds_by_use[i]] = true;
		assert_non_null(finding_label(kinds_by_use[i]));
	}
}

static char keys[][8] = {"star", "task", "action", "result"};
static char labels[][8] = {"Task", "Action", "Result"};
static const struct rubric star = {
    .key = keys[0],
    .n = 3,
    .signals = {{.key = keys[1], .label = labels[0]},
	{.key = keys[2], .label = labels[1]},
	{.key = keys[3], .label = labels[2]}},
};

static char *
joined(const struct notes *notes)
{
	struct str out = STR_INIT;

	for (size_t i = 0; i < notes->n; i++)
		str_addf(&out, "%s\n", notes->at[i].text);
	return str_detach(&out);
}

static void
assert_notes_in(bool spoken, const char *text, double answer_s,
    const struct rubric *rubric, const char *expected)
{
	struct analysis analysis;
	struct notes notes;
	char *lines;

	analyse(&analysis, text, strlen(text), lexicon, rubric);
	notes_make(&notes, &analysis, text, answer_s, spoken);
	lines = joined(&notes);
	assert_string_equal(lines, expected);
	free(lines);
	notes_release(&notes);
	analysis_release(&analysis);
}

static void
assert_notes(const char *text, double answer_s, const struct rubric *rubric,
    const char *expected)
{
	assert_notes_in(false, text, answer_s, rubric, expected);
}

static void
what_to_fix_first_stands_first(void **state)
{
	(void)state;
	assert_notes(
	    "We worked with ops and it was kind of hard. Um, I led the "
	    "team. Later that improved customer sentiment.",
	    0, &star,
	    "Seems missing: Task, Result.\n"
	    "No figure found: a claim without a number is noise.\n"
	    "Vague claims 1: \"improved customer sentiment\". A feeling about "
	    "users; which metric showed it?\n"
	    "Shared work 1, own decisions 1 (I 1, we 1): \"worked with\". "
	    "Hides what you did; say your own part.\n"
	    "Hedges 1: \"kind of\". Softens the claim; say it or drop it.\n"
	    "Fillers 1: \"Um\". A sound in place of a pause; stay silent "
	    "instead.\n"
	    "Own decisions 1: \"I led\".\n"
	    "20 words.\n");
}

static void
what_is_good_is_told_too(void **state)
{
	(void)state;
	assert_notes(
	    "I cut churn from 4.1 % to 3.2 % in 6 weeks. We ran an A/B "
	    "test on HyperOS.",
	    60, NULL,
	    "Figures 2: \"from 4.1 % to 3.2 %\", \"6 weeks\".\n"
	    "Own decisions 1 (I 1, we 1): \"I cut\".\n"
	    "Also found: test 1, ecosystem 1.\n"
	    "18 words, 18 words a minute.\n");
}

static void
only_the_first_words_are_shown_and_each_once(void **state)
{
	(void)state;
	assert_notes("Um, um, basically you know, um, at the end of the day it "
		     "went like this, to be honest, 20 %.",
	    0, NULL,
	    "Fillers 7: \"Um\", \"basically\", \"you know\" and more. A sound "
	    "in "
	    "place of a pause; stay silent instead.\n"
	    "Figures 1: \"20 %\".\n"
	    "20 words.\n");
}

static void
we_without_an_own_decision_is_told(void **state)
{
	(void)state;
	assert_notes("We felt 3 % more.", 0, NULL,
	    "No own decision found (I 0, we 1): say which part was yours.\n"
	    "Figures 1: \"3 %\".\n"
	    "4 words.\n");
}

static void
words_over_two_lines_are_told_in_one(void **state)
{
	(void)state;
	assert_notes("I worked\n  with ops, 5 % more.", 0, NULL,
	    "Shared work 1, own decisions 0 (I 1, we 0): \"worked with\". "
	    "Hides what you did; say your own part.\n"
	    "Figures 1: \"5 %\".\n"
	    "6 words.\n");
}

static void
the_pace_is_told_where_the_time_is_known(void **state)
{
	(void)state;
	assert_notes("20 %", 0, NULL, "Figures 1: \"20 %\".\n1 word.\n");
	assert_notes("20 %", 90, NULL,
	    "Figures 1: \"20 %\".\n1 word, 1 words a minute.\n");
	assert_notes("20 %", 2, NULL, "Figures 1: \"20 %\".\n1 word.\n");
}

static void
notes_to_a_spoken_answer_have_no_pace(void **state)
{
	(void)state;
	assert_notes_in(true, "20 %", 90, NULL,
	    "Figures 1: \"20 %\".\n"
	    "1 word of notes; a transcript would tell the pace.\n");
	assert_notes_in(
	    true, "20 %", 2, NULL, "Figures 1: \"20 %\".\n1 word.\n");
	assert_notes_in(true,
	    "We cut it by 20 % in a few weeks and kept it there for all of "
	    "a year.",
	    12, NULL,
	    "No own decision found (I 0, we 1): say which part was yours.\n"
	    "Figures 1: \"20 %\".\n"
	    "18 words, 90 words a minute.\n");
}

static void
no_word_has_no_notes(void **state)
{
	(void)state;
	assert_notes("", 60, &star, "");
	assert_notes(" \n...", 60, &star, "");
}

static void
each_reason_is_told_once_by_kind(void **state)
{
	const char *text = "Um, I worked with ops. Um, we helped, it went up.";
	struct analysis analysis;
	struct notes notes;
	char *lines;

	(void)state;
	analyse(&analysis, text, strlen(text), lexicon, NULL);
	notes_reasons(&notes, &analysis);
	lines = joined(&notes);
	assert_string_equal(lines,
	    "[shared] Hides what you did; say your own part\n"
	    "[shared] Sounds like support; say what you decided\n"
	    "[filler] A sound in place of a pause; stay silent instead\n");
	free(lines);
	notes_release(&notes);
	analysis_release(&analysis);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_found_is_marked_with_its_label),
	    cmocka_unit_test(of_those_that_overlap_the_more_useful_shows),
	    cmocka_unit_test(every_finding_has_its_label),
	    cmocka_unit_test(kinds_stand_in_their_order_once),
	    cmocka_unit_test(what_to_fix_first_stands_first),
	    cmocka_unit_test(what_is_good_is_told_too),
	    cmocka_unit_test(only_the_first_words_are_shown_and_each_once),
	    cmocka_unit_test(we_without_an_own_decision_is_told),
	    cmocka_unit_test(words_over_two_lines_are_told_in_one),
	    cmocka_unit_test(the_pace_is_told_where_the_time_is_known),
	    cmocka_unit_test(notes_to_a_spoken_answer_have_no_pace),
	    cmocka_unit_test(no_word_has_no_notes),
	    cmocka_unit_test(each_reason_is_told_once_by_kind),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("notes", tests, set_up, tear_down);
}
