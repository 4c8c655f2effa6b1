/* SPDX-License-Identifier: MIT */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "unit.h"
#include "sample_session.h"
#include "store_fixture.h"

#include "base/mem.h"
#include "store/draft.h"
#include "store/interruption.h"
#include "store/question.h"

/* 2026-01-01T10:00:00Z */
static const int64_t start_s = 1767261600;

enum { BOOT_MS = 5000 }; /* what the machine's clock shows then */

static const char typed[] = "第一行 \"quoted\", it's\n\tline | two \\| "
			    "👩‍👩‍👧‍👦 e\u0301 end\n";
static const char words[] = "cut it by 12 % | then\\";
static const int other_order[SESSION_PROBES] = {2, 0, 1};
static const char said[] = "左|右 \\ 🚀\nand more";

static struct instant
at(int64_t ms)
{
	return (struct instant){
	    .mono_ms = BOOT_MS + ms, .wall_ms = start_s * 1000 + ms};
}

static void
add_question(struct fixture *fixture, struct session *session, const char *id)
{
	struct err err = {0};
	struct task task;

	assert_done(store_task(fixture->store, id, &task, &err), &err);
	session_add(session, &task);
}

/* Of q-1 and q-4, whose times differ from the ones that the bank has. */
static void
plan(struct fixture *fixture, struct session *session)
{
	session_init(session);
	store_new_id(session->id, start_s * 1000);
	session->started_at = start_s;
	session->utc_offset_min = -210;
	session->mode = MODE_SPOKEN;
	session->strict = true;
	free(session->round);
	free(session->company);
	free(session->level);
	session->round = mem_text("behavioural");
	session->company = mem_text("小米");
	session->level = mem_text("apm");
	session->n_probes = 2;
	add_question(fixture, session, "q-1");
	add_question(fixture, session, "q-4");
	session->tasks[0].limit_s = 77.5;
	session->tasks[0].think_s = 12.25;
	session->tasks[1].limit_s = 0;
	session->tasks[1].think_s = 0;
	memcpy(session->tasks[0].probe_order, other_order, sizeof(other_order));
}

/* The session as it is when it has come to the phase, at 100 s. */
static void
come_to(struct session *session, enum phase phase)
{
	if (phase == PHASE_READY)
		return;
	session_begin(session, at(0).mono_ms, start_s + 1);
	if (phase == PHASE_THINK) {
		session_pause(session, at(4000).mono_ms);
		return;
	}
	session_answer_now(session, at(10000).mono_ms);
	str_add(&session->take.text, typed);
	session->take.caret = 4;
	session_hint(session);
	session_split(session, at(12000).mono_ms);
	session_split(session, at(20000).mono_ms);
	session_pause(session, at(30000).mono_ms);
	session_resume(session, at(40000).mono_ms);
	if (phase == PHASE_ANSWER)
		return;
	session_finish(session, at(50000).mono_ms);
	session_finish(session, at(60000).mono_ms);
	str_add(&session->take.probes[1], said);
	session->take.caret = 3;
	parts_add(&session->take.parts, PART_CLARIFYING, "", "Who | pays?");
	session->take.clarified = true;
	parts_add(&session->take.parts, PART_PRIORITY, "Offline \\ mode", "");
	if (phase == PHASE_PROBE)
		return;
	session_finish(session, at(70000).mono_ms);
	if (phase == PHASE_PREDICT)
		return;
	session_predict(session, 4);
	sample_rate(session, 5);
	sheet_earn(&session->take.sheet, words);
	sample_rate(session, 2);
	sample_give_metric(session, false);
}

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

static void
put(struct fixture *fixture, const struct session *session, int64_t ms)
{
	struct err err = {0};

	assert_done(
	    store_draft_put(fixture->store, session, at(ms), &err), &err);
}

static void
get(struct fixture *fixture, int from, struct instant now,
    struct session *session)
{
	char id[ID_SIZE];
	struct err err = {0};

	assert_int_equal(
	    store_draft_get(fixture->store, from, now, session, id, &err), 1);
	assert_string_equal(id, session->id);
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

		plan(fixture, &session);
		come_to(&session, (enum phase)phase);
		assert_int_equal(session.phase, phase);
		put(fixture, &session, 100000);
		get(fixture, 0, at(100000), &back);
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

