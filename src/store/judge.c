/* SPDX-License-Identifier: MIT */
#include "store/judge.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/db.h"

/* What of an answer its judgement depends on. */
struct facts {
	char *rubric;
	bool metric_given;
	int64_t session_pk;
	struct clean_facts clean;
};

static int
read_facts(struct store *store, int64_t answer_pk, struct facts *facts,
    struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_ANSWER_FACTS, err);
	int rc;

	if (stmt == NULL)
		return -1;
	bind_int(stmt, ":answer", answer_pk);
	rc = store_step(store, stmt, err);
	if (rc != 1)
		return rc < 0 ? -1 : fail(err, "no such answer");
	*facts = (struct facts){
	    .rubric = column_copy(stmt, 0),
	    .metric_given = strcmp(column_text(stmt, 1), "yes") == 0,
	    .clean =
		{
		    .skipped = strcmp(column_text(stmt, 2), "yes") == 0,
		    .hint = strcmp(column_text(stmt, 3), "yes") == 0,
		    .limit_s = sqlite3_column_double(stmt, 4),
		    .answer_s = sqlite3_column_double(stmt, 5),
		    .paused_s = sqlite3_column_double(stmt, 6),
		},
	    .session_pk = sqlite3_column_int64(stmt, 7),
	};
	sqlite3_reset(stmt);
	return 0;
}

static sqlite3_stmt *
ratings_of(struct store *store, int64_t session_pk, int64_t answer_pk,
    const char *rater, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_ANSWER_RATINGS, err);

	if (stmt == NULL)
		return NULL;
	bind_int(stmt, ":session", session_pk);
	bind_int(stmt, ":answer", answer_pk);
	bind_text(stmt, ":rater", rater);
	return stmt;
}

/* A signal's oldest first, so that its latest rating stays. */
int
judge_ratings(struct store *store, int64_t session_pk, int64_t answer_pk,
    const char *rater, const struct rubric *rubric, int *ratings,
    struct err *err)
{
	sqlite3_stmt *stmt =
	    ratings_of(store, session_pk, answer_pk, rater, err);
	int rc;

	if (stmt == NULL)
		return -1;
	while ((rc = store_step(store, stmt, err)) == 1) {
		int at = rubric_find(rubric, column_text(stmt, 0));

		if (at >= 0)
			ratings[at] = sqlite3_column_int(stmt, 1);
	}
	return rc;
}

static int
judge_by_one(struct store *store, const struct rules *rules, int64_t answer_pk,
    const char *rater, const struct facts *facts, struct answer_judged *judged,
    struct err *err)
{
	if (judge_ratings(store, facts->session_pk, answer_pk, rater,
		judged->rubric, judged->ratings, err) != 0)
		return -1;
	judged->judged = verdict_answer(
	    rules, judged->rubric, judged->ratings, facts->metric_given);
	return 0;
}

static int
judge_by_peers(struct store *store, const struct rules *rules,
    int64_t answer_pk, const struct facts *facts, struct answer_judged *judged,
    struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_ANSWER_PEERS, err);
	int(*ratings)[RUBRIC_SIGNALS] = NULL;
	int n = 0, rc;

	if (stmt == NULL)
		return -1;
	bind_int(stmt, ":session", facts->session_pk);
	bind_int(stmt, ":answer", answer_pk);
	while ((rc = store_step(store, stmt, err)) == 1) {
		ratings = mem_grow(ratings, (size_t)n + 1, sizeof(*ratings));
		memset(ratings[n], 0, sizeof(*ratings));
		rc = judge_ratings(store, facts->session_pk, answer_pk,
		    column_text(stmt, 0), judged->rubric, ratings[n++], err);
		if (rc != 0)
			break;
	}
	sqlite3_reset(stmt);
	if (rc == 0)
		judged->judged = verdict_panel(rules, judged->rubric,
		    (const int(*)[RUBRIC_SIGNALS])ratings, n,
		    facts->metric_given);
	free(ratings);
	return rc;
}

int
judge_answer(struct store *store, int64_t answer_pk, const char *rater,
    struct answer_judged *judged, struct err *err)
{
	const struct rules *rules;
	struct facts facts = {0};
	int result = -1;

	*judged = (struct answer_judged){.judged = {.limiting = -1}};
	if (store_rules(store, &rules, err) != 0 ||
	    read_facts(store, answer_pk, &facts, err) != 0)
		return -1;
	if (store_rubric(store, facts.rubric, &judged->rubric, err) != 0)
		goto out;
	result = 0;
	if (judged->rubric == NULL || facts.clean.skipped)
		goto out;
	if (rater == NULL)
		result = judge_by_peers(
		    store, rules, answer_pk, &facts, judged, err);
	else
		result = judge_by_one(
		    store, rules, answer_pk, rater, &facts, judged, err);
	if (result != 0)
		goto out;
	facts.clean.rated = judged->judged.verdict != VERDICT_NONE;
	judged->clean = clean_answer(rules, &facts.clean);
out:
	free(facts.rubric);
	return result;
}

