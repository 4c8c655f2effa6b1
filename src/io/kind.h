/* SPDX-License-Identifier: MIT */
/*
 * The kinds of rows that files hold: one table of columns a kind feeds export,
 * import, their help and the documentation's check.
 */
#ifndef IO_KIND_H
#define IO_KIND_H

#include <stdbool.h>

#include "store/store.h"

enum column_type {
	COLUMN_TEXT,
	COLUMN_LIST, /* joined with |; an array in JSON */
	COLUMN_INT,
	COLUMN_NUMBER, /* up to 4 decimals */
	COLUMN_TIME,   /* 2026-11-20T09:30:00Z */
	COLUMN_BOOL,   /* yes, no */
};

enum { DERIVED = -1, KIND_COLUMNS = 32 };

struct column {
	const char *name;
	enum column_type type;
	int fact;      /* which fact of the entity it is; DERIVED: computed */
	bool required; /* an import must have it */
};

struct exporter;

struct kind {
	const char *name;
	const char *about;  /* one row per … */
	enum entity entity; /* ENTITY_COUNT: no rows of its own (progress) */
	const struct column *columns; /* ended by a NULL name */
	/* Fills the derived columns of the row; NULL: none. */
	int (*derive)(struct exporter *exporter, const struct rows *rows,
	    const struct field_value *facts, struct field_value *out,
	    struct err *err);
};

/* Ended by a NULL name; the first is export's default. */
extern const struct kind kinds[];

/* NULL when there is none of that name. */
const struct kind *kind_find(const char *name);

int kind_columns(const struct kind *kind);

/* The column's index, or -1. */
int kind_column(const struct kind *kind, const char *name);

#endif
