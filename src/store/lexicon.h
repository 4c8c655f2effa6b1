/* SPDX-License-Identifier: MIT */
/* The phrases that answers are read by: those that are built in, the user's
 * own, and the names of a company's products. */
#ifndef STORE_LEXICON_H
#define STORE_LEXICON_H

#include "core/analyse.h"
#include "store/store.h"

/* Takes out all phrases that are not the user's own, before those of another
 * version are put in: one that was withdrawn would still be found. */
int store_withdraw_phrases(struct store *store, struct err *err);

/*
 * The lexicon for answers to a company, cached: the first call takes some
 * milliseconds.  `company` is a key; one that is not there has no products,
 * nor has NULL.  Borrowed until another company's is asked for, a phrase or
 * company is put, or a rollback.
 */
int store_lexicon(struct store *store, const char *company,
    const struct lexicon **lexicon, struct err *err);

/* Reads a text with that lexicon.  The analysis borrows from it, and from the
 * rubric, which may be NULL. */
int store_analyse(struct store *store, const char *company,
    const struct rubric *rubric, const char *text, struct analysis *analysis,
    struct err *err);

/* The longest measured result in the text, owned; NULL: it has none.  The
 * company matters to the cache only: give the one that the answer will be
 * shown with. */
int store_find_metric(struct store *store, const char *company,
    const char *text, char **figure, struct err *err);

#endif
