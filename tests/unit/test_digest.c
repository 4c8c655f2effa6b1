/* SPDX-License-Identifier: MIT */
/*
 * What is kept of the sessions says the same as their answers and ratings,
 * whatever is done to them.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"
#include "store_fixture.h"

#include "base/str.h"
#include "store/annotate.h"
#include "store/db.h"
#include "store/doctor.h"
#include "store/fresh.h"
#include "store/history.h"
#include "store/judge.h"
#include "store/merge.h"
#include "store/rater.h"
#include "store/review.h"
#include "store/schedule.h"
#include "store/session.h"
#include "store/views.h"

enum {
	SESSIONS = 6,
	ANSWERS = 3,
	SIGNALS = 4,
	NOW_S = 1769000000,
	TODAY = 20466,     /* 2026-01-13 */
	TRAVELLED = 20494, /* 2026-02-10 */
};

static const char *const signals[SIGNALS] = {
    "situation", "task", "action", "result"};
static const char *const raters[] = {"self", "mei", "cold", "nobody"};

enum { RATERS = sizeof(raters) / sizeof(raters[0]) };

static const struct store_filter all;

static void
add_rating(struct str *csv, int s, int a, const char *rater, int signal,
    int rating, int minute)
{
	str_addf(csv, "a-%d%d,s-%d,%s,%s,%d,2026-01-0%dT11:%02d:00Z\r\n", s, a,
	    s, rater, signals[signal], rating, s, minute);
}

/* All kinds of them: rated anew, by peers, cold, in part, not at all. */
static void
import_ratings(struct fixture *fixture)
{
	struct str csv = STR_INIT;

	str_add(&csv, "answer_id,session_id,rater,signal,rating,rated_at\r\n");
	for (int s = 1; s < SESSIONS; s++)
		for (int a = 1; a <= ANSWERS; a++)
			for (int i = 0; i < SIGNALS; i++) {
				int rating = 1 + (s * 7 + a * 3 + i * 5) % 5;

				if (s == 2 && a == 2 && i == 3)
					continue;
				add_rating(&csv, s, a, "self", i, rating, 1);
				add_rating(&csv, s, a, "mei", i,
				    1 + (rating + 1) % 5, 2);
				add_rating(&csv, s, a, "jonas", i, 3, 3);
				add_rating(&csv, s, a, "cold", i, 4, 4);
				if (s == 3)
					add_rating(&csv, s, a, "self", i, 5, 5);
			}
	fixture_import(fixture->store, "ratings", csv.s);
	str_release(&csv);
}

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

static int
set_up(void **state)
{
	struct str csv = STR_INIT;

	if (fixture_set_up(state) != 0)
		return -1;
	import_sessions(*state);
	str_add(&csv,
	    "answer_id,session_id,question_id,started_at,rubric,mode,limit_s,"
	    "answer_s,splits,predicted,metric_given,skipped,answer\r\n");
	for (int s = 1; s <= SESSIONS; s++)
		for (int a = 1; a <= ANSWERS; a++)
			str_addf(&csv,
			    "a-%d%d,s-%d,q-%d,2026-01-0%dT10:0%d:00Z,star,"
			    "spoken,100,120,situation:30|action:50,4,%s,%s,"
			    "three plain words\r\n",
			    s, a, s, a, s, a, a == 1 ? "no" : "yes",
			    s == 6 ? "yes" : "no");
	fixture_import(((struct fixture *)*state)->store, "answers", csv.s);
	str_release(&csv);
	import_ratings(*state);
	return 0;
}

static void
assert_near(double value, double expected)
{
	assert_true(fabs(value - expected) < 1e-5);
}

static void
assert_same_judgement(
    struct fixture *fixture, int64_t session_pk, const char *rater)
{
	struct session_judged kept, anew;
	struct err err = {0};

	assert_done(
	    judge_session(fixture->store, session_pk, rater, &kept, &err),
	    &err);
	assert_done(
	    judge_session_anew(fixture->store, session_pk, rater, &anew, &err),
	    &err);
	assert_int_equal(kept.verdict, anew.verdict);
	assert_int_equal(kept.overall.num, anew.overall.num);
	assert_int_equal(kept.overall.den, anew.overall.den);
	assert_int_equal(kept.caps, anew.caps);
	assert_string_equal(kept.limiting, anew.limiting);
	assert_int_equal(kept.answered, anew.answered);
	assert_int_equal(kept.rated, anew.rated);
	assert_int_equal(kept.skipped, anew.skipped);
	assert_int_equal(kept.clean, anew.clean);
	session_judged_release(&kept);
	session_judged_release(&anew);
}

