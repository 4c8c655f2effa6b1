/* SPDX-License-Identifier: MIT */
/* What others gave an answer, and oneself when it was cold. */
#ifndef SCREENS_PEERS_H
#define SCREENS_PEERS_H

#include "store/judge.h"
#include "tui/page.h"

struct peers {
	int n;
	struct peer {
		char *name; /* owned */
		struct answer_judged judged;
	} * all; /* owned, by name */
};

/* Everybody but `self` who rated any signal of it.  After a failure nothing is
 * to be released. */
int peers_load(struct store *store, int64_t answer_pk, struct peers *peers,
    struct err *err);
void peers_release(struct peers *peers);

/* Each with the overall and the ratings, and one's own where they differ. */
void peers_draw(struct page *page, const struct peers *peers,
    const struct answer_judged *own);

#endif
