/* SPDX-License-Identifier: MIT */
#include "store/readiness.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/db.h"
#include "store/judge.h"

enum { SECOND_MS = 1000, MINUTE_S = 60, DAY_S = 86400 };

struct session_listed {
	int64_t pk;
	char *round, *level; /* owned */
	bool has_peers;
};

struct sessions {
	int n;
	struct session_listed *rows; /* by round, level and time */
};

static void
sessions_release(struct sessions *sessions)
{
	for (int i = 0; i < sessions->n; i++) {
		free(sessions->rows[i].round);
		free(sessions->rows[i].level);
	}
	free(sessions->rows);
}

static int
list_sessions(struct store *store, struct sessions *sessions, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_MOCKS, err);
	int rc;

	if (stmt == NULL)
		return -1;
	while ((rc = store_step(store, stmt, err)) == 1) {
		sessions->rows = mem_grow(sessions->rows,
		    (size_t)sessions->n + 1, sizeof(*sessions->rows));
		sessions->rows[sessions->n++] = (struct session_listed){
		    .pk = sqlite3_column_int64(stmt, 0),
		    .round = column_copy(stmt, 1),
		    .level = column_copy(stmt, 2),
		    .has_peers = sqlite3_column_int(stmt, 3) != 0,
		};
	}
	return rc;
}

static bool
same_kind(const struct session_listed *a, const struct session_listed *b)
{
	return strcmp(a->round, b->round) == 0 &&
	       strcmp(a->level, b->level) == 0;
}

/* The mocks of one kind by one kind of rater. */
struct mocks {
	bool by_peers;
	bool any; /* of them all answers were rated */
	struct mock *rows;
	int n;
};

static int
add_mock(struct store *store, const struct session_listed *session,
    struct mocks *mocks, struct err *err)
{
	struct session_judged judged;

	if (judge_session(store, session->pk, mocks->by_peers ? NULL : "self",
		&judged, err) != 0)
		return -1;
	if (judged.rated > 0 && judged.rated == judged.answered)
		mocks->any = true;
	mocks->rows[mocks->n++] = (struct mock){
	    .clean = judged.clean,
	    .verdict = judged.verdict,
	};
	session_judged_release(&judged);
	return 0;
}

static bool
breaks_run(const struct mocks *mocks)
{
	const struct mock *last = &mocks->rows[mocks->n - 1];

	return last->clean && last->verdict < VERDICT_HIRE;
}

/* From the newest back: what is older than the end of the run says nothing. */
static int
judge_mocks(struct store *store, const struct session_listed *sessions, int n,
    struct mocks *mocks, struct err *err)
{
	mocks->rows = mem_zero((size_t)n, sizeof(*mocks->rows));
	for (int i = n - 1; i >= 0; i--) {
		if (mocks->by_peers && !sessions[i].has_peers)
			continue;
		if (add_mock(store, &sessions[i], mocks, err) != 0)
			return -1;
		if (breaks_run(mocks))
			break;
	}
	for (int i = 0; i < mocks->n / 2; i++) {
		struct mock mock = mocks->rows[i];

		mocks->rows[i] = mocks->rows[mocks->n - 1 - i];
		mocks->rows[mocks->n - 1 - i] = mock;
	}
	return 0;
}

struct result {
	struct readiness_row *rows;
	int n;
};

static void
add_row(struct result *result, const struct session_listed *kind,
    const struct rules *rules, const struct mocks *mocks)
{
	result->rows = mem_grow(
	    result->rows, (size_t)result->n + 1, sizeof(*result->rows));
	result->rows[result->n++] = (struct readiness_row){
	    .round = mem_text(kind->round),
	    .level = mem_text(kind->level),
	    .by_peers = mocks->by_peers,
	    .readiness = readiness_of(rules, mocks->rows, mocks->n),
	};
}

static int
add_kind(struct store *store, const struct session_listed *sessions, int n,
    bool by_peers, struct result *result, struct err *err)
{
	struct mocks mocks = {.by_peers = by_peers};
	const struct rules *rules;
	int rc = store_rules(store, &rules, err);

	if (rc == 0)
		rc = judge_mocks(store, sessions, n, &mocks, err);
	if (rc == 0 && (!by_peers || mocks.any))
		add_row(result, sessions, rules, &mocks);
	free(mocks.rows);
	return rc;
}

static int
add_kinds(struct store *store, const struct sessions *sessions,
    struct result *result, struct err *err)
{
	for (int from = 0, n; from < sessions->n; from += n) {
		const struct session_listed *first = &sessions->rows[from];

		for (n = 1; from + n < sessions->n; n++)
			if (!same_kind(first, &first[n]))
				break;
		if (add_kind(store, first, n, false, result, err) != 0 ||
		    add_kind(store, first, n, true, result, err) != 0)
			return -1;
	}
	return 0;
}

int
store_readiness(
    struct store *store, struct readiness_row **rows, int *n, struct err *err)
{
	struct sessions sessions = {0};
	struct result result = {0};
	int rc = list_sessions(store, &sessions, err);

	if (rc == 0)
		rc = add_kinds(store, &sessions, &result, err);
	sessions_release(&sessions);
	if (rc != 0) {
		readiness_rows_free(result.rows, result.n);
		return -1;
	}
	*rows = result.rows;
	*n = result.n;
	return 0;
}

void
readiness_rows_free(struct readiness_row *rows, int n)
{
	for (int i = 0; i < n; i++) {
		free(rows[i].round);
		free(rows[i].level);
	}
	free(rows);
}

int
store_answer_count(struct store *store, int *n, struct err *err)
{
	return store_count(store, STMT_ANSWER_COUNT, NULL, n, err);
}

static int64_t
local_day(int64_t at_s)
{
	return (at_s + (int64_t)clock_utc_offset_min(at_s) * MINUTE_S) / DAY_S;
}

/* The newest day first, until one is missing. */
static int
count_days(struct store *store, sqlite3_stmt *stmt, int64_t today, int *days,
    struct err *err)
{
	int64_t expected = today;
	int rc;

	while ((rc = store_step(store, stmt, err)) == 1) {
		int64_t day = sqlite3_column_int64(stmt, 0);

		if (*days == 0 && day == today - 1)
			expected = day;
		if (day != expected)
			break;
		expected--;
		++*days;
	}
	sqlite3_reset(stmt);
	return rc < 0 ? -1 : 0;
}

int
store_streak_days(
    struct store *store, struct instant now, int *days, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_ANSWERED_DAYS, err);
	int64_t today = local_day(now.wall_ms / SECOND_MS);

	*days = 0;
	if (stmt == NULL)
		return -1;
	bind_int(stmt, ":today", today);
	return count_days(store, stmt, today, days, err);
}
