/* SPDX-License-Identifier: MIT */
/* What is found in an answer's text, as reveal and answer show it. */
#include <string.h>

#include "past.h"
#include "scene.h"
#include "stage.h"

static const char story[] =
    "Um, I worked with ops. I decided to cut the scope. It improved customer "
    "sentiment.";

/* At the reveal of the text. */
static void
reveal(const char *text)
{
	scene_rate(text);
	scene_judge("4444", 'y');
	stage_resize(60, STAGE_COLS);
}

static void
open_past(const char *text, const char *company)
{
	past_add(&(struct past){.days_ago = 1,
	    .ratings = "4444",
	    .text = text,
	    .company = company});
	stage_open(&answer_screen, "past-answer-1");
	stage_resize(60, STAGE_COLS);
}

static void
reveal_tells_what_to_fix_behind_the_verdict(void **state)
{
	const char *screen, *verdict, *notes, *missing, *own;

	(void)state;
	reveal(story);
	assert_sees("Notes on the text (hints, not a rating)");
	assert_sees("- No figure found: a claim without a number is noise.");
	assert_sees("- Vague claims 1: \"improved customer sentiment\". A "
		    "feeling about users; which metric showed it?");
	assert_sees("- Shared work 1, own decisions 1 (I 2, we 0): \"worked "
		    "with\". Hides what you did; say your own part.");
	assert_sees("- Fillers 1: \"Um\".");
	assert_sees_not("Hedges");
	assert_sees("15 words, 15 words a minute.");
	screen = stage_text();
	verdict = strstr(screen, "Overall 4.00");
	notes = strstr(screen, "Notes on the text");
	missing = strstr(screen, "- Seems missing: ");
	own = strstr(screen, "+ Own decisions 1: \"I decided\".");
	assert_true(verdict != NULL && notes > verdict && missing > notes);
	assert_true(own > missing);
}

static void
missing_sections_have_their_labels(void **state)
{
	(void)state;
	reveal("Result: churn fell by 12 points. I led it.");
	assert_sees("- Seems missing: Situation, Task.");
	assert_sees("+ Figures 1: \"12 points\".");
	assert_sees_not("No figure found");
}

static void
reveal_marks_the_text_with_labels_and_reasons(void **state)
{
	(void)state;
	reveal(story);
	assert_sees(
	    "Um [filler], I worked with [shared] ops. I decided [own] "
	    "to cut the scope. It improved customer sentiment [vague].");
	assert_sees("[vague] A feeling about users; which metric showed it?");
	assert_sees("[own] A decision with your name on it");
	assert_int_equal(stage_role("worked with [shared]"), ROLE_WARN);
	assert_int_equal(stage_role("I decided [own]"), ROLE_ACCENT);
	assert_int_equal(stage_role("[shared] ops"), ROLE_DIM);
	assert_int_equal(stage_role(" to cut"), ROLE_TEXT);
}

static void
findings_change_no_rating(void **state)
{
	(void)state;
	scene_rate("Um, maybe it kind of went well, to be honest.");
	scene_judge("5555", 'y');
	assert_sees("Overall 5.00 of 5: strong hire");
	assert_sees("Notes on the text");
}

static void
an_empty_text_has_no_notes(void **state)
{
	(void)state;
	reveal("");
	assert_sees("(no text)");
	assert_sees_not("Notes on the text");
}

static void
a_past_answer_is_marked_the_same(void **state)
{
	(void)state;
	open_past(story, NULL);
	assert_sees("- Vague claims 1: \"improved customer sentiment\".");
	assert_sees("15 words, 9 words a minute.");
	assert_sees("I worked with [shared] ops.");
	assert_sees("[filler] A sound in place of a pause");
}

static void
chinese_is_marked(void **state)
{
	(void)state;
	open_past("我拍板砍掉了三个功能，留存提升了12%。", NULL);
	assert_sees("我拍板 [own]");
	assert_sees("12% [figure]");
}

static void
products_are_those_of_the_answers_company(void **state)
{
	(void)state;
	open_past("It fits Mi Home and WeChat.", "xiaomi");
	assert_sees("It fits Mi Home [ecosystem] and WeChat.");
	stage_key('q');
	past_add(&(struct past){.days_ago = 2,
	    .ratings = "4444",
	    .text = "It fits Mi Home and WeChat.",
	    .company = "tencent"});
	stage_open(&answer_screen, "past-answer-2");
	assert_sees("It fits Mi Home and WeChat [ecosystem].");
}

static void
a_private_answer_shows_none_of_it(void **state)
{
	(void)state;
	stage_desk()->private = true;
	open_past(story, NULL);
	assert_sees("(hidden by --private)");
	assert_sees_not("worked with");
	assert_sees_not("customer sentiment");
	assert_sees_not("Notes on the text");
	assert_sees_not("[vague]");
}

static void
private_replies_to_probes_are_hidden_too(void **state)
{
	struct plan plan = scene_plan();
	struct kept kept;

	(void)state;
	plan.probes = 1;
	scene_practise(&plan);
	stage_keys("what I said");
	scene_done();
	stage_keys("what I replied");
	scene_done();
	stage_key('\n');
	scene_judge("4444", 'y');
	kept_load(&kept);
	stage_open(&answer_screen, kept.rows[0].answer.id);
	assert_sees("what I replied");
	stage_key('q');
	stage_desk()->private = true;
	stage_open(&answer_screen, kept.rows[0].answer.id);
	assert_screen("answer");
	assert_sees_not("what I replied");
	kept_release(&kept);
}

static void
the_notes_scroll_on_the_smallest_screen(void **state)
{
	(void)state;
	scene_rate(story);
	scene_judge("4444", 'y');
	stage_resize(APP_MIN_ROWS, APP_MIN_COLS);
	assert_sees("Overall 4.00 of 5: hire");
	for (int i = 0; i < 40 && !stage_sees("worked with [shared]"); i++)
		stage_key('j');
	assert_sees("worked with [shared]");
	stage_key('G');
	assert_sees("[filler] A sound in place of a pause");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_STAGE(reveal_tells_what_to_fix_behind_the_verdict),
	    ON_STAGE(missing_sections_have_their_labels),
	    ON_STAGE(reveal_marks_the_text_with_labels_and_reasons),
	    ON_STAGE(findings_change_no_rating),
	    ON_STAGE(an_empty_text_has_no_notes),
	    ON_STAGE(a_past_answer_is_marked_the_same),
	    ON_STAGE(chinese_is_marked),
	    ON_STAGE(products_are_those_of_the_answers_company),
	    ON_STAGE(a_private_answer_shows_none_of_it),
	    ON_STAGE(private_replies_to_probes_are_hidden_too),
	    ON_STAGE(the_notes_scroll_on_the_smallest_screen),
	};

	return cmocka_run_group_tests_name("findings", tests, NULL, NULL);
}
