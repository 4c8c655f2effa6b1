/* SPDX-License-Identifier: MIT */
#include "store/tally.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "core/rules.h"
#include "store/db.h"
#include "store/rated.h"

enum { MOST = 1000000000, TEN = 10 };

/* Digits up to `end`, which is passed over. */
static bool
read_number(const char **at, char end, int *value)
{
	const char *p = *at;

	*value = 0;
	while (*p >= '0' && *p <= '9' && *value < MOST / TEN)
		*value = *value * TEN + (*p++ - '0');
	if (p == *at || *p != end)
		return false;
	*at = p + 1;
	return true;
}

bool
tally_next(const char **at, struct tally *tally)
{
	int length;

	for (int rating = RATING_LOW; rating <= RATING_HIGH; rating++)
		if (!read_number(at, ',', &tally->ratings[rating]))
			return false;
	if (!read_number(at, ':', &length) ||
	    strnlen(*at, (size_t)length) < (size_t)length)
		return false;
	tally->signal = *at;
	tally->n_signal = (size_t)length;
	*at += length;
	return true;
}

int
tally_count(const struct tally *tally)
{
	int n = 0;

	for (int rating = RATING_LOW; rating <= RATING_HIGH; rating++)
		n += tally->ratings[rating];
	return n;
}

double
tally_mean(const struct tally *tally)
{
	int sum = 0;

	for (int rating = RATING_LOW; rating <= RATING_HIGH; rating++)
		sum += rating * tally->ratings[rating];
	return (double)sum / tally_count(tally);
}

int
tally_least(const struct tally *tally)
{
	int rating = RATING_LOW;

	while (rating < RATING_HIGH && tally->ratings[rating] == 0)
		rating++;
	return rating;
}

int
tally_at_bar(const struct tally *tally, int64_t bar)
{
	int n = 0;

	for (int rating = RATING_LOW; rating <= RATING_HIGH; rating++)
		if ((int64_t)rating * SCORE_UNIT >= bar)
			n += tally->ratings[rating];
	return n;
}

static void
add_touched(struct touched *touched, int64_t session_pk)
{
	/* Room doubles whenever n is a power of two. */
	if ((touched->n & (touched->n - 1)) == 0)
		touched->session_pks = mem_grow(touched->session_pks,
		    touched->n == 0 ? 1 : touched->n * 2,
		    sizeof(*touched->session_pks));
	touched->session_pks[touched->n++] = session_pk;
}

static int
ascending(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

static int
run_for(
    struct store *store, enum statement id, int64_t session_pk, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, id, err);

	if (stmt == NULL)
		return -1;
	bind_int(stmt, ":session", session_pk);
	return store_run(store, stmt, err);
}

static int
count_session(struct store *store, int64_t session_pk, struct err *err)
{
	if (run_for(store, STMT_TALLY_PUT, session_pk, err) != 0 ||
	    rated_put(store, session_pk, err) != 0)
		return -1;
	if (store->touched.all)
		return 0;
	return run_for(store, STMT_REVIEW_DROP, session_pk, err) == 0
		   ? run_for(store, STMT_REVIEW_ADD, session_pk, err)
		   : -1;
}

static int
review_all(struct store *store, struct err *err)
{
	return run_for(store, STMT_REVIEW_DROP_ALL, 0, err) == 0
		   ? run_for(store, STMT_REVIEW_ADD_ALL, 0, err)
		   : -1;
}

void
tally_forget(struct store *store)
{
	free(store->touched.session_pks);
	free(store->touched.last_id);
	store->touched = (struct touched){0};
}

int
tally_recount(struct store *store, struct err *err)
{
	struct touched *touched = &store->touched;
	const int64_t *pks = touched->session_pks;

	if (touched->n > 0)
		qsort(
		    touched->session_pks, touched->n, sizeof(*pks), ascending);
	for (size_t i = 0; i < touched->n; i++)
		if ((i == 0 || pks[i] != pks[i - 1]) &&
		    count_session(store, pks[i], err) != 0)
			return -1;
	if (touched->all && review_all(store, err) != 0)
		return -1;
	tally_forget(store);
	return 0;
}

/* Outside of a transaction. */
static int
recount_at_once(struct store *store, struct err *err)
{
	return sqlite3_get_autocommit(store->db) ? tally_recount(store, err)
						 : 0;
}

/* Ratings of a session mostly come one after the other. */
int
tally_touch(struct store *store, const char *session_id, struct err *err)
{
	struct touched *touched = &store->touched;
	sqlite3_stmt *stmt;
	int64_t session_pk;

	if (touched->last_id != NULL &&
	    strcmp(touched->last_id, session_id) == 0)
		return 0;
	stmt = store_use(store, STMT_SESSION_PK, err);
	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":id", session_id);
	if (store_number(store, stmt, &session_pk, err) != 0)
		return -1;
	free(touched->last_id);
	touched->last_id = mem_text(session_id);
	add_touched(touched, session_pk);
	return recount_at_once(store, err);
}

int
tally_touch_all(struct store *store, struct err *err)
{
	store->touched.all = true;
	return recount_at_once(store, err);
}
