/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "unit.h"
#include "sample_session.h"

#include "base/mem.h"
#include "base/rand.h"
#include "core/session.h"

static void
a_question_waits_until_it_is_begun(void **state)
{
	struct session session;

	(void)state;
	sample_session(&session, 1);
	assert_int_equal(session.phase, PHASE_READY);
	assert_int_equal(session_limit_ms(&session), 0);
	assert_false(session_tick(&session, 1000000));
	session_begin(&session, 5000, SAMPLE_NOW_S);
	assert_int_equal(session.phase, PHASE_THINK);
	assert_int_equal(session.take.started_at, SAMPLE_NOW_S);
	assert_int_equal(session_limit_ms(&session), SAMPLE_THINK_S * 1000);
	assert_int_equal(session_left_ms(&session, 6000), 29000);
	session_release(&session);
}

static void
thinking_ends_at_the_very_deadline(void **state)
{
	struct session session;

	(void)state;
	sample_session(&session, 1);
	session_begin(&session, 5000, SAMPLE_NOW_S);
	assert_false(session_tick(&session, 34999));
	assert_int_equal(session.phase, PHASE_THINK);
	assert_true(session_tick(&session, 35000));
	assert_int_equal(session.phase, PHASE_ANSWER);
	assert_int_equal(
	    session_left_ms(&session, 35000), SAMPLE_LIMIT_S * 1000);
	assert_false(session_tick(&session, 40000));
	session_release(&session);
}

/* The program was suspended meanwhile: the answer's clock ran all the same. */
static void
a_late_look_finds_the_answer_begun_in_time(void **state)
{
	struct session session;
	struct answer answer;

	(void)state;
	sample_session(&session, 1);
	session_begin(&session, 0, SAMPLE_NOW_S);
	assert_true(session_tick(&session, 42000));
	assert_int_equal(session_left_ms(&session, 42000), 168000);
	session_finish(&session, 50000);
	session_answer(&session, false, 50000, &answer);
	assert_seconds(answer.think_s, 30);
	assert_seconds(answer.answer_s, 20);
	answer_release(&answer);
	session_release(&session);
}

static void
thinking_can_be_cut_short(void **state)
{
	struct session session;
	struct answer answer;

	(void)state;
	sample_session(&session, 1);
	session_begin(&session, 0, SAMPLE_NOW_S);
	session_answer_now(&session, 12500);
	assert_int_equal(session.phase, PHASE_ANSWER);
	session_answer(&session, false, 20000, &answer);
	assert_seconds(answer.think_s, 12.5);
	assert_seconds(answer.answer_s, 7.5);
	answer_release(&answer);
	session_answer_now(&session, 21000);
	assert_int_equal(session_left_ms(&session, 21000), 171500);
	session_release(&session);
}

static void
cutting_it_short_too_late_changes_nothing(void **state)
{
	struct session session;

	(void)state;
	sample_session(&session, 1);
	session_begin(&session, 0, SAMPLE_NOW_S);
	session_answer_now(&session, 31000);
	assert_int_equal(session.phase, PHASE_ANSWER);
	assert_int_equal(session_left_ms(&session, 31000), 179000);
	session_release(&session);
}

static void
without_think_time_the_answer_begins_at_once(void **state)
{
	struct session session;

	(void)state;
	sample_session(&session, 1);
	session.tasks[0].think_s = 0;
	session_begin(&session, 0, SAMPLE_NOW_S);
	assert_int_equal(session.phase, PHASE_ANSWER);
	assert_int_equal(session_left_ms(&session, 1000), 179000);
	session_release(&session);
}

static void
what_has_no_limit_is_never_locked(void **state)
{
	struct session session;

	(void)state;
	sample_session(&session, 1);
	session.strict = true;
	session.tasks[0].limit_s = 0;
	session.tasks[0].think_s = 0;
	session_begin(&session, 0, SAMPLE_NOW_S);
	assert_false(session_locked(&session, 1000000));
	session_release(&session);
}

