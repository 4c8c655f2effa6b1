/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <sqlite3.h>
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
#include "store/session.h"
#include "store/statements.h"

/* 2026-02-01T10:00:00Z */
#define NOW_S INT64_C(1769940000)

enum { MINUTE_S = 60, HOUR_S = 3600, SIGNALS = 4, ID_ROOM = 32 };

static const char *const signals[SIGNALS] = {
    "situation", "task", "action", "result"};

static struct instant
now(void)
{
	return (struct instant){.wall_ms = NOW_S * 1000 + 999};
}

static void
tell_answer(struct store *store, const char *id, const char *text, bool skipped)
{
	struct str csv = STR_INIT;

	str_addf(&csv,
	    "session_id,started_at,ended_at,utc_offset_min\r\n"
	    "s-%s,2026-01-30T10:00:00Z,2026-01-30T11:00:00Z,60\r\n",
	    id);
	fixture_import(store, "sessions", csv.s);
	str_clear(&csv);
	str_addf(&csv,
	    "answer_id,session_id,question_id,started_at,rubric,skipped,"
	    "prompt,answer\r\n"
	    "%s,s-%s,q-1,2026-01-30T10:00:00Z,star,%s,Why %s?,%s\r\n",
	    id, id, skipped ? "yes" : "no", id, text);
	fixture_import(store, "answers", csv.s);
	str_release(&csv);
}

/* A digit a signal of star. */
static void
tell_ratings(struct store *store, const char *id, const char *rater,
    const char *digits, int64_t at_s)
{
	struct str csv = STR_INIT;
	char at[DATE_SIZE];

	date_utc(at, at_s);
	str_add(&csv, "answer_id,session_id,rater,signal,rating,rated_at\r\n");
	for (int i = 0; digits[i] != '\0'; i++)
		str_addf(&csv, "%s,s-%s,%s,%s,%c,%s\r\n", id, id, rater,
		    signals[i], digits[i], at);
	fixture_import(store, "ratings", csv.s);
	str_release(&csv);
}

static void
tell(struct store *store, const char *id, int64_t rated_ago_s)
{
	tell_answer(store, id, "I did.", false);
	tell_ratings(store, id, "self", "4444", NOW_S - rated_ago_s);
}

/* Their ids, a blank between. */
static void
assert_due(struct store *store, const char *expected)
{
	struct str said = STR_INIT;
	struct err err = {0};
	struct cold_row *rows;
	int n, count;

	assert_done(store_cold_due(store, now(), 99, &rows, &n, &err), &err);
	for (int i = 0; i < n; i++)
		str_addf(&said, "%s%s", i > 0 ? " " : "", rows[i].id);
	assert_string_equal(said.s, expected);
	cold_rows_free(rows, n);
	str_release(&said);
	assert_done(store_cold_count(store, now(), 99, &count, &err), &err);
	assert_int_equal(count, n);
	assert_done(store_cold_count(store, now(), 1, &count, &err), &err);
	assert_int_equal(count, n > 0);
}

static void
answers_wait_from_a_day_to_three_after_their_rating(void **state)
{
	const struct fixture *fixture = *state;
	struct store *store = fixture->store;

	assert_due(store, "");
	tell(store, "early", 24 * HOUR_S - 1);
	assert_due(store, "");
	tell(store, "first", 24 * HOUR_S);
	tell(store, "older", 50 * HOUR_S);
	tell(store, "last", 72 * HOUR_S);
	tell(store, "late", 72 * HOUR_S + 1);
	assert_due(store, "last older first");
}

static void
the_rules_say_from_when_to_when(void **state)
{
	const struct fixture *fixture = *state;
	struct store *store = fixture->store;

	tell(store, "a", 10 * HOUR_S);
	tell(store, "b", 12 * HOUR_S);
	tell(store, "c", 13 * HOUR_S);
	fixture_import(store, "rules",
	    "rule,value\r\ncold_from_h,11.5\r\ncold_until_h,12.5\r\n");
	assert_due(store, "b");
}

static void
only_what_can_be_rated_again_waits(void **state)
{
	const int64_t ago_s = 30 * HOUR_S;
	const struct fixture *fixture = *state;
	struct store *store = fixture->store;
	struct err err = {0};

	tell_answer(store, "unrated", "I did.", false);
	tell_answer(store, "skipped", "I did.", true);
	tell_answer(store, "incomplete", "I did.", false);
	tell_ratings(store, "incomplete", "self", "444", NOW_S - ago_s);
	tell_answer(store, "spoken", "", false);
	tell_ratings(store, "spoken", "self", "4444", NOW_S - ago_s);
	tell_answer(store, "peers", "I did.", false);
	tell_ratings(store, "peers", "Mei", "4444", NOW_S - ago_s);
	tell(store, "deleted", ago_s);
	assert_int_equal(store_session_delete(store, "s-deleted", 1, &err), 1);
	tell(store, "good", ago_s);
	tell_ratings(store, "good", "Mei", "4444", NOW_S - HOUR_S);
	assert_due(store, "good");
	tell_ratings(store, "good", "cold", "3333", NOW_S - 10);
	assert_due(store, "");
}

