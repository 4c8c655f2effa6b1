/* SPDX-License-Identifier: MIT */
#include "store/latest.h"

#include <stdlib.h>

#include "store/db.h"
#include "store/digest.h"
#include "store/judge.h"

/* Columns of STMT_LATEST. */
enum { PK, STARTED, OFFSET, ROUND, STALE, NUM, DEN, VERDICT, CLEAN };

void
latest_release(struct latest *latest)
{
	free(latest->round);
	*latest = (struct latest){0};
}

/* What is not kept of a session is found out anew. */
static int
judge(struct store *store, int64_t session_pk, struct latest *latest,
    struct err *err)
{
	struct session_judged judged;

	if (judge_session(store, session_pk, "self", &judged, err) != 0)
		return -1;
	latest->overall = judged.overall;
	latest->verdict = judged.verdict;
	latest->clean = judged.clean;
	session_judged_release(&judged);
	return 0;
}

static int
read_latest(struct store *store, sqlite3_stmt *stmt, struct latest *latest,
    struct err *err)
{
	*latest = (struct latest){
	    .started_at = sqlite3_column_int64(stmt, STARTED),
	    .utc_offset_min = sqlite3_column_int(stmt, OFFSET),
	    .round = column_copy(stmt, ROUND),
	};
	if (sqlite3_column_int(stmt, STALE) != 0 ||
	    sqlite3_column_type(stmt, NUM) == SQLITE_NULL)
		return judge(
		    store, sqlite3_column_int64(stmt, PK), latest, err);
	latest->overall.num = sqlite3_column_int64(stmt, NUM);
	latest->overall.den = sqlite3_column_int64(stmt, DEN);
	latest->verdict = digest_verdict(sqlite3_column_int(stmt, VERDICT));
	latest->clean = sqlite3_column_int(stmt, CLEAN) != 0;
	return 0;
}

int
store_latest(
    struct store *store, int room, struct latest *rows, int *n, struct err *err)
{
	sqlite3_stmt *stmt;
	int rc;

	*n = 0;
	if (digest_finish(store, err) != 0)
		return -1;
	stmt = store_use(store, STMT_LATEST, err);
	if (stmt == NULL)
		return -1;
	bind_int(stmt, ":limit", room);
	while ((rc = store_step(store, stmt, err)) == 1) {
		rc = read_latest(store, stmt, &rows[(*n)++], err);
		if (rc != 0)
			break;
	}
	sqlite3_reset(stmt);
	return rc;
}
