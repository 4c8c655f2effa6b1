/* SPDX-License-Identifier: MIT */
/* The parts of one import, for the files import*.c only. */
#ifndef IO_IMPORT_RUN_H
#define IO_IMPORT_RUN_H

#include "base/csv.h"
#include "base/str.h"
#include "core/intern.h"
#include "io/columns.h"
#include "io/import.h"
#include "io/question_check.h"
#include "store/history.h"
#include "store/load.h"

/* Texts that a row's checks make, by what they are for. */
enum {
	OWN_ANSWER, /* the last one that was looked for, `answer` */
	OWN_PROMPT,
	OWN_TAGS,
	OWN_SESSION, /* the last one that was looked for */
	IMPORT_OWNED,
};

/* What was seen of a file before its rows are taken. */
struct survey {
	bool has_header;
	size_t line; /* of the header */
	int n;       /* its columns */
	struct column_seen *columns;
	long rows;          /* looked at */
	long wider;         /* of them, with more fields than the header */
	size_t next_header; /* a later line that could be one; 0: none */
	bool is_whole;      /* the file has no more rows */
};

struct import_run {
	struct store *store;
	struct source *source;
	const struct import_options *options;
	struct import_report *report;
	const struct kind *kind;
	struct survey survey;
	bool is_own;                   /* ids and texts are taken as they are */
	int column_of[KIND_COLUMNS];   /* file column of a field; -1: none */
	double time_unit;              /* seconds in one of the file's */
	int fields_read[KIND_COLUMNS]; /* those that have a column */
	int n_read;
	struct field_value missing[ENTITY_FIELDS]; /* a row of nothing */
	int n_facts;                               /* of a row */

	/* Decided by the rows that were looked at, and to be confirmed by all:
	 * which of several columns is the prompt, whether it is numbered. */
	bool is_decided;   /* nothing to confirm */
	int prompt;        /* its column; -1: none */
	bool prompt_given; /* by --map, or by our own header */
	bool is_numbered;

	bool header_passed;
	bool refused;    /* a problem that a row can't get over */
	long repeated;   /* rows that are the same as one before */
	size_t repaired; /* the line of the last record that was repaired */
	/* The row's first problem; of the first row that was refused, if any.
	 */
	struct str why;
	size_t why_line;
	struct csv_reader *reader; /* NULL: not at the rows */
	struct load *load;         /* NULL: the rows are no questions */
	struct question_check questions;
	enum session_presence session;  /* of OWN_SESSION */
	struct answer_known answer;     /* of OWN_ANSWER */
	struct str owned[IMPORT_OWNED]; /* back values that the checks made */
	struct import_keys {
		struct intern intern;
		size_t *lines; /* of the keys, where they stood last; owned */
	} keys;                /* of reference data, for its repeats */
};

/* What becomes of a row. */
enum row_fate {
	ROW_PUT,
	ROW_SKIP,
	ROW_REFUSED, /* the problem was added; the file will be refused */
};

/* Tells of a row whose key another row of the file had, and which is put in its
 * place.  Call it for each row that was put. */
int import_watch_repeats(struct import_run *run, size_t line,
    const struct field_value *facts, enum change change, struct err *err);
void import_forget_keys(struct import_run *run);

/* Adds a problem; `field` -1: the whole line. */
void import_problem(struct import_run *run, size_t line, int field,
    const char *fmt, ...) __attribute__((format(printf, 4, 5)));

/* The same with the number of a column (from 1; 0: the whole line). */
void import_note(struct import_run *run, size_t line, size_t column,
    const char *fmt, ...) __attribute__((format(printf, 4, 5)));

/* The same with what `err` says, without the file's name and the line. */
void import_note_error(
    struct import_run *run, size_t line, size_t column, const struct err *err);

/* Adds to the last problem that its row was skipped. */
void import_add_skipped(struct import_report *report);

/* By line and column: what was mended is known before the rows around it. */
void import_sort_problems(struct import_report *report);

void import_forget_counts(struct import_report *report);

