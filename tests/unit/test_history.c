/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "unit.h"
#include "store_fixture.h"

#include "base/str.h"
#include "store/history.h"

static int
set_up(void **state)
{
	const struct fixture *fixture;

	if (fixture_set_up(state) != 0)
		return -1;
	fixture = *state;
	fixture_import(fixture->store, "sessions",
	    "session_id,started_at,ended_at,utc_offset_min,mode,round,company,"
	    "level,questions\r\n"
	    "s-1,2026-01-01T10:00:00Z,2026-01-01T10:20:00Z,60,typed,"
	    "behavioural,xiaomi,apm,2\r\n"
	    "s-2,2026-01-02T10:00:00Z,,-300,spoken,general,,,1\r\n"
	    "s-3,2026-01-02T10:00:00Z,2026-01-02T11:00:00Z,0,typed,"
	    "behavioural,,senior,2\r\n");
	fixture_import(fixture->store, "answers",
	    "answer_id,session_id,question_id,started_at,opening_s,skipped,"
	    "prompt,answer,probes\r\n"
	    "a-2,s-1,q-1,2026-01-01T10:05:00Z,,no,A failure?,The 2nd,\r\n"
	    "a-1,s-1,q-1,2026-01-01T10:05:00Z,4.25,no,A failure?,50 % 我们,"
	    "Which data?=the funnel\r\n"
	    "a-3,s-2,q-1,2026-01-02T10:00:00Z,,yes,A failure?,,\r\n"
	    "a-5,s-3,q-1,2026-01-02T10:01:00Z,,no,A failure?,Later,\r\n"
	    "a-4,s-3,q-2,2026-01-02T10:00:30Z,0,no,A conflict?,Other,\r\n");
	return 0;
}

/* The ids of a window of the sessions, joined. */
static void
assert_window(struct fixture *fixture, struct store_filter filter, int from,
    int room, const char *expected)
{
	struct session_row rows[8];
	char listed[64] = "";
	struct err err = {0};
	int n;

	assert_done(store_session_window(
			fixture->store, &filter, from, room, rows, &n, &err),
	    &err);
	for (int i = 0; i < n; i++) {
		strcat(listed, rows[i].id);
		strcat(listed, " ");
		session_row_release(&rows[i]);
	}
	assert_string_equal(listed, expected);
}

static void
assert_count(struct fixture *fixture, struct store_filter filter, int expected)
{
	struct err err = {0};
	int n;

	assert_done(
	    store_session_count(fixture->store, &filter, &n, &err), &err);
	assert_int_equal(n, expected);
}

static void
sessions_come_newest_first(void **state)
{
	assert_window(*state, (struct store_filter){0}, 0, 8, "s-3 s-2 s-1 ");
	assert_window(*state, (struct store_filter){0}, 0, 2, "s-3 s-2 ");
	assert_window(*state, (struct store_filter){0}, 2, 2, "s-1 ");
	assert_window(*state, (struct store_filter){0}, 3, 2, "");
	assert_count(*state, (struct store_filter){0}, 3);
}

static const struct {
	struct store_filter filter;
	const char *found;
	int count;
} filters[] = {
    {{.round = "behavioural"}, "s-3 s-1 ", 2},
    {{.company = "xiaomi"}, "s-1 ", 1},
    {{.level = "senior"}, "s-3 ", 1},
    {{.level = "staff"}, "", 0},
    {{.search = "conflict"}, "s-3 ", 1},
    {{.search = "2ND"}, "s-1 ", 1},
    {{.search = "funnel"}, "s-1 ", 1},
    {{.search = "我们"}, "s-1 ", 1},
    {{.search = "50 %"}, "s-1 ", 1},
    {{.search = "5_"}, "", 0},
    {{.search = "q-2"}, "s-3 ", 1},
    {{.search = "failure", .level = "apm"}, "s-1 ", 1},
};

static void
sessions_are_filtered_and_searched(void **state)
{
	for (size_t i = 0; i < sizeof(filters) / sizeof(filters[0]); i++) {
		assert_window(
		    *state, filters[i].filter, 0, 8, filters[i].found);
		assert_count(*state, filters[i].filter, filters[i].count);
	}
}

