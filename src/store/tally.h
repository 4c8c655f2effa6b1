/* SPDX-License-Identifier: MIT */
/*
 * What each rater gave in a session, counted and kept, for the files of this
 * folder: trends are read from it, as reading the ratings themselves takes
 * seconds where the history is long.  So is the lowest rating of each answer
 * that oneself has rated in full, by which questions are scheduled (table
 * review).
 *
 * It follows the ratings: whoever adds or changes some touches their session,
 * and store_commit() counts it anew before it commits.  It is never added up
 * by itself, so it can't drift away from them.
 */
#ifndef STORE_TALLY_H
#define STORE_TALLY_H

#include <sqlite3.h>

#include "core/rubric.h"
#include "store/store.h"

/* The latest ratings of one signal in a session. */
struct tally {
	const char *signal;           /* borrowed, not ended by a NUL */
	size_t n_signal;              /* its bytes */
	int ratings[RATING_HIGH + 1]; /* how many there are of each value */
};

/* The tally at `*at` in the text of a row, by name; `*at` goes on to the next.
 * False at the end, also of a text that is damaged. */
bool tally_next(const char **at, struct tally *tally);

int tally_count(const struct tally *tally);
double tally_mean(const struct tally *tally);
int tally_least(const struct tally *tally);

/* How many are at a bar or over it, in SCORE_UNITs (core/rules.h). */
int tally_at_bar(const struct tally *tally, int64_t bar);

/* The session's ratings change in this transaction; outside of one they are
 * counted at once. */
int tally_touch(struct store *store, const char *session_id, struct err *err);

/* Something else changes that reviews are counted from, a rubric or an answer
 * that was there: what was rated in full may be no more, or only now. */
int tally_touch_all(struct store *store, struct err *err);

/* Counts the touched sessions anew. */
int tally_recount(struct store *store, struct err *err);

/* They are as they were: after a rollback. */
void tally_forget(struct store *store);

#endif
