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

/* Behind the kind's fields, in this order. */
enum form_setting {
	FORM_KIND,
	FORM_HEADER,
	FORM_SKIP,
	FORM_DELIMITER,
	FORM_ENCODING,
	FORM_LENIENT,
	FORM_SAFE,
	FORM_SETTINGS,
};

enum { FORM_SKIP_MAX = 1000 };
enum { FORM_MAP_SIZE = 64, FORM_FOUND = -2, FORM_NONE = -1 };

struct import_form {
	int kind; /* index among `kinds`; FORM_FOUND: by the header */
	bool has_header, lenient, safe;
	bool encoding_found; /* not chosen by anybody */
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

/* The setting that it is about where it is about no field. */
int import_form_setting(const struct import_look *look, int row);

/* A column, FORM_NONE among them, for a kind's field, which so is chosen too;
 * another kind, an index among `kinds`. */
void import_form_choose_column(struct import_form *form,
    const struct import_look *look, int field, int column);
void import_form_choose_kind(struct import_form *form, int kind);

/* The next choice of a row, or the one before (`by` -1). */
void import_form_change(
    struct import_form *form, const struct import_look *look, int row, int by);

/* The encoding that a refusal names, which begins with its name; false where
 * it is none of the choices. */
bool import_form_find_encoding(struct import_form *form, const char *named);

/* All columns are found by themselves again. */
void import_form_find_columns(struct import_form *form);

/* Borrows from the form. */
void
import_form_options(struct import_form *form, struct import_options *options);

/* NULL: UTF-8. */
const char *import_form_encoding(const struct import_form *form);

#endif