static double
overall_anew(struct fixture *fixture, int64_t session_pk)
{
	struct session_judged judged;
	struct err err = {0};
	double overall = 0;

	assert_done(judge_session_anew(
			fixture->store, session_pk, "self", &judged, &err),
	    &err);
	if (score_exists(judged.overall))
		overall = score_value(judged.overall);
	session_judged_release(&judged);
	return overall;
}

/* Best first, those that are not rated last. */
static void
assert_ordered_by_score(struct fixture *fixture)
{
	enum { ROOM = 16 };
	const struct store_filter best = {.order = "best"};
	struct session_row rows[ROOM];
	double before = RATING_HIGH;
	struct err err = {0};
	int n;

	assert_done(store_session_window(
			fixture->store, &best, 0, ROOM, rows, &n, &err),
	    &err);
	assert_true(n >= SESSIONS - 1);
	for (int i = 0; i < n; i++) {
		double overall = overall_anew(fixture, rows[i].pk);

		assert_true(overall <= before);
		before = overall;
		session_row_release(&rows[i]);
	}
	assert_true(before < 1);
}

static int
stale(const struct fixture *fixture)
{
	struct err err = {0};
	int n;

	assert_done(store_stale(fixture->store, &n, &err), &err);
	return n;
}

/* What is kept is what would be made anew; another connection makes it, as
 * that goes by its own from then on. */
static int
wrong(const struct fixture *fixture)
{
	struct store *store;
	struct err err = {0};
	int n;

	assert_done(store_open(fixture->path, &store, &err), &err);
	assert_done(store_digests_wrong(store, &n, &err), &err);
	store_close(store);
	return n;
}

static void
assert_right(struct fixture *fixture)
{
	int64_t pks = fixture_sql_int(
	    fixture->path, "SELECT max(session_pk) FROM session");

	assert_int_equal(wrong(fixture), 0);
	for (int64_t pk = 1; pk <= pks; pk++)
		for (size_t i = 0; i < RATERS; i++)
			assert_same_judgement(fixture, pk, raters[i]);
	assert_ordered_by_score(fixture);
}

static void
freshen(struct fixture *fixture, int sessions)
{
	struct err err = {0};

	assert_done(store_freshen(fixture->store, sessions, &err), &err);
}

static void
freshen_all(struct fixture *fixture)
{
	struct err err = {0};

	assert_done(store_freshen_all(fixture->store, NULL, NULL, &err), &err);
}

static void
what_is_added_is_kept_at_once(void **state)
{
	assert_int_equal(fixture_sql_int(((struct fixture *)*state)->path,
			     "SELECT count(*) FROM stale"),
	    0);
	assert_right(*state);
}

static void
rate_again(struct fixture *fixture)
{
	char action[] = "action", none[] = "";
	const struct rating rating = {
	    .signal = action, .value = 1, .note = none};
	struct err err = {0};

	assert_done(store_ratings_add(fixture->store, "s-4", "a-41", "self",
			&rating, 1, NOW_S, &err),
	    &err);
}

static void
delete_session(struct fixture *fixture)
{
	struct err err = {0};

	assert_int_equal(
	    store_session_delete(fixture->store, "s-3", NOW_S, &err), 1);
	assert_int_equal(fixture_sql_int(fixture->path,
			     "SELECT count(*) FROM opinion WHERE id = 's-3'"),
	    0);
}

static void
undelete_session(struct fixture *fixture)
{
	struct err err = {0};

	assert_int_equal(
	    store_session_undelete(fixture->store, "s-3", &err), 1);
}

static void
move_session(struct fixture *fixture)
{
	fixture_import(fixture->store, "sessions",
	    "session_id,started_at,ended_at,round,level,questions\r\n"
	    "s-2,2026-02-01T10:00:00Z,2026-02-01T11:00:00Z,general,apm,4\r\n");
}

/* To another session, with another question and rubric; none that is rated
 * goes there. */
static void
move_answer(struct fixture *fixture)
{
	fixture_import(fixture->store, "answers",
	    "answer_id,session_id,question_id,started_at,rubric,limit_s,"
	    "answer_s,skipped\r\n"
	    "a-61,s-1,q-4,2026-01-01T10:09:00Z,plain,50,100,no\r\n");
}

static void
end_session(struct fixture *fixture)
{
	struct err err = {0};

	assert_done(
	    store_session_end(fixture->store, "s-1", NOW_S, &err), &err);
}

