/* SPDX-License-Identifier: MIT */
/* The parts of a merge, for the files merge*.c only. */
#ifndef STORE_MERGE_PARTS_H
#define STORE_MERGE_PARTS_H

#include <stdbool.h>

#include "base/str.h"

struct mergeable {
	const char *table;
	const char *key;    /* the columns of its unique index, joined by `,` */
	const char *values; /* the others, the most telling first */
	const char *once;   /* comes with a new row only; NULL: nothing */
	const char *text;   /* of which the longest wins; NULL: none */
	bool is_reference;  /* has an origin */
};

/* Ended by a NULL table. */
extern const struct mergeable mergeables[];

/* Appends the statement that takes the rows of `theirs`, an attached database,
 * into the table. */
void merge_statement(struct str *sql, const struct mergeable *of);

#endif
