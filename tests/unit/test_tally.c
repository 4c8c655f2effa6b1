/* SPDX-License-Identifier: MIT */
/*
 * What is kept counted says the same as the ratings themselves: a history is
 * changed at random, and after each change reviews are compared with the plain
 * query over the ratings.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"
#include "store_fixture.h"

#include "base/date.h"
#include "base/mem.h"
#include "base/rand.h"
#include "base/str.h"
#include "store/annotate.h"
#include "store/cold.h"
#include "store/history.h"
#include "store/judge.h"
#include "store/latest.h"
#include "store/merge.h"
#include "store/recent.h"
#include "store/rated.h"
#include "store/review.h"
#include "store/schedule.h"
#include "store/session.h"
#include "store/tally.h"

enum {
	SESSIONS = 10,
	NOT_ENDED = 4,
	ANSWERS = 4,
	STEPS = 200,
	START_S = 1767261600,
	DAY_S = 86400,
	BAR = 35000,
	ID_ROOM = 32,
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const char *const raters[] = {"self", "cold", "Mei", "=Jo, 2:x"};
static const char *const signals[] = {
    "action", "result", "task", "situation", "7:task", "构思", "a,b|c"};
static const char *const rounds[] = {"behavioural", "general"};
static const char *const levels[] = {"apm", "senior"};

/* The plain query: every rating is looked at, the latest counts. */
static const char plain[] =
    "SELECT r.signal, s.id, s.started_at, count(*), avg(r.rating),"
    " min(r.rating), sum(r.rating * 10000 >= ?2)"
    " FROM session s JOIN rating r USING (session_pk)"
    " WHERE r.rater = ?1 AND s.deleted_at IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM rating later"
    "   WHERE later.session_pk = r.session_pk"
    "   AND later.answer_pk IS r.answer_pk"
    "   AND later.rater = r.rater AND later.signal = r.signal"
    "   AND later.rated_at > r.rated_at)"
    " AND (?3 IS NULL OR s.round = ?3) AND (?4 IS NULL OR s.level = ?4)"
    " AND (?5 IS NULL OR s.started_at >= ?5)"
    " AND (?6 IS NULL OR r.signal = ?6)"
    " GROUP BY r.signal, s.session_pk"
    " ORDER BY r.signal, s.started_at, s.id";

static void
bind_filter(sqlite3_stmt *stmt, const struct store_filter *filter)
{
	sqlite3_bind_text(stmt, 3, filter->round, -1, SQLITE_STATIC);
	sqlite3_bind_text(stmt, 4, filter->level, -1, SQLITE_STATIC);
	if (filter->has_since)
		sqlite3_bind_int64(stmt, 5, filter->since);
}

static void
add_share(struct str *out, int at_bar, int ratings)
{
	if (ratings > 0)
		str_addf(out, "%.17g\n", (double)at_bar / ratings);
}

/* A line a session and signal, and the share at the bar after each signal. */
static char *
plain_review(const struct fixture *fixture, const struct store_filter *filter,
    const char *rater, const char *signal)
{
	struct str out = STR_INIT, last = STR_INIT;
	sqlite3_stmt *stmt;
	sqlite3 *db;
	int at_bar = 0, ratings = 0;

	assert_int_equal(sqlite3_open(fixture->path, &db), SQLITE_OK);
	assert_int_equal(
	    sqlite3_prepare_v2(db, plain, -1, &stmt, NULL), SQLITE_OK);
	sqlite3_bind_text(stmt, 1, rater, -1, SQLITE_STATIC);
	sqlite3_bind_int(stmt, 2, BAR);
	bind_filter(stmt, filter);
	sqlite3_bind_text(stmt, 6, signal, -1, SQLITE_STATIC);
	while (sqlite3_step(stmt) == SQLITE_ROW) {
		const char *name = (const char *)sqlite3_column_text(stmt, 0);

		if (strcmp(name, last.s) != 0) {
			add_share(&out, at_bar, ratings);
			at_bar = ratings = 0;
			str_clear(&last);
			str_add(&last, name);
		}
		ratings += sqlite3_column_int(stmt, 3);
		at_bar += sqlite3_column_int(stmt, 6);
		str_addf(&out, "%s %s %lld %d %.17g %d\n", name,
		    (const char *)sqlite3_column_text(stmt, 1),
		    (long long)sqlite3_column_int64(stmt, 2),
		    sqlite3_column_int(stmt, 3), sqlite3_column_double(stmt, 4),
		    sqlite3_column_int(stmt, 5));
	}
	add_share(&out, at_bar, ratings);
	sqlite3_finalize(stmt);
	sqlite3_close(db);
	str_release(&last);
	return str_detach(&out);
}

