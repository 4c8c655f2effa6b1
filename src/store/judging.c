/* SPDX-License-Identifier: MIT */
/* Verdicts of one answer after the other. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/db.h"
#include "store/judge.h"
#include "store/rated.h"

sqlite3_stmt *
judge_use_ratings(struct store *store, int64_t session_pk, int64_t answer_pk,
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
	    judge_use_ratings(store, session_pk, answer_pk, rater, err);
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

void
judging_init(struct judging *judging, struct store *store, const char *rater)
{
	*judging = (struct judging){.store = store, .rater = rater};
	str_init(&judging->text);
}

void
judging_release(struct judging *judging)
{
	free(judging->ratings);
	str_release(&judging->text);
}

/* None are kept where there is no row, or too many to be in one, or within a
 * transaction, at whose end it is made: then each answer's are read by
 * themselves. */
static int
keep_session(struct judging *judging, int64_t session_pk, struct err *err)
{
	sqlite3_stmt *stmt =
	    store_use(judging->store, STMT_SESSION_RATED_BY, err);
	int rc;

	if (stmt == NULL)
		return -1;
	judging->n = 0;
	if (!sqlite3_get_autocommit(judging->store->db))
		return 0;
	judging->session_pk = session_pk;
	bind_int(stmt, ":session", session_pk);
	bind_text(stmt, ":rater", judging->rater);
	rc = store_step(judging->store, stmt, err);
	str_clear(&judging->text);
	if (rc == 1)
		str_add(&judging->text, column_text(stmt, 0));
	sqlite3_reset(stmt);
	if (judging->ratings == NULL)
		judging->ratings =
		    mem_grow(NULL, RATED_MOST, sizeof(*judging->ratings));
	judging->n = rated_parse(judging->text.s, judging->ratings);
	return rc < 0 ? -1 : 0;
}

/* The first of those that are kept of an answer. */
static size_t
find_kept(const struct judging *judging, int64_t answer_pk)
{
	size_t low = 0, high = judging->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (judging->ratings[middle].answer_pk < answer_pk)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* As judge_ratings(). */
static void
take_kept(const struct judging *judging, int64_t answer_pk,
    const struct rubric *rubric, int *ratings)
{
	for (size_t i = find_kept(judging, answer_pk);
	     i < judging->n && judging->ratings[i].answer_pk == answer_pk;
	     i++) {
		const struct rated *kept = &judging->ratings[i];
		int at = rubric_findn(rubric, kept->signal, kept->n_signal);

		if (at >= 0)
			ratings[at] = kept->rating;
	}
}

static int
judge_by_one(struct judging *judging, const struct rules *rules,
    const struct answer_facts *facts, struct answer_judged *judged,
    struct err *err)
{
	if (judging->session_pk != facts->session_pk &&
	    keep_session(judging, facts->session_pk, err) != 0)
		return -1;
	if (judging->n > 0)
		take_kept(judging, facts->pk, judged->rubric, judged->ratings);
	else if (judge_ratings(judging->store, facts->session_pk, facts->pk,
		     judging->rater, judged->rubric, judged->ratings, err) != 0)
		return -1;
	judged->judged = verdict_answer(
	    rules, judged->rubric, judged->ratings, facts->metric_given);
	return 0;
}

static int
judge_by_peers(struct store *store, const struct rules *rules,
    const struct answer_facts *facts, struct answer_judged *judged,
    struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_ANSWER_PEERS, err);
	int(*ratings)[RUBRIC_SIGNALS] = NULL;
	int n = 0, rc;

	if (stmt == NULL)
		return -1;
	bind_int(stmt, ":session", facts->session_pk);
	bind_int(stmt, ":answer", facts->pk);
	while ((rc = store_step(store, stmt, err)) == 1) {
		ratings = mem_grow(ratings, (size_t)n + 1, sizeof(*ratings));
		memset(ratings[n], 0, sizeof(*ratings));
		rc = judge_ratings(store, facts->session_pk, facts->pk,
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
judging_answer(struct judging *judging, const struct answer_facts *facts,
    struct answer_judged *judged, struct err *err)
{
	struct store *store = judging->store;
	struct clean_facts clean = facts->clean;
	const struct rules *rules;
	int rc;

	*judged = (struct answer_judged){.judged = {.limiting = -1}};
	if (store_rules(store, &rules, err) != 0 ||
	    store_rubric(store, facts->rubric, &judged->rubric, err) != 0)
		return -1;
	if (judged->rubric == NULL || clean.skipped)
		return 0;
	if (judging->rater == NULL)
		rc = judge_by_peers(store, rules, facts, judged, err);
	else
		rc = judge_by_one(judging, rules, facts, judged, err);
	clean.rated = judged->judged.verdict != VERDICT_NONE;
	judged->clean = rc == 0 && clean_answer(rules, &clean);
	return rc;
}
