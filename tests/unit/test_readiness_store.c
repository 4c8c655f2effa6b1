/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "unit.h"
#include "store_fixture.h"

#include "base/date.h"
#include "base/str.h"
#include "store/readiness.h"

/* 2026-01-01T10:00:00Z; a session a day. */
#define START_S INT64_C(1767261600)

enum { DAY_S = 86400, ANSWERS = 2 };

/* A session.  Ratings have a digit a signal of star: one set an answer, NULL
 * where there is none, "-" for a skipped answer. */
struct told {
	const char *round, *level;
	const char *self[ANSWERS], *mei[ANSWERS], *jonas[ANSWERS];
	const char *cold;
	const char *pause; /* seconds; NULL: none */
	bool open;
};

static void
add_ratings(struct str *csv, int session, int answer, const char *rater,
    const char *digits)
{
	static const char *const signals[] = {
	    "situation", "task", "action", "result"};

	if (digits == NULL || *digits == '-')
		return;
	for (size_t i = 0; digits[i] != '\0'; i++)
		str_addf(csv, "a-%d-%d,s-%d,%s,%s,%c,2026-03-01T00:00:00Z\r\n",
		    session, answer, session, rater, signals[i], digits[i]);
}

static void
add_answer(struct str *answers, struct str *ratings, const struct told *told,
    int session, int answer, const char *at)
{
	if (told->self[answer] == NULL)
		return;
	str_addf(answers, "a-%d-%d,s-%d,q-%d,%s,star,180,100,%s,%s,yes\r\n",
	    session, answer, session, answer + 1, at,
	    told->pause ? told->pause : "0",
	    *told->self[answer] == '-' ? "yes" : "no");
	add_ratings(ratings, session, answer, "self", told->self[answer]);
	add_ratings(ratings, session, answer, "Mei", told->mei[answer]);
	add_ratings(ratings, session, answer, "Jonas", told->jonas[answer]);
	add_ratings(ratings, session, answer, "cold", told->cold);
}

static void
tell(const struct fixture *fixture, const struct told *told, int n)
{
	struct str sessions = STR_INIT, answers = STR_INIT, ratings = STR_INIT;

	str_add(&sessions, "session_id,started_at,ended_at,round,level,"
			   "questions\r\n");
	str_add(&answers, "answer_id,session_id,question_id,started_at,rubric,"
			  "limit_s,answer_s,paused_s,skipped,metric_given"
			  "\r\n");
	str_add(&ratings, "answer_id,session_id,rater,signal,rating,rated_at"
			  "\r\n");
	for (int i = 0; i < n; i++) {
		char at[DATE_SIZE];

		date_utc(at, START_S + (int64_t)i * DAY_S);
		str_addf(&sessions, "s-%d,%s,%s,%s,%s,1\r\n", i, at,
		    told[i].open ? "" : at, told[i].round, told[i].level);
		for (int a = 0; a < ANSWERS; a++)
			add_answer(&answers, &ratings, &told[i], i, a, at);
	}
	fixture_import(fixture->store, "sessions", sessions.s);
	fixture_import(fixture->store, "answers", answers.s);
	fixture_import(fixture->store, "ratings", ratings.s);
	str_release(&sessions);
	str_release(&answers);
	str_release(&ratings);
}

/* `round level rater state run needed`, a line a row. */
static void
assert_readiness(const struct fixture *fixture, const char *expected)
{
	struct readiness_row *rows;
	struct str said = STR_INIT;
	struct err err = {0};
	int n;

	assert_done(store_readiness(fixture->store, &rows, &n, &err), &err);
	for (int i = 0; i < n; i++)
		str_addf(&said, "%s %s %s %s %d %d\n", rows[i].round,
		    rows[i].level, rows[i].by_peers ? "peer" : "self",
		    readiness_name(rows[i].readiness.state),
		    rows[i].readiness.clean_in_row, rows[i].readiness.needed);
	assert_string_equal(said.s, expected);
	str_release(&said);
	readiness_rows_free(rows, n);
}

#define BEHAVIOURAL .round = "behavioural", .level = "apm"

static void
nothing_practised_is_no_row(void **state)
{
	assert_readiness(*state, "");
}

static void
rounds_and_levels_stand_apart(void **state)
{
	static const struct told told[] = {
	    {.round = "general", .level = "apm", .self = {"4444"}},
	    {.round = "behavioural", .level = "senior", .self = {"2222"}},
	    {BEHAVIOURAL, .self = {"4444"}},
	    {BEHAVIOURAL, .self = {"5555", "4444"}},
	    {.round = "behavioural", .level = "", .self = {"4444"}},
	};

	tell(*state, told, 5);
	assert_readiness(*state, "behavioural  self not yet 1 3\n"
				 "behavioural apm self not yet 2 2\n"
				 "behavioural senior self not yet 0 4\n"
				 "general apm self not yet 1 3\n");
}