static char *
kept_review(const struct fixture *fixture, const struct store_filter *filter,
    const char *rater, const char *signal)
{
	struct str out = STR_INIT;
	struct review review;
	struct err err = {0};

	assert_done(
	    store_review(fixture->store, filter, rater, signal, &review, &err),
	    &err);
	for (int i = 0; i < review.n; i++) {
		const struct review_signal *row = &review.signals[i];

		for (int p = 0; p < row->n; p++)
			str_addf(&out, "%s %s %lld %d %.17g %d\n", row->signal,
			    row->points[p].session_id,
			    (long long)row->points[p].started_at,
			    row->points[p].answers, row->points[p].mean,
			    row->points[p].min);
		str_addf(&out, "%.17g\n", row->at_bar_share);
	}
	review_release(&review);
	return str_detach(&out);
}

static void
assert_same(const struct fixture *fixture, const struct store_filter *filter,
    const char *rater, const char *signal)
{
	char *expected = plain_review(fixture, filter, rater, signal);
	char *found = kept_review(fixture, filter, rater, signal);

	assert_string_equal(found, expected);
	free(expected);
	free(found);
}

/* The signals of the latest finished sessions, from the ratings themselves. */
static const char plain_recent[] =
    "WITH latest AS (SELECT * FROM session WHERE deleted_at IS NULL"
    "   AND ended_at IS NOT NULL ORDER BY started_at DESC, id DESC LIMIT ?1)"
    " SELECT r.signal, avg(r.rating), count(*), max(s.started_at), s.round,"
    " (SELECT count(*) FROM latest)"
    " FROM latest s JOIN rating r USING (session_pk)"
    " WHERE r.rater = 'self' AND r.answer_pk IS NOT NULL"
    " AND NOT EXISTS (SELECT 1 FROM rating later"
    "   WHERE later.session_pk = r.session_pk"
    "   AND later.answer_pk = r.answer_pk"
    "   AND later.rater = r.rater AND later.signal = r.signal"
    "   AND later.rated_at > r.rated_at)"
    " GROUP BY r.signal ORDER BY avg(r.rating), r.signal";

static char *
plain_recents(const struct fixture *fixture, int sessions)
{
	struct str out = STR_INIT;
	sqlite3_stmt *stmt;
	sqlite3 *db;

	assert_int_equal(sqlite3_open(fixture->path, &db), SQLITE_OK);
	assert_int_equal(
	    sqlite3_prepare_v2(db, plain_recent, -1, &stmt, NULL), SQLITE_OK);
	sqlite3_bind_int(stmt, 1, sessions);
	while (sqlite3_step(stmt) == SQLITE_ROW)
		str_addf(&out, "%s %.17g %d %s %d\n",
		    (const char *)sqlite3_column_text(stmt, 0),
		    sqlite3_column_double(stmt, 1), sqlite3_column_int(stmt, 2),
		    (const char *)sqlite3_column_text(stmt, 4),
		    sqlite3_column_int(stmt, 5));
	sqlite3_finalize(stmt);
	sqlite3_close(db);
	return str_detach(&out);
}

