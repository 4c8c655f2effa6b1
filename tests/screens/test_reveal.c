/* SPDX-License-Identifier: MIT */
/* What the panel would say of the answer that was just rated. */
#include <string.h>

#include "past.h"
#include "scene.h"
#include "stage.h"

/* Ratings of star, whose weights are 1, 2, 3 and 4. */
static void
reveal(const char *ratings, char metric)
{
	scene_rate("what I said");
	scene_judge(ratings, metric);
}

static void
assert_kept_verdict(enum verdict verdict, unsigned caps)
{
	struct kept kept;

	kept_load(&kept);
	assert_int_equal(kept.verdicts[0].judged.verdict, verdict);
	assert_int_equal(kept.verdicts[0].judged.caps, caps);
	kept_release(&kept);
}

static void
each_band_has_its_verdict(void **state)
{
	static const struct {
		const char *ratings, *shown;
		enum verdict verdict;
	} bands[] = {
	    {"5555", "Overall 5.00 of 5: strong hire", VERDICT_STRONG_HIRE},
	    {"4554", "Overall 4.50 of 5: strong hire", VERDICT_STRONG_HIRE},
	    {"5544", "Overall 4.30 of 5: hire", VERDICT_HIRE},
	    {"2343", "Overall 3.20 of 5: re-interview", VERDICT_REINTERVIEW},
	    {"2222", "Overall 2.00 of 5: reject", VERDICT_REJECT},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(bands) / sizeof(bands[0]); i++) {
		reveal(bands[i].ratings, 'y');
		assert_sees(bands[i].shown);
		assert_kept_verdict(bands[i].verdict, 0);
		stage_keys("\n\n");
		stage_wait_s(1);
	}
}

/* 3.5 is 3.5: 2·1 + 3·2 + 5·3 + 3·4 = 35. */
static void
the_bar_itself_passes(void **state)
{
	(void)state;
	reveal("2353", 'y');
	assert_sees("Overall 3.50 of 5: hire");
}

/* One below it: 34. */
static void
just_under_the_bar_does_not_pass(void **state)
{
	(void)state;
	reveal("4243", 'y');
	assert_sees("Overall 3.20 of 5: re-interview");
}

static void
a_single_one_caps_the_verdict(void **state)
{
	(void)state;
	reveal("1555", 'y');
	assert_sees("Overall 4.60 of 5: re-interview");
	assert_sees("a single 1 caps the answer at re-interview");
	assert_sees_not("no measured result caps");
	assert_kept_verdict(VERDICT_REINTERVIEW, CAP_SINGLE_ONE);
}

static void
no_measured_result_caps_the_verdict(void **state)
{
	(void)state;
	reveal("5555", 'n');
	assert_sees("Overall 5.00 of 5: re-interview");
	assert_sees("no measured result caps the answer at re-interview");
	assert_sees("Measured result no");
	assert_kept_verdict(VERDICT_REINTERVIEW, CAP_NO_METRIC);
}

static void
both_caps_are_named(void **state)
{
	(void)state;
	reveal("1555", 'n');
	assert_sees("a single 1 caps");
	assert_sees("no measured result caps");
	assert_kept_verdict(
	    VERDICT_REINTERVIEW, CAP_SINGLE_ONE | CAP_NO_METRIC);
}

static void
a_cap_that_changes_nothing_is_not_named(void **state)
{
	(void)state;
	reveal("1111", 'n');
	assert_sees("Overall 1.00 of 5: reject");
	assert_sees_not("caps the answer");
}

static void
a_rubric_that_needs_no_measured_result_has_no_cap(void **state)
{
	struct plan plan = scene_plan();

	(void)state;
	plan.question = "stage-estimate";
	scene_practise(&plan);
	scene_done();
	stage_key('\n');
	scene_judge("55555", 'n');
	assert_sees("Overall 5.00 of 5: strong hire");
}

static void
the_limiting_signal_is_what_to_fix_next(void **state)
{
	(void)state;
	reveal("4254", 'y');
	assert_sees("Fix this next: Task. What exactly were you responsible");
	assert_sees("Task ##--- 2 < limiting");
}

/* Of equally low ratings the one with the largest weight. */
static void
of_two_low_signals_the_heavier_one_limits(void **state)
{
	(void)state;
	reveal("2323", 'y');
	assert_sees("Fix this next: Action.");
}

