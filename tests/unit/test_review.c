/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"
#include "store_fixture.h"

#include "base/str.h"
#include "store/recent.h"
#include "store/review.h"

enum { SESSIONS = 6, ANSWERS = 3 };

/* `result` in six sessions of three answers: the means are 10/3, 11/3, 3,
 * 13/3, 4 and 8/3. */
static const int results[SESSIONS][ANSWERS] = {
    {3, 3, 4},
    {5, 3, 3},
    {1, 3, 5},
    {5, 4, 4},
    {4, 4, 4},
    {3, 2, 3},
};

static void
import_sessions(struct fixture *fixture)
{
	struct str csv = STR_INIT;

	str_add(&csv,
	    "session_id,started_at,ended_at,utc_offset_min,round,level\r\n");
	for (int s = 1; s <= SESSIONS; s++)
		str_addf(&csv,
		    "s-%d,2026-01-0%dT10:00:00Z,2026-01-0%dT11:00:00Z,480,"
		    "behavioural,%s\r\n",
		    s, s, s, s % 2 == 0 ? "apm" : "senior");
	fixture_import(fixture->store, "sessions", csv.s);
	str_release(&csv);
}

static void
import_answers(struct fixture *fixture)
{
	struct str csv = STR_INIT;

	str_add(&csv, "answer_id,session_id,question_id,started_at,rubric\r\n");
	for (int s = 1; s <= SESSIONS; s++)
		for (int a = 1; a <= ANSWERS; a++)
			str_addf(&csv,
			    "a-%d%d,s-%d,q-%d,2026-01-0%dT10:0%d:00Z,star\r\n",
			    s, a, s, a, s, a);
	fixture_import(fixture->store, "answers", csv.s);
	str_release(&csv);
}

static void
import_results(struct fixture *fixture)
{
	struct str csv = STR_INIT;

	str_add(&csv, "answer_id,session_id,rater,signal,rating,rated_at\r\n");
	for (int s = 1; s <= SESSIONS; s++)
		for (int a = 1; a <= ANSWERS; a++)
			str_addf(&csv,
			    "a-%d%d,s-%d,self,result,%d,"
			    "2026-01-0%dT11:00:00Z\r\n",
			    s, a, s, results[s - 1][a - 1], s);
	fixture_import(fixture->store, "ratings", csv.s);
	str_release(&csv);
}

static int
set_up(void **state)
{
	if (fixture_set_up(state) != 0)
		return -1;
	import_sessions(*state);
	import_answers(*state);
	import_results(*state);
	return 0;
}

static void
rate(struct fixture *fixture, const char *row)
{
	struct str csv = STR_INIT;

	str_addf(&csv,
	    "answer_id,session_id,rater,signal,rating,rated_at\r\n%s\r\n", row);
	fixture_import(fixture->store, "ratings", csv.s);
	str_release(&csv);
}

static struct review
review_of(struct fixture *fixture, struct store_filter filter,
    const char *rater, const char *signal)
{
	struct review review;
	struct err err = {0};

	assert_done(
	    store_review(fixture->store, &filter, rater, signal, &review, &err),
	    &err);
	return review;
}

static void
assert_near(double value, double expected)
{
	assert_true(fabs(value - expected) < 1e-9);
}

static void
each_session_is_a_point(void **state)
{
	struct review review =
	    review_of(*state, (struct store_filter){0}, "self", NULL);
	const struct review_signal *signal = review.signals;

	assert_int_equal(review.sessions, SESSIONS);
	assert_int_equal(review.n, 1);
	assert_string_equal(signal->signal, "result");
	assert_int_equal(signal->n, SESSIONS);
	for (int s = 0; s < SESSIONS; s++) {
		const struct review_point *point = &signal->points[s];
		const int *r = results[s];
		int least = r[0] < r[1] ? r[0] : r[1];

		assert_int_equal(point->session_id[2], '1' + s);
		assert_int_equal(point->started_at, 1767261600 + s * 86400);
		assert_int_equal(point->utc_offset_min, 480);
		assert_int_equal(point->answers, ANSWERS);
		assert_near(point->mean, (r[0] + r[1] + r[2]) / 3.0);
		assert_int_equal(point->min, least < r[2] ? least : r[2]);
		assert_near(signal->means[s], point->mean);
	}
	review_release(&review);
}