static void
merge_another(struct fixture *fixture)
{
	struct store *other = fixture_another(fixture, "other.db");
	char *path = fixture_path(fixture, "other.db");
	struct merge_report report;
	struct err err = {0};

	fixture_import(other, "sessions",
	    "session_id,started_at,round\r\n"
	    "s-9,2026-01-09T10:00:00Z,general\r\n");
	fixture_import(other, "answers",
	    "answer_id,session_id,question_id,started_at,rubric,limit_s,"
	    "answer_s\r\n"
	    "a-91,s-9,g-1,2026-01-09T10:01:00Z,plain,50,100\r\n");
	fixture_import(other, "ratings",
	    "answer_id,session_id,rater,signal,rating,rated_at\r\n"
	    "a-91,s-9,self,clarity,4,2026-01-09T11:00:00Z\r\n"
	    "a-91,s-9,self,result,2,2026-01-09T11:00:00Z\r\n");
	assert_int_equal(store_session_delete(other, "s-9", NOW_S, &err), 1);
	assert_int_equal(store_session_undelete(other, "s-9", &err), 1);
	store_close(other);
	assert_done(store_merge(fixture->store, path, false,
			(struct instant){.wall_ms = 1}, &report, &err),
	    &err);
	free(path);
}

static void
after_every_change_it_is_right(void **state)
{
	static void (*const changes[])(struct fixture * fixture) = {
	    rate_again,
	    delete_session,
	    rate_again,
	    undelete_session,
	    move_session,
	    move_answer,
	    end_session,
	    merge_another,
	};

	for (size_t i = 0; i < sizeof(changes) / sizeof(changes[0]); i++) {
		changes[i](*state);
		assert_right(*state);
	}
}

/* By other rules each session is judged otherwise, and none is forgotten. */
static void
other_rules_make_all_stale(void **state)
{
	static const struct {
		const char *kind, *csv;
	} changes[] = {
	    {"rubrics",
		"rubric,position,signal,label,weight,metric,asks,anchor_1,"
		"anchor_2,anchor_3,anchor_4,anchor_5\r\n"
		"star,3,action,Action,9,no,?,1,2,3,4,5\r\n"},
	    {"rules", "rule,value,why\r\nhire,2.5,try\r\n"},
	};
	struct fixture *fixture = *state;

	freshen_all(fixture);
	for (int i = 0; i < 2; i++) {
		fixture_import(fixture->store, changes[i].kind, changes[i].csv);
		assert_int_equal(fixture_sql_int(fixture->path,
				     "SELECT count(*) FROM stale"),
		    SESSIONS);
		assert_right(fixture);
		freshen(fixture, 1);
		assert_int_equal(fixture_sql_int(fixture->path,
				     "SELECT count(*) FROM stale"),
		    SESSIONS - 1);
		assert_right(fixture);
		freshen_all(fixture);
		assert_int_equal(stale(fixture), 0);
		assert_right(fixture);
	}
}

static void
what_is_rolled_back_changes_nothing(void **state)
{
	struct fixture *fixture = *state;
	struct err err = {0};

	assert_done(store_begin(fixture->store, &err), &err);
	rate_again(fixture);
	store_rollback(fixture->store);
	assert_right(fixture);
}

/* Within the transaction that changes it too. */
static void
a_change_is_judged_before_it_is_committed(void **state)
{
	struct fixture *fixture = *state;
	struct err err = {0};

	assert_done(store_begin(fixture->store, &err), &err);
	rate_again(fixture);
	assert_same_judgement(fixture, 4, "self");
	assert_ordered_by_score(fixture);
	assert_done(store_commit(fixture->store, &err), &err);
}

static void
questions_are_freshened_after_the_sessions(void **state)
{
	struct fixture *fixture = *state;

	freshen_all(fixture);
	assert_int_equal(stale(fixture), 0);
	rate_again(fixture);
	assert_int_equal(stale(fixture), ANSWERS);
	freshen(fixture, 1);
	assert_int_equal(stale(fixture), 1);
	assert_right(fixture);
	freshen(fixture, 1);
	assert_int_equal(stale(fixture), 0);
	assert_right(fixture);
}

struct watched {
	int calls, most; /* after so many it is stopped */
};

static bool
watch(void *arg, int left)
{
	struct watched *watched = arg;

	assert_true(left > 0);
	return ++watched->calls <= watched->most;
}