static void
a_pause_stops_the_clock_and_is_kept(void **state)
{
	struct session session;
	struct answer answer;

	(void)state;
	sample_session(&session, 1);
	session_begin(&session, 0, SAMPLE_NOW_S);
	session_pause(&session, 10000);
	assert_true(session_paused(&session));
	assert_false(session_tick(&session, 100000));
	assert_int_equal(session_left_ms(&session, 100000), 20000);
	session_resume(&session, 15000);
	assert_false(session_paused(&session));
	assert_false(session_tick(&session, 34999));
	assert_true(session_tick(&session, 35000));
	session_pause(&session, 40000);
	session_resume(&session, 42500);
	session_finish(&session, 50000);
	session_answer(&session, false, 60000, &answer);
	assert_seconds(answer.think_s, 30);
	assert_seconds(answer.answer_s, 12.5);
	assert_seconds(answer.paused_s, 7.5);
	answer_release(&answer);
	session_release(&session);
}

/* At the deadline, but before anybody looked. */
static void
paused_thinking_does_not_turn_into_answering(void **state)
{
	struct session session;

	(void)state;
	sample_session(&session, 1);
	session_begin(&session, 0, SAMPLE_NOW_S);
	session_pause(&session, 30000);
	assert_false(session_tick(&session, 60000));
	assert_int_equal(session.phase, PHASE_THINK);
	session_resume(&session, 70000);
	assert_true(session_tick(&session, 70000));
	assert_int_equal(
	    session_left_ms(&session, 70000), SAMPLE_LIMIT_S * 1000);
	session_release(&session);
}

static void
finishing_ends_a_pause(void **state)
{
	struct session session;
	struct answer answer;

	(void)state;
	sample_answering(&session);
	session.n_probes = 1;
	session_pause(&session, 40000);
	session_finish(&session, 60000);
	assert_int_equal(session.phase, PHASE_PROBE);
	assert_false(session_paused(&session));
	session_answer(&session, false, 60000, &answer);
	assert_seconds(answer.answer_s, 10);
	assert_seconds(answer.paused_s, 20);
	answer_release(&answer);
	session_release(&session);
}

static void
nothing_pauses_where_no_clock_runs(void **state)
{
	struct session session;

	(void)state;
	sample_session(&session, 1);
	session_pause(&session, 1000);
	assert_false(session_paused(&session));
	session_begin(&session, 2000, SAMPLE_NOW_S);
	session_answer_now(&session, 3000);
	session_finish(&session, 4000);
	session_pause(&session, 5000);
	assert_false(session_paused(&session));
	session_release(&session);
}

/* A pause on any follow-up question is a pause of the answer. */
static void
pauses_of_every_probe_count(void **state)
{
	struct session session;
	struct answer answer;

	(void)state;
	sample_answering(&session);
	session.n_probes = 2;
	session_finish(&session, 90000);
	session_pause(&session, 100000);
	session_resume(&session, 105000);
	session_finish(&session, 110000);
	assert_int_equal(session_left_ms(&session, 110000), PROBE_LIMIT_MS);
	session_pause(&session, 120000);
	session_resume(&session, 122000);
	assert_int_equal(
	    session_left_ms(&session, 130000), PROBE_LIMIT_MS - 18000);
	session_finish(&session, 130000);
	session_answer(&session, false, 140000, &answer);
	assert_seconds(answer.paused_s, 7);
	answer_release(&answer);
	session_release(&session);
}

static void
an_answer_is_followed_by_its_probes(void **state)
{
	struct session session;

	(void)state;
	sample_answering(&session);
	session.n_probes = 2;
	assert_int_equal(session_probe_count(&session), 2);
	session_finish(&session, 60000);
	assert_int_equal(session.phase, PHASE_PROBE);
	assert_int_equal(session.take.probe_at, 0);
	assert_int_equal(session_limit_ms(&session), 60000);
	assert_int_equal(session_left_ms(&session, 75000), 45000);
	session_finish(&session, 80000);
	assert_int_equal(session.phase, PHASE_PROBE);
	assert_int_equal(session.take.probe_at, 1);
	assert_int_equal(session_left_ms(&session, 80000), 60000);
	session_finish(&session, 150000);
	assert_int_equal(session.phase, PHASE_PREDICT);
	session_finish(&session, 151000);
	assert_int_equal(session.phase, PHASE_PREDICT);
	session_release(&session);
}