static void
assert_recent_same(const struct fixture *fixture, int sessions)
{
	char *expected = plain_recents(fixture, sessions);
	struct recent_signal recent[COUNT(signals)];
	struct str found = STR_INIT;
	struct err err = {0};
	int n;

	assert_done(store_recent_signals(fixture->store, sessions,
			(int)COUNT(recent), recent, &n, &err),
	    &err);
	for (int i = 0; i < n; i++) {
		str_addf(&found, "%s %.17g %d %s %d\n", recent[i].signal,
		    recent[i].mean, recent[i].ratings, recent[i].round,
		    recent[i].sessions);
		recent_signal_release(&recent[i]);
	}
	assert_string_equal(found.s, expected);
	str_release(&found);
	free(expected);
}

static void
assert_judged_same(const struct fixture *fixture, const struct latest *latest,
    const struct session_row *row)
{
	struct session_judged judged;
	struct err err = {0};

	assert_done(
	    judge_session_anew(fixture->store, row->pk, "self", &judged, &err),
	    &err);
	assert_int_equal(latest->started_at, row->started_at);
	assert_int_equal(latest->utc_offset_min, row->utc_offset_min);
	assert_string_equal(latest->round, row->round);
	assert_int_equal(latest->overall.num, judged.overall.num);
	assert_int_equal(latest->overall.den, judged.overall.den);
	assert_int_equal(latest->verdict, judged.verdict);
	assert_int_equal(latest->clean, judged.clean);
	session_judged_release(&judged);
}

static void
assert_latest_same(const struct fixture *fixture, int room)
{
	struct session_row rows[SESSIONS];
	struct latest latest[SESSIONS];
	struct err err = {0};
	int n, n_latest;

	assert_done(
	    store_session_window(fixture->store, NULL, 0, room, rows, &n, &err),
	    &err);
	assert_done(
	    store_latest(fixture->store, room, latest, &n_latest, &err), &err);
	assert_int_equal(n_latest, n);
	for (int i = 0; i < n; i++) {
		assert_judged_same(fixture, &latest[i], &rows[i]);
		latest_release(&latest[i]);
		session_row_release(&rows[i]);
	}
}

static void
assert_all_same(const struct fixture *fixture, struct rand *rand)
{
	const struct store_filter filters[] = {
	    {0},
	    {.round = rounds[rand_below(rand, COUNT(rounds))]},
	    {.level = levels[rand_below(rand, COUNT(levels))]},
	    {.has_since = true,
		.since = START_S + (int64_t)rand_below(rand, SESSIONS) * DAY_S},
	};

	for (size_t i = 0; i < COUNT(raters); i++)
		assert_same(fixture, &filters[rand_below(rand, COUNT(filters))],
		    raters[i], NULL);
	assert_same(fixture, &filters[0], "self",
	    signals[rand_below(rand, COUNT(signals))]);
	assert_recent_same(fixture, 1 + (int)rand_below(rand, SESSIONS));
	assert_latest_same(fixture, 1 + (int)rand_below(rand, SESSIONS));
}

/* What is kept of reviews says what the ratings themselves do. */

static void
assert_waiting_same(struct store *store, struct rand *rand)
{
	int64_t ago_s = (int64_t)rand_below(rand, 4 * DAY_S);
	struct instant now = {.wall_ms = INT64_C(1000) * (START_S + ago_s)};
	struct cold_row *waiting;
	struct err err = {0};
	int n, n_waiting;

	assert_done(
	    store_cold_due(store, now, 99, &waiting, &n_waiting, &err), &err);
	assert_done(store_cold_count(store, now, 99, &n, &err), &err);
	assert_int_equal(n, n_waiting);
	cold_rows_free(waiting, n_waiting);
}

