/* SPDX-License-Identifier: MIT */
/*
 * Notes and tags; and that a deleted session leaves no trace: whatever the
 * store tells is compared with a database that never had it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"
#include "store_fixture.h"

#include "base/date.h"
#include "base/rand.h"
#include "base/str.h"
#include "store/annotate.h"
#include "store/cold.h"
#include "store/draft.h"
#include "store/history.h"
#include "store/question.h"
#include "store/recent.h"
#include "store/review.h"
#include "store/schedule.h"
#include "store/status.h"

enum {
	SESSIONS = 9,
	ANSWERS = 3,
	START_S = 1767261600,
	DAY_S = 86400,
	NOW_S = START_S + SESSIONS * DAY_S + 3600,
};

static const struct instant now = {.wall_ms = (int64_t)NOW_S * 1000};

/* Every third session is one that is deleted, or was never there. */
static bool
is_gone(int session)
{
	return session % 3 == 1;
}

static void
add_rows(struct str *sessions, struct str *answers, struct str *ratings, int s)
{
	static const char *const signals[] = {
	    "situation", "task", "action", "result"};
	char when[DATE_SIZE];

	/* What was asked today is not asked again: by one that is gone, too. */
	date_utc(when, s == 7 ? NOW_S - 3600 : START_S + s * DAY_S);
	str_addf(sessions, "s-%d,%s,%s,behavioural,%s,%d\r\n", s, when, when,
	    s % 2 == 0 ? "apm" : "senior", ANSWERS);
	for (int a = 0; a < ANSWERS; a++) {
		str_addf(answers,
		    "a-%d-%d,s-%d,q-%d,%s,behavioural,star,60,%s,"
		    "Why %d?,Because %d.\r\n",
		    s, a, s, 1 + (s + a) % 4, when,
		    s == 4 && a == 2 ? "yes" : "no", s, s);
		if (s == 4 && a == 2)
			continue;
		for (int i = 0; i < 4; i++) {
			str_addf(ratings, "a-%d-%d,s-%d,self,%s,%d,%s\r\n", s,
			    a, s, signals[i], 1 + (s * 7 + a * 3 + i) % 5,
			    when);
			str_addf(ratings, "a-%d-%d,s-%d,%s,%s,%d,%s\r\n", s, a,
			    s, s % 2 == 0 ? "cold" : "Mei", signals[i],
			    1 + (s * 5 + a + i) % 5, when);
		}
	}
}

static void
fill(struct store *store, bool with_gone)
{
	struct str sessions = STR_INIT, answers = STR_INIT, ratings = STR_INIT;

	str_add(&sessions, "session_id,started_at,ended_at,round,level,"
			   "questions\r\n");
	str_add(&answers, "answer_id,session_id,question_id,started_at,round,"
			  "rubric,answer_s,skipped,prompt,answer\r\n");
	str_add(
	    &ratings, "answer_id,session_id,rater,signal,rating,rated_at\r\n");
	for (int s = 0; s < SESSIONS; s++)
		if (with_gone || !is_gone(s))
			add_rows(&sessions, &answers, &ratings, s);
	fixture_import(store, "sessions", sessions.s);
	fixture_import(store, "answers", answers.s);
	fixture_import(store, "ratings", ratings.s);
	fixture_import(store, "parts",
	    with_gone ? "answer_id,part,position,name,text\r\n"
			"a-1-1,clarifying,1,x,y\r\na-2-1,clarifying,1,x,y\r\n"
		      : "answer_id,part,position,name,text\r\n"
			"a-2-1,clarifying,1,x,y\r\n");
	str_release(&sessions);
	str_release(&answers);
	str_release(&ratings);
}

static void
annotate(struct store *store, bool with_gone)
{
	struct err err = {0};

	for (int s = 0; s < SESSIONS; s++) {
		char id[16];

		if (!with_gone && is_gone(s))
			continue;
		snprintf(id, sizeof(id), "s-%d", s);
		assert_int_equal(
		    store_session_note_set(store, id, "so so", NOW_S, &err), 1);
		assert_int_equal(
		    store_session_tag_set(store, id,
			is_gone(s) ? "gone" : "kept", true, NOW_S, &err),
		    1);
	}
}

static void
tell_exports(struct str *out, struct store *store)
{
	static const char *const names[] = {
	    "progress", "sessions", "answers", "parts", "ratings"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		char *text = fixture_export(store, names[i]);

		str_add(out, text);
		free(text);
	}
}