static void
the_last_rating_by_oneself_starts_the_wait(void **state)
{
	const struct fixture *fixture = *state;
	struct store *store = fixture->store;

	tell(store, "again", 90 * HOUR_S);
	tell_ratings(store, "again", "self", "5555", NOW_S - 30 * HOUR_S);
	tell(store, "anew", 30 * HOUR_S);
	tell_ratings(store, "anew", "self", "5", NOW_S - 3 * HOUR_S);
	assert_due(store, "again");
}

static void
what_is_listed_tells_question_and_time(void **state)
{
	const struct fixture *fixture = *state;
	struct err err = {0};
	struct cold_row *rows;
	int n;

	tell(fixture->store, "one", 30 * HOUR_S);
	tell(fixture->store, "two", 31 * HOUR_S);
	assert_done(
	    store_cold_due(fixture->store, now(), 1, &rows, &n, &err), &err);
	assert_int_equal(n, 1);
	assert_string_equal(rows[0].id, "two");
	assert_string_equal(rows[0].prompt, "Why two?");
	assert_int_equal(rows[0].utc_offset_min, 60);
	assert_int_equal(rows[0].started_at, 1769767200);
	cold_rows_free(rows, n);
}

static void
assert_next(struct store *store, int64_t expected_s)
{
	struct err err = {0};
	int64_t at_s;

	assert_done(store_cold_next(store, now(), &at_s, &err), &err);
	assert_int_equal(at_s, expected_s);
}

static void
the_next_is_known_before_it_waits(void **state)
{
	const struct fixture *fixture = *state;
	struct store *store = fixture->store;

	assert_next(store, 0);
	tell(store, "waits", 24 * HOUR_S);
	assert_next(store, 0);
	tell(store, "young", MINUTE_S);
	assert_next(store, NOW_S + 24 * HOUR_S - MINUTE_S);
	tell(store, "elder", 24 * HOUR_S - 1);
	assert_next(store, NOW_S + 1);
}

/* What stands before the window must never be looked at. */
static void
the_window_is_found_by_its_index(void **state)
{
	static const enum statement ids[] = {STMT_COLD_DUE, STMT_COLD_FIRST};
	const struct fixture *fixture = *state;
	sqlite3 *db;

	assert_int_equal(sqlite3_open(fixture->path, &db), SQLITE_OK);
	for (size_t i = 0; i < sizeof(ids) / sizeof(ids[0]); i++) {
		struct str sql = STR_INIT, plan = STR_INIT;
		sqlite3_stmt *stmt;

		str_addf(&sql, "EXPLAIN QUERY PLAN %s", statement_sql[ids[i]]);
		assert_int_equal(
		    sqlite3_prepare_v2(db, sql.s, -1, &stmt, NULL), SQLITE_OK);
		while (sqlite3_step(stmt) == SQLITE_ROW)
			str_addf(&plan, "%s\n",
			    (const char *)sqlite3_column_text(stmt, 3));
		if (strstr(plan.s, "USING INDEX rating_by_time (rated_at>? "
				   "AND rated_at<?)") == NULL)
			print_error("%s\n", plan.s);
		assert_non_null(strstr(plan.s,
		    "USING INDEX rating_by_time (rated_at>? AND rated_at<?)"));
		assert_null(strstr(plan.s, "SCAN answer"));
		assert_null(strstr(plan.s, "SCAN a\n"));
		assert_null(strstr(plan.s, "SCAN s\n"));
		assert_null(strstr(plan.s, "SCAN other"));
		assert_null(strstr(plan.s, "SCAN given"));
		sqlite3_finalize(stmt);
		str_release(&sql);
		str_release(&plan);
	}
	sqlite3_close(db);
}

/* Drift. */