/* Days after the last answer: nothing is passed over. */
static void
assert_schedule_same(struct store *store, struct rand *rand)
{
	int64_t days = SESSIONS + (int64_t)rand_below(rand, 5 * SESSIONS);
	int64_t now_s = START_S + days * DAY_S;
	struct scheduled first, *all;
	struct err err = {0};
	int n, found;

	assert_done(store_schedule_all(store, now_s, &all, &n, &err), &err);
	found = store_schedule_first(store, now_s, &first, &err);
	assert_int_equal(found, schedule_due(&all[0].schedule, now_s));
	if (found == 1) {
		assert_string_equal(first.question_id, all[0].question_id);
		assert_int_equal(first.schedule.due_at, all[0].schedule.due_at);
		assert_int_equal(
		    first.schedule.reviews, all[0].schedule.reviews);
	}
	scheduled_release(&first);
	scheduled_free(all, n);
}

static void
assert_reviews_same(struct store *store, struct rand *rand)
{
	for (int i = 0; i < 4; i++) {
		assert_waiting_same(store, rand);
		assert_schedule_same(store, rand);
	}
}

/* Ids of a session and its answer; the answer is "" for the session itself. */
static void
pick(struct rand *rand, char session[ID_ROOM], char answer[ID_ROOM])
{
	int s = (int)rand_below(rand, SESSIONS);
	int a = (int)rand_below(rand, ANSWERS + 1);

	snprintf(session, ID_ROOM, "s-%d", s);
	snprintf(answer, ID_ROOM, "a-%d-%d", s, a);
	if (a == ANSWERS)
		*answer = '\0';
}

static void
rate(const struct fixture *fixture, struct rand *rand)
{
	struct rating ratings[COUNT(signals)];
	char session[ID_ROOM], answer[ID_ROOM];
	struct err err = {0};
	int n = 1 + (int)rand_below(rand, COUNT(signals));
	/* Mostly oneself. */
	const char *rater =
	    raters[rand_below(rand, 2) * rand_below(rand, COUNT(raters))];

	pick(rand, session, answer);
	for (int i = 0; i < n; i++)
		ratings[i] = (struct rating){
		    .signal = mem_text(signals[i]),
		    .value = 1 + (int)rand_below(rand, 5),
		    .note = str_empty,
		};
	assert_done(store_begin(fixture->store, &err), &err);
	assert_done(
	    store_ratings_add(fixture->store, session, answer, rater, ratings,
		n, START_S + (int64_t)rand_below(rand, DAY_S), &err),
	    &err);
	assert_done(store_commit(fixture->store, &err), &err);
	for (int i = 0; i < n; i++)
		free(ratings[i].signal);
}

/* Rows that rate anew, older ones that count for nothing, and ones that
 * change a rating that is there: few seconds meet often. */
static void
import_some(const struct fixture *fixture, struct rand *rand)
{
	enum { ROWS = 8, SECONDS = 3 };
	struct str csv = STR_INIT;
	char session[ID_ROOM], answer[ID_ROOM], when[DATE_SIZE];

	str_add(&csv, "answer_id,session_id,rater,signal,rating,rated_at\r\n");
	for (int i = 0; i < ROWS; i++) {
		pick(rand, session, answer);
		date_utc(when, START_S + (int64_t)rand_below(rand, SECONDS));
		str_addf(&csv, "%s,%s,\"%s\",\"%s\",%d,%s\r\n", answer, session,
		    raters[rand_below(rand, COUNT(raters))],
		    signals[rand_below(rand, COUNT(signals))],
		    1 + (int)rand_below(rand, 5), when);
	}
	fixture_import(fixture->store, "ratings", csv.s);
	str_release(&csv);
}

/* Nothing comes of what is rolled back. */
static void
rate_in_vain(const struct fixture *fixture, struct rand *rand)
{
	char signal[] = "result", session[ID_ROOM], answer[ID_ROOM];
	const struct rating rating = {
	    .signal = signal, .value = 5, .note = str_empty};
	struct err err = {0};

	pick(rand, session, answer);
	assert_done(store_begin(fixture->store, &err), &err);
	assert_done(store_ratings_add(fixture->store, session, answer, "self",
			&rating, 1, START_S, &err),
	    &err);
	store_rollback(fixture->store);
}