int
store_answer_attempt(
    struct store *store, int64_t answer_pk, int64_t *attempt, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_ANSWER_ATTEMPT, err);

	if (stmt == NULL)
		return -1;
	bind_int(stmt, ":answer", answer_pk);
	return store_number(store, stmt, attempt, err);
}

/* What judge_session() gathers over a session's answers. */
struct gathering {
	int64_t *pks;
	struct rated_answer *rated;
	int n, n_rated, skipped, clean;
};

/* First their numbers: judging one uses other statements. */
static int
list_answers(struct store *store, int64_t session_pk,
    struct gathering *gathering, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_SESSION_ANSWER_PKS, err);
	int rc;

	if (stmt == NULL)
		return -1;
	bind_int(stmt, ":session", session_pk);
	while ((rc = store_step(store, stmt, err)) == 1) {
		gathering->pks = mem_grow(gathering->pks,
		    (size_t)gathering->n + 1, sizeof(*gathering->pks));
		gathering->pks[gathering->n++] = sqlite3_column_int64(stmt, 0);
		gathering->skipped += strcmp(column_text(stmt, 1), "yes") == 0;
	}
	return rc;
}

static int
gather_answers(struct store *store, const char *rater,
    struct gathering *gathering, struct err *err)
{
	gathering->rated =
	    mem_zero((size_t)gathering->n + 1, sizeof(*gathering->rated));
	for (int i = 0; i < gathering->n; i++) {
		struct answer_judged judged;
		struct rated_answer *rated;

		if (judge_answer(
			store, gathering->pks[i], rater, &judged, err) != 0)
			return -1;
		gathering->clean += judged.clean;
		if (judged.judged.verdict == VERDICT_NONE)
			continue;
		rated = &gathering->rated[gathering->n_rated++];
		rated->rubric = judged.rubric;
		rated->judged = judged.judged;
		memcpy(rated->ratings, judged.ratings, sizeof(rated->ratings));
	}
	return 0;
}

static int
planned_and_ended(struct store *store, int64_t session_pk, int *planned,
    bool *ended, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_SESSION_PLAN, err);
	int rc;

	if (stmt == NULL)
		return -1;
	bind_int(stmt, ":session", session_pk);
	rc = store_step(store, stmt, err);
	*planned = rc == 1 ? sqlite3_column_int(stmt, 0) : 0;
	*ended = rc == 1 && sqlite3_column_type(stmt, 1) != SQLITE_NULL;
	sqlite3_reset(stmt);
	return rc < 0 ? -1 : 0;
}

int
judge_session(struct store *store, int64_t session_pk, const char *rater,
    struct session_judged *judged, struct err *err)
{
	struct gathering all = {0};
	struct judged_session session;
	const struct rules *rules;
	int planned, result = -1;
	bool ended;

	*judged = (struct session_judged){0};
	if (store_rules(store, &rules, err) != 0 ||
	    planned_and_ended(store, session_pk, &planned, &ended, err) != 0 ||
	    list_answers(store, session_pk, &all, err) != 0 ||
	    gather_answers(store, rater, &all, err) != 0)
		goto out;
	session = verdict_session(rules, all.rated, all.n_rated);
	*judged = (struct session_judged){
	    .overall = session.overall,
	    .verdict = session.verdict,
	    .caps = session.caps,
	    .limiting =
		mem_text(session.limiting && rater ? session.limiting : ""),
	    .answered = all.n - all.skipped,
	    .rated = all.n_rated,
	    .skipped = all.skipped,
	    .clean =
		ended && all.n > 0 && all.n >= planned && all.clean == all.n,
	};
	result = 0;
out:
	free(all.pks);
	free(all.rated);
	return result;
}

void
session_judged_release(struct session_judged *judged)
{
	free(judged->limiting);
	*judged = (struct session_judged){0};
}

static struct rating *
find_rating(struct rating *ratings, int n, const char *signal)
{
	for (int i = 0; i < n; i++)
		if (strcmp(ratings[i].signal, signal) == 0)
			return &ratings[i];
	return NULL;
}

int
store_ratings(struct store *store, int64_t session_pk, int64_t answer_pk,
    const char *rater, struct rating **out, int *n, struct err *err)
{
	sqlite3_stmt *stmt =
	    ratings_of(store, session_pk, answer_pk, rater, err);
	struct rating *ratings = NULL;
	int rc;

	*n = 0;
	if (stmt == NULL)
		return -1;
	while ((rc = store_step(store, stmt, err)) == 1) {
		struct rating *rating =
		    find_rating(ratings, *n, column_text(stmt, 0));

		if (rating == NULL) {
			ratings =
			    mem_grow(ratings, (size_t)*n + 1, sizeof(*ratings));
			rating = &ratings[(*n)++];
			*rating =
			    (struct rating){.signal = column_copy(stmt, 0)};
		}
		free(rating->note);
		rating->value = sqlite3_column_int(stmt, 1);
		rating->note = column_copy(stmt, 2);
	}
	*out = ratings;
	return rc;
}

void
ratings_free(struct rating *ratings, int n)
{
	for (int i = 0; i < n; i++) {
		free(ratings[i].signal);
		free(ratings[i].note);
	}
	free(ratings);
}