static void
the_prediction_stands_beside_the_overall(void **state)
{
	(void)state;
	scene_answer("x");
	scene_done();
	stage_key('5');
	scene_judge("4444", 'y');
	assert_sees("You predicted 5; the difference is -1.00.");
}

static void
times_tell_what_is_kept(void **state)
{
	struct plan plan = scene_plan();

	(void)state;
	plan.think_s = 30;
	scene_practise(&plan);
	stage_wait_s(12);
	stage_key('\n');
	stage_wait_s(SCENE_LIMIT_S + 7);
	scene_done();
	stage_key('\n');
	scene_judge("4444", 'y');
	assert_sees("Time 3:07 of 3:00, 0:12 to think, over by 0:07");
}

static void
a_clean_answer_is_called_so(void **state)
{
	(void)state;
	reveal("4444", 'y');
	assert_sees("clean answer");
	stage_keys("\n\n");
	scene_answer("x");
	stage_wait_s(SCENE_LIMIT_S + 16);
	scene_done();
	stage_key('\n');
	scene_judge("4444", 'y');
	assert_sees_not("clean answer");
}

static void
what_a_strong_answer_holds_is_told_afterwards(void **state)
{
	(void)state;
	scene_rate("what I said");
	assert_sees_not("A number and what changed afterwards.");
	scene_judge("4444", 'y');
	assert_sees("A number and what changed afterwards.");
	stage_key('G');
	assert_sees("Tell me about a failure that you owned.");
	assert_sees("what I said");
}

static void
the_attempt_before_stands_beside(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 9, .ratings = "1111"});
	past_add(&(struct past){.days_ago = 2, .ratings = "3443"});
	reveal("5434", 'y');
	assert_sees("Situation ##### 5 last time 3, up");
	assert_sees("Task ####- 4 last time 4");
	assert_sees("Action ###-- 3 last time 4, down");
	assert_sees("Result ####- 4 last time 3, up");
}

static void
an_attempt_at_another_question_does_not(void **state)
{
	(void)state;
	past_add(&(struct past){
	    .days_ago = 2, .ratings = "3443", .question = "another"});
	reveal("5434", 'y');
	assert_sees_not("last time");
}

static void
a_long_answer_scrolls(void **state)
{
	(void)state;
	scene_answer("");
	for (int i = 0; i < 60; i++)
		stage_keys("line\n");
	stage_keys("the very end");
	scene_done();
	stage_key('\n');
	scene_judge("4444", 'y');
	assert_sees_not("the very end");
	stage_key('G');
	assert_sees("the very end");
	stage_press('j', 50);
	assert_sees("the very end");
	stage_key('g');
	assert_sees("Overall");
}

static void
the_essential_fits_the_smallest_screen(void **state)
{
	(void)state;
	scene_answer("x");
	scene_done();
	stage_key('5');
	scene_judge("1555", 'n');
	stage_resize(APP_MIN_ROWS, APP_MIN_COLS);
	assert_sees("Overall 4.60 of 5: re-interview");
	assert_sees("Fix this next: Situation.");
}

static void
enter_goes_on_to_the_debrief(void **state)
{
	(void)state;
	reveal("4444", 'y');
	stage_key('\n');
	assert_screen("debrief");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_STAGE(each_band_has_its_verdict),
	    ON_STAGE(the_bar_itself_passes),
	    ON_STAGE(just_under_the_bar_does_not_pass),
	    ON_STAGE(a_single_one_caps_the_verdict),
	    ON_STAGE(no_measured_result_caps_the_verdict),
	    ON_STAGE(both_caps_are_named),
	    ON_STAGE(a_cap_that_changes_nothing_is_not_named),
	    ON_STAGE(a_rubric_that_needs_no_measured_result_has_no_cap),
	    ON_STAGE(the_limiting_signal_is_what_to_fix_next),
	    ON_STAGE(of_two_low_signals_the_heavier_one_limits),
	    ON_STAGE(the_prediction_stands_beside_the_overall),
	    ON_STAGE(times_tell_what_is_kept),
	    ON_STAGE(a_clean_answer_is_called_so),
	    ON_STAGE(what_a_strong_answer_holds_is_told_afterwards),
	    ON_STAGE(the_attempt_before_stands_beside),
	    ON_STAGE(an_attempt_at_another_question_does_not),
	    ON_STAGE(a_long_answer_scrolls),
	    ON_STAGE(the_essential_fits_the_smallest_screen),
	    ON_STAGE(enter_goes_on_to_the_debrief),
	};

	return cmocka_run_group_tests_name("reveal", tests, NULL, NULL);
}
