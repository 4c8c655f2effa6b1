/* SPDX-License-Identifier: MIT */
/* The phrases that answers are read by: those that are built in, the user's
 * own, and the names of a company's products. */
#ifndef STORE_LEXICON_H
#define STORE_LEXICON_H

#include "core/lexicon.h"
#include "store/store.h"

/* Loads and compiles them.  `company` is a key; NULL, or one that is not
 * there, has no products.  Free the lexicon with lexicon_free(). */
int store_lexicon(struct store *store, const char *company,
    struct lexicon **lexicon, struct err *err);

#endif
