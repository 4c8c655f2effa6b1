/* SPDX-License-Identifier: MIT */
/* Writing rows: CSV, JSON lines, or one JSON array. */
#ifndef IO_ROWS_H
#define IO_ROWS_H

#include <stdbool.h>
#include <stdio.h>

#include "base/json.h"
#include "base/str.h"
#include "io/kind.h"

enum format {
	FORMAT_CSV,
	FORMAT_JSONL,
	FORMAT_JSON,
	FORMAT_COUNT,
};

/* False where it is no format's name. */
bool format_parse(const char *name, enum format *format);

struct row_writer {
	FILE *to;
	enum format format;
	const struct kind *kind;
	bool safe; /* spreadsheet-safe texts */
	bool bom;
	const char *rater; /* of progress: by whose ratings; NULL: one's own */
	bool (*stopped)(void); /* asked between rows; NULL: nobody stops it */
	struct json json;
	struct str rows; /* of CSV, to be written */
	int reason;      /* errno where writing failed */
};

/* What is begun must be ended: the last rows are written then. */
void row_writer_begin(struct row_writer *writer);
void
row_writer_row(struct row_writer *writer, const struct field_value *values);
void row_writer_end(struct row_writer *writer);

#endif