/* Worked out apart from the program: see the vectors of test_trend.c. */
static void
its_numbers_are_the_formulas(void **state)
{
	static const double smooth[] = {10.0 / 3, 3.4333333333333, 3.3033333333,
	    3.6123333333333, 3.7286333333333, 3.4100433333333};
	struct review review =
	    review_of(*state, (struct store_filter){0}, "self", "result");
	const struct review_signal *signal = review.signals;
	const struct rules rules = rules_built_in();
	struct slope slope;

	for (int i = 0; i < SESSIONS; i++)
		assert_true(fabs(signal->smooth[i] - smooth[i]) < 1e-8);
	assert_near(signal->latest, 8.0 / 3);
	assert_near(signal->mean, 3.5);
	assert_true(review_slope(signal, &rules, &slope));
	assert_near(slope.per_session, -1.0 / 9);
	assert_near(slope.low, -5.0 / 6);
	assert_near(slope.high, 0.5);
	assert_near(signal->change, 8.0 / 3 - 11.0 / 3);
	/* 4, 5, 5, 5, 4, 4, 4, 4, 4 of the 18 are at the bar or over it. */
	assert_near(signal->at_bar_share, 0.5);
	review_release(&review);
}

static void
below_five_sessions_there_is_no_slope(void **state)
{
	struct store_filter filter = {
	    .has_until = true,
	    .until = 1767261600 + 4 * 86400,
	};
	struct review review = review_of(*state, filter, "self", NULL);
	const struct rules rules = rules_built_in();
	struct slope slope;

	assert_int_equal(review.signals->n, 4);
	assert_false(review_slope(review.signals, &rules, &slope));
	review_release(&review);
	filter.until++;
	review = review_of(*state, filter, "self", NULL);
	assert_int_equal(review.signals->n, 5);
	assert_true(review_slope(review.signals, &rules, &slope));
	review_release(&review);
}

static void
filters_leave_sessions_out(void **state)
{
	struct review review = review_of(
	    *state, (struct store_filter){.level = "apm"}, "self", NULL);

	assert_int_equal(review.sessions, 3);
	assert_int_equal(review.signals->n, 3);
	assert_string_equal(review.signals->points[0].session_id, "s-2");
	assert_string_equal(review.signals->points[2].session_id, "s-6");
	review_release(&review);
	review = review_of(
	    *state, (struct store_filter){.round = "general"}, "self", NULL);
	assert_int_equal(review.sessions, 0);
	assert_int_equal(review.n, 0);
	review_release(&review);
}

static void
signals_are_apart_and_by_name(void **state)
{
	struct review review;

	rate(*state, "a-11,s-1,self,action,2,2026-01-01T11:00:00Z");
	rate(*state, "a-31,s-3,self,action,4,2026-01-03T11:00:00Z");
	review = review_of(*state, (struct store_filter){0}, "self", NULL);
	assert_int_equal(review.sessions, SESSIONS);
	assert_int_equal(review.n, 2);
	assert_string_equal(review.signals[0].signal, "action");
	assert_int_equal(review.signals[0].n, 2);
	assert_near(review.signals[0].mean, 3);
	assert_near(review.signals[0].change, 2);
	review_release(&review);
	review = review_of(*state, (struct store_filter){0}, "self", "action");
	assert_int_equal(review.n, 1);
	assert_int_equal(review.sessions, 2);
	review_release(&review);
}

static void
the_latest_rating_counts(void **state)
{
	struct review review;

	rate(*state, "a-61,s-6,self,result,5,2026-01-07T00:00:00Z");
	rate(*state, "a-62,s-6,self,result,5,2026-01-05T00:00:00Z");
	review = review_of(*state, (struct store_filter){0}, "self", NULL);
	assert_near(review.signals->latest, 10.0 / 3);
	assert_int_equal(review.signals->points[5].answers, 3);
	assert_int_equal(review.signals->points[5].min, 2);
	review_release(&review);
}

static void
raters_are_apart(void **state)
{
	struct review review;

	rate(*state, "a-61,s-6,Mei,result,1,2026-01-07T00:00:00Z");
	review = review_of(*state, (struct store_filter){0}, "Mei", NULL);
	assert_int_equal(review.sessions, 1);
	assert_near(review.signals->latest, 1);
	review_release(&review);
	review = review_of(*state, (struct store_filter){0}, "self", NULL);
	assert_near(review.signals->latest, 8.0 / 3);
	review_release(&review);
}

static void
the_levels_signals_are_reviewed_too(void **state)
{
	struct review review;

	rate(*state, ",s-2,self,structure,4,2026-01-02T12:00:00Z");
	review =
	    review_of(*state, (struct store_filter){0}, "self", "structure");
	assert_int_equal(review.n, 1);
	assert_near(review.signals->latest, 4);
	review_release(&review);
}

/* The weakest of the latest sessions. */

static void
assert_recent(
    struct fixture *fixture, int sessions, int room, const char *expected)
{
	struct recent_signal signals[4];
	struct str listed = STR_INIT;
	struct err err = {0};
	int n;

