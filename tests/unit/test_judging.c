/* SPDX-License-Identifier: MIT */
/* Answers judged one after the other have the verdicts that each has alone. */
#include <stdlib.h>
#include <string.h>

#include "unit.h"
#include "store_fixture.h"

#include "store/judge.h"
#include "store/rated.h"

/* Where the facts of an answer stand (statements.c). */
enum {
	FACT_RUBRIC = 7,
	FACT_LIMIT_S = 9,
	FACT_ANSWER_S = 11,
	FACT_PAUSED_S = 12,
	FACT_METRIC_GIVEN = 16,
	FACT_HINT = 17,
	FACT_SKIPPED = 18,
};

/* Answers 1 to 60: sessions 1 to 6 one after the other, of one answer and
 * more; 61 to 120: sessions 7 and 8 in turn; 121 to 520: session 9, which has
 * more ratings than are kept.  Some are rated twice, by others, or not at all,
 * and the later rating may have been written first. */
static const char history[] =
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
    " WHERE i < 9)"
    " INSERT INTO session (session_pk, id, device, started_at, ended_at,"
    " utc_offset_min, mode, round, company, level, questions)"
    " SELECT i, 's-' || i, 'd', i * 10000, i * 10000 + 900, 0, 'typed',"
    " 'behavioural', '', '', 3 FROM n;"
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
    " WHERE i < 520)"
    " INSERT INTO answer (answer_pk, id, session_pk, question_id, attempt,"
    " started_at, round, company, level, rubric, mode, limit_s, think_s,"
    " answer_s, paused_s, opening_s, splits, predicted, metric_given, hint,"
    " skipped, prompt, answer, probes)"
    " SELECT i, 'a-' || (1000 - i), CASE WHEN i = 1 THEN 1"
    "   WHEN i <= 60 THEN 2 + i / 13 WHEN i <= 120 THEN 7 + i % 2 ELSE 9 END,"
    " 'q-1', 1, 10000 + i * 10, 'behavioural', '', '',"
    " CASE i % 11 WHEN 3 THEN 'plain' WHEN 5 THEN 'gone' ELSE 'star' END,"
    " 'typed', 180, 0, 100 + i % 120, CASE i % 13 WHEN 2 THEN 1 ELSE 0 END,"
    " NULL, '', NULL, CASE i % 5 WHEN 1 THEN 'no' ELSE 'yes' END,"
    " CASE i % 7 WHEN 3 THEN 'yes' ELSE 'no' END,"
    " CASE i % 17 WHEN 4 THEN 'yes' ELSE 'no' END, 'Why?', 'So.', '' FROM n;"
    "INSERT INTO rating (session_pk, answer_pk, rater, signal, rating,"
    " rated_at, note)"
    " SELECT session_pk, answer_pk, rater, signal,"
    " 1 + (answer_pk * 31 + k * 7 + later * 3 + length(rater)) % 5,"
    " started_at + 100 - later * 50, '' FROM answer,"
    " (SELECT 'situation' AS signal, 1 AS k UNION SELECT 'task', 2"
    "  UNION SELECT 'action', 3 UNION SELECT 'result', 4"
    "  UNION SELECT 'clarity', 5 UNION SELECT 'unknown', 6),"
    " (SELECT 'self' AS rater UNION SELECT 'cold' UNION SELECT 'Mei'"
    "  UNION SELECT 'Bo'),"
    " (SELECT 0 AS later UNION SELECT 1)"
    " WHERE (later = 0 OR answer_pk % 3 = 1)"
    " AND (rater = 'self' OR answer_pk % 4 = length(rater) % 4)"
    " AND NOT (answer_pk % 19 = 6 AND k = 2);"
    "INSERT INTO rating (session_pk, answer_pk, rater, signal, rating,"
    " rated_at, note) SELECT session_pk, NULL, 'self', 'task', 1, 99, ''"
    " FROM session";

static bool
is_yes(const struct field_value *fact)
{
	return fact->kind == VALUE_TEXT && strcmp(fact->s, "yes") == 0;
}

