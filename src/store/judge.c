/* SPDX-License-Identifier: MIT */
#include "store/judge.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/db.h"
#include "store/history.h"
#include "store/digest.h"

/* Texts are the statement's. */
static struct answer_facts
facts_of(sqlite3_stmt *stmt)
{
	return (struct answer_facts){
	    .pk = sqlite3_column_int64(stmt, 0),
	    .session_pk = sqlite3_column_int64(stmt, 1),
	    .rubric = column_text(stmt, 2),
	    .metric_given = strcmp(column_text(stmt, 3), "yes") == 0,
	    .clean =
		{
		    .skipped = strcmp(column_text(stmt, 4), "yes") == 0,
		    .hint = strcmp(column_text(stmt, 5), "yes") == 0,
		    .limit_s = sqlite3_column_double(stmt, 6),
		    .answer_s = sqlite3_column_double(stmt, 7),
		    .paused_s = sqlite3_column_double(stmt, 8),
		},
	};
}

int
judge_answer(struct store *store, int64_t answer_pk, const char *rater,
    struct answer_judged *judged, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_ANSWER_FACTS, err);
	struct answer_facts facts;
	struct judging judging;
	int rc;

	*judged = (struct answer_judged){.judged = {.limiting = -1}};
	if (stmt == NULL)
		return -1;
	bind_int(stmt, ":answer", answer_pk);
	rc = store_step(store, stmt, err);
	if (rc != 1)
		return rc < 0 ? -1 : fail(err, "no such answer");
	judging_init(&judging, store, rater);
	facts = facts_of(stmt);
	rc = judging_answer(&judging, &facts, judged, err);
	judging_release(&judging);
	sqlite3_reset(stmt);
	return rc;
}

int
judge_answer_before(struct store *store, const struct answer *answer,
    struct answer_row *row, struct answer_judged *judged, struct err *err)
{
	int rc = store_answer_before(store, answer, row, err);

	if (rc == 1 && judge_answer(store, row->pk, "self", judged, err) != 0) {
		answer_row_release(row);
		*row = (struct answer_row){0};
		return -1;
	}
	return rc;
}

/* What judge_session() gathers over a session's answers. */
struct gathering {
	struct rated_answer *rated;
	int n, n_rated, skipped, clean;
};

static void
gather(struct gathering *gathering, const struct answer_judged *judged)
{
	struct rated_answer *rated;

	gathering->clean += judged->clean;
	if (judged->judged.verdict == VERDICT_NONE)
		return;
	gathering->rated = mem_grow(gathering->rated,
	    (size_t)gathering->n_rated + 1, sizeof(*gathering->rated));
	rated = &gathering->rated[gathering->n_rated++];
	rated->rubric = judged->rubric;
	rated->judged = judged->judged;
	memcpy(rated->ratings, judged->ratings, sizeof(rated->ratings));
}

static int
gather_answers(struct store *store, int64_t session_pk, const char *rater,
    struct gathering *gathering, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_SESSION_ANSWER_FACTS, err);
	struct judging judging;
	int rc;

	if (stmt == NULL)
		return -1;
	bind_int(stmt, ":session", session_pk);
	judging_init(&judging, store, rater);
	while ((rc = store_step(store, stmt, err)) == 1) {
		struct answer_facts facts = facts_of(stmt);
		struct answer_judged judged;

		rc = judging_answer(&judging, &facts, &judged, err);
		if (rc != 0)
			break;
		gathering->n++;
		gathering->skipped += facts.clean.skipped;
		gather(gathering, &judged);
	}
	sqlite3_reset(stmt);
	judging_release(&judging);
	return rc;
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

/* Columns of STMT_JUDGED. */
enum { NUM, DEN, VERDICT, CAPS, LIMITING, ANSWERED, RATED, SKIPPED, CLEAN };

/* As its digest has it; 0 where that is stale. */
static int
find_judged(struct store *store, int64_t session_pk, const char *rater,
    struct session_judged *judged, struct err *err)
{
	sqlite3_stmt *stmt;
	int rc;

	if (digest_finish(store, err) != 0)
		return -1;
	stmt = store_use(store, STMT_JUDGED, err);
	if (stmt == NULL)
		return -1;
	bind_int(stmt, ":session", session_pk);
	bind_text(stmt, ":rater", rater);
	rc = store_step(store, stmt, err);
	if (rc == 1)
		*judged = (struct session_judged){
		    .overall.num = sqlite3_column_int64(stmt, NUM),
		    .overall.den = sqlite3_column_int64(stmt, DEN),
		    .verdict =
			digest_verdict(sqlite3_column_int(stmt, VERDICT)),
		    .caps = (unsigned)sqlite3_column_int(stmt, CAPS),
		    .limiting = column_copy(stmt, LIMITING),
		    .answered = sqlite3_column_int(stmt, ANSWERED),
		    .rated = sqlite3_column_int(stmt, RATED),
		    .skipped = sqlite3_column_int(stmt, SKIPPED),
		    .clean = sqlite3_column_int(stmt, CLEAN) != 0,
		};
	sqlite3_reset(stmt);
	return rc;
}

int
judge_session_anew(struct store *store, int64_t session_pk, const char *rater,
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
	    gather_answers(store, session_pk, rater, &all, err) != 0)
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
	free(all.rated);
	return result;
}

/* Those of all peers together are not kept. */
int
judge_session(struct store *store, int64_t session_pk, const char *rater,
    struct session_judged *judged, struct err *err)
{
	int rc;

	*judged = (struct session_judged){0};
	rc = rater == NULL ? 0
			   : find_judged(store, session_pk, rater, judged, err);
	if (rc != 0)
		return rc < 0 ? -1 : 0;
	return judge_session_anew(store, session_pk, rater, judged, err);
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
	    judge_use_ratings(store, session_pk, answer_pk, rater, err);
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