	assert_done(store_recent_signals(
			fixture->store, sessions, room, signals, &n, &err),
	    &err);
	for (int i = 0; i < n; i++) {
		str_addf(&listed, "%s %.4f %d %s;", signals[i].signal,
		    signals[i].mean, signals[i].ratings, signals[i].round);
		recent_signal_release(&signals[i]);
	}
	assert_string_equal(listed.s, expected);
	str_release(&listed);
}

static void
recent_signals_come_weakest_first(void **state)
{
	rate(*state, "a-61,s-6,self,action,5,2026-01-06T11:00:00Z");
	rate(*state, "a-51,s-5,self,task,1,2026-01-05T11:00:00Z");
	/* Over s-5 and s-6: (12 + 8) / 6. */
	assert_recent(*state, 2, 4,
	    "task 1.0000 1 behavioural;result 3.3333 6 behavioural;"
	    "action 5.0000 1 behavioural;");
	assert_recent(*state, 2, 1, "task 1.0000 1 behavioural;");
	assert_recent(*state, 1, 4,
	    "result 2.6667 3 behavioural;action 5.0000 1 behavioural;");
}

static void
only_ones_own_answers_in_finished_sessions_are_recent(void **state)
{
	struct fixture *fixture = *state;

	rate(fixture, "a-61,s-6,Mei,result,1,2026-01-07T11:00:00Z");
	rate(fixture, ",s-6,self,structure,1,2026-01-07T11:00:00Z");
	assert_recent(fixture, 1, 4, "result 2.6667 3 behavioural;");
	fixture_sql(fixture->path,
	    "UPDATE session SET ended_at = NULL WHERE id = 's-6'");
	assert_recent(fixture, 1, 4, "result 4.0000 3 behavioural;");
}

static void
a_recent_signal_names_its_latest_round(void **state)
{
	struct fixture *fixture = *state;

	fixture_sql(fixture->path,
	    "UPDATE session SET round = 'general' WHERE id = 's-5'");
	assert_recent(fixture, 6, 4, "result 3.5000 18 behavioural;");
	fixture_sql(fixture->path,
	    "UPDATE session SET round = 'general' WHERE id = 's-6'");
	assert_recent(fixture, 6, 4, "result 3.5000 18 general;");
}

/* Rows of the progress export. */

static void
progress_is_a_row_for_each_session_and_signal(void **state)
{
	struct fixture *fixture = *state;
	struct progress *progress;
	struct progress_row row;
	struct err err = {0};
	int rows = 0, rc;

	rate(fixture, ",s-2,self,apm-signal,4,2026-01-02T12:00:00Z");
	rate(fixture, "a-11,s-1,Mei,result,1,2026-01-02T12:00:00Z");
	assert_done(
	    progress_open(fixture->store, NULL, "self", &progress, &err), &err);
	while ((rc = progress_next(progress, &row, &err)) == 1) {
		rows++;
		if (rows == 2) {
			assert_string_equal(row.session_id, "s-2");
			assert_string_equal(row.signal, "apm-signal");
			assert_int_equal(row.answers, 1);
		} else if (rows == 3) {
			assert_string_equal(row.session_id, "s-2");
			assert_string_equal(row.signal, "result");
			assert_string_equal(row.level, "apm");
			assert_int_equal(row.answers, 3);
			assert_near(row.mean, 11.0 / 3);
			assert_int_equal(row.min, 3);
		}
	}
	assert_done(rc, &err);
	assert_int_equal(rows, SESSIONS + 1);
	progress_close(progress);
	progress_close(NULL);
}

#define ON_A_DATABASE(test)                                                    \
	cmocka_unit_test_setup_teardown(test, set_up, fixture_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_A_DATABASE(each_session_is_a_point),
	    ON_A_DATABASE(its_numbers_are_the_formulas),
	    ON_A_DATABASE(below_five_sessions_there_is_no_slope),
	    ON_A_DATABASE(filters_leave_sessions_out),
	    ON_A_DATABASE(signals_are_apart_and_by_name),
	    ON_A_DATABASE(the_latest_rating_counts),
	    ON_A_DATABASE(raters_are_apart),
	    ON_A_DATABASE(the_levels_signals_are_reviewed_too),
	    ON_A_DATABASE(recent_signals_come_weakest_first),
	    ON_A_DATABASE(
		only_ones_own_answers_in_finished_sessions_are_recent),
	    ON_A_DATABASE(a_recent_signal_names_its_latest_round),
	    ON_A_DATABASE(progress_is_a_row_for_each_session_and_signal),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("review", tests, NULL, NULL);
}