static void
a_session_is_read_whole(void **state)
{
	const struct fixture *fixture = *state;
	struct session_row row;
	struct err err = {0};

	assert_int_equal(
	    store_session_get(fixture->store, "s-1", &row, &err), 1);
	assert_string_equal(row.id, "s-1");
	assert_int_equal(row.started_at, 1767261600);
	assert_int_equal(row.ended_at, 1767261600 + 1200);
	assert_int_equal(row.utc_offset_min, 60);
	assert_string_equal(row.mode, "typed");
	assert_string_equal(row.company, "xiaomi");
	assert_string_equal(row.level, "apm");
	assert_int_equal(row.questions, 2);
	session_row_release(&row);
	assert_int_equal(
	    store_session_get(fixture->store, "s-2", &row, &err), 1);
	assert_int_equal(row.ended_at, 0);
	assert_int_equal(row.utc_offset_min, -300);
	session_row_release(&row);
	assert_int_equal(
	    store_session_get(fixture->store, "s-9", &row, &err), 0);
}

static void
answers_come_oldest_first_then_by_id(void **state)
{
	const struct fixture *fixture = *state;
	struct session_row session;
	struct answer_row *rows;
	struct err err = {0};
	int n;

	assert_int_equal(
	    store_session_get(fixture->store, "s-1", &session, &err), 1);
	assert_done(
	    store_session_answers(fixture->store, session.pk, &rows, &n, &err),
	    &err);
	assert_int_equal(n, 2);
	assert_string_equal(rows[0].answer.id, "a-1");
	assert_string_equal(rows[1].answer.id, "a-2");
	answer_rows_free(rows, n);
	session_row_release(&session);
	assert_done(
	    store_session_answers(fixture->store, 99, &rows, &n, &err), &err);
	assert_int_equal(n, 0);
	answer_rows_free(rows, n);
}

static void
an_answer_is_read_whole(void **state)
{
	const struct fixture *fixture = *state;
	struct answer_row row;
	struct err err = {0};

	assert_int_equal(
	    store_answer_get(fixture->store, "a-1", &row, &err), 1);
	assert_string_equal(row.answer.session_id, "s-1");
	assert_string_equal(row.answer.question_id, "q-1");
	assert_string_equal(row.answer.text, "50 % 我们");
	assert_string_equal(row.answer.probes, "Which data?=the funnel");
	assert_int_equal(row.answer.opening_s * 100, 425);
	assert_int_equal(row.answer.metric, GIVEN_UNKNOWN);
	assert_int_equal(row.answer.predicted, 0);
	answer_row_release(&row);
	assert_int_equal(
	    store_answer_get(fixture->store, "a-9", &row, &err), 0);
}

static void
an_opening_of_zero_is_not_a_missing_one(void **state)
{
	const struct fixture *fixture = *state;
	struct answer_row row;
	struct err err = {0};

	assert_int_equal(
	    store_answer_get(fixture->store, "a-4", &row, &err), 1);
	assert_int_equal(row.answer.opening_s, 0);
	answer_row_release(&row);
	assert_int_equal(
	    store_answer_get(fixture->store, "a-2", &row, &err), 1);
	assert_true(row.answer.opening_s < 0);
	answer_row_release(&row);
}

/* a-1 and a-2 began in the same second; a-3 was skipped; a-4 was another
 * question. */
static const struct {
	const char *id, *before;
	int attempt;
} chain[] = {
    {"a-1", NULL, 1},
    {"a-2", "a-1", 2},
    {"a-3", "a-2", 0},
    {"a-4", NULL, 1},
    {"a-5", "a-2", 3},
};

static void
an_answer_knows_the_attempt_before(void **state)
{
	const struct fixture *fixture = *state;

	for (size_t i = 0; i < sizeof(chain) / sizeof(chain[0]); i++) {
		struct answer_row row, before;
		struct err err = {0};

		assert_int_equal(
		    store_answer_get(fixture->store, chain[i].id, &row, &err),
		    1);
		assert_int_equal(row.answer.attempt, chain[i].attempt);
		assert_int_equal(store_answer_before(fixture->store,
				     &row.answer, &before, &err),
		    chain[i].before != NULL);
		if (chain[i].before != NULL) {
			assert_string_equal(before.answer.id, chain[i].before);
			answer_row_release(&before);
		}
		answer_row_release(&row);
	}
}

/* Skipped ones and other questions' are none. */
static void
the_attempts_at_a_question_come_oldest_first(void **state)
{
	static const char *const attempts[] = {"a-1", "a-2", "a-5"};
	const struct fixture *fixture = *state;
	struct answer_row row, *rows;
	struct err err = {0};
	int n;

	assert_int_equal(
	    store_answer_get(fixture->store, "a-1", &row, &err), 1);
	assert_done(store_question_attempts(fixture->store,
			row.answer.question_id, &rows, &n, &err),
	    &err);
	answer_row_release(&row);
	assert_int_equal(n, 3);
	for (int i = 0; i < n; i++) {
		assert_string_equal(rows[i].answer.id, attempts[i]);
		assert_int_equal(rows[i].answer.attempt, i + 1);
	}
	answer_rows_free(rows, n);
	assert_done(
	    store_question_attempts(fixture->store, "nothing", &rows, &n, &err),
	    &err);
	assert_int_equal(n, 0);
	answer_rows_free(rows, n);
}

