/* SPDX-License-Identifier: MIT */
/*
 * What is kept of the sessions says the same as their answers and ratings,
 * whatever is done to them.
 */
#include <stdlib.h>

#include "unit.h"
#include "digest_fixture.h"

#include "store/annotate.h"
#include "store/db.h"
#include "store/doctor.h"
#include "store/fresh.h"
#include "store/history.h"
#include "store/judge.h"
#include "store/merge.h"
#include "store/review.h"
#include "store/session.h"
#include "store/views.h"

static const char *const raters[] = {"self", "mei", "cold", "nobody"};

enum { RATERS = sizeof(raters) / sizeof(raters[0]) };

static const struct store_filter all;

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

/* What can't be judged when it is kept is judged later, with its reviews. */
static void
what_was_put_off_is_made_up_for(void **state)
{
	struct fixture *fixture = *state;

	freshen_all(fixture);
	fixture_sql(fixture->path, "ALTER TABLE rating RENAME TO gone");
	end_session(fixture);
	fixture_sql(fixture->path, "ALTER TABLE gone RENAME TO rating");
	assert_int_equal(fixture_sql_int(fixture->path,
			     "SELECT count(*) FROM rated WHERE session_pk = 1"),
	    0);
	assert_true(stale(fixture) > 0);
	freshen_all(fixture);
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

#define ON_HISTORY(test)                                                       \
	cmocka_unit_test_setup_teardown(test, digest_set_up, fixture_tear_down)

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
	    ON_HISTORY(what_was_put_off_is_made_up_for),
	    ON_HISTORY(freshening_is_watched_and_stopped),
	    ON_HISTORY(a_file_that_can_only_be_read_is_judged_all_the_same),
	    ON_HISTORY(a_file_that_another_writes_is_judged_all_the_same),
	    ON_HISTORY(what_changes_after_another_has_written_is_kept),
	    ON_HISTORY(what_is_wrong_is_found_and_mended),
	    ON_HISTORY(what_is_damaged_is_read_all_the_same),
	};

	return cmocka_run_group_tests_name("digest", tests, NULL, NULL);
}
