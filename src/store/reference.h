/* SPDX-License-Identifier: MIT */
/* Reference data: rounds, levels, and the names that people use for them. */
#ifndef STORE_REFERENCE_H
#define STORE_REFERENCE_H

#include "core/question.h"
#include "store/store.h"

/* 1 and the round, 0 when there is none of that key, -1 with `err`.  Release
 * it with round_release(). */
int store_round(
    struct store *store, const char *key, struct round *round, struct err *err);

/* Names of one kind of reference data: keys, labels, aliases. */
struct names {
	int n;
	char **keys, **labels, **aliases; /* owned; aliases joined with | */
};

enum names_of {
	NAMES_ROUNDS,        /* shortest limit first, `general` last */
	NAMES_ROUNDS_IN_USE, /* of them, those with a question to be asked */
	NAMES_LEVELS,        /* from junior to senior */
	NAMES_RUBRICS,       /* keys only */
	NAMES_COMPANIES,     /* no aliases */
	NAMES_SIGNALS,       /* of all rubrics, by key; no aliases */
};

int store_names(struct store *store, enum names_of of, struct names *names,
    struct err *err);
void names_release(struct names *names);

/* The key that a key, else a label, else an alias means, case, spaces, `-` and
 * `_` aside; NULL when there is none.  Borrowed from `names`. */
const char *names_find(const struct names *names, const char *text);

/* The label of a key; the key itself where it is not known, `none` for "". */
const char *
names_label(const struct names *names, const char *key, const char *none);

#endif