	plan(fixture, &session);
	come_to(&session, PHASE_RATE);
	for (int rated = 2; rated <= 4; rated++) {
		put(fixture, &session, 100000);
		get(fixture, 0, at(100000), &back);
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

	plan(fixture, &session);
	session_begin(&session, at(0).mono_ms, start_s);
	put(fixture, &session, 1000);
	get(fixture, 0, at(1000), &back);
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
	plan(fixture, &session);
	session.interrupted = true;
	for (session.seed = 0; session.seed < SEEDS; session.seed++) {
		struct interruption *ours = &session.tasks[0].interruption;
		const struct interruption *theirs;

		interruption_release(ours);
		assert_done(
		    store_plan_interruptions(fixture->store, &session, &err),
		    &err);
		put(fixture, &session, 1000);
		get(fixture, 0, at(1000), &back);
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

	plan(fixture, &session);
	come_to(&session, PHASE_ANSWER);
	for (int i = 0; i < TIMES; i++)
		str_add(&session.take.text, typed);
	put(fixture, &session, 100000);
	get(fixture, 0, at(100000), &back);
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

	plan(fixture, &session);
	come_to(&session, PHASE_THINK);
	put(fixture, &session, 5000);
	session_resume(&session, at(6000).mono_ms);
	session_answer_now(&session, at(7000).mono_ms);
	str_add(&session.take.text, "later");
	put(fixture, &session, 8000);
	assert_int_equal(count(fixture), 1);
	get(fixture, 0, at(8000), &back);
	assert_string_equal(back.take.text.s, "later");
	session_release(&session);
	session_release(&back);
}

static void
time_runs_on_while_the_program_is_away(void **state)
{
	struct fixture *fixture = *state;
	struct session session, back;

	plan(fixture, &session);
	session_begin(&session, at(0).mono_ms, start_s);
	session_answer_now(&session, at(1000).mono_ms);
	put(fixture, &session, 11000);
	assert_int_equal(session_left_ms(&session, at(11000).mono_ms), 67500);
	get(fixture, 0, at(31000), &back);
	assert_int_equal(session_left_ms(&back, at(31000).mono_ms), 47500);
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
	    .mono_ms = 700, .wall_ms = start_s * 1000 + 31000};

	plan(fixture, &session);
	session_begin(&session, at(0).mono_ms, start_s);
	session_answer_now(&session, at(1000).mono_ms);
	put(fixture, &session, 11000);
	/* Where no name of the boot tells it, a clock that shows less does. */
	get(fixture, 0, now, &back);
	assert_int_equal(session_left_ms(&back, now.mono_ms), 47500);
	session_release(&back);
	fixture_sql(fixture->path, "UPDATE draft SET boot = 'another'");
	get(fixture, 0, now, &back);
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
	    .mono_ms = 900000000, .wall_ms = start_s * 1000 + 31000};

