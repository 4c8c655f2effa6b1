/* SPDX-License-Identifier: MIT */
/* What is kept of a session that goes on, and what comes back of it. */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "unit.h"
#include "drafted.h"

#include "store/draft.h"
#include "store/interruption.h"

static void
assert_timers_equal(const struct timer *a, const struct timer *b)
{
	assert_int_equal(a->running, b->running);
	assert_int_equal(a->paused, b->paused);
	assert_int_equal(a->started_ms, b->started_ms);
	assert_int_equal(a->paused_at_ms, b->paused_at_ms);
	assert_int_equal(a->paused_ms, b->paused_ms);
	assert_int_equal(a->stopped_ms, b->stopped_ms);
}

static void
assert_takes_equal(const struct take *a, const struct take *b)
{
	assert_int_equal(a->started_at, b->started_at);
	assert_timers_equal(&a->think, &b->think);
	assert_timers_equal(&a->answer, &b->answer);
	assert_timers_equal(&a->probe, &b->probe);
	assert_string_equal(a->text.s, b->text.s);
	assert_int_equal(a->caret, b->caret);
	assert_int_equal(a->n_splits, b->n_splits);
	assert_memory_equal(a->split_ms, b->split_ms, sizeof(a->split_ms));
	assert_int_equal(a->hint, b->hint);
	assert_int_equal(a->probe_at, b->probe_at);
	for (int i = 0; i < SESSION_PROBES; i++)
		assert_string_equal(a->probes[i].s, b->probes[i].s);
	assert_int_equal(a->clarified, b->clarified);
	assert_int_equal(a->parts.n, b->parts.n);
	for (size_t i = 0; i < a->parts.n; i++) {
		assert_int_equal(a->parts.at[i].kind, b->parts.at[i].kind);
		assert_string_equal(a->parts.at[i].name, b->parts.at[i].name);
		assert_string_equal(a->parts.at[i].text, b->parts.at[i].text);
	}
	assert_int_equal(a->predicted, b->predicted);
	assert_memory_equal(
	    a->sheet.ratings, b->sheet.ratings, sizeof(a->sheet.ratings));
	assert_int_equal(a->sheet.cursor, b->sheet.cursor);
	assert_int_equal(a->sheet.metric, b->sheet.metric);
	assert_int_equal(a->sheet.earning, b->sheet.earning);
	for (int i = 0; i < RUBRIC_SIGNALS; i++) {
		assert_int_equal(
		    a->sheet.notes[i] == NULL, b->sheet.notes[i] == NULL);
		if (a->sheet.notes[i] != NULL)
			assert_string_equal(
			    a->sheet.notes[i], b->sheet.notes[i]);
	}
}

static void
assert_sessions_equal(const struct session *a, const struct session *b)
{
	assert_string_equal(a->id, b->id);
	assert_int_equal(a->started_at, b->started_at);
	assert_int_equal(a->utc_offset_min, b->utc_offset_min);
	assert_int_equal(a->mode, b->mode);
	assert_int_equal(a->strict, b->strict);
	assert_string_equal(a->round, b->round);
	assert_string_equal(a->company, b->company);
	assert_string_equal(a->level, b->level);
	assert_int_equal(a->n_probes, b->n_probes);
	assert_int_equal(a->seed, b->seed);
	assert_int_equal(a->interrupted, b->interrupted);
	assert_int_equal(a->n_tasks, b->n_tasks);
	for (int i = 0; i < a->n_tasks; i++) {
		const struct task *x = &a->tasks[i], *y = &b->tasks[i];

		assert_string_equal(x->question.id, y->question.id);
		assert_string_equal(x->question.prompt, y->question.prompt);
		assert_string_equal(x->rubric.key, y->rubric.key);
		assert_memory_equal(
		    x->probe_order, y->probe_order, sizeof(x->probe_order));
		assert_int_equal(x->limit_s * 1000, y->limit_s * 1000);
		assert_int_equal(x->think_s * 1000, y->think_s * 1000);
	}
	assert_int_equal(a->at, b->at);
	assert_int_equal(a->phase, b->phase);
	assert_takes_equal(&a->take, &b->take);
}

static int
count(struct fixture *fixture)
{
	struct err err = {0};
	int n = -1;

	assert_done(store_draft_count(fixture->store, &n, &err), &err);
	return n;
}