/* Tells how far it is; fails where it is to end. */
int import_go_on(struct import_run *run, struct err *err);

/* Takes the rows, by the block: 1 there are more, 0 all were taken. */
int import_rows_begin(struct import_run *run, struct err *err);
int import_rows_step(struct import_run *run, struct err *err);
/* 1 where the decision fell, and another attempt is due. */
int import_rows_judge(struct import_run *run, struct err *err);
/* What is left to be done for all rows together: 1 there is more. */
int import_rows_end(struct import_run *run, struct err *err);

/* Names, survey and header: which column is which field. */
int import_prepare(struct import_run *run, struct err *err);

void import_run_init(struct import_run *run);
void import_run_release(struct import_run *run);

/* A csv_repaired_fn for a look that reports nothing. */
void import_ignore_repair(
    void *arg, size_t record, size_t line, size_t column, const char *how);

/* The row of that line was repaired: it counts once. */
void import_count_repair(struct import_run *run, size_t line);

/* Reads the header and the first rows; then decides which column is which
 * field. */
int import_survey(struct import_run *run, struct err *err);
int import_header(struct import_run *run, struct err *err);

/* The header's column of that name, case and spaces around it aside; -1. */
int import_column(const struct survey *survey, const char *name);
void survey_release(struct survey *survey);

/* The kind that the file is of: the first whose columns it has, all of them, or
 * those that it needs and nothing else; questions otherwise. */
const struct kind *import_guess_kind(const struct survey *survey);

/* The kind that most of its columns are of; NULL: none. */
const struct kind *import_likely_kind(const struct survey *survey);

/* Appends the names of the columns. */
void import_list_columns(const struct survey *survey, struct str *out);

/* True where the first row can be nothing but a header. */
bool import_header_is_sure(const struct survey *survey);

/* True where the column's name is no name, but the text of a first row. */
bool import_reads_as_row(const struct survey *survey, int column);

/* Fails with the reason, the columns, and the options that would do. */
int import_fail_without_prompt(
    const struct import_run *run, const char *reason, struct err *err);

/* After a refusal of the file's syntax: adds to `err` what else would be wrong
 * with the file once that is mended, so that the next try can be right. */
void import_advise_lenient(struct import_run *run, struct err *err);

/* A message without the file's name and the line in front. */
const char *
import_bare_message(const struct source *source, size_t line, const char *text);

/* Begins to watch what the decision turns on; counts a row's fields; and tells
 * afterwards whether the decision stands, or corrects it. */
void import_watch(struct import_run *run);
void
import_confirm_row(struct import_run *run, const struct csv_record *record);
bool import_confirm(struct import_run *run);

/* Takes the columns as they were decided at last, and reports them. */
void import_decided(struct import_run *run);

/* True when at least half of the rows begin with a number of their own. */
bool import_is_numbered(const struct import_run *run);

/* True when no field of the record holds anything. */
bool import_is_blank(const struct csv_record *record);

/* Once it is decided which column is which field. */
void import_fields_begin(struct import_run *run);

/* Reads the record's fields into facts by their types.  False: a problem was
 * added. */
bool import_fields(struct import_run *run, const struct csv_record *record,
    struct field_value facts[ENTITY_FIELDS]);

/* Checks and completes the facts of a row, by the rules of its kind. */
enum row_fate import_check(struct import_run *run, size_t line,
    struct field_value *facts, struct err *err);

/* import_refer.c: tells what the row names that is not there, and that it can
 * do without until it is practised. */
void import_note_references(
    struct import_run *run, size_t line, const struct field_value *facts);

/* import_session.c: looks for the session of a row and tells where it was
 * deleted; run->session is what was found. */
int import_find_session(
    struct import_run *run, size_t line, const char *id, struct err *err);

/* The same of a session that must be there.  False: a problem was added, or it
 * failed with `err`. */
bool import_has_session(
    struct import_run *run, size_t line, const char *id, struct err *err);
enum row_fate import_check_deletion(struct import_run *run, size_t line,
    const struct field_value *facts, struct err *err);

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

#endif
