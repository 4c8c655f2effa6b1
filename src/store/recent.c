/* SPDX-License-Identifier: MIT */
#include "store/recent.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/db.h"
#include "store/tally.h"

/* Ratings of one signal in the sessions that were gone through. */
struct sum {
	char *signal; /* owned, as is `round` */
	size_t n_signal;
	char *round; /* of the newest of them that has any; NULL: none yet */
	int64_t total;
	int ratings, before; /* how many, and how many before this session */
	int sessions;        /* that have any */
};

struct sums {
	struct sum *rows;
	int n;
	int sessions;
};

void
recent_signal_release(struct recent_signal *signal)
{
	free(signal->signal);
	free(signal->round);
	*signal = (struct recent_signal){0};
}

static void
sums_release(struct sums *sums)
{
	for (int i = 0; i < sums->n; i++) {
		free(sums->rows[i].signal);
		free(sums->rows[i].round);
	}
	free(sums->rows);
}

/* Where the signal's stands. */
static int
find_sum(struct sums *sums, const char *signal, size_t n)
{
	for (int i = 0; i < sums->n; i++)
		if (sums->rows[i].n_signal == n &&
		    memcmp(sums->rows[i].signal, signal, n) == 0)
			return i;
	sums->rows =
	    mem_grow(sums->rows, (size_t)sums->n + 1, sizeof(*sums->rows));
	sums->rows[sums->n] =
	    (struct sum){.signal = mem_textn(signal, n), .n_signal = n};
	return sums->n++;
}

static void
add_tallies(struct sums *sums, const char *signals, const char *counts)
{
	struct tally tally;
	const char *signal;
	size_t n;

	while (tally_signal(&signals, &signal, &n) &&
	       tally_next(&counts, 0, &tally)) {
		int at = find_sum(sums, signal, n);
		struct sum *sum = &sums->rows[at];

		sum->total += tally.sum;
		sum->ratings += tally.ratings;
	}
}

/* What was rated of the level, once for the whole session, is in the tally
 * too, but says nothing of answers.  The latest of a signal comes last. */
static int
take_level_off(
    struct store *store, struct sums *sums, int64_t session_pk, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_RECENT_LEVEL, err);
	int last = -1, rating = 0, rc;

	if (stmt == NULL)
		return -1;
	bind_int(stmt, ":session", session_pk);
	while ((rc = store_step(store, stmt, err)) == 1) {
		const char *signal = column_text(stmt, 0);
		int at = find_sum(sums, signal, strlen(signal));
		struct sum *sum = &sums->rows[at];

		if (at == last)
			sum->total += rating;
		else
			sum->ratings--;
		rating = sqlite3_column_int(stmt, 1);
		sum->total -= rating;
		last = at;
	}
	return rc;
}

/* The newest session comes first. */
static void
name_round(struct sums *sums, const char *round)
{
	for (int i = 0; i < sums->n; i++) {
		struct sum *sum = &sums->rows[i];

		if (sum->ratings > sum->before)
			sum->sessions++;
		if (sum->round == NULL && sum->ratings > sum->before)
			sum->round = mem_text(round);
		sum->before = sum->ratings;
	}
}

static int
add_session(
    struct store *store, struct sums *sums, sqlite3_stmt *stmt, struct err *err)
{
	sums->sessions++;
	if (sqlite3_column_type(stmt, 2) == SQLITE_NULL)
		return 0;
	add_tallies(sums, column_text(stmt, 2), column_text(stmt, 3));
	if (take_level_off(store, sums, sqlite3_column_int64(stmt, 0), err) !=
	    0)
		return -1;
	name_round(sums, column_text(stmt, 1));
	return 0;
}

static int
add_sessions(
    struct store *store, struct sums *sums, int sessions, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_RECENT_TALLIES, err);
	int rc;

	if (stmt == NULL)
		return -1;
	bind_int(stmt, ":limit", sessions);
	while ((rc = store_step(store, stmt, err)) == 1) {
		rc = add_session(store, sums, stmt, err);
		if (rc != 0)
			break;
	}
	sqlite3_reset(stmt);
	return rc;
}

static double
mean_of(const struct sum *sum)
{
	return (double)sum->total / sum->ratings;
}

static int
weakest_first(const void *a, const void *b)
{
	const struct sum *one = a, *other = b;
	double x = mean_of(one), y = mean_of(other);

	return x != y ? (x > y) - (x < y) : strcmp(one->signal, other->signal);
}

/* Signals of nothing but the level have no ratings left. */
static void
drop_empty(struct sums *sums)
{
	int n = 0;

	for (int i = 0; i < sums->n; i++) {
		struct sum row = sums->rows[i];

		if (row.ratings > 0) {
			sums->rows[n++] = row;
			continue;
		}
		free(row.signal);
		free(row.round);
	}
	sums->n = n;
}

/* Takes over the texts. */
static struct recent_signal
recent_of(struct sum *sum, int sessions)
{
	struct recent_signal recent = {
	    .signal = sum->signal,
	    .mean = mean_of(sum),
	    .ratings = sum->ratings,
	    .round = sum->round,
	    .rated = sum->sessions,
	    .sessions = sessions,
	};

	sum->signal = sum->round = NULL;
	return recent;
}

int
store_recent_signals(struct store *store, int sessions, int room,
    struct recent_signal *signals, int *n, struct err *err)
{
	struct sums sums = {0};
	int rc = add_sessions(store, &sums, sessions, err);

	*n = 0;
	if (rc == 0) {
		drop_empty(&sums);
		if (sums.n > 0)
			qsort(sums.rows, (size_t)sums.n, sizeof(*sums.rows),
			    weakest_first);
		while (*n < room && *n < sums.n) {
			signals[*n] = recent_of(&sums.rows[*n], sums.sessions);
			(*n)++;
		}
	}
	sums_release(&sums);
	return rc;
}