static void
tell_status(struct str *out, struct store *store)
{
	struct status status;
	struct err err = {0};

	assert_done(store_status(store, now, &status, &err), &err);
	status_counts_text(out, &status);
	for (int i = 0; i < status.n_readiness; i++) {
		str_ch(out, '\n');
		status_readiness_text(out, &status, &status.readiness[i]);
	}
	for (int i = 0; i < status.n_checklist; i++)
		str_addf(out, "\n%s", status.checklist[i].text);
	str_addf(out, "\nnext %s %s: %s\n", status.next.round,
	    status.next.question, status.next.reason);
	status_release(&status);
}

static void
tell_schedule(struct str *out, struct store *store)
{
	struct scheduled *rows, one;
	struct err err = {0};
	int n;

	assert_done(store_schedule_all(store, NOW_S, &rows, &n, &err), &err);
	for (int i = 0; i < n; i++) {
		assert_int_equal(store_schedule(store, rows[i].question_id,
				     NOW_S, &one, &err),
		    1);
		assert_int_equal(one.mastered, rows[i].mastered);
		str_addf(out, "%s %d %.9g %.9g %d\n", rows[i].question_id,
		    rows[i].schedule.attempts, rows[i].schedule.state.stability,
		    one.schedule.state.stability, rows[i].mastered);
		scheduled_release(&one);
	}
	scheduled_free(rows, n);
	if (store_schedule_first(store, NOW_S, &one, &err) == 1) {
		str_addf(out, "first %s\n", one.question_id);
		scheduled_release(&one);
	}
}

static void
tell_picks(struct str *out, struct store *store)
{
	static const struct store_filter filter = {.round = "behavioural"};
	struct rand rand = {3};
	char *ids[4];
	struct err err = {0};
	int n;

	assert_done(
	    store_question_pick(store, &filter, &rand, 4, ids, &n, &err), &err);
	for (int i = 0; i < n; i++) {
		str_addf(out, "pick %s\n", ids[i]);
		free(ids[i]);
	}
}

static void
tell_history(struct str *out, struct store *store)
{
	const struct store_filter found = {.search = "\"Because 4\""};
	struct session_row rows[SESSIONS];
	struct answer_row *attempts;
	struct drift_row *drift;
	struct recent_signal weak[2];
	struct err err = {0};
	int n, n_found, n_cold;

	assert_done(
	    store_session_window(store, NULL, 0, SESSIONS, rows, &n, &err),
	    &err);
	for (int i = 0; i < n; i++) {
		str_addf(out, "%s ", rows[i].id);
		session_row_release(&rows[i]);
	}
	assert_done(store_session_count(store, NULL, &n, &err), &err);
	assert_done(store_session_count(store, &found, &n_found, &err), &err);
	assert_done(store_cold_count(store, now, 99, &n_cold, &err), &err);
	str_addf(out, "%d %d %d\n", n, n_found, n_cold);
	assert_done(
	    store_question_attempts(store, "q-2", &attempts, &n, &err), &err);
	for (int i = 0; i < n; i++)
		str_addf(out, "%s %d\n", attempts[i].answer.id,
		    (int)attempts[i].answer.attempt);
	answer_rows_free(attempts, n);
	assert_done(store_drift(store, &drift, &n, &err), &err);
	for (int i = 0; i < n; i++)
		str_addf(out, "%s %d\n", drift[i].signal, drift[i].drift.n);
	drift_rows_free(drift, n);
	assert_done(store_recent_signals(store, 3, 2, weak, &n, &err), &err);
	for (int i = 0; i < n; i++) {
		str_addf(out, "%s %.9g %d\n", weak[i].signal, weak[i].mean,
		    weak[i].sessions);
		recent_signal_release(&weak[i]);
	}
}

static void
tell_annotations(struct str *out, struct store *store)
{
	struct str tags = STR_INIT;
	struct err err = {0};

	assert_done(store_tags(store, &tags, &err), &err);
	str_addf(out, "%s\n", tags.s);
	str_release(&tags);
}

/* Whatever is told of the history. */
static char *
tell(struct store *store)
{
	struct str out = STR_INIT;

	tell_exports(&out, store);
	tell_status(&out, store);
	tell_schedule(&out, store);
	tell_picks(&out, store);
	tell_history(&out, store);
	tell_annotations(&out, store);
	return str_detach(&out);
}

