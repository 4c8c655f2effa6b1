/* SPDX-License-Identifier: MIT */
#include "io/import.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "io/import_run.h"

enum {
	MESSAGE_SIZE = 1024,
	PROGRESS_ROWS = 512,
	ROW_BYTES = 80, /* of a question, about */
};

static void
add_problem(struct import_report *report, size_t line, int column,
    const char *field, const char *message)
{
	struct import_problem *problem;

	if (report->n_problems == IMPORT_PROBLEMS)
		return;
	report->problems = mem_grow(report->problems,
	    (size_t)report->n_problems + 1, sizeof(*report->problems));
	problem = &report->problems[report->n_problems++];
	*problem = (struct import_problem){
	    .line = line,
	    .column = column,
	    .field = mem_text(field),
	    .message = mem_text(message),
	};
}

void
import_problem(
    struct import_run *run, size_t line, int field, const char *fmt, ...)
{
	char message[MESSAGE_SIZE];
	va_list args;

	va_start(args, fmt);
	vsnprintf(message, sizeof(message), fmt, args);
	va_end(args);
	if (run->why.len == 0) {
		str_add(&run->why, message);
		run->why_line = line;
	}
	if (field >= 0)
		add_problem(run->report, line, run->column_of[field] + 1,
		    run->kind->columns[field].name, message);
	else
		add_problem(run->report, line, 0, "", message);
}

void
import_note(
    struct import_run *run, size_t line, size_t column, const char *fmt, ...)
{
	char message[MESSAGE_SIZE];
	va_list args;

	va_start(args, fmt);
	vsnprintf(message, sizeof(message), fmt, args);
	va_end(args);
	add_problem(run->report, line, (int)column, "", message);
}

/* What stands behind the file's name and the line in a message. */
static const char *
bare_message(const struct source *source, size_t line, const char *text)
{
	char start[MESSAGE_SIZE];
	size_t n;

	snprintf(start, sizeof(start), "%s, line %zu: ", source->name, line);
	n = strlen(start);
	if (strncmp(text, start, n) == 0)
		return text + n;
	n = strlen(source->name);
	if (strncmp(text, source->name, n) == 0 &&
	    strncmp(text + n, ": ", 2) == 0)
		return text + n + 2;
	return text;
}

void
import_note_error(
    struct import_run *run, size_t line, size_t column, const struct err *err)
{
	import_note(run, line, column, "%s",
	    bare_message(run->source, line, err->text));
}

void
import_count_repair(struct import_run *run, size_t line)
{
	if (run->repaired != line)
		run->report->repaired++;
	run->repaired = line;
}

static void
count_change(struct import_report *report, enum change change)
{
	switch (change) {
	case CHANGE_ADDED:
		report->added++;
		break;
	case CHANGE_UPDATED:
		report->updated++;
		break;
	case CHANGE_NONE:
	case CHANGE_KEPT:
		report->unchanged++;
		break;
	}
}

static void
on_loaded(void *arg, size_t line, size_t before, enum change change)
{
	struct import_run *run = arg;

	if (before == 0) {
		count_change(run->report, change);
		return;
	}
	run->report->skipped++;
	import_note(run, line, 0, "same as line %zu; skipped", before);
}

/* The fields behind the last column hold something, so that they can't just be
 * left out. */
static bool
is_too_long(const struct import_run *run, const struct csv_record *record)
{
	for (size_t i = (size_t)run->survey.n; i < record->n; i++)
		if (record->fields[i] != NULL)
			return true;
	return false;
}

static void
refuse_long_row(struct import_run *run, const struct csv_record *record)
{
	const char *what = run->options->no_header ? "first row" : "header";

	import_problem(run, record->line, -1, "%zu fields, but the %s has %d%s",
	    record->n, what, run->survey.n,
	    run->survey.n == 1 && !run->options->lenient
		? "; --delimiter TAB would take each line as one field"
		: "");
}

/* To the problem that was added last. */
static void
add_skipped(struct import_report *report)
{
	struct import_problem *problem =
	    &report->problems[report->n_problems - 1];
	struct str message = STR_INIT;

	str_addf(&message, "%s; the row was skipped", problem->message);
	free(problem->message);
	problem->message = str_detach(&message);
}

/* Checks the row; its facts borrow from the record. */
static enum row_fate
judge_row(struct import_run *run, const struct csv_record *record,
    struct field_value *facts, struct err *err)
{
	enum row_fate fate = ROW_REFUSED;
	int problems = run->report->n_problems;

