/* SPDX-License-Identifier: MIT */
/* What the clocks of a draft say when the program comes back. */
#include "unit.h"
#include "drafted.h"

static void
time_runs_on_while_the_program_is_away(void **state)
{
	struct fixture *fixture = *state;
	struct session session, back;

	drafted_plan(fixture, &session);
	session_begin(&session, drafted_at(0).mono_ms, DRAFTED_AT_S);
	session_answer_now(&session, drafted_at(1000).mono_ms);
	drafted_put(fixture, &session, 11000);
	assert_int_equal(
	    session_left_ms(&session, drafted_at(11000).mono_ms), 67500);
	drafted_get(fixture, 0, drafted_at(31000), &back);
	assert_int_equal(
	    session_left_ms(&back, drafted_at(31000).mono_ms), 47500);
	session_release(&session);
	session_release(&back);
}

/* The machine was started anew: its clock began again, the wall's did not. */
static void
time_runs_on_while_the_machine_is_off(void **state)
{
	struct fixture *fixture = *state;
	struct session session, back;
	struct instant now = {
	    .mono_ms = 700, .wall_ms = DRAFTED_AT_S * 1000 + 31000};

	drafted_plan(fixture, &session);
	session_begin(&session, drafted_at(0).mono_ms, DRAFTED_AT_S);
	session_answer_now(&session, drafted_at(1000).mono_ms);
	drafted_put(fixture, &session, 11000);
	/* Where no name of the boot tells it, a clock that shows less does. */
	drafted_get(fixture, 0, now, &back);
	assert_int_equal(session_left_ms(&back, now.mono_ms), 47500);
	session_release(&back);
	fixture_sql(fixture->path, "UPDATE draft SET boot = 'another'");
	drafted_get(fixture, 0, now, &back);
	assert_int_equal(session_left_ms(&back, now.mono_ms), 47500);
	session_release(&session);
	session_release(&back);
}

/* Another boot whose clock shows more than the draft's does. */
static void
a_longer_boot_is_another_boot_too(void **state)
{
	struct fixture *fixture = *state;
	struct session session, back;
	struct instant now = {
	    .mono_ms = 900000000, .wall_ms = DRAFTED_AT_S * 1000 + 31000};

	drafted_plan(fixture, &session);
	session_begin(&session, drafted_at(0).mono_ms, DRAFTED_AT_S);
	session_answer_now(&session, drafted_at(1000).mono_ms);
	drafted_put(fixture, &session, 11000);
	fixture_sql(fixture->path, "UPDATE draft SET boot = 'another'");
	drafted_get(fixture, 0, now, &back);
	assert_int_equal(session_left_ms(&back, now.mono_ms), 47500);
	session_release(&session);
	session_release(&back);
}

/* A pause goes on being one: what is left stays. */
static void
a_pause_outlasts_a_restart(void **state)
{
	struct fixture *fixture = *state;
	struct session session, back;
	struct instant now = {
	    .mono_ms = 700, .wall_ms = DRAFTED_AT_S * 1000 + 3600000};

	drafted_plan(fixture, &session);
	drafted_come_to(&session, PHASE_THINK);
	drafted_put(fixture, &session, 11000);
	fixture_sql(fixture->path, "UPDATE draft SET boot = 'another'");
	drafted_get(fixture, 0, now, &back);
	assert_true(session_paused(&back));
	assert_int_equal(session_left_ms(&back, now.mono_ms), 8250);
	session_release(&session);
	session_release(&back);
}

/* Work of days stands still from its draft on, wherever it is taken up. */
static void
work_of_days_stands_still(void **state)
{
	static const int64_t later_ms[] = {12000, 400000000};
	struct fixture *fixture = *state;
	struct session session, back;
	struct instant now = {
	    .mono_ms = 700, .wall_ms = DRAFTED_AT_S * 1000 + 99000000};

	drafted_plan(fixture, &session);
	session_begin(&session, drafted_at(0).mono_ms, DRAFTED_AT_S);
	session_answer_now(&session, drafted_at(1000).mono_ms);
	drafted_put(fixture, &session, 11000);
	fixture_sql(fixture->path,
	    "UPDATE question SET tags = 'x|over-days' WHERE id = 'q-1'");
	for (int i = 0; i < 2; i++) {
		drafted_get(fixture, 0, drafted_at(later_ms[i]), &back);
		assert_int_equal(
		    session_left_ms(&back, drafted_at(later_ms[i]).mono_ms),
		    67500);
		session_release(&back);
	}
	fixture_sql(fixture->path, "UPDATE draft SET boot = 'another'");
	drafted_get(fixture, 0, now, &back);
	assert_int_equal(session_left_ms(&back, now.mono_ms), 67500);
	assert_false(session_paused(&back));
	assert_int_equal(timer_paused(&back.take.answer, now.mono_ms), 0);
	session_release(&session);
	session_release(&back);
}

/* A wall clock that was set back does not give time back. */
static void
a_clock_set_back_costs_nothing(void **state)
{
	struct fixture *fixture = *state;
	struct session session, back;
	struct instant now = {
	    .mono_ms = 700, .wall_ms = DRAFTED_AT_S * 1000 - 99000000};

	drafted_plan(fixture, &session);
	session_begin(&session, drafted_at(0).mono_ms, DRAFTED_AT_S);
	session_answer_now(&session, drafted_at(1000).mono_ms);
	drafted_put(fixture, &session, 11000);
	fixture_sql(fixture->path, "UPDATE draft SET boot = 'another'");
	drafted_get(fixture, 0, now, &back);
	assert_int_equal(session_left_ms(&back, now.mono_ms), 67500);
	session_release(&session);
	session_release(&back);
}

#define ON_A_DATABASE(test)                                                    \
	cmocka_unit_test_setup_teardown(test, fixture_set_up, fixture_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_A_DATABASE(time_runs_on_while_the_program_is_away),
	    ON_A_DATABASE(time_runs_on_while_the_machine_is_off),
	    ON_A_DATABASE(a_longer_boot_is_another_boot_too),
	    ON_A_DATABASE(a_pause_outlasts_a_restart),
	    ON_A_DATABASE(work_of_days_stands_still),
	    ON_A_DATABASE(a_clock_set_back_costs_nothing),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("draft_time", tests, NULL, NULL);
}
