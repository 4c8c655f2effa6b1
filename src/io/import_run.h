/* SPDX-License-Identifier: MIT */
/* The inside of an import, for the files of this folder only. */
#ifndef IO_IMPORT_RUN_H
#define IO_IMPORT_RUN_H

#include "base/csv.h"
#include "base/str.h"
#include "io/import.h"
#include "store/reference.h"

enum { IMPORT_OWNED = 8 }; /* texts that a row's checks may make */

struct import_run {
	struct store *store;
	const struct import_options *options;
	struct import_report *report;
	const struct kind *kind;
	bool has_header;
	int n_columns;               /* of the header */
	int column_of[KIND_COLUMNS]; /* file column of a field; -1: none */
	bool refused;                /* a problem that a row can't get over */
	/* The row's first problem; of the first row that was refused, if any.
	 */
	struct str why;
	size_t why_line;
	void *seen; /* keys met so far, with their lines */
	struct names rounds, levels, rubrics;
	struct str owned[IMPORT_OWNED]; /* back values that the checks made */
};

/* What becomes of a row. */
enum row_fate {
	ROW_PUT,
	ROW_SKIP,
	ROW_REFUSED, /* the problem was added; the file will be refused */
};

/* Adds a problem; `field` -1: the whole line. */
void import_problem(struct import_run *run, size_t line, int field,
    const char *fmt, ...) __attribute__((format(printf, 4, 5)));

/* Reads the record's fields into facts by their types.  False: a problem was
 * added. */
bool import_fields(struct import_run *run, const struct csv_record *record,
    struct field_value *facts);

/* Checks and completes the facts of a row, by the rules of its kind. */
enum row_fate import_check(struct import_run *run, size_t line,
    struct field_value *facts, struct err *err);

/* The same for the kinds of import_calibration.c. */
enum row_fate import_check_calibration(struct import_run *run, size_t line,
    const struct field_value *facts, struct err *err);
enum row_fate import_check_calibration_rating(
    struct import_run *run, size_t line, const struct field_value *facts);

/* The same for an item of the checklist: its check is known, and it needs a
 * number where something is counted. */
enum row_fate import_check_item(
    struct import_run *run, size_t line, const struct field_value *facts);

/* The same for the kinds of import_room.c. */
enum row_fate import_check_backlog(
    struct import_run *run, size_t line, const struct field_value *facts);
enum row_fate import_check_table(
    struct import_run *run, size_t line, const struct field_value *facts);
enum row_fate import_check_interruption(
    struct import_run *run, size_t line, const struct field_value *facts);
enum row_fate import_check_part(struct import_run *run, size_t line,
    const struct field_value *facts, struct err *err);

/* The line on which the key was met before, or 0; it is remembered. */
size_t import_seen(struct import_run *run, const char *key, size_t line);
void import_seen_release(struct import_run *run);

/* Finds the columns of the header. */
int import_header(
    struct import_run *run, const struct csv_record *record, struct err *err);

#endif
