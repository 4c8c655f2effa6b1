/* SPDX-License-Identifier: MIT */
/* Loops: the list, a loop's rounds, and the way through them. */
#include "past.h"
#include "stage.h"

#include "store/loop.h"

/* A loop of two rounds of one estimate each, which a stage's question is. */
static const char loop_csv[] =
    "loop,company,position,day,round,minutes,gate,interviewer,rubric,"
    "questions\r\n"
    "a-short-one,any,1,1,estimation,30,yes,senior PM,estimation,1\r\n"
    "a-short-one,any,2,4,behavioural,30,no,recruiter,star,1\r\n";

static void
open_loop(void)
{
	fixture_import(stage_store(), "loops", loop_csv);
	stage_open(&loops_screen, NULL);
	assert_sees("> a-short-one");
	stage_key('\n');
	assert_screen("loop");
}

static void
the_rounds_have_their_days(void **state)
{
	(void)state;
	open_loop();
	assert_sees("0 of 2 rounds");
	assert_sees("> 1 Estimation");
	assert_sees("planned 2026-11-20");
	assert_sees("planned 2026-11-23");
	assert_sees("gate senior PM estimation");
	stage_key('q');
	assert_screen("loops");
	stage_key('q');
	assert_screen("");
}

static void
a_round_begins_at_a_key(void **state)
{
	struct loop_run run;
	struct loop *loops;
	struct err err = {0};
	int n;

	(void)state;
	open_loop();
	stage_key('\n');
	stage_wait_ms(1);
	assert_screen("practice");
	stage_hang_up();
	assert_int_equal(store_loops(stage_store(), &loops, &n, &err), 0);
	assert_int_equal(store_loop_run(stage_store(),
			     loops_find(loops, n, "A-Short-One"), &run, &err),
	    0);
	assert_non_null(run.id);
	assert_int_equal(run.began_at, STAGE_AT_S);
	assert_non_null(run.session_ids[0]);
	assert_null(run.session_ids[1]);
	assert_int_equal(run.next, 0);
	loop_run_release(&run);
	loops_free(loops, n);
}

/* Yesterday's rounds: a gate under hire, then one that is lower still. */
static void
the_debrief_is_told(void **state)
{
	(void)state;
	past_add(&(struct past){.days_ago = 2, .ratings = "3333"});
	fixture_import(stage_store(), "loop-runs",
	    "run_id,loop,started_at,position,session_id\r\n"
	    "r,a-short-one,2026-11-18T09:00:00Z,1,past-2\r\n");
	open_loop();
	assert_sees("1 of 2 rounds");
	assert_sees("3.00 re-interview");
	assert_sees("So far 3.00 of 5: reject");
	assert_sees("Cap: a gate round is under hire");
	assert_sees("> 2 Behavioural");
	assert_sees("planned 2026-11-21");
	stage_key('q');
	past_add(&(struct past){.days_ago = 1, .ratings = "2333"});
	fixture_import(stage_store(), "loop-runs",
	    "run_id,loop,started_at,position,session_id\r\n"
	    "r,a-short-one,2026-11-18T09:00:00Z,2,past-1\r\n");
	stage_key('\n');
	assert_sees("The debrief: 2.");
	assert_sees("2.90 dip, re-interview");
	stage_key('\n');
	assert_screen("loop");
	assert_sees("Every round is done; n begins a new run.");
	stage_key('q');
	assert_sees("2 of 2 done reject");
	stage_key('\n');
	stage_key('n');
	stage_wait_ms(1);
	assert_screen("practice");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_STAGE(the_rounds_have_their_days),
	    ON_STAGE(a_round_begins_at_a_key),
	    ON_STAGE(the_debrief_is_told),
	};

	return cmocka_run_group_tests_name("loop", tests, NULL, NULL);
}