/* What was judged until then is kept. */
static void
freshening_is_watched_and_stopped(void **state)
{
	struct watched once = {.most = 1}, more = {.most = 100};
	struct fixture *fixture = *state;
	struct err err = {0};

	freshen_all(fixture);
	fixture_sql(fixture->path,
	    "WITH RECURSIVE n (i) AS"
	    " (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200)"
	    " INSERT INTO session SELECT NULL, 'more-' || i, device,"
	    " started_at, ended_at, utc_offset_min, mode, round, company,"
	    " level, questions, NULL FROM n JOIN session ON id = 's-1';"
	    "INSERT INTO stale SELECT session_pk FROM session");
	assert_int_equal(store_freshen_all(fixture->store, watch, &once, &err),
	    FRESH_STOPPED);
	assert_int_equal(once.calls, 2);
	assert_in_range(stale(fixture), 1, 1200);
	assert_int_equal(
	    store_freshen_all(fixture->store, watch, &more, &err), 0);
	assert_true(more.calls > 0);
	assert_int_equal(stale(fixture), 0);
}

static void
a_file_that_can_only_be_read_is_judged_all_the_same(void **state)
{
	struct fixture *fixture = *state;
	struct judgement_view view;
	struct err err = {0};

	fixture_sql(fixture->path, "DELETE FROM digest;"
				   "INSERT INTO stale SELECT session_pk"
				   " FROM session");
	store_close(fixture->store);
	assert_done(
	    store_open_to_read(fixture->path, &fixture->store, &err), &err);
	assert_true(store_read_only(fixture->store));
	freshen_all(fixture);
	assert_int_equal(stale(fixture), 0);
	assert_done(
	    store_view_judgements(fixture->store, &all, &view, &err), &err);
	assert_int_equal(view.pairs[PREDICTED_AND_SELF].n, 14);
	assert_int_equal(
	    fixture_sql_int(fixture->path, "SELECT count(*) FROM digest"), 0);
}

static void
a_file_that_another_writes_is_judged_all_the_same(void **state)
{
	struct fixture *fixture = *state;
	struct store *other;
	struct err err = {0};

	fixture_sql(
	    fixture->path, "INSERT INTO stale SELECT session_pk FROM session");
	assert_done(store_open(fixture->path, &other, &err), &err);
	assert_done(store_begin(other, &err), &err);
	assert_int_equal(store_freshen(fixture->store, FRESH_SLICE, &err), -1);
	freshen_all(fixture);
	assert_int_equal(stale(fixture), 0);
	assert_true(
	    fixture_sql_int(fixture->path, "SELECT count(*) FROM stale") > 0);
	store_rollback(other);
	store_close(other);
}

/* What was judged beside the file is of no use once that changes. */
static void
what_changes_after_another_has_written_is_kept(void **state)
{
	struct fixture *fixture = *state;
	struct store *other;
	struct err err = {0};

	freshen_all(fixture);
	fixture_sql(fixture->path, "INSERT INTO stale VALUES (1)");
	assert_done(store_open(fixture->path, &other, &err), &err);
	assert_done(store_begin(other, &err), &err);
	freshen_all(fixture);
	store_rollback(other);
	store_close(other);
	delete_session(fixture);
	rate_again(fixture);
	assert_int_equal(fixture_sql_int(fixture->path,
			     "SELECT count(*) FROM digest WHERE id = 's-3'"),
	    0);
	assert_right(fixture);
	freshen_all(fixture);
	assert_int_equal(stale(fixture), 0);
	assert_right(fixture);
}

static void
what_is_wrong_is_found_and_mended(void **state)
{
	static const char *const faults[] = {
	    "UPDATE opinion SET num = num + 1 WHERE id = 's-1'",
	    "UPDATE opinion SET counts = '9,0,0,0,0' WHERE id = 's-2'",
	    "UPDATE opinion SET clean = 1 - clean WHERE id = 's-4'",
	    "DELETE FROM opinion WHERE id = 's-3'",
	    "DELETE FROM digest WHERE id = 's-3'",
	    "UPDATE digest SET answered = 7 WHERE id = 's-5'",
	    "UPDATE digest SET times = '' WHERE id = 's-5'",
	    "UPDATE digest SET days = '1,1' WHERE id = 's-5'",
	    "UPDATE standing SET attempts = 99 WHERE question_id = 'q-1'",
	    "DELETE FROM went_well",
	    "DELETE FROM review WHERE answer_pk = 1",
	    "UPDATE review SET rating = 6 - rating",
	    "INSERT INTO review (answer_pk, rating) VALUES (999, 3)",
	    "DELETE FROM rated WHERE session_pk = 2 AND rater = 'mei'",
	    "UPDATE rated SET ratings = '' WHERE session_pk = 4",
	    "INSERT INTO rated VALUES (5, 'nobody', '')",
	};
	struct fixture *fixture = *state;
	struct err err = {0};

	fixture_import(
	    fixture->store, "rules", "rule,value,why\r\nhire,1.5,try\r\n");
	freshen_all(fixture);
	for (size_t i = 0; i < sizeof(faults) / sizeof(faults[0]); i++) {
		assert_right(fixture);
		fixture_sql(fixture->path, faults[i]);
		assert_true(wrong(fixture) > 0);
		assert_done(store_doctor_mend(fixture->path, &err), &err);
	}
	assert_right(fixture);
}