static void
every_phase_comes_back_as_it_was(void **state)
{
	struct fixture *fixture = *state;

	for (int phase = PHASE_READY; phase <= PHASE_RATE; phase++) {
		struct session session, back;

		drafted_plan(fixture, &session);
		drafted_come_to(&session, (enum phase)phase);
		assert_int_equal(session.phase, phase);
		drafted_put(fixture, &session, 100000);
		drafted_get(fixture, 0, drafted_at(100000), &back);
		assert_sessions_equal(&session, &back);
		session_release(&session);
		session_release(&back);
		fixture_sql(fixture->path, "DELETE FROM draft");
	}
}

/* Rating goes on at the first signal without a rating, or at the measured
 * result. */
static void
rating_goes_on_where_it_was(void **state)
{
	struct fixture *fixture = *state;
	struct session session, back;

	drafted_plan(fixture, &session);
	drafted_come_to(&session, PHASE_RATE);
	for (int rated = 2; rated <= 4; rated++) {
		drafted_put(fixture, &session, 100000);
		drafted_get(fixture, 0, drafted_at(100000), &back);
		assert_int_equal(back.take.sheet.cursor, rated);
		session_release(&back);
		sample_rate(&session, 3);
	}
	session_release(&session);
}

static void
nothing_typed_comes_back_as_nothing(void **state)
{
	struct fixture *fixture = *state;
	struct session session, back;

	drafted_plan(fixture, &session);
	session_begin(&session, drafted_at(0).mono_ms, DRAFTED_AT_S);
	drafted_put(fixture, &session, 1000);
	drafted_get(fixture, 0, drafted_at(1000), &back);
	assert_sessions_equal(&session, &back);
	assert_string_equal(back.take.text.s, "");
	session_release(&session);
	session_release(&back);
}

/* Of many, by its seed and the limits that it was begun with. */
static void
what_will_interrupt_is_the_same_after_a_restart(void **state)
{
	enum { SEEDS = 40 };
	struct fixture *fixture = *state;
	struct session session, back;
	struct err err = {0};

	fixture_import(fixture->store, "interruptions",
	    "interruption,round,left_s,text\r\na,,,A.\r\nb,,,B.\r\n"
	    "c,behavioural,,C.\r\nd,general,,D.\r\n");
	drafted_plan(fixture, &session);
	session.interrupted = true;
	for (session.seed = 0; session.seed < SEEDS; session.seed++) {
		struct interruption *ours = &session.tasks[0].interruption;
		const struct interruption *theirs;

		interruption_release(ours);
		assert_done(
		    store_plan_interruptions(fixture->store, &session, &err),
		    &err);
		drafted_put(fixture, &session, 1000);
		drafted_get(fixture, 0, drafted_at(1000), &back);
		theirs = &back.tasks[0].interruption;
		assert_string_equal(ours->name, theirs->name);
		assert_string_not_equal(ours->name, "d");
		/* 0.35 to 0.7 of 77.5 s. */
		assert_in_range((int)theirs->left_s, 24, 50);
		assert_int_equal((int)ours->left_s, (int)theirs->left_s);
		/* There is no time to be interrupted in. */
		assert_null(back.tasks[1].interruption.text);
		session_release(&back);
	}
	session_release(&session);
}

static void
a_long_text_comes_back_whole(void **state)
{
	enum { TIMES = 20000 };
	struct fixture *fixture = *state;
	struct session session, back;

	drafted_plan(fixture, &session);
	drafted_come_to(&session, PHASE_ANSWER);
	for (int i = 0; i < TIMES; i++)
		str_add(&session.take.text, drafted_text);
	drafted_put(fixture, &session, 100000);
	drafted_get(fixture, 0, drafted_at(100000), &back);
	assert_int_equal(session.take.text.len, back.take.text.len);
	assert_memory_equal(
	    session.take.text.s, back.take.text.s, session.take.text.len);
	session_release(&session);
	session_release(&back);
}

static void
only_the_newest_state_is_kept(void **state)
{
	struct fixture *fixture = *state;
	struct session session, back;

	drafted_plan(fixture, &session);
	drafted_come_to(&session, PHASE_THINK);
	drafted_put(fixture, &session, 5000);
	session_resume(&session, drafted_at(6000).mono_ms);
	session_answer_now(&session, drafted_at(7000).mono_ms);
	str_add(&session.take.text, "later");
	drafted_put(fixture, &session, 8000);
	assert_int_equal(count(fixture), 1);
	drafted_get(fixture, 0, drafted_at(8000), &back);
	assert_string_equal(back.take.text.s, "later");
	session_release(&session);
	session_release(&back);
}