static struct answer_facts
facts_of(const struct rows *rows, const struct field_value *facts)
{
	return (struct answer_facts){
	    .pk = rows_pk(rows),
	    .session_pk = rows_session_pk(rows),
	    .rubric = facts[FACT_RUBRIC].s,
	    .metric_given = is_yes(&facts[FACT_METRIC_GIVEN]),
	    .clean =
		{
		    .skipped = is_yes(&facts[FACT_SKIPPED]),
		    .hint = is_yes(&facts[FACT_HINT]),
		    .limit_s = facts[FACT_LIMIT_S].r,
		    .answer_s = facts[FACT_ANSWER_S].r,
		    .paused_s = facts[FACT_PAUSED_S].r,
		},
	};
}

static void
assert_same(const struct answer_judged *a, const struct answer_judged *b)
{
	assert_ptr_equal(a->rubric, b->rubric);
	assert_memory_equal(a->ratings, b->ratings, sizeof(a->ratings));
	assert_int_equal(a->judged.overall.num, b->judged.overall.num);
	assert_int_equal(a->judged.overall.den, b->judged.overall.den);
	assert_int_equal(a->judged.verdict, b->judged.verdict);
	assert_int_equal(a->judged.caps, b->judged.caps);
	assert_int_equal(a->judged.limiting, b->judged.limiting);
	assert_int_equal(a->clean, b->clean);
}

/* Returns how many of them have a verdict. */
static int
judge_all(struct store *store, const char *rater)
{
	struct field_value facts[ENTITY_FIELDS];
	struct judging judging;
	struct err err = {0};
	struct rows *rows;
	int n, rated = 0;

	judging_init(&judging, store, rater);
	assert_done(rows_open(store, ENTITY_ANSWERS, NULL, &rows, &err), &err);
	while (rows_next(rows, facts, &n, &err) == 1) {
		const struct answer_facts known = facts_of(rows, facts);
		struct answer_judged in_turn, alone;

		assert_done(
		    judging_answer(&judging, &known, &in_turn, &err), &err);
		assert_done(
		    judge_answer(store, known.pk, rater, &alone, &err), &err);
		assert_same(&in_turn, &alone);
		rated += alone.judged.verdict != VERDICT_NONE;
	}
	assert_int_equal(err.status, ERR_NONE);
	rows_close(rows);
	judging_release(&judging);
	return rated;
}

static void
each_has_the_verdict_that_it_has_alone(void **state)
{
	static const char *const raters[] = {
	    "self", "cold", "Mei", "nobody", NULL};
	const struct fixture *fixture = *state;

	fixture_sql(fixture->path, history);
	for (size_t i = 0; i < sizeof(raters) / sizeof(raters[0]); i++) {
		int rated = judge_all(fixture->store, raters[i]);

		if (raters[i] != NULL && strcmp(raters[i], "nobody") == 0)
			assert_int_equal(rated, 0);
		else
			assert_true(rated > 50);
	}
}

enum { SESSIONS = 9, ANSWERS = 520 };

/* Judges all in turn; by the number of the answer. */
static void
judge_each(struct store *store, const char *rater, struct answer_judged *judged)
{
	struct field_value facts[ENTITY_FIELDS];
	struct judging judging;
	struct err err = {0};
	struct rows *rows;
	int n;

	judging_init(&judging, store, rater);
	assert_done(rows_open(store, ENTITY_ANSWERS, NULL, &rows, &err), &err);
	while (rows_next(rows, facts, &n, &err) == 1) {
		const struct answer_facts known = facts_of(rows, facts);

		assert_done(judging_answer(&judging, &known,
				&judged[rows_pk(rows) - 1], &err),
		    &err);
	}
	assert_int_equal(err.status, ERR_NONE);
	rows_close(rows);
	judging_release(&judging);
}

/* From the ratings themselves, from the row that is kept of each session, and
 * within a transaction. */
