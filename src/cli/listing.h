/* SPDX-License-Identifier: MIT */
/*
 * Rows of a kind on standard output: as one JSON array with every field that
 * the export has, or as records: one line a row, some of the fields, tabs
 * between them, texts made safe for a terminal.
 */
#ifndef CLI_LISTING_H
#define CLI_LISTING_H

#include <stdbool.h>

#include "io/kind.h"
#include "store/store.h"

struct listing {
	const struct kind *kind;
	const struct store_filter *filter; /* NULL: everything */
	const char *session; /* only rows of this session; NULL: of all */
	const char *const *columns; /* of a record, ended by NULL */
	const char *hidden;         /* a column that stays empty; NULL: none */
	bool json;
	bool remarks; /* of sessions as records: tags and note, last */
};

int listing_print(
    const struct listing *listing, struct store *store, struct err *err);

#endif