static void
probes_are_at_most_three_and_at_most_the_questions(void **state)
{
	struct session session;

	(void)state;
	sample_session(&session, 1);
	assert_int_equal(session_probe_count(&session), 0);
	session.n_probes = 9;
	assert_int_equal(session_probe_count(&session), 3);
	free(session.tasks[0].question.probes);
	session.tasks[0].question.probes = mem_text("a|b|c|d|e");
	assert_int_equal(session_probe_count(&session), SESSION_PROBES);
	free(session.tasks[0].question.probes);
	session.tasks[0].question.probes = mem_text("a");
	assert_int_equal(session_probe_count(&session), 1);
	free(session.tasks[0].question.probes);
	session.tasks[0].question.probes = mem_text("");
	assert_int_equal(session_probe_count(&session), 0);
	session_release(&session);
}

static void
one_question_follows_the_other(void **state)
{
	struct session session;

	(void)state;
	sample_session(&session, 2);
	assert_string_equal(session_task(&session)->question.id, "q-1");
	session_begin(&session, 0, SAMPLE_NOW_S);
	session_hint(&session);
	str_add(&session.take.text, "first");
	session_next(&session);
	assert_int_equal(session.phase, PHASE_READY);
	assert_string_equal(session_task(&session)->question.id, "q-2");
	assert_string_equal(session.take.text.s, "");
	assert_false(session.take.hint);
	assert_int_equal(session.take.started_at, 0);
	session_next(&session);
	assert_int_equal(session.phase, PHASE_DONE);
	session_release(&session);
}

static void
on_another_clock_the_time_left_is_the_same(void **state)
{
	struct session session;

	(void)state;
	sample_answering(&session);
	session_shift(&session, -1000000);
	assert_int_equal(session_left_ms(&session, 60000 - 1000000), 150000);
	session_release(&session);
}

/* Whatever is pressed, in whatever order, at whatever time. */
static void
press_something(struct session *session, struct rand *rand, int64_t now)
{
	switch (rand_below(rand, 12)) {
	case 0:
		if (session->phase == PHASE_READY)
			session_begin(session, now, SAMPLE_NOW_S);
		break;
	case 1:
		session_tick(session, now);
		break;
	case 2:
		session_answer_now(session, now);
		break;
	case 3:
		session_finish(session, now);
		break;
	case 4:
		session_split(session, now);
		break;
	case 5:
		session_pause(session, now);
		break;
	case 6:
		session_resume(session, now);
		break;
	case 7:
		session_predict(session, (int)rand_below(rand, 7));
		break;
	case 8:
		sample_rate(session, (int)rand_below(rand, 7));
		break;
	case 9:
		sample_rate_move(session, (int)rand_below(rand, 7) - 3);
		break;
	case 10:
		if (session->phase == PHASE_RATE)
			sample_give_metric(session, true);
		break;
	case 11:
		sample_rate_undo(session);
		break;
	}
}

static void
assert_sound(const struct session *session, enum phase before, int64_t now)
{
	const struct take *take = &session->take;
	struct answer answer;

	assert_true(session->phase >= before);
	assert_true(take->sheet.cursor >= 0 && take->sheet.cursor <= 4);
	assert_true(take->n_splits <= 4);
	for (int i = 0; i < 4; i++)
		assert_true(
		    take->sheet.ratings[i] >= 0 && take->sheet.ratings[i] <= 5);
	session_answer(session, false, now, &answer);
	assert_true(answer.think_s >= 0 && answer.think_s <= SAMPLE_THINK_S);
	assert_true(answer.answer_s >= 0 && answer.paused_s >= 0);
	/* No time is lost: it is thought, answered, or paused. */
	if (session->phase == PHASE_ANSWER)
		assert_seconds(
		    answer.think_s + answer.answer_s + answer.paused_s,
		    (double)(now - take->think.started_ms) / 1000);
	answer_release(&answer);
}

