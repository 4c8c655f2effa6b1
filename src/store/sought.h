/* SPDX-License-Identifier: MIT */
/* What a search looks for (core/query.h), word by word, in one text after the
 * other. */
#ifndef STORE_SOUGHT_H
#define STORE_SOUGHT_H

#include "core/query.h"
#include "store/needle.h"

struct sought {
	struct query query;
	struct needle needles[QUERY_WORDS]; /* one a word */
	unsigned held; /* bits of the words that texts so far have held */
	int only;      /* the word that alone is looked for; -1: all */
	size_t read;   /* bytes since the portion was begun */
};

/* Looks for that from now on, in place of what was looked for before. */
void sought_set(struct sought *sought, const char *text);
void sought_release(struct sought *sought);

/* True once the texts have held all that is looked for; the first one is
 * looked at with `held` 0. */
bool sought_in(struct sought *sought, const char *text, size_t n);

/* True where whatever holds `text` holds what is looked for now. */
bool sought_holds(const struct sought *sought, const char *text);

#endif