/* Whatever a file holds, it is read as something or nothing. */
static void
what_is_damaged_is_read_all_the_same(void **state)
{
	struct fixture *fixture = *state;
	struct digest_sections sections;
	struct session_judged judged;
	struct verdict_view verdicts;
	struct review review;
	struct err err = {0};

	fixture_sql(fixture->path,
	    "UPDATE opinion SET verdict = 99, signals = '9999:x', counts = '1'"
	    " WHERE id = 's-1';"
	    "UPDATE opinion SET verdict = -1, counts = '' WHERE id = 's-2';"
	    "UPDATE opinion SET signals = signals || '4:more'"
	    " WHERE id = 's-3';"
	    "UPDATE digest SET sections = '1,2,3,99:x', times = 'x'"
	    " WHERE id = 's-4'");
	assert_done(store_review_means(
			fixture->store, &all, "self", NULL, &review, &err),
	    &err);
	assert_int_equal(review.n, SIGNALS);
	assert_int_equal(review.sessions, SESSIONS - 3);
	review_release(&review);
	assert_done(
	    store_view_verdicts(fixture->store, &all, "self", &verdicts, &err),
	    &err);
	assert_int_equal(verdicts.rated, SESSIONS - 3);
	assert_done(
	    store_view_sections(fixture->store, &all, &sections, &err), &err);
	assert_int_equal(sections.n, 2);
	digest_sections_release(&sections);
	assert_done(
	    judge_session(fixture->store, 1, "self", &judged, &err), &err);
	assert_int_equal(judged.verdict, VERDICT_NONE);
	session_judged_release(&judged);
}

static double
judged_overall(struct fixture *fixture, int64_t pk, const char *rater)
{
	struct answer_judged judged;
	struct err err = {0};

	assert_done(
	    judge_answer(fixture->store, pk, rater, &judged, &err), &err);
	return score_exists(judged.judged.overall)
		   ? score_value(judged.judged.overall)
		   : 0;
}

/* Each pair, by the answers one after the other. */
static void
ratings_are_paired_as_answers_are_judged(void **state)
{
	struct judgement_view view;
	struct sample pairs[JUDGEMENT_PAIRS] = {{0}};
	struct fixture *fixture = *state;
	struct err err = {0};

	for (int64_t pk = 1; pk <= (int64_t)SESSIONS * ANSWERS; pk++) {
		double self = judged_overall(fixture, pk, "self");
		double cold = judged_overall(fixture, pk, "cold");
		double peers = judged_overall(fixture, pk, NULL);

		if (self > 0) {
			sample_add(&pairs[PREDICTED_AND_SELF], 4 - self);
			sample_add(&pairs[SELF_AND_COLD], self - cold);
			sample_add(&pairs[SELF_AND_PEERS], self - peers);
		}
	}
	assert_done(
	    store_view_judgements(fixture->store, &all, &view, &err), &err);
	for (int i = 0; i < JUDGEMENT_PAIRS; i++) {
		assert_int_equal(view.pairs[i].n, 14);
		assert_int_equal(pairs[i].n, 14);
		assert_near(view.pairs[i].mean, pairs[i].mean);
		assert_true(
		    fabs(view.pairs[i].squares - pairs[i].squares) < 1e-3);
	}
}

static void
times_and_sections_are_those_of_the_answers(void **state)
{
	struct store_filter apm = {.level = "apm"};
	struct fixture *fixture = *state;
	struct digest_sections sections;
	struct time_view times;
	struct split_row row;
	struct err err = {0};

	assert_done(store_view_times(fixture->store, &all, &times, &err), &err);
	assert_int_equal(times.n, (SESSIONS - 1) * ANSWERS);
	assert_int_equal(times.over, times.n);
	assert_int_equal(times.counts[12], times.n);
	assert_near(times.mean, 1.2);
	assert_near(times.late_s, 20);
	assert_done(store_view_times(fixture->store, &apm, &times, &err), &err);
	assert_int_equal(times.n, 2 * ANSWERS);
	assert_done(
	    store_view_sections(fixture->store, &all, &sections, &err), &err);
	assert_int_equal(sections.n, 2);
	row = view_section(&sections.rows[0]);
	assert_string_equal(row.signal, "situation");
	assert_int_equal(row.n, (SESSIONS - 1) * ANSWERS);
	assert_near(row.used, 30.0 / 80);
	assert_near(row.target, 20.0 / 80);
	digest_sections_release(&sections);
}