static void
delete_or_not(const struct fixture *fixture, struct rand *rand)
{
	char session[ID_ROOM], answer[ID_ROOM];
	struct err err = {0};

	pick(rand, session, answer);
	if (rand_below(rand, 2) == 0)
		assert_true(store_session_delete(
				fixture->store, session, START_S, &err) >= 0);
	else
		assert_true(
		    store_session_undelete(fixture->store, session, &err) >= 0);
}

/* An answer that was there is told otherwise. */
static void
change_answer(const struct fixture *fixture, struct rand *rand)
{
	struct str csv = STR_INIT;
	char when[DATE_SIZE];
	int s = (int)rand_below(rand, SESSIONS);
	int a = (int)rand_below(rand, ANSWERS);

	date_utc(when, START_S + (int64_t)(s * 7 % SESSIONS) * DAY_S);
	str_addf(&csv,
	    "answer_id,session_id,question_id,started_at,rubric,answer\r\n"
	    "a-%d-%d,s-%d,q-%d,%s,%s,%s\r\n",
	    s, a, s, a, when, rand_below(rand, 4) == 0 ? "plain" : "star",
	    rand_below(rand, 4) == 0 ? "" : "I did.");
	fixture_import(fixture->store, "answers", csv.s);
	str_release(&csv);
}

/* One more signal is asked for. */
static void
change_rubric(const struct fixture *fixture)
{
	fixture_import(fixture->store, "rubrics",
	    "rubric,position,signal,label,weight,metric,asks,anchor_1,anchor_2,"
	    "anchor_3,anchor_4,anchor_5\r\n"
	    "star,5,\"a,b|c\",Last,1,yes,Why?,a,b,c,d,e\r\n");
}

static int
set_up(void **state)
{
	struct str sessions = STR_INIT, answers = STR_INIT;
	char when[DATE_SIZE];
	struct fixture *fixture;

	if (fixture_set_up(state) != 0)
		return -1;
	fixture = *state;
	str_add(&sessions, "session_id,started_at,ended_at,round,level\r\n");
	str_add(&answers, "answer_id,session_id,question_id,started_at,rubric,"
			  "answer\r\n");
	for (int s = 0; s < SESSIONS; s++) {
		/* Not in the order of their numbers. */
		date_utc(when, START_S + (int64_t)(s * 7 % SESSIONS) * DAY_S);
		str_addf(&sessions, "s-%d,%s,%s,%s,%s\r\n", s, when,
		    s == NOT_ENDED ? "" : when, rounds[s % 2],
		    levels[s / 2 % 2]);
		for (int a = 0; a < ANSWERS; a++)
			str_addf(&answers,
			    "a-%d-%d,s-%d,q-%d,%s,star,I did.\r\n", s, a, s, a,
			    when);
	}
	fixture_import(fixture->store, "sessions", sessions.s);
	fixture_import(fixture->store, "answers", answers.s);
	str_release(&sessions);
	str_release(&answers);
	return 0;
}

static void
reviews_are_those_of_the_ratings(void **state)
{
	const struct fixture *fixture = *state;
	struct rand rand = {20260107};

	for (int i = 0; i < STEPS; i++) {
		if (i == STEPS / 2)
			change_rubric(fixture);
		switch (rand_below(&rand, 7)) {
		case 0:
			delete_or_not(*state, &rand);
			break;
		case 1:
			import_some(*state, &rand);
			break;
		case 2:
			rate_in_vain(*state, &rand);
			break;
		case 3:
			change_answer(*state, &rand);
			break;
		default:
			rate(*state, &rand);
			break;
		}
		assert_all_same(*state, &rand);
		assert_reviews_same(fixture->store, &rand);
	}
}

static void
merge_into(struct store *store, const struct fixture *fixture)
{
	struct instant now = {.wall_ms = INT64_C(1000) * START_S};
	struct merge_report report;
	struct err err = {0};

	assert_done(
	    store_merge(store, fixture->path, false, now, &report, &err), &err);
}