	if (is_too_long(run, record))
		refuse_long_row(run, record);
	else if (import_fields(run, record, facts))
		fate = import_check(run, record->line, facts, err);
	if (fate != ROW_REFUSED || !run->options->lenient ||
	    err->status != ERR_NONE)
		return fate;
	if (run->report->n_problems > problems)
		add_skipped(run->report);
	return ROW_SKIP;
}

static int
import_row(
    struct import_run *run, const struct csv_record *record, struct err *err)
{
	struct field_value facts[ENTITY_FIELDS] = {0};
	enum change change;

	run->report->rows++;
	if (!run->refused)
		str_clear(&run->why);
	switch (judge_row(run, record, facts, err)) {
	case ROW_REFUSED:
		run->refused = true;
		return err->status == ERR_NONE ? 0 : -1;
	case ROW_SKIP:
		run->report->skipped++;
		return 0;
	case ROW_PUT:
		break;
	}
	/* A refused file is read to its end for its problems, no more. */
	if (run->refused)
		return 0;
	if (run->load != NULL)
		return store_load_put(run->load, facts, record->line, err);
	if (store_put(run->store, run->kind->entity, facts,
		run->options->shipped, &change, err) != 0)
		return -1;
	count_change(run->report, change);
	return 0;
}

/* Tells how far it is; false: it is to end. */
static bool
report_progress(struct import_run *run)
{
	const struct source *source = run->source;
	double share =
	    source->n > 0 ? (double)source->read / (double)source->n : 0;

	if (run->options->progress == NULL ||
	    run->report->rows % PROGRESS_ROWS != 0)
		return true;
	return run->options->progress(
	    run->options->progress_arg, run->report->rows, share);
}

static int
on_record(void *arg, const struct csv_record *record, struct err *err)
{
	struct import_run *run = arg;

	if (import_is_blank(record))
		return 0;
	if (!run->header_passed && !run->options->no_header) {
		run->header_passed = true;
		return 0;
	}
	import_confirm_row(run, record);
	if (!report_progress(run)) {
		run->report->cancelled = true;
		return fail(err, "cancelled; nothing was imported");
	}
	return import_row(run, record, err);
}

static void
on_repair(void *arg, size_t record, size_t line, size_t column, const char *how)
{
	struct import_run *run = arg;

	import_count_repair(run, record);
	import_note(run, line, column, "%s", how);
}

static int
read_names(struct import_run *run, struct err *err)
{
	if (store_names(run->store, NAMES_ROUNDS, &run->rounds, err) != 0 ||
	    store_names(run->store, NAMES_LEVELS, &run->levels, err) != 0 ||
	    store_names(run->store, NAMES_RUBRICS, &run->rubrics, err) != 0)
		return -1;
	return 0;
}

/* The record that a problem stopped at was counted, but nothing became of
 * it; and a refused file adds nothing. */
static void
forget_counts(struct import_report *report)
{
	report->rows = report->added = report->updated = 0;
	report->unchanged = report->skipped = report->repaired = 0;
}

static int
read_rows(struct import_run *run, struct err *err)
{
	const struct csv_options options = {
	    .delimiter = run->options->delimiter,
	    .find_delimiter = true,
	    .skip_lines = run->options->skip_lines,
	    .repaired = run->options->lenient ? on_repair : NULL,
	};
	struct csv_problem place = {0};

	if (csv_read_source(
		run->source, &options, on_record, run, &place, err) != 0) {
		if (!run->report->cancelled)
			import_note_error(run, place.line, place.column, err);
		return -1;
	}
	if (run->refused)
		return fail(err,
		    "%s: refused, nothing was imported: %s (line %zu%s)%s",
		    run->options->name, run->why.s, run->why_line,
		    run->report->n_problems > 1 ? ", and more" : "",
		    run->options->lenient ? ""
					  : "; mend it, or let --lenient skip "
					    "what does not fit");
	return 0;
}

/* What is put, and how many rows of it are to be expected. */
static int
begin(struct import_run *run, struct err *err)
{
	if (run->kind->entity != ENTITY_QUESTIONS)
		return 0;
	return store_load_begin(run->store,
	    (int64_t)(run->source->n / ROW_BYTES), run->options->shipped,
	    on_loaded, run, &run->load, err);
}

static int
finish(struct import_run *run, struct err *err)
{
	if (run->load != NULL)
		return store_load_end(run->load, err);
	if (run->kind->entity == ENTITY_ANSWERS)
		return store_recount_attempts(run->store, err);
	if (run->kind->entity == ENTITY_RUBRICS)
		return store_check_rubrics(run->store, err);
	return 0;
}