/* store_draft_put_next() is session_next(), seen from the draft. */
static void
the_next_question_is_kept_ready(void **state)
{
	struct fixture *fixture = *state;
	struct session session, back;
	struct err err = {0};

	drafted_plan(fixture, &session);
	drafted_come_to(&session, PHASE_RATE);
	assert_done(store_draft_put_next(
			fixture->store, &session, drafted_at(100000), &err),
	    &err);
	session_next(&session);
	drafted_get(fixture, 0, drafted_at(100000), &back);
	assert_sessions_equal(&session, &back);
	assert_string_equal(session_task(&back)->question.id, "q-4");
	session_release(&session);
	session_release(&back);
}

static void
drafts_come_newest_first(void **state)
{
	static const int64_t saved_ms[] = {20000, 90000, 50000};
	static const int order[] = {1, 2, 0};
	struct fixture *fixture = *state;
	struct session sessions[3], back;
	char id[ID_SIZE];
	struct err err = {0};

	for (int i = 0; i < 3; i++) {
		drafted_plan(fixture, &sessions[i]);
		drafted_put(fixture, &sessions[i], saved_ms[i]);
	}
	assert_int_equal(count(fixture), 3);
	for (int i = 0; i < 3; i++) {
		drafted_get(fixture, i, drafted_at(100000), &back);
		assert_string_equal(back.id, sessions[order[i]].id);
		session_release(&back);
	}
	assert_int_equal(store_draft_get(fixture->store, 3, drafted_at(100000),
			     &back, id, &err),
	    0);
	for (int i = 0; i < 3; i++)
		session_release(&sessions[i]);
}

static void
words_that_are_asked_for_are_asked_for_again(void **state)
{
	struct fixture *fixture = *state;
	struct session session, back;

	drafted_plan(fixture, &session);
	drafted_come_to(&session, PHASE_PREDICT);
	session_predict(&session, 4);
	sample_rate(&session, 5);
	assert_int_equal(session.take.sheet.earning, 0);
	drafted_put(fixture, &session, 100000);
	drafted_get(fixture, 0, drafted_at(100000), &back);
	assert_takes_equal(&session.take, &back.take);
	session_release(&back);

	fixture_sql(fixture->path, "UPDATE draft SET notes = substr(notes, 1, "
				   "length(notes) - 1) || '1'");
	drafted_get(fixture, 0, drafted_at(100000), &back);
	assert_int_equal(back.take.sheet.earning, -1); /* it has no rating */
	session_release(&back);
	session_release(&session);
}

static void
a_draft_can_be_dropped(void **state)
{
	struct fixture *fixture = *state;
	struct session session;
	struct err err = {0};

	drafted_plan(fixture, &session);
	drafted_put(fixture, &session, 1000);
	assert_done(store_draft_drop(fixture->store, "another", &err), &err);
	assert_int_equal(count(fixture), 1);
	assert_done(store_draft_drop(fixture->store, session.id, &err), &err);
	assert_int_equal(count(fixture), 0);
	assert_done(store_draft_drop(fixture->store, session.id, &err), &err);
	session_release(&session);
}

/* Its question was removed meanwhile: it says so, and by its id the draft can
 * be dropped. */
static void
a_draft_that_cannot_be_read_has_an_id(void **state)
{
	struct fixture *fixture = *state;
	struct session session, back;
	char id[ID_SIZE] = "";
	struct err err = {0};

	drafted_plan(fixture, &session);
	drafted_put(fixture, &session, 1000);
	fixture_sql(fixture->path, "DELETE FROM question WHERE id = 'q-4'");
	assert_int_equal(store_draft_get(fixture->store, 0, drafted_at(2000),
			     &back, id, &err),
	    -1);
	assert_string_equal(id, session.id);
	assert_non_null(strstr(err.text, "q-4"));
	session_release(&session);
}