static void
filters_leave_what_fits(void **state)
{
	struct store_filter filters[] = {
	    {.level = "apm"},
	    {.round = "behavioural"},
	    {.company = "xiaomi"},
	    {.has_until = true, .until = 1767348000}, /* the second */
	    {.has_since = true, .since = 1767348000},
	};
	static const int rated[] = {2, 5, 0, 1, 4};
	struct fixture *fixture = *state;
	struct verdict_view view;
	struct review review;
	struct err err = {0};

	for (size_t i = 0; i < sizeof(rated) / sizeof(rated[0]); i++) {
		assert_done(store_view_verdicts(fixture->store, &filters[i],
				"self", &view, &err),
		    &err);
		assert_int_equal(view.rated, rated[i]);
		assert_done(store_review_means(fixture->store, &filters[i],
				"self", NULL, &review, &err),
		    &err);
		assert_int_equal(review.overalls.n, rated[i]);
		review_release(&review);
	}
}

static void
days_are_those_of_the_clock_then(void **state)
{
	struct fixture *fixture = *state;
	struct habit_view view;
	struct err err = {0};

	assert_done(
	    store_view_habit(fixture->store, &all, TODAY, &view, &err), &err);
	assert_int_equal(view.days, SESSIONS - 1);
	assert_int_equal(view.longest, SESSIONS - 1);
	assert_int_equal(view.streak, 0);
	/* 2026-01-05 was a Monday. */
	assert_int_equal(view.answers[HABIT_WEEKS - 2][0], ANSWERS);
	assert_int_equal(view.answers[HABIT_WEEKS - 2][1], 0);
	/* Past midnight, eight hours ahead. */
	fixture_import(fixture->store, "answers",
	    "answer_id,session_id,question_id,started_at,rubric\r\n"
	    "a-53,s-5,q-3,2026-01-05T16:03:00Z,star\r\n");
	assert_done(
	    store_view_habit(fixture->store, &all, TODAY, &view, &err), &err);
	assert_int_equal(view.days, SESSIONS);
	assert_int_equal(view.answers[HABIT_WEEKS - 2][0], ANSWERS - 1);
	assert_int_equal(view.answers[HABIT_WEEKS - 2][1], 1);
}

/* Three days in a row, by the clocks of places 13 hours to the east and to the
 * west: in the order of time the days go to and fro. */
static void
import_travels(struct store *store)
{
	static const struct {
		int day, offset_h;
	} sessions[] = {{10, 0}, {9, -13}, {9, 0}, {8, 13}, {8, 0}};
	struct str rows = STR_INIT, answers = STR_INIT;

	str_add(&rows, "session_id,started_at,utc_offset_min,round\r\n");
	str_add(&answers, "answer_id,session_id,question_id,started_at\r\n");
	for (size_t i = 0; i < sizeof(sessions) / sizeof(sessions[0]); i++) {
		str_addf(&rows, "t-%zu,2026-02-%02dT12:00:00Z,%d,strategy\r\n",
		    i, sessions[i].day, sessions[i].offset_h * 60);
		str_addf(&answers, "u-%zu,t-%zu,q-9,2026-02-%02dT12:00:00Z\r\n",
		    i, i, sessions[i].day);
	}
	fixture_import(store, "sessions", rows.s);
	fixture_import(store, "answers", answers.s);
	str_release(&rows);
	str_release(&answers);
}

static void
days_are_those_of_the_clock_there(void **state)
{
	struct fixture *fixture = *state;
	struct store_filter filter = {.round = "strategy"};
	struct habit_view view;
	struct err err = {0};

	import_travels(fixture->store);
	assert_done(
	    store_view_habit(fixture->store, &filter, TRAVELLED, &view, &err),
	    &err);
	assert_int_equal(view.days, 3);
	assert_int_equal(view.streak, 3);
	assert_int_equal(view.longest, 3);
	/* So are those of a period: the day before, as it was shown. */
	filter.has_since = filter.has_until = true;
	filter.since = (int64_t)(TRAVELLED - 1) * DAY_S;
	filter.until = (int64_t)TRAVELLED * DAY_S;
	filter.days = (struct days){true, true, TRAVELLED - 1, TRAVELLED};
	assert_done(
	    store_view_habit(fixture->store, &filter, TRAVELLED, &view, &err),
	    &err);
	assert_int_equal(view.days, 1);
	assert_int_equal(view.answers[HABIT_WEEKS - 1][0], 2); /* a Monday */
}