static void
delete_gone(struct store *store)
{
	struct err err = {0};

	for (int s = 0; s < SESSIONS; s++) {
		char id[16];

		snprintf(id, sizeof(id), "s-%d", s);
		if (is_gone(s))
			assert_int_equal(
			    store_session_delete(store, id, NOW_S, &err), 1);
	}
}

static void
a_deleted_session_leaves_no_trace(void **state)
{
	struct fixture *fixture = *state;
	struct store *other = fixture_another(fixture, "other.db");
	char *with, *without;

	fill(fixture->store, true);
	annotate(fixture->store, true);
	delete_gone(fixture->store);
	fill(other, false);
	annotate(other, false);
	with = tell(fixture->store);
	without = tell(other);
	assert_string_equal(with, without);
	assert_non_null(strstr(with, "a-2-1"));
	free(with);
	free(without);
	store_close(other);
}

static void
undeleting_brings_all_of_it_back(void **state)
{
	struct fixture *fixture = *state;
	struct err err = {0};
	char *before, *after;

	fill(fixture->store, true);
	annotate(fixture->store, true);
	before = tell(fixture->store);
	delete_gone(fixture->store);
	after = tell(fixture->store);
	assert_string_not_equal(before, after);
	free(after);
	for (int s = 0; s < SESSIONS; s++) {
		char id[16];

		snprintf(id, sizeof(id), "s-%d", s);
		assert_int_equal(
		    store_session_undelete(fixture->store, id, &err),
		    is_gone(s));
	}
	after = tell(fixture->store);
	assert_string_equal(before, after);
	free(before);
	free(after);
}

static void
what_was_deleted_is_listed_alone(void **state)
{
	static const struct store_filter deleted = {.deleted = true},
					 found = {.deleted = true,
					     .search = "\"Because 4\""};
	struct fixture *fixture = *state;
	struct session_row rows[SESSIONS];
	struct err err = {0};
	int n;

	fill(fixture->store, true);
	assert_int_equal(
	    store_session_deleted_last(fixture->store, rows, &err), 0);
	delete_gone(fixture->store);
	assert_done(
	    store_session_count(fixture->store, &deleted, &n, &err), &err);
	assert_int_equal(n, 3);
	assert_done(store_session_window(
			fixture->store, &deleted, 0, SESSIONS, rows, &n, &err),
	    &err);
	assert_int_equal(n, 3);
	for (int i = 0; i < n; i++) {
		assert_true(is_gone(atoi(rows[i].id + strlen("s-"))));
		session_row_release(&rows[i]);
	}
	assert_done(
	    store_session_count(fixture->store, &found, &n, &err), &err);
	assert_int_equal(n, 1);
	assert_int_equal(
	    store_session_deleted_last(fixture->store, rows, &err), 1);
	assert_string_equal(rows[0].id, "s-7");
	session_row_release(rows);
}

/* It stays deleted, and the file is taken. */
static void
a_file_does_not_bring_it_back(void **state)
{
	struct fixture *fixture = *state;
	char *before, *after;

	fill(fixture->store, true);
	delete_gone(fixture->store);
	before = tell(fixture->store);
	fill(fixture->store, true);
	after = tell(fixture->store);
	assert_string_equal(before, after);
	free(before);
	free(after);
}

static void
only_a_session_that_is_there_is_changed(void **state)
{
	struct fixture *fixture = *state;
	struct store *store = fixture->store;
	struct err err = {0};

	fill(store, true);
	assert_int_equal(store_session_delete(store, "none", NOW_S, &err), 0);
	assert_int_equal(store_session_undelete(store, "none", &err), 0);
	assert_int_equal(store_session_undelete(store, "s-1", &err), 0);
	assert_int_equal(
	    store_session_note_set(store, "none", "x", NOW_S, &err), 0);
	assert_int_equal(
	    store_session_tag_set(store, "none", "x", true, NOW_S, &err), 0);
	assert_int_equal(store_session_delete(store, "s-1", NOW_S, &err), 1);
	assert_int_equal(store_session_delete(store, "s-1", NOW_S, &err), 0);
	assert_int_equal(
	    store_session_note_set(store, "s-1", "x", NOW_S, &err), 0);
}

