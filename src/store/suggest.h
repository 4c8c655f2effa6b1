/* SPDX-License-Identifier: MIT */
/* What to practise next, from what is kept. */
#ifndef STORE_SUGGEST_H
#define STORE_SUGGEST_H

#include "base/clock.h"
#include "core/suggest.h"
#include "store/store.h"

/*
 * The round, the reason and the question to begin with, which is "" only
 * where the round has none.  The same history gives the same suggestion, and
 * its cost does not grow with it: so it can stand on the first screen.
 */
int store_suggest(struct store *store, struct instant now,
    struct suggestion *suggestion, struct err *err);

/* The same without looking for a question: "" unless one is due. */
int store_suggest_round(struct store *store, struct instant now,
    struct suggestion *suggestion, struct err *err);

/*
 * The loop (data/loops.csv) whose rounds are prepared for; "core" unless it was
 * set.  One that is not there, or none of whose rounds is known, fails when a
 * suggestion is asked for.
 */
const char *store_plan(const struct store *store);
void store_set_plan(struct store *store, const char *loop);

#endif