/* Sessions 1 to 5 are a day apart: the third is the first of these 14 days. */
static void
two_spans_are_told_apart_at_their_edge(void **state)
{
	int64_t now_s = 1767434400 + (int64_t)FORTNIGHT_DAYS * DAY_S;
	struct store_filter apm = {
	    .level = "apm", .has_since = true, .since = now_s};
	struct fixture *fixture = *state;
	struct fortnight both;
	struct err err = {0};

	assert_done(
	    store_fortnight(fixture->store, &all, "self", now_s, &both, &err),
	    &err);
	assert_int_equal(both.now.n, 3);    /* 3, 4 and 5 */
	assert_int_equal(both.before.n, 2); /* 1 and 2 */
	assert_int_equal(fortnight_contrast(&both, 3).verdict, CONTRAST_FEW);
	assert_done(
	    store_fortnight(fixture->store, &apm, "self", now_s, &both, &err),
	    &err);
	assert_int_equal(both.now.n, 1);
	assert_int_equal(both.before.n, 1);
	assert_done(
	    store_fortnight(fixture->store, &all, "nobody", now_s, &both, &err),
	    &err);
	assert_int_equal(both.now.n, 0);
}

static void
a_signal_is_counted_where_it_limits(void **state)
{
	struct fixture *fixture = *state;
	struct review review;
	struct err err = {0};
	int sum = 0;

	assert_done(store_review_means(
			fixture->store, &all, "self", NULL, &review, &err),
	    &err);
	for (int i = 0; i < review.n; i++) {
		char *sql = NULL;
		struct str text = STR_INIT;

		str_addf(&text,
		    "SELECT count(*) FROM opinion WHERE rater = 'self'"
		    " AND limiting = '%s'",
		    review.signals[i].signal);
		sql = str_detach(&text);
		assert_int_equal(review.signals[i].limits,
		    fixture_sql_int(fixture->path, sql));
		free(sql);
		sum += review.signals[i].limits;
	}
	assert_int_equal(sum, SESSIONS - 1);
	review_release(&review);
}

static void
means_are_those_of_the_review(void **state)
{
	struct review full, means;
	struct fixture *fixture = *state;
	struct err err = {0};

	assert_done(
	    store_review(fixture->store, &all, "self", "task", &full, &err),
	    &err);
	assert_done(store_review_means(
			fixture->store, &all, "self", NULL, &means, &err),
	    &err);
	assert_int_equal(full.n, 1);
	assert_int_equal(means.n, SIGNALS);
	assert_null(means.signals[0].points);
	assert_string_equal(means.signals[3].signal, "task");
	assert_int_equal(means.signals[3].n, full.signals[0].n);
	for (int i = 0; i < full.signals[0].n; i++)
		assert_true(means.signals[3].means[i] ==
			    full.signals[0].points[i].mean);
	review_release(&full);
	review_release(&means);
}

static void
raters_are_listed_once(void **state)
{
	struct fixture *fixture = *state;
	struct raters found;
	struct err err = {0};

	assert_done(store_raters(fixture->store, &found, &err), &err);
	assert_int_equal(found.n, 4);
	assert_string_equal(found.names[0], "cold");
	assert_string_equal(found.names[1], "jonas");
	assert_string_equal(found.names[2], "mei");
	assert_string_equal(found.names[3], "self");
	raters_release(&found);
}

static void
the_latest_answers_are_counted_in_words(void **state)
{
	enum { ROOM = 4 };
	struct fixture *fixture = *state;
	struct paced answers[ROOM];
	struct err err = {0};
	int n;

	fixture_import(fixture->store, "answers",
	    "answer_id,session_id,question_id,started_at,rubric,mode,answer_s,"
	    "skipped,answer\r\n"
	    "a-51,s-5,q-1,2026-01-05T10:01:00Z,star,typed,60,no,one two\r\n"
	    "a-52,s-5,q-2,2026-01-05T10:02:00Z,star,typed,0,no,one\r\n");
	assert_done(
	    store_view_paces(fixture->store, &all, answers, ROOM, &n, &err),
	    &err);
	assert_int_equal(n, ROOM);
	assert_int_equal(answers[0].words, 2);
	assert_false(answers[0].spoken);
	assert_near(answers[0].answer_s, 60);
	assert_int_equal(answers[1].words, 3); /* a-53: a-52 took no time */
	assert_true(answers[1].spoken);
}