static void
an_open_draft_keeps_its_session(void **state)
{
	struct fixture *fixture = *state;
	struct err err = {0};

	fill(fixture->store, true);
	fixture_sql(fixture->path,
	    "INSERT INTO draft (session_id, saved_mono_ms, saved_wall_ms, boot,"
	    " pid, started_at, utc_offset_min, mode, strict, round, company,"
	    " level, n_probes, tasks, limits, at, phase, take_started_at,"
	    " timers, text, caret, splits, hint, probe_at, probes, predicted,"
	    " ratings, metric) VALUES ('s-2', 0, 0, '', 0, 0, 0, '', 0, '', '',"
	    " '', 0, '', '', 0, '', 0, '', '', 0, '', 0, 0, '', 0, '', 0)");
	assert_int_equal(
	    store_session_delete(fixture->store, "s-2", NOW_S, &err), -1);
	assert_non_null(strstr(err.text, "open draft"));
}

static int64_t
pk_of(const struct fixture *fixture, const char *id)
{
	struct str sql = STR_INIT;
	int64_t pk;

	str_addf(&sql, "SELECT session_pk FROM session WHERE id = '%s'", id);
	pk = fixture_sql_int(fixture->path, sql.s);
	str_release(&sql);
	return pk;
}

static void
assert_note(const struct fixture *fixture, const char *id, const char *expected)
{
	struct err err = {0};
	char *note;

	assert_done(
	    store_session_note(fixture->store, pk_of(fixture, id), &note, &err),
	    &err);
	assert_string_equal(note, expected);
	free(note);
}

static void
the_latest_note_counts(void **state)
{
	struct fixture *fixture = *state;
	struct store *store = fixture->store;
	struct err err = {0};

	fill(store, true);
	assert_note(fixture, "s-0", "");
	store_session_note_set(store, "s-0", "first", NOW_S, &err);
	assert_note(fixture, "s-0", "first");
	/* In the same second, and after the clock went back. */
	store_session_note_set(store, "s-0", "second", NOW_S, &err);
	store_session_note_set(store, "s-0", "third", NOW_S - DAY_S, &err);
	assert_note(fixture, "s-0", "third");
	assert_note(fixture, "s-2", "");
	store_session_note_set(store, "s-0", "", NOW_S, &err);
	assert_note(fixture, "s-0", "");
}

static void
assert_tags(const struct fixture *fixture, const char *id, const char *expected)
{
	struct str tags = STR_INIT;
	struct err err = {0};

	assert_done(
	    store_session_tags(fixture->store, pk_of(fixture, id), &tags, &err),
	    &err);
	assert_string_equal(tags.s, expected);
	str_release(&tags);
}

static void
the_latest_word_on_a_tag_counts(void **state)
{
	struct fixture *fixture = *state;
	struct store *store = fixture->store;
	struct str tags = STR_INIT;
	struct err err = {0};

	fill(store, true);
	store_session_tag_set(store, "s-0", "xiaomi", true, NOW_S, &err);
	store_session_tag_set(store, "s-0", "a|b", true, NOW_S, &err);
	store_session_tag_set(store, "s-2", "late", true, NOW_S, &err);
	assert_tags(fixture, "s-0", "a\\|b|xiaomi");
	store_session_tag_set(store, "s-0", "xiaomi", false, NOW_S, &err);
	assert_tags(fixture, "s-0", "a\\|b");
	assert_done(store_tags(store, &tags, &err), &err);
	assert_string_equal(tags.s, "a\\|b|late");
	store_session_tag_set(store, "s-0", "xiaomi", true, NOW_S, &err);
	assert_tags(fixture, "s-0", "a\\|b|xiaomi");
	str_release(&tags);
}

#define ON_A_DATABASE(test)                                                    \
	cmocka_unit_test_setup_teardown(test, fixture_set_up, fixture_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_A_DATABASE(a_deleted_session_leaves_no_trace),
	    ON_A_DATABASE(undeleting_brings_all_of_it_back),
	    ON_A_DATABASE(what_was_deleted_is_listed_alone),
	    ON_A_DATABASE(a_file_does_not_bring_it_back),
	    ON_A_DATABASE(only_a_session_that_is_there_is_changed),
	    ON_A_DATABASE(an_open_draft_keeps_its_session),
	    ON_A_DATABASE(the_latest_note_counts),
	    ON_A_DATABASE(the_latest_word_on_a_tag_counts),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("annotate", tests, NULL, NULL);
}