/* An answer in a session of its own, rated in full. */
static void
tell_own(struct store *store, const char *rubric)
{
	struct str csv = STR_INIT;

	fixture_import(store, "sessions",
	    "session_id,started_at\r\nown,2026-01-01T10:00:00Z\r\n");
	str_addf(&csv,
	    "answer_id,session_id,question_id,started_at,rubric\r\n"
	    "own,own,q-1,2026-01-01T10:00:00Z,%s\r\n",
	    rubric);
	fixture_import(store, "answers", csv.s);
	str_clear(&csv);
	str_add(&csv, "answer_id,session_id,rater,signal,rating,rated_at\r\n");
	for (int i = 0; i < 4; i++)
		str_addf(&csv, "own,own,self,%s,3,2026-01-01T10:05:00Z\r\n",
		    signals[i]);
	fixture_import(store, "ratings", csv.s);
	str_release(&csv);
}

static void
assert_reviews(const char *path, int64_t n)
{
	assert_int_equal(
	    fixture_sql_int(path, "SELECT count(*) FROM review"), n);
}

static void
what_is_asked_decides_what_was_reviewed(void **state)
{
	const struct fixture *fixture = *state;

	tell_own(fixture->store, "star");
	assert_reviews(fixture->path, 1);
	tell_own(fixture->store, "plain");
	assert_reviews(fixture->path, 0);
	tell_own(fixture->store, "star");
	assert_reviews(fixture->path, 1);
	change_rubric(fixture);
	assert_reviews(fixture->path, 0);
}

/* Ratings come, sessions go, more is asked for. */
static void
what_is_merged_is_reviewed_too(void **state)
{
	const struct fixture *fixture = *state;
	struct store *other = fixture_another(fixture, "other.db");
	struct rand rand = {20260207};

	for (int i = 0; i < STEPS; i++)
		rate(fixture, &rand);
	merge_into(other, fixture);
	assert_reviews_same(other, &rand);
	delete_or_not(fixture, &rand);
	merge_into(other, fixture);
	assert_reviews_same(other, &rand);
	tell_own(other, "star");
	change_rubric(fixture);
	merge_into(other, fixture);
	assert_reviews_same(other, &rand);
	fixture_sql(store_path(other),
	    "DELETE FROM review WHERE answer_pk NOT IN"
	    " (SELECT answer_pk FROM answer WHERE id = 'own')");
	assert_reviews(store_path(other), 0);
	store_close(other);
}

static char *
kept_ratings(const struct fixture *fixture)
{
	return fixture_sql_text(fixture->path,
	    "SELECT group_concat(session_pk || rater || ratings, x'0a')"
	    " FROM (SELECT * FROM rated ORDER BY session_pk, rater)");
}

static void
assert_ratings_are_kept(const struct fixture *fixture)
{
	char *kept = kept_ratings(fixture), *anew;
	struct err err = {0};

	fixture_sql(fixture->path, "DELETE FROM rated");
	for (int64_t pk = 1; pk <= SESSIONS; pk++)
		assert_done(rated_put(fixture->store, pk, &err), &err);
	anew = kept_ratings(fixture);
	assert_string_equal(kept, anew);
	free(kept);
	free(anew);
}

static void
what_was_rated_follows_the_ratings(void **state)
{
	struct rand rand = {11};

	for (int i = 0; i < STEPS; i++) {
		if (i % 4 == 0)
			import_some(*state, &rand);
		else if (i % 4 == 1)
			rate_in_vain(*state, &rand);
		else
			rate(*state, &rand);
		assert_ratings_are_kept(*state);
	}
}