	plan(fixture, &session);
	session_begin(&session, at(0).mono_ms, start_s);
	session_answer_now(&session, at(1000).mono_ms);
	put(fixture, &session, 11000);
	fixture_sql(fixture->path, "UPDATE draft SET boot = 'another'");
	get(fixture, 0, now, &back);
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
	    .mono_ms = 700, .wall_ms = start_s * 1000 + 3600000};

	plan(fixture, &session);
	come_to(&session, PHASE_THINK);
	put(fixture, &session, 11000);
	fixture_sql(fixture->path, "UPDATE draft SET boot = 'another'");
	get(fixture, 0, now, &back);
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
	    .mono_ms = 700, .wall_ms = start_s * 1000 + 99000000};

	plan(fixture, &session);
	session_begin(&session, at(0).mono_ms, start_s);
	session_answer_now(&session, at(1000).mono_ms);
	put(fixture, &session, 11000);
	fixture_sql(fixture->path,
	    "UPDATE question SET tags = 'x|over-days' WHERE id = 'q-1'");
	for (int i = 0; i < 2; i++) {
		get(fixture, 0, at(later_ms[i]), &back);
		assert_int_equal(
		    session_left_ms(&back, at(later_ms[i]).mono_ms), 67500);
		session_release(&back);
	}
	fixture_sql(fixture->path, "UPDATE draft SET boot = 'another'");
	get(fixture, 0, now, &back);
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
	    .mono_ms = 700, .wall_ms = start_s * 1000 - 99000000};

	plan(fixture, &session);
	session_begin(&session, at(0).mono_ms, start_s);
	session_answer_now(&session, at(1000).mono_ms);
	put(fixture, &session, 11000);
	fixture_sql(fixture->path, "UPDATE draft SET boot = 'another'");
	get(fixture, 0, now, &back);
	assert_int_equal(session_left_ms(&back, now.mono_ms), 67500);
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

	plan(fixture, &session);
	come_to(&session, PHASE_RATE);
	assert_done(
	    store_draft_put_next(fixture->store, &session, at(100000), &err),
	    &err);
	session_next(&session);
	get(fixture, 0, at(100000), &back);
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
		plan(fixture, &sessions[i]);
		put(fixture, &sessions[i], saved_ms[i]);
	}
	assert_int_equal(count(fixture), 3);
	for (int i = 0; i < 3; i++) {
		get(fixture, i, at(100000), &back);
		assert_string_equal(back.id, sessions[order[i]].id);
		session_release(&back);
	}
	assert_int_equal(
	    store_draft_get(fixture->store, 3, at(100000), &back, id, &err), 0);
	for (int i = 0; i < 3; i++)
		session_release(&sessions[i]);
}

static void
words_that_are_asked_for_are_asked_for_again(void **state)
{
	struct fixture *fixture = *state;
	struct session session, back;

	plan(fixture, &session);
	come_to(&session, PHASE_PREDICT);
	session_predict(&session, 4);
	sample_rate(&session, 5);
	assert_int_equal(session.take.sheet.earning, 0);
	put(fixture, &session, 100000);
	get(fixture, 0, at(100000), &back);
	assert_takes_equal(&session.take, &back.take);
	session_release(&back);

	fixture_sql(fixture->path, "UPDATE draft SET notes = substr(notes, 1, "
				   "length(notes) - 1) || '1'");
	get(fixture, 0, at(100000), &back);
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

	plan(fixture, &session);
	put(fixture, &session, 1000);
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

	plan(fixture, &session);
	put(fixture, &session, 1000);
	fixture_sql(fixture->path, "DELETE FROM question WHERE id = 'q-4'");
	assert_int_equal(
	    store_draft_get(fixture->store, 0, at(2000), &back, id, &err), -1);
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

		plan(fixture, &session);
		come_to(&session, PHASE_PROBE);
		put(fixture, &session, 100000);
		fixture_sql(fixture->path, spoilt[i]);
		if (store_draft_get(
			fixture->store, 0, at(100000), &back, id, &err) == 1) {
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

	plan(fixture, &session);
	put(fixture, &session, 100000);
	holder = fork();
	if (holder == 0)
		for (;;)
			pause();
	snprintf(sql, sizeof(sql), "UPDATE draft SET pid = %ld", (long)holder);
	fixture_sql(fixture->path, sql);
	assert_int_equal(
	    store_draft_get(fixture->store, 0, at(100000), &back, id, &err), 0);
	kill(holder, SIGKILL);
	waitpid(holder, NULL, 0);
	get(fixture, 0, at(100000), &back);
	session_release(&back);
	session_release(&session);
}

/* The holder's number was given to another program since. */
static void
a_draft_whose_holder_is_another_program_now_is_offered(void **state)
{
	struct fixture *fixture = *state;
	struct session session, back;

	plan(fixture, &session);
	put(fixture, &session, 100000);
	fixture_sql(fixture->path, "UPDATE draft SET pid = 1");
	get(fixture, 0, at(100000), &back);
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
	    ON_A_DATABASE(time_runs_on_while_the_program_is_away),
	    ON_A_DATABASE(time_runs_on_while_the_machine_is_off),
	    ON_A_DATABASE(a_longer_boot_is_another_boot_too),
	    ON_A_DATABASE(a_pause_outlasts_a_restart),
	    ON_A_DATABASE(work_of_days_stands_still),
	    ON_A_DATABASE(a_clock_set_back_costs_nothing),
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
