/* SPDX-License-Identifier: MIT */
/*
 * CSV by RFC 4180, on libcsv in its strict mode, with what the library leaves
 * to its caller: line numbers, UTF-8, a byte order mark, a bound on a field.
 *
 * Reading is push and by the block: csv_read_source() calls `record` once a
 * record, the header included, with the number of the line that the record
 * starts on (from 1). An empty field is NULL, quoted or not.  White space is
 * part of its field. Blank lines are no records; lines end with LF, CR or CR
 * LF, mixed too.  A first line `sep=;` sets the delimiter, a Ctrl-Z at the end
 * is dropped.
 */
#ifndef BASE_CSV_H
#define BASE_CSV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/csv_repair.h"
#include "base/err.h"
#include "base/source.h"
#include "base/str.h"

enum { CSV_FIELD_MAX = 1 << 20 }; /* bytes; longer is refused */

struct csv_record {
	size_t line;         /* where it starts */
	size_t n;            /* fields, at least 1 */
	const char **fields; /* borrowed until the callback returns */
};

/* Returns 0 to go on, 1 to read no more, -1 with `err` to refuse. */
typedef int
csv_record_fn(void *arg, const struct csv_record *record, struct err *err);

struct csv_problem {
	size_t line;   /* from 1; 0 when the whole file is meant */
	size_t column; /* of the field, from 1; 0 when it is not known */
	/* Bytes from the start of the file: of the wrong byte or quote, else of
	 * the line. */
	size_t offset;
};

struct csv_options {
	char delimiter;      /* 0: what `sep=` says, else a comma, or found */
	bool find_delimiter; /* the most regular of , ; TAB and | */
	size_t skip_lines;   /* before the first record */
	/* Not NULL: broken quotes are mended and reported (csv_repair.h). */
	csv_repaired_fn *repaired;
};

/*
 * Reads a source to its end.  Refuses, with the line in `err` and `problem`
 * (may be NULL): what is no CSV at all (csv_foreign.h), wrong UTF-8, NUL bytes,
 * a stray or unclosed quote, a field over CSV_FIELD_MAX.  After -1 no further
 * record is emitted. `arg` is for both callbacks.
 */
int csv_read_source(struct source *source, const struct csv_options *options,
    csv_record_fn *record, void *arg, struct csv_problem *problem,
    struct err *err);

/*
 * The same in steps, for a caller who has something else to do in between.  A
 * step takes a block of SOURCE_BLOCK bytes: 1 there is more, 0 all was read,
 * or `record` wanted no more, -1 refused; after the last two only free it.
 * `source` must live as long.
 */
struct csv_reader;

struct csv_reader *csv_reader_new(struct source *source,
    const struct csv_options *options, csv_record_fn *record, void *arg);
int csv_reader_step(
    struct csv_reader *reader, struct csv_problem *problem, struct err *err);
/* Given, or found: known after the first step. */
char csv_reader_delimiter(const struct csv_reader *reader);
/* NULL is harmless. */
void csv_reader_free(struct csv_reader *reader);

/* The same for `n` bytes of strict CSV.  `name` is the file's name for
 * messages; `delimiter` 0 means a comma, or what `sep=` says. */
int csv_read(const char *name, const char *bytes, size_t n, char delimiter,
    csv_record_fn *record, void *arg, struct csv_problem *problem,
    struct err *err);

/* Appends one field, quoted only where it must be; NULL appends nothing.
 * `safe` puts one more ' before a text that a spreadsheet would take for a
 * formula (`^'*[ \u00a0]*[=+\-@\t\r]`). */
void csv_add_text(struct str *row, const char *text, bool safe);

/* The same onto a stream, for a table of a few rows. */
void csv_write_text(FILE *to, const char *text, bool safe);

/* Takes one ' off a text that csv_add_text() with `safe` would have marked;
 * returns where the text now begins. */
const char *csv_unsafe(const char *text);

#endif