/* As an older database is brought up to date. */
static void
an_older_database_is_counted_in_the_same_way(void **state)
{
	static const char dump[] =
	    "SELECT group_concat(rater || session_pk || signals || counts"
	    "   || ratings, x'0a') ||"
	    " (SELECT group_concat(answer_pk || ' ' || rating || ' '"
	    "   || ifnull(fresh_at, '-'), x'0a') FROM review)"
	    " FROM (SELECT * FROM opinion LEFT JOIN rated"
	    "   USING (rater, session_pk) ORDER BY rater, session_pk)";
	struct fixture *fixture = *state;
	struct rand rand = {7};
	struct err err = {0};
	char *before, *after;

	for (int i = 0; i < 30; i++)
		rate(fixture, &rand);
	before = fixture_sql_text(fixture->path, dump);
	store_close(fixture->store);
	fixture_sql(fixture->path,
	    "DROP TABLE review; DROP TABLE rated; DROP TABLE opinion;"
	    "DROP TABLE digest; DROP TABLE stale; DROP TABLE standing;"
	    "DROP TABLE went_well; DROP TABLE stale_question;"
	    "DROP TABLE session_note; DROP TABLE session_tag;"
	    "PRAGMA user_version = 5");
	assert_done(store_open(fixture->path, &fixture->store, &err), &err);
	after = fixture_sql_text(fixture->path, dump);
	assert_string_equal(before, after);
	assert_true(strlen(before) > 100);
	free(before);
	free(after);
}

static void
a_tally_is_read_from_its_text(void **state)
{
	const char *names = "9:ownership0:3:5:x", *name;
	const char *counts = "1,0,4,3,0,0,0,0,0,12,0,0,1,0,0";
	struct tally tally;
	size_t length;

	(void)state;
	assert_true(tally_signal(&names, &name, &length));
	assert_int_equal(length, 9);
	assert_memory_equal(name, "ownership", 9);
	assert_true(tally_next(&counts, BAR, &tally));
	assert_int_equal(tally.ratings, 8);
	assert_true(tally_mean(&tally) == 25.0 / 8);
	assert_int_equal(tally.least, 1);
	assert_int_equal(tally.at_bar, 3);
	assert_true(tally_signal(&names, &name, &length));
	assert_int_equal(length, 0);
	assert_true(tally_next(&counts, 30000, &tally));
	assert_int_equal(tally.least, 5);
	assert_true(tally_signal(&names, &name, &length));
	assert_memory_equal(name, "5:x", length);
	assert_true(tally_next(&counts, 30000, &tally));
	assert_int_equal(tally.at_bar, 1);
	assert_false(tally_signal(&names, &name, &length));
	assert_false(tally_next(&counts, BAR, &tally));
}

static void
a_damaged_tally_ends(void **state)
{
	static const char *const names[] = {"", "9:owner", ":x", "3;abc", "3",
	    "-1:x", "99999999999999999999:x", "999999999:x"};
	static const char *const counts[] = {"", "1,0,4,3", "0,0,0,0,0",
	    "-1,0,4,3,0", "1,,4,3,0", "99999999999999999999,0,4,3,0"};
	struct tally tally;

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++) {
		const char *at = names[i], *name;
		size_t length;

		assert_false(tally_signal(&at, &name, &length));
	}
	for (size_t i = 0; i < COUNT(counts); i++) {
		const char *at = counts[i];

		assert_false(tally_next(&at, BAR, &tally));
	}
}

#define ON_A_DATABASE(test)                                                    \
	cmocka_unit_test_setup_teardown(test, set_up, fixture_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_A_DATABASE(reviews_are_those_of_the_ratings),
	    ON_A_DATABASE(what_is_asked_decides_what_was_reviewed),
	    ON_A_DATABASE(what_is_merged_is_reviewed_too),
	    ON_A_DATABASE(an_older_database_is_counted_in_the_same_way),
	    ON_A_DATABASE(what_was_rated_follows_the_ratings),
	    cmocka_unit_test(a_tally_is_read_from_its_text),
	    cmocka_unit_test(a_damaged_tally_ends),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("tally", tests, NULL, NULL);
}