static void
only_clean_mocks_count(void **state)
{
	static const struct told told[] = {
	    {BEHAVIOURAL, .self = {"2222"}},
	    {BEHAVIOURAL, .self = {"4444"}},
	    {BEHAVIOURAL, .self = {"2222"}, .pause = "3"},
	    {BEHAVIOURAL, .self = {"4444"}},
	    {BEHAVIOURAL, .self = {"4444", "-"}},
	    {BEHAVIOURAL, .self = {"4444", "44"}},
	    {BEHAVIOURAL, .self = {"4444"}, .open = true},
	    {BEHAVIOURAL, .self = {"5555"}},
	    {BEHAVIOURAL, .self = {"4444"}},
	    {BEHAVIOURAL, .self = {"5555", "2222"}},
	};

	tell(*state, told, 8);
	assert_readiness(*state, "behavioural apm self provisional 3 1\n");
	tell(*state, told, 9);
	assert_readiness(*state, "behavioural apm self ready 4 0\n");
	tell(*state, told, 10);
	assert_readiness(*state, "behavioural apm self not yet 0 4\n");
}

static void
a_session_that_is_under_way_has_a_row(void **state)
{
	static const struct told told[] = {
	    {BEHAVIOURAL, .self = {"4444"}, .open = true},
	};

	tell(*state, told, 1);
	assert_readiness(*state, "behavioural apm self not yet 0 4\n");
}

static void
a_deleted_session_has_none(void **state)
{
	static const struct told told[] = {{BEHAVIOURAL, .self = {"4444"}}};
	const struct fixture *fixture = *state;

	tell(fixture, told, 1);
	fixture_sql(fixture->path, "UPDATE session SET deleted_at = 1");
	assert_readiness(fixture, "");
}

/* The peers' mean: 5 and 2 make 3.5, a hire; 4.9 and 2 do not. */
static void
peers_are_taken_together(void **state)
{
	static const struct told told[] = {
	    {BEHAVIOURAL, .self = {"2222"}, .mei = {"5555"}, .jonas = {"2222"}},
	    {BEHAVIOURAL, .self = {"2222", "2222"}, .mei = {"4444", NULL},
		.jonas = {NULL, "5555"}},
	    {BEHAVIOURAL, .self = {"4444"}, .mei = {"4555"}, .jonas = {"2222"}},
	};

	tell(*state, told, 2);
	assert_readiness(*state, "behavioural apm self not yet 0 4\n"
				 "behavioural apm peer not yet 2 2\n");
	tell(*state, told, 3);
	assert_readiness(*state, "behavioural apm self not yet 1 3\n"
				 "behavioural apm peer not yet 0 4\n");
}

/* Sets with a gap, and the candidate's own second look, are no peer's word. */
static void
peers_must_have_rated_every_answer(void **state)
{
	static const struct told told[] = {
	    {BEHAVIOURAL, .self = {"4444", "4444"}, .mei = {"4444", "444"}},
	    {BEHAVIOURAL, .self = {"4444"}, .cold = "4444"},
	    {BEHAVIOURAL, .self = {"4444"}, .mei = {"4444"}, .jonas = {"11"}},
	};

	tell(*state, told, 2);
	assert_readiness(*state, "behavioural apm self not yet 2 2\n");
	tell(*state, told, 3);
	assert_readiness(*state, "behavioural apm self provisional 3 1\n"
				 "behavioural apm peer not yet 1 3\n");
}

/* Peers rate the same answers: what was not clean is not clean for them. */
static void
a_peer_may_find_ready_who_does_not(void **state)
{
	static const struct told told[] = {
	    {BEHAVIOURAL, .self = {"3333"}, .mei = {"4444"}},
	    {BEHAVIOURAL, .self = {"3333"}, .mei = {"4444"}},
	    {BEHAVIOURAL, .self = {"4444"}, .mei = {"2222"}, .pause = "1"},
	    {BEHAVIOURAL, .self = {"33"}, .mei = {"4444"}},
	    {BEHAVIOURAL, .self = {"3333"}, .mei = {"4444"}},
	};

	tell(*state, told, 5);
	assert_readiness(*state, "behavioural apm self not yet 0 4\n"
				 "behavioural apm peer ready 4 0\n");
}

/* One rejected answer spoils the session (A13), whoever rejects it: here the
 * mean of both answers is 3.5. */
