/* SPDX-License-Identifier: MIT */
/* Follow-up questions. */
#include <string.h>

#include "scene.h"
#include "stage.h"

#include "unit/sample_session.h"

static void
answer_with_probes(int probes)
{
	struct plan plan = scene_plan();

	plan.probes = probes;
	scene_practise(&plan);
	stage_keys("the answer");
	stage_wait_s(50);
	scene_done();
}

static void
each_probe_has_a_minute_of_its_own(void **state)
{
	(void)state;
	answer_with_probes(2);
	assert_screen("practice");
	assert_sees("Which data did you use?");
	assert_sees("1:00 left");
	assert_sees_not("the answer");
	stage_wait_s(61);
	assert_sees("+0:01 over");
	scene_done();
	assert_sees("What did it teach you?");
	assert_sees("1:00 left");
	scene_done();
	assert_screen("rating");
}

static void
probes_are_kept_beside_the_answer(void **state)
{
	struct kept kept;

	(void)state;
	answer_with_probes(2);
	stage_keys("the funnel, 漏斗");
	stage_wait_s(30);
	scene_done();
	stage_keys("to ask=early | often");
	stage_wait_s(20);
	scene_done();
	stage_key('\n');
	scene_judge("3333", 'y');
	kept_load(&kept);
	assert_string_equal(kept.rows[0].answer.text, "the answer");
	assert_seconds(kept.rows[0].answer.answer_s, 50);
	assert_string_equal(kept.rows[0].answer.probes,
	    "Which data did you use?=the funnel, 漏斗"
	    "|What did it teach you?=to ask=early \\| often");
	kept_release(&kept);
}

static void
no_more_probes_than_wished(void **state)
{
	(void)state;
	answer_with_probes(1);
	assert_sees("Which data did you use?");
	scene_done();
	assert_screen("rating");
}

static void
no_more_probes_than_the_question_has(void **state)
{
	(void)state;
	answer_with_probes(3);
	scene_done();
	scene_done();
	assert_screen("rating");
}

static void
without_probes_rating_follows(void **state)
{
	(void)state;
	answer_with_probes(0);
	assert_screen("rating");
}

static void
a_probe_survives_a_kill_with_the_answer(void **state)
{
	struct kept kept;

	(void)state;
	answer_with_probes(2);
	stage_keys("one\n");
	scene_done();
	stage_keys("two");
	stage_wait_s(10);
	stage_kill();
	stage_open(&start_screen, NULL);
	stage_key('r');
	assert_sees("What did it teach you?");
	assert_sees("0:50 left");
	stage_keys("!");
	scene_done();
	stage_key('\n');
	scene_judge("3333", 'y');
	kept_load(&kept);
	assert_string_equal(kept.rows[0].answer.text, "the answer");
	assert_string_equal(kept.rows[0].answer.probes,
	    "Which data did you use?=one\n|What did it teach you?=two!");
	kept_release(&kept);
}

/* What separates probes in the draft may stand in one of them. */
static void
control_characters_in_a_probe_survive_a_kill(void **state)
{
	struct kept kept;

	(void)state;
	answer_with_probes(2);
	stage_paste("a\x1f"
		    "b");
	scene_done();
	stage_paste("c");
	stage_wait_s(10);
	stage_kill();
	stage_open(&start_screen, NULL);
	stage_key('r');
	scene_done();
	stage_key('\n');
	scene_judge("3333", 'y');
	kept_load(&kept);
	assert_string_equal(kept.rows[0].answer.probes,
	    "Which data did you use?=a\x1f"
	    "b|What did it teach you?=c");
	kept_release(&kept);
}

static void
strict_does_not_lock_a_probe(void **state)
{
	struct plan plan = scene_plan();

	(void)state;
	plan.probes = 1;
	plan.strict = true;
	scene_practise(&plan);
	stage_wait_s(SCENE_LIMIT_S + 5);
	scene_done();
	stage_keys("taken");
	assert_sees("taken");
}

static void
a_pause_in_a_probe_counts(void **state)
{
	struct kept kept;

	(void)state;
	answer_with_probes(1);
	stage_key(K_F2);
	stage_wait_s(90);
	stage_key(K_F2);
	assert_sees("1:00 left");
	scene_done();
	stage_key('\n');
	scene_judge("3333", 'y');
	kept_load(&kept);
	assert_seconds(kept.rows[0].answer.paused_s, 90);
	kept_release(&kept);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_STAGE(each_probe_has_a_minute_of_its_own),
	    ON_STAGE(probes_are_kept_beside_the_answer),
	    ON_STAGE(no_more_probes_than_wished),
	    ON_STAGE(no_more_probes_than_the_question_has),
	    ON_STAGE(without_probes_rating_follows),
	    ON_STAGE(a_probe_survives_a_kill_with_the_answer),
	    ON_STAGE(control_characters_in_a_probe_survive_a_kill),
	    ON_STAGE(strict_does_not_lock_a_probe),
	    ON_STAGE(a_pause_in_a_probe_counts),
	};

	return cmocka_run_group_tests_name(
	    "practice probes", tests, NULL, NULL);
}
