/* SPDX-License-Identifier: MIT */
/*
 * How a file is to be imported, as rows that are changed one by one: a column
 * for each field of the kind, then what the file is.
 */
#ifndef SCREENS_IMPORT_FORM_H
#define SCREENS_IMPORT_FORM_H

#include <stdbool.h>

#include "base/str.h"
#include "io/import_look.h"

enum { FORM_MAP_SIZE = 64, FORM_FOUND = -2, FORM_NONE = -1 };

struct import_form {
	int kind; /* index among `kinds`; FORM_FOUND: by the header */
	bool has_header, lenient, safe;
	int skip_lines;
	int delimiter, encoding; /* of the form's choices; 0: the first */
	/* The column of a kind's field, FORM_NONE or FORM_FOUND. */
	int column_of[KIND_COLUMNS];
	char maps[IMPORT_MAPS][FORM_MAP_SIZE]; /* for import_form_options() */
};

void import_form_init(struct import_form *form);

int import_form_rows(const struct import_look *look);
const char *import_form_label(const struct import_look *look, int row);
void import_form_value(const struct import_form *form,
    const struct import_look *look, int row, struct str *value);

/* The kind's field that the row is about; -1: none. */
int import_form_field(const struct import_look *look, int row);

/* The next choice of a row, or the one before (`by` -1). */
void import_form_change(
    struct import_form *form, const struct import_look *look, int row, int by);

/* All columns are found by themselves again. */
void import_form_find_columns(struct import_form *form);

/* Borrows from the form. */
void
import_form_options(struct import_form *form, struct import_options *options);

/* NULL: UTF-8. */
const char *import_form_encoding(const struct import_form *form);

#endif