static bool
any_history(const struct fixture *fixture)
{
	struct err err = {0};
	bool any = false;

	assert_done(store_any_history(fixture->store, &any, &err), &err);
	return any;
}

static void
a_single_session_is_history(void **state)
{
	const struct fixture *fixture = *state;

	assert_true(any_history(fixture));
	fixture_sql(fixture->path, "UPDATE session SET deleted_at = 1");
	assert_false(any_history(fixture));
	fixture_sql(fixture->path, "DELETE FROM answer; DELETE FROM session");
	assert_false(any_history(fixture));
}

static void
what_was_deleted_is_not_found(void **state)
{
	const struct fixture *fixture = *state;
	struct session_row session;
	struct answer_row row, before;
	struct err err = {0};

	fixture_sql(fixture->path,
	    "UPDATE session SET deleted_at = 1 WHERE id = 's-1'");
	assert_window(*state, (struct store_filter){0}, 0, 8, "s-3 s-2 ");
	assert_count(*state, (struct store_filter){0}, 2);
	assert_int_equal(
	    store_session_get(fixture->store, "s-1", &session, &err), 0);
	assert_int_equal(
	    store_answer_get(fixture->store, "a-1", &row, &err), 0);
	assert_int_equal(
	    store_answer_get(fixture->store, "a-5", &row, &err), 1);
	assert_int_equal(
	    store_answer_before(fixture->store, &row.answer, &before, &err), 0);
	answer_row_release(&row);
}

static void
rate_all(struct store *store, const char *answer, const char *session,
    int rating, const char *at)
{
	static const char *const signals[] = {
	    "situation", "task", "action", "result"};
	struct str csv = STR_INIT;

	str_add(&csv, "answer_id,session_id,rater,signal,rating,rated_at\r\n");
	for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++)
		str_addf(&csv, "%s,%s,self,%s,%d,%s\r\n", answer, session,
		    signals[i], rating, at);
	fixture_import(store, "ratings", csv.s);
	str_release(&csv);
}

static void
sessions_are_ordered_by_their_overall(void **state)
{
	struct fixture *fixture = *state;
	const struct store_filter best = {.order = "best"};
	const struct store_filter worst = {.order = "worst"};

	fixture_import(fixture->store, "answers",
	    "answer_id,session_id,question_id,started_at,rubric,prompt\r\n"
	    "a-1,s-1,q-1,2026-01-01T10:05:00Z,star,A failure?\r\n"
	    "a-5,s-3,q-1,2026-01-02T10:01:00Z,star,A failure?\r\n");
	assert_window(fixture, best, 0, 8, "s-3 s-2 s-1 ");
	rate_all(fixture->store, "a-1", "s-1", 3, "2026-01-03T10:00:00Z");
	assert_window(fixture, best, 0, 8, "s-1 s-3 s-2 ");
	assert_window(fixture, worst, 0, 8, "s-1 s-3 s-2 ");
	rate_all(fixture->store, "a-5", "s-3", 4, "2026-01-03T10:00:00Z");
	assert_window(fixture, best, 0, 8, "s-3 s-1 s-2 ");
	assert_window(fixture, worst, 0, 8, "s-1 s-3 s-2 ");
	assert_window(fixture, worst, 1, 1, "s-3 ");
	/* Ratings that change later change the order. */
	rate_all(fixture->store, "a-5", "s-3", 2, "2026-01-04T10:00:00Z");
	assert_window(fixture, best, 0, 8, "s-1 s-3 s-2 ");
}

#define ON_A_DATABASE(test)                                                    \
	cmocka_unit_test_setup_teardown(test, set_up, fixture_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_A_DATABASE(sessions_come_newest_first),
	    ON_A_DATABASE(sessions_are_filtered_and_searched),
	    ON_A_DATABASE(a_session_is_read_whole),
	    ON_A_DATABASE(answers_come_oldest_first_then_by_id),
	    ON_A_DATABASE(an_answer_is_read_whole),
	    ON_A_DATABASE(an_opening_of_zero_is_not_a_missing_one),
	    ON_A_DATABASE(an_answer_knows_the_attempt_before),
	    ON_A_DATABASE(the_attempts_at_a_question_come_oldest_first),
	    ON_A_DATABASE(sessions_are_ordered_by_their_overall),
	    ON_A_DATABASE(a_single_session_is_history),
	    ON_A_DATABASE(what_was_deleted_is_not_found),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("history", tests, NULL, NULL);
}