static void
any_order_of_keys_leaves_a_sound_session(void **state)
{
	enum { SESSIONS = 300, KEYS = 60 };
	struct rand rand = {1};

	(void)state;
	for (int s = 0; s < SESSIONS; s++) {
		struct session session;
		int64_t now = 0;

		sample_session(&session, 1);
		session.n_probes = 2;
		for (int k = 0; k < KEYS; k++) {
			enum phase before = session.phase;

			now += rand_below(&rand, 9000);
			session_tick(&session, now);
			press_something(&session, &rand, now);
			assert_sound(&session, before, now);
		}
		session_release(&session);
	}
}

/* The answer's clock begins at 30 s; a quarter of its limit is 45 s. */
static void
the_quarters_of_a_limit_follow_one_another(void **state)
{
	static const struct {
		int64_t at_s, next_ms;
	} cases[] = {
	    {30, 45000},
	    {74, 1000},
	    {75, 45000},
	    {119, 1000},
	    {120, 45000},
	    {209, 1000},
	    {210, -1},
	    {300, -1},
	};
	struct session session;

	(void)state;
	sample_answering(&session);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_int_equal(
		    session_quarter_ms(&session, cases[i].at_s * 1000),
		    cases[i].next_ms);
	session_pause(&session, 40000);
	assert_int_equal(session_quarter_ms(&session, 50000), -1);
	session_resume(&session, 50000);
	assert_int_equal(session_quarter_ms(&session, 50000), 35000);
	session_finish(&session, 60000);
	session_predict(&session, 0);
	assert_int_equal(session_quarter_ms(&session, 60000), -1);
	session_release(&session);
}

static void
the_mode_is_switched_until_the_answer_begins(void **state)
{
	struct session session;

	(void)state;
	sample_session(&session, 1);
	session.mode = MODE_TYPED;
	assert_false(session.mode_asked);
	assert_true(session_switch_mode(&session));
	assert_int_equal(session.mode, MODE_SPOKEN);
	assert_true(session.mode_asked);
	session_begin(&session, 0, SAMPLE_NOW_S);
	assert_true(session_switch_mode(&session));
	assert_int_equal(session.mode, MODE_TYPED);
	session_answer_now(&session, 1000);
	assert_false(session_switch_mode(&session));
	assert_int_equal(session.mode, MODE_TYPED);
	session_release(&session);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_quarters_of_a_limit_follow_one_another),
	    cmocka_unit_test(a_question_waits_until_it_is_begun),
	    cmocka_unit_test(the_mode_is_switched_until_the_answer_begins),
	    cmocka_unit_test(thinking_ends_at_the_very_deadline),
	    cmocka_unit_test(a_late_look_finds_the_answer_begun_in_time),
	    cmocka_unit_test(thinking_can_be_cut_short),
	    cmocka_unit_test(cutting_it_short_too_late_changes_nothing),
	    cmocka_unit_test(without_think_time_the_answer_begins_at_once),
	    cmocka_unit_test(what_has_no_limit_is_never_locked),
	    cmocka_unit_test(a_pause_stops_the_clock_and_is_kept),
	    cmocka_unit_test(paused_thinking_does_not_turn_into_answering),
	    cmocka_unit_test(finishing_ends_a_pause),
	    cmocka_unit_test(nothing_pauses_where_no_clock_runs),
	    cmocka_unit_test(pauses_of_every_probe_count),
	    cmocka_unit_test(an_answer_is_followed_by_its_probes),
	    cmocka_unit_test(
		probes_are_at_most_three_and_at_most_the_questions),
	    cmocka_unit_test(one_question_follows_the_other),
	    cmocka_unit_test(on_another_clock_the_time_left_is_the_same),
	    cmocka_unit_test(any_order_of_keys_leaves_a_sound_session),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("session", tests, NULL, NULL);
}
