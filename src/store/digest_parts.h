/* SPDX-License-Identifier: MIT */
/* The inside of making a digest: only digest_*.c include this. */
#ifndef STORE_DIGEST_PARTS_H
#define STORE_DIGEST_PARTS_H

#include "core/digest.h"
#include "core/verdict.h"
#include "store/db.h"

/* How often a signal was given each rating. */
struct count {
	char *signal; /* owned */
	int ratings[RATING_HIGH + 1];
};

/* What one rater thought of the session. */
struct opinion {
	char *rater;                /* owned */
	struct count *counts;       /* owned, as is `rated` */
	struct rated_answer *rated; /* one an answer; not rated: no verdict */
	int n_counts, clean;
};

/* What of an answer its judgements depend on. */
struct told {
	int64_t pk;
	const struct rubric *rubric; /* NULL: not known */
	bool metric;
	struct clean_facts clean;
	struct digest_scores scores; /* peers: their sum */
	int peers;
};

/* A session in the making.  Starts with its store, rules and number. */
struct making {
	struct store *store;
	const struct rules *rules;
	int64_t session_pk;
	struct told *told; /* owned, as are the opinions */
	struct opinion **opinions;
	int n, n_opinions, skipped;
	struct digest_sections sections;
	struct digest_days days;
	int utc_offset_min;
	int64_t times[TIME_SUMS], pairs[JUDGEMENT_PAIRS][PAIR_SUMS];
};

/* digest_read.c: its answers and what each rater thought of them. */
int digest_read_answers(struct making *making, struct err *err);
int digest_read_ratings(struct making *making, struct err *err);

#endif