/* The second answer of session 2 is not rated in full. */
static void
repeated_questions_have_a_first_and_a_latest_answer(void **state)
{
	struct store_filter apm = {.level = "apm"}, late = {.level = "senior"};
	struct fixture *fixture = *state;
	struct tries tries[ANSWERS];
	struct err err = {0};
	int n;

	assert_done(
	    store_view_tries(fixture->store, &all, tries, ANSWERS, &n, &err),
	    &err);
	assert_int_equal(n, ANSWERS);
	assert_int_equal(tries[0].last, 15);
	assert_int_equal(tries[0].first, 3);
	assert_int_equal(tries[2].last, 13);
	assert_int_equal(tries[2].first, 1);
	assert_done(
	    store_view_tries(fixture->store, &all, tries, 1, &n, &err), &err);
	assert_int_equal(n, 1);
	assert_done(
	    store_view_tries(fixture->store, &apm, tries, ANSWERS, &n, &err),
	    &err);
	assert_int_equal(n, 2); /* not the one of a-22 */
	assert_int_equal(tries[0].first, 6);
	assert_int_equal(tries[0].last, 12);
	late.has_since = true;
	late.since = 1767607200;
	assert_done(
	    store_view_tries(fixture->store, &late, tries, ANSWERS, &n, &err),
	    &err);
	assert_int_equal(n, 0);
}

/* As the schedule of each question says. */
static void
the_bank_stands_as_its_answers_left_it(void **state)
{
	struct fixture *fixture = *state;
	struct bank_question *bank;
	struct err err = {0};
	int n, seen = 0, mastered = 0;

	fixture_import(
	    fixture->store, "rules", "rule,value,why\r\nhire,1.5,try\r\n");
	freshen_all(fixture);
	assert_done(store_bank(fixture->store, &bank, &n, &err), &err);
	assert_int_equal(n, 5);
	for (int i = 0; i < n; i++) {
		struct scheduled one;

		assert_int_equal(store_schedule(fixture->store, bank[i].id,
				     NOW_S, &one, &err),
		    1);
		assert_int_equal(
		    bank[i].schedule.attempts, one.schedule.attempts);
		assert_int_equal(
		    bank[i].schedule.reviews, one.schedule.reviews);
		assert_true(bank[i].schedule.due_at == one.schedule.due_at);
		assert_true(bank[i].schedule.state.stability ==
			    one.schedule.state.stability);
		assert_int_equal(bank[i].mastered, one.mastered);
		seen += bank[i].schedule.attempts > 0;
		mastered += bank[i].mastered;
		scheduled_release(&one);
	}
	assert_int_equal(seen, ANSWERS);
	assert_true(mastered > 0 && mastered < ANSWERS);
	bank_free(bank, n);
}

#define ON_HISTORY(test)                                                       \
	cmocka_unit_test_setup_teardown(test, set_up, fixture_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_HISTORY(what_is_added_is_kept_at_once),
	    ON_HISTORY(after_every_change_it_is_right),
	    ON_HISTORY(other_rules_make_all_stale),
	    ON_HISTORY(what_is_rolled_back_changes_nothing),
	    ON_HISTORY(a_change_is_judged_before_it_is_committed),
	    ON_HISTORY(questions_are_freshened_after_the_sessions),
	    ON_HISTORY(freshening_is_watched_and_stopped),
	    ON_HISTORY(a_file_that_can_only_be_read_is_judged_all_the_same),
	    ON_HISTORY(a_file_that_another_writes_is_judged_all_the_same),
	    ON_HISTORY(what_changes_after_another_has_written_is_kept),
	    ON_HISTORY(what_is_wrong_is_found_and_mended),
	    ON_HISTORY(what_is_damaged_is_read_all_the_same),
	    ON_HISTORY(ratings_are_paired_as_answers_are_judged),
	    ON_HISTORY(times_and_sections_are_those_of_the_answers),
	    ON_HISTORY(filters_leave_what_fits),
	    ON_HISTORY(days_are_those_of_the_clock_then),
	    ON_HISTORY(days_are_those_of_the_clock_there),
	    ON_HISTORY(two_spans_are_told_apart_at_their_edge),
	    ON_HISTORY(a_signal_is_counted_where_it_limits),
	    ON_HISTORY(means_are_those_of_the_review),
	    ON_HISTORY(raters_are_listed_once),
	    ON_HISTORY(the_latest_answers_are_counted_in_words),
	    ON_HISTORY(repeated_questions_have_a_first_and_a_latest_answer),
	    ON_HISTORY(the_bank_stands_as_its_answers_left_it),
	};

	return cmocka_run_group_tests_name("digest", tests, NULL, NULL);
}