/* A file may hold anything: numbers out of range must not be used. */
static void
a_spoilt_draft_is_refused_or_made_sound(void **state)
{
	static const char *const spoilt[] = {
	    "UPDATE draft SET at = 7",
	    "UPDATE draft SET at = -1",
	    "UPDATE draft SET tasks = ''",
	    "UPDATE draft SET probe_at = 9",
	    "UPDATE draft SET probe_at = -1",
	    "UPDATE draft SET caret = 99999",
	    "UPDATE draft SET caret = -1",
	    "UPDATE draft SET timers = 'x|y'",
	    "UPDATE draft SET timers = '', splits = 'a|b|c|d|e|f|g|h'",
	    "UPDATE draft SET ratings = '9|-4|x|2|3|4|5|6|7|8'",
	    "UPDATE draft SET phase = 'done'",
	    "UPDATE draft SET phase = 'sleeping'",
	    "UPDATE draft SET predicted = 77, metric = 12",
	    "UPDATE draft SET limits = 'a/b|c', mode = 'sung'",
	    "UPDATE draft SET notes = 'a|b|c', asked = '777|01|000'",
	};
	struct fixture *fixture = *state;

	for (size_t i = 0; i < sizeof(spoilt) / sizeof(spoilt[0]); i++) {
		struct session session, back;
		char id[ID_SIZE];
		struct err err = {0};

		drafted_plan(fixture, &session);
		drafted_come_to(&session, PHASE_PROBE);
		drafted_put(fixture, &session, 100000);
		fixture_sql(fixture->path, spoilt[i]);
		if (store_draft_get(fixture->store, 0, drafted_at(100000),
			&back, id, &err) == 1) {
			const struct take *take = &back.take;

			assert_true(back.at >= 0 && back.at < back.n_tasks);
			assert_true(back.phase < PHASE_DONE);
			assert_true(take->probe_at >= 0 &&
				    take->probe_at < SESSION_PROBES);
			assert_true(take->n_splits <= 4);
			for (int p = 0; p < SESSION_PROBES; p++)
				assert_true(back.tasks[0].probe_order[p] <
					    SESSION_PROBES);
			assert_true(take->predicted >= 0 &&
				    take->predicted <= RATING_HIGH);
			assert_true(take->sheet.metric <= GIVEN_YES);
			for (int r = 0; r < RUBRIC_SIGNALS; r++)
				assert_true(
				    take->sheet.ratings[r] >= 0 &&
				    take->sheet.ratings[r] <= RATING_HIGH);
			session_release(&back);
		}
		session_release(&session);
		fixture_sql(fixture->path, "DELETE FROM draft");
	}
}

#define ON_A_DATABASE(test)                                                    \
	cmocka_unit_test_setup_teardown(test, fixture_set_up, fixture_tear_down)

/* Another running copy of the program has the draft on its screen. */
static void
a_draft_that_another_program_holds_is_not_offered(void **state)
{
	struct fixture *fixture = *state;
	struct session session, back;
	char id[ID_SIZE], sql[64];
	struct err err = {0};
	pid_t holder;

	drafted_plan(fixture, &session);
	drafted_put(fixture, &session, 100000);
	holder = fork();
	if (holder == 0)
		for (;;)
			pause();
	snprintf(sql, sizeof(sql), "UPDATE draft SET pid = %ld", (long)holder);
	fixture_sql(fixture->path, sql);
	assert_int_equal(store_draft_get(fixture->store, 0, drafted_at(100000),
			     &back, id, &err),
	    0);
	kill(holder, SIGKILL);
	waitpid(holder, NULL, 0);
	drafted_get(fixture, 0, drafted_at(100000), &back);
	session_release(&back);
	session_release(&session);
}

/* The holder's number was given to another program since. */
static void
a_draft_whose_holder_is_another_program_now_is_offered(void **state)
{
	struct fixture *fixture = *state;
	struct session session, back;

	drafted_plan(fixture, &session);
	drafted_put(fixture, &session, 100000);
	fixture_sql(fixture->path, "UPDATE draft SET pid = 1");
	drafted_get(fixture, 0, drafted_at(100000), &back);
	session_release(&back);
	session_release(&session);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_A_DATABASE(every_phase_comes_back_as_it_was),
	    ON_A_DATABASE(rating_goes_on_where_it_was),
	    ON_A_DATABASE(nothing_typed_comes_back_as_nothing),
	    ON_A_DATABASE(what_will_interrupt_is_the_same_after_a_restart),
	    ON_A_DATABASE(a_long_text_comes_back_whole),
	    ON_A_DATABASE(only_the_newest_state_is_kept),
	    ON_A_DATABASE(the_next_question_is_kept_ready),
	    ON_A_DATABASE(drafts_come_newest_first),
	    ON_A_DATABASE(a_draft_that_another_program_holds_is_not_offered),
	    ON_A_DATABASE(
		a_draft_whose_holder_is_another_program_now_is_offered),
	    ON_A_DATABASE(words_that_are_asked_for_are_asked_for_again),
	    ON_A_DATABASE(a_draft_can_be_dropped),
	    ON_A_DATABASE(a_draft_that_cannot_be_read_has_an_id),
	    ON_A_DATABASE(a_spoilt_draft_is_refused_or_made_sound),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("draft", tests, NULL, NULL);
}