static void
a_signal_drifts_by_the_answers_rated_both_ways(void **state)
{
	const struct fixture *fixture = *state;
	struct store *store = fixture->store;
	struct drift_row *rows;
	struct err err = {0};
	int n;

	tell(store, "a", 30 * HOUR_S);
	tell_ratings(store, "a", "cold", "35", NOW_S - 20);
	tell(store, "b", 30 * HOUR_S);
	tell_ratings(store, "b", "cold", "25", NOW_S - 20);
	tell_ratings(store, "b", "Mei", "1111", NOW_S - 20);
	tell(store, "once", 30 * HOUR_S);
	tell_answer(store, "only-cold", "I did.", false);
	tell_ratings(store, "only-cold", "cold", "1111", NOW_S - 20);
	assert_done(store_drift(store, &rows, &n, &err), &err);
	assert_int_equal(n, 2);
	assert_string_equal(rows[0].signal, "situation");
	assert_int_equal(rows[0].drift.n, 2);
	assert_int_equal(rows[0].drift.sum, -3);
	assert_int_equal(rows[0].drift.apart, 3);
	assert_string_equal(rows[1].signal, "task");
	assert_int_equal(rows[1].drift.n, 2);
	assert_int_equal(rows[1].drift.sum, 2);
	drift_rows_free(rows, n);
	fixture_sql(fixture->path,
	    "UPDATE session SET deleted_at = 1 WHERE id = 's-a'");
	assert_done(store_drift(store, &rows, &n, &err), &err);
	assert_int_equal(rows[0].drift.n, 1);
	assert_int_equal(rows[0].drift.sum, -2);
	drift_rows_free(rows, n);
}

/* A random history, and the same once more from what was told of it. */

enum { ANSWERS = 12, TIMES = 60, FRESH = 0, COLD = 1, RATERS = 2 };

struct told {
	int latest[ANSWERS][RATERS][SIGNALS];
};

static void
tell_at_random(struct store *store, struct rand *rand, struct told *told)
{
	for (int i = 0; i < ANSWERS; i++) {
		char id[ID_ROOM];

		snprintf(id, sizeof(id), "r-%d", i);
		tell_answer(store, id, "I did.", false);
	}
	for (int i = 0; i < TIMES; i++) {
		int answer = (int)rand_below(rand, ANSWERS);
		int rater = (int)rand_below(rand, RATERS);
		int n = 1 + (int)rand_below(rand, SIGNALS);
		char id[ID_ROOM], digits[SIGNALS + 1] = "";

		for (int s = 0; s < n; s++) {
			int rating = 1 + (int)rand_below(rand, 5);

			digits[s] = (char)('0' + rating);
			told->latest[answer][rater][s] = rating;
		}
		snprintf(id, sizeof(id), "r-%d", answer);
		tell_ratings(store, id, rater == COLD ? "cold" : "self", digits,
		    NOW_S + i);
	}
}

static void
assert_naive(const struct told *told, const struct drift_row *row, int signal)
{
	double mean = 0, spread = 0;
	int n = 0;

	for (int i = 0; i < ANSWERS; i++) {
		int fresh = told->latest[i][FRESH][signal];
		int cold = told->latest[i][COLD][signal];

		if (fresh == 0 || cold == 0)
			continue;
		mean += cold - fresh;
		spread += fabs((double)(cold - fresh));
		n++;
	}
	assert_string_equal(row->signal, signals[signal]);
	assert_int_equal(row->drift.n, n);
	assert_true(fabs(drift_mean(&row->drift) - mean / n) < 1e-12);
	assert_true(fabs(drift_spread(&row->drift) - spread / n) < 1e-12);
}

static void
the_latest_of_each_counts(void **state)
{
	static const int by_name[SIGNALS] = {2, 3, 0, 1};
	const struct fixture *fixture = *state;
	struct rand rand = {20260201};
	struct told told = {0};
	struct drift_row *rows;
	struct err err = {0};
	int n;

	tell_at_random(fixture->store, &rand, &told);
	assert_done(store_drift(fixture->store, &rows, &n, &err), &err);
	assert_int_equal(n, SIGNALS);
	for (int i = 0; i < SIGNALS; i++)
		assert_naive(&told, &rows[i], by_name[i]);
	drift_rows_free(rows, n);
}

#define ON_A_DATABASE(test)                                                    \
	cmocka_unit_test_setup_teardown(test, fixture_set_up, fixture_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_A_DATABASE(answers_wait_from_a_day_to_three_after_their_rating),
	    ON_A_DATABASE(the_rules_say_from_when_to_when),
	    ON_A_DATABASE(only_what_can_be_rated_again_waits),
	    ON_A_DATABASE(the_last_rating_by_oneself_starts_the_wait),
	    ON_A_DATABASE(what_is_listed_tells_question_and_time),
	    ON_A_DATABASE(the_next_is_known_before_it_waits),
	    ON_A_DATABASE(the_window_is_found_by_its_index),
	    ON_A_DATABASE(a_signal_drifts_by_the_answers_rated_both_ways),
	    ON_A_DATABASE(the_latest_of_each_counts),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("cold store", tests, NULL, NULL);
}