static int
by_line(const void *a, const void *b)
{
	const struct import_problem *x = a, *y = b;

	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	if (x->column != y->column)
		return x->column < y->column ? -1 : 1;
	return 0;
}

/* What was mended is known before the rows around it are. */
static void
sort_problems(struct import_report *report)
{
	if (report->n_problems > 0)
		qsort(report->problems, (size_t)report->n_problems,
		    sizeof(*report->problems), by_line);
}

static void
run_init(struct import_run *run)
{
	*run->report = (struct import_report){0};
	str_init(&run->why);
	for (int i = 0; i < IMPORT_OWNED; i++)
		str_init(&run->owned[i]);
}

static void
run_release(struct import_run *run)
{
	survey_release(&run->survey);
	store_load_free(run->load);
	run->load = NULL;
	memo_release(&run->known_rounds);
	memo_release(&run->known_levels);
	names_release(&run->rounds);
	names_release(&run->levels);
	names_release(&run->rubrics);
	str_release(&run->why);
	for (int i = 0; i < IMPORT_OWNED; i++)
		str_release(&run->owned[i]);
}

/* The rows taken in vain are forgotten; what was seen of them is not. */
static int
begin_anew(struct import_run *run, struct err *err)
{
	struct import_report *report = run->report;
	const struct kind *kind = report->kind;

	import_report_release(report);
	report->kind = kind;
	run->header_passed = run->refused = false;
	run->repaired = 0;
	str_clear(&run->why);
	store_load_free(run->load);
	run->load = NULL;
	import_decided(run);
	return source_rewind(run->source, err);
}

/* -1 without an error: the decision fell, and another attempt is due. */
static int
attempt(struct import_run *run, struct err *err)
{
	if (begin(run, err) != 0 || read_rows(run, err) != 0 ||
	    !import_confirm(run))
		return -1;
	return finish(run, err);
}

static int
prepare(struct import_run *run, struct err *err)
{
	return read_names(run, err) == 0 && import_survey(run, err) == 0
		   ? import_header(run, err)
		   : -1;
}

/* A refusal is told when all is known. */
static int
conclude(struct import_run *run, int result, const struct err *local,
    struct err *err)
{
	sort_problems(run->report);
	if (result != 0) {
		forget_counts(run->report);
		*err = *local;
	}
	run_release(run);
	return result;
}

int
import_within(struct store *store, const struct import_options *options,
    const char *bytes, size_t n, struct import_report *report, struct err *err)
{
	struct source source;
	struct import_run run = {
	    .store = store,
	    .source = &source,
	    .options = options,
	    .report = report,
	};
	struct err local = {0};
	int result;

	source_memory(&source, options->name, bytes, n);
	run_init(&run);
	result = prepare(&run, &local);
	if (result == 0)
		result = attempt(&run, &local);
	return conclude(&run, result, &local, err);
}

/* One transaction; 1: another attempt is due. */
static int
import_once(struct import_run *run, struct err *err)
{
	if (store_begin(run->store, err) != 0)
		return -1;
	if (attempt(run, err) != 0) {
		store_rollback(run->store);
		return err->status == ERR_NONE ? 1 : -1;
	}
	if (run->options->dry_run) {
		store_rollback(run->store);
		return 0;
	}
	if (store_commit(run->store, err) != 0) {
		store_rollback(run->store);
		return -1;
	}
	return 0;
}

int
import_source(struct store *store, const struct import_options *options,
    struct source *source, struct import_report *report, struct err *err)
{
	struct import_run run = {
	    .store = store,
	    .source = source,
	    .options = options,
	    .report = report,
	};
	struct err local = {0};
	int result;

	run_init(&run);
	result = store_need_write(store, &local);
	if (result == 0)
		result = prepare(&run, &local);
	if (result == 0)
		result = import_once(&run, &local);
	if (result == 1) {
		result = begin_anew(&run, &local);
		if (result == 0)
			result = import_once(&run, &local);
	}
	return conclude(&run, result, &local, err);
}

int
import_csv(struct store *store, const struct import_options *options,
    const char *bytes, size_t n, struct import_report *report, struct err *err)
{
	struct source source;

	source_memory(&source, options->name, bytes, n);
	return import_source(store, options, &source, report, err);
}

void
import_report_release(struct import_report *report)
{
	for (int i = 0; i < report->n_problems; i++) {
		free(report->problems[i].field);
		free(report->problems[i].message);
	}
	free(report->problems);
	for (int i = 0; i < report->n_columns; i++)
		free(report->columns[i].column);
	*report = (struct import_report){0};
}
