/* SPDX-License-Identifier: MIT */
#include "store/scored.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/digest.h"
#include "store/judge.h"

static int
by_number(const void *a, const void *b)
{
	const struct session_score *x = a, *y = b;

	return (x->session_pk > y->session_pk) -
	       (x->session_pk < y->session_pk);
}

static void
sql_scored(sqlite3_context *context, int n, sqlite3_value **values)
{
	const struct scored *scored = sqlite3_user_data(context);
	const struct session_score wanted = {
	    .session_pk = sqlite3_value_int64(values[0])};
	const struct session_score *found = NULL;

	(void)n;
	if (scored->n > 0)
		found = bsearch(&wanted, scored->rows, scored->n,
		    sizeof(wanted), by_number);
	if (found != NULL)
		sqlite3_result_double(context, found->overall);
	else
		sqlite3_result_null(context);
}

/* No schema can call it. */
int
scored_init(struct store *store)
{
	return sqlite3_create_function_v2(store->db, "scored", 1,
		   SQLITE_UTF8 | SQLITE_DIRECTONLY, &store->scored, sql_scored,
		   NULL, NULL, NULL) == SQLITE_OK
		   ? 0
		   : -1;
}

void
scored_release(struct store *store)
{
	free(store->scored.rows);
	store->scored = (struct scored){0};
}

static void
add(struct scored *scored, int64_t session_pk, struct score overall)
{
	if (!score_exists(overall))
		return;
	/* Room doubles whenever n is a power of two. */
	if ((scored->n & (scored->n - 1)) == 0)
		scored->rows = mem_grow(scored->rows,
		    scored->n == 0 ? 1 : scored->n * 2, sizeof(*scored->rows));
	scored->rows[scored->n++] =
	    (struct session_score){session_pk, score_value(overall)};
}

static int
read_kept(struct store *store, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_SCORES_KEPT, err);
	int rc;

	if (stmt == NULL)
		return -1;
	while ((rc = store_step(store, stmt, err)) == 1)
		add(&store->scored, sqlite3_column_int64(stmt, 0),
		    (struct score){
			.num = sqlite3_column_int64(stmt, 1),
			.den = sqlite3_column_int64(stmt, 2),
		    });
	return rc;
}

static int
judge_stale(struct store *store, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_SCORES_STALE, err);
	int rc;

	if (stmt == NULL)
		return -1;
	while ((rc = store_step(store, stmt, err)) == 1) {
		int64_t session_pk = sqlite3_column_int64(stmt, 0);
		struct session_judged judged;

		rc =
		    judge_session_anew(store, session_pk, "self", &judged, err);
		if (rc != 0)
			break;
		add(&store->scored, session_pk, judged.overall);
		session_judged_release(&judged);
	}
	sqlite3_reset(stmt);
	return rc;
}

static int
score_all(struct store *store, struct err *err)
{
	struct scored *scored = &store->scored;

	if (read_kept(store, err) != 0 || judge_stale(store, err) != 0)
		return -1;
	if (scored->n > 0)
		qsort(
		    scored->rows, scored->n, sizeof(*scored->rows), by_number);
	return 0;
}

static bool
by_score(const struct store_filter *filter)
{
	return filter != NULL && filter->order != NULL &&
	       (strcmp(filter->order, "best") == 0 ||
		   strcmp(filter->order, "worst") == 0);
}

int
scored_by(
    struct store *store, const struct store_filter *filter, struct err *err)
{
	struct scored *scored = &store->scored;
	int64_t others;

	if (!by_score(filter))
		return 0;
	if (digest_finish(store, err) != 0 ||
	    store_others_version(store, &others, err) != 0)
		return -1;
	if (scored->known && scored->own == sqlite3_total_changes(store->db) &&
	    scored->others == others)
		return 0;
	scored_release(store);
	if (score_all(store, err) != 0) {
		scored_release(store);
		return -1;
	}
	scored->known = true;
	scored->own = sqlite3_total_changes(store->db);
	scored->others = others;
	return 0;
}