static void
verdicts_are_the_same_wherever_they_are_read_from(void **state)
{
	static struct answer_judged plain[ANSWERS], kept[ANSWERS],
	    within[ANSWERS];
	static const char *const raters[] = {"self", "cold", "Mei", "nobody"};
	const struct fixture *fixture = *state;
	struct err err = {0};

	fixture_sql(fixture->path, history);
	for (size_t i = 0; i < sizeof(raters) / sizeof(raters[0]); i++) {
		fixture_sql(fixture->path, "DELETE FROM rated");
		judge_each(fixture->store, raters[i], plain);
		for (int64_t pk = 1; pk <= SESSIONS; pk++)
			assert_done(rated_put(fixture->store, pk, &err), &err);
		judge_each(fixture->store, raters[i], kept);
		assert_done(store_begin(fixture->store, &err), &err);
		judge_each(fixture->store, raters[i], within);
		store_rollback(fixture->store);
		for (int a = 0; a < ANSWERS; a++) {
			assert_same(&plain[a], &kept[a]);
			assert_same(&plain[a], &within[a]);
		}
	}
	assert_int_equal(fixture_sql_int(fixture->path,
			     "SELECT sum(ratings <> '') FROM rated"
			     " WHERE rater = 'self'"),
	    SESSIONS - 1);
	assert_int_equal(fixture_sql_int(fixture->path,
			     "SELECT count(*) FROM rated WHERE ratings = ''"),
	    1);
}

/* What no program of ours has written is not read beyond its end. */
static void
damaged_ratings_are_none(void **state)
{
	static const char *const damaged[] = {"", "1", "1,", "1,1:", "1,1:3",
	    "1,1:6,4:task", "1,1:0,4:task", "1,1:3,5:task", "1,2:3,4:task",
	    "1,1:3,4:task2", "x", "1,1:3,99999999999999999999:task",
	    "1,1:-3,4:task"};
	static struct rated rated[RATED_MOST];

	(void)state;
	for (size_t i = 0; i < sizeof(damaged) / sizeof(damaged[0]); i++)
		assert_int_equal(rated_parse(damaged[i], rated), 0);
	assert_int_equal(rated_parse("7,2:3,4:task5,2:a,9,1:1,0:", rated), 3);
	assert_int_equal(rated[1].answer_pk, 7);
	assert_int_equal(rated[1].rating, 5);
	assert_memory_equal(rated[1].signal, "a,", rated[1].n_signal);
	assert_int_equal(rated[2].answer_pk, 9);
	assert_int_equal(rated[2].n_signal, 0);
}

/* A peer's latest ratings, those of the level and what another session was
 * given don't mix with one's own. */
static void
a_session_is_the_sum_of_its_answers(void **state)
{
	const struct fixture *fixture = *state;
	struct session_judged session;
	struct answer_judged answer;
	struct err err = {0};
	int rated = 0, clean = 0;

	fixture_sql(fixture->path, history);
	for (int64_t pk = 61; pk <= 120; pk += 2) {
		assert_done(
		    judge_answer(fixture->store, pk, "self", &answer, &err),
		    &err);
		rated += answer.judged.verdict != VERDICT_NONE;
		clean += answer.clean;
	}
	assert_done(
	    judge_session(fixture->store, 8, "self", &session, &err), &err);
	assert_int_equal(session.rated, rated);
	assert_int_equal(session.answered + session.skipped, 30);
	assert_int_equal(session.clean, clean == 30);
	session_judged_release(&session);
}

#define ON_A_DATABASE(test)                                                    \
	cmocka_unit_test_setup_teardown(test, fixture_set_up, fixture_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_A_DATABASE(each_has_the_verdict_that_it_has_alone),
	    ON_A_DATABASE(verdicts_are_the_same_wherever_they_are_read_from),
	    cmocka_unit_test(damaged_ratings_are_none),
	    ON_A_DATABASE(a_session_is_the_sum_of_its_answers),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("judging", tests, NULL, NULL);
}