static void
an_answer_that_peers_reject_breaks_the_run(void **state)
{
	static const struct told told[] = {
	    {BEHAVIOURAL, .self = {"4444", "4444"}, .mei = {"5555", "2222"}},
	};

	tell(*state, told, 1);
	assert_readiness(*state, "behavioural apm self not yet 1 3\n"
				 "behavioural apm peer not yet 0 4\n");
}

/* The streak. */

static void
answered_at(const struct fixture *fixture, int number, const char *at,
    int offset_min, bool skipped)
{
	struct str csv = STR_INIT;

	str_addf(&csv, "session_id,started_at,utc_offset_min\r\nd-%d,%s,%d\r\n",
	    number, at, offset_min);
	fixture_import(fixture->store, "sessions", csv.s);
	str_clear(&csv);
	str_addf(&csv,
	    "answer_id,session_id,question_id,started_at,skipped\r\n"
	    "d-%d,d-%d,q-1,%s,%s\r\n",
	    number, number, at, skipped ? "yes" : "no");
	fixture_import(fixture->store, "answers", csv.s);
	str_release(&csv);
}

static void
assert_streak(const struct fixture *fixture, const char *now, int expected)
{
	struct instant instant = {0};
	struct err err = {0};
	int days;

	assert_true(date_parse_utc(now, &instant.wall_ms));
	instant.wall_ms *= 1000;
	assert_done(
	    store_streak_days(fixture->store, instant, &days, &err), &err);
	assert_int_equal(days, expected);
}

static void
set_zone(const char *zone)
{
	setenv("TZ", zone, 1);
	tzset();
}

static void
a_streak_goes_on_until_a_day_is_missed(void **state)
{
	const struct fixture *fixture = *state;

	set_zone("UTC");
	assert_streak(fixture, "2026-02-05T12:00:00Z", 0);
	answered_at(fixture, 1, "2026-02-01T10:00:00Z", 0, false);
	answered_at(fixture, 2, "2026-02-03T10:00:00Z", 0, false);
	answered_at(fixture, 3, "2026-02-04T00:00:00Z", 0, false);
	answered_at(fixture, 4, "2026-02-04T23:59:59Z", 0, false);
	assert_streak(fixture, "2026-02-04T12:00:00Z", 2);
	assert_streak(fixture, "2026-02-05T12:00:00Z", 2);
	assert_streak(fixture, "2026-02-05T23:59:59Z", 2);
	assert_streak(fixture, "2026-02-06T00:00:00Z", 0);
	answered_at(fixture, 5, "2026-02-05T08:00:00Z", 0, true);
	assert_streak(fixture, "2026-02-06T00:00:00Z", 0);
	answered_at(fixture, 6, "2026-02-05T09:00:00Z", 0, false);
	assert_streak(fixture, "2026-02-06T00:00:00Z", 3);
	assert_streak(fixture, "2026-02-02T12:00:00Z", 1);
}

/* 15:30 UTC and 16:30 UTC are two days eight hours east of it. */
static void
days_are_those_of_the_place(void **state)
{
	const struct fixture *fixture = *state;

	set_zone("UTC-8");
	answered_at(fixture, 1, "2026-02-02T15:30:00Z", 480, false);
	answered_at(fixture, 2, "2026-02-02T16:30:00Z", 480, false);
	assert_streak(fixture, "2026-02-02T17:00:00Z", 2);
	assert_streak(fixture, "2026-02-04T15:59:59Z", 2);
	assert_streak(fixture, "2026-02-04T16:00:00Z", 0);
	set_zone("UTC");
}

#define ON_A_DATABASE(test)                                                    \
	cmocka_unit_test_setup_teardown(test, fixture_set_up, fixture_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_A_DATABASE(nothing_practised_is_no_row),
	    ON_A_DATABASE(rounds_and_levels_stand_apart),
	    ON_A_DATABASE(only_clean_mocks_count),
	    ON_A_DATABASE(a_session_that_is_under_way_has_a_row),
	    ON_A_DATABASE(a_deleted_session_has_none),
	    ON_A_DATABASE(peers_are_taken_together),
	    ON_A_DATABASE(peers_must_have_rated_every_answer),
	    ON_A_DATABASE(a_peer_may_find_ready_who_does_not),
	    ON_A_DATABASE(an_answer_that_peers_reject_breaks_the_run),
	    ON_A_DATABASE(a_streak_goes_on_until_a_day_is_missed),
	    ON_A_DATABASE(days_are_those_of_the_place),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name(
	    "readiness store", tests, NULL, NULL);
}
