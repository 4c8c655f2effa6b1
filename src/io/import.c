/* SPDX-License-Identifier: MIT */
#include "io/import.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "io/import_run.h"

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
	char message[512];
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

static int
import_row(
    struct import_run *run, const struct csv_record *record, struct err *err)
{
	struct field_value facts[ENTITY_FIELDS] = {0};
	enum row_fate fate = ROW_REFUSED;
	enum change change;

	run->report->rows++;
	if (!run->refused)
		str_clear(&run->why);
	if ((int)record->n > run->n_columns)
		import_problem(run, record->line, -1,
		    "%zu fields, but the header has %d columns", record->n,
		    run->n_columns);
	else if (import_fields(run, record, facts))
		fate = import_check(run, record->line, facts, err);
	switch (fate) {
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
	if (store_put(run->store, run->kind->entity, facts,
		run->options->shipped, &change, err) != 0)
		return -1;
	count_change(run->report, change);
	return 0;
}

static int
on_record(void *arg, const struct csv_record *record, struct err *err)
{
	struct import_run *run = arg;

	if (!run->has_header)
		return import_header(run, record, err);
	return import_row(run, record, err);
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
read_all(struct import_run *run, const char *bytes, size_t n, struct err *err)
{
	struct csv_problem place = {0};
	const char *name = run->options->name;
	int rc = csv_read(name, bytes, n, 0, on_record, run, &place, err);

	if (rc != 0) {
		add_problem(run->report, place.line, 0, "", err->text);
		return -1;
	}
	if (!run->has_header)
		return fail(err, "%s: the file holds no header row", name);
	if (run->refused)
		return fail(err,
		    "%s: refused, nothing was imported: %s (line %zu%s)", name,
		    run->why.s, run->why_line,
		    run->report->n_problems > 1 ? ", and more" : "");
	if (run->kind->entity == ENTITY_ANSWERS)
		return store_recount_attempts(run->store, err);
	if (run->kind->entity == ENTITY_RUBRICS)
		return store_check_rubrics(run->store, err);
	return 0;
}

int
import_within(struct store *store, const struct import_options *options,
    const char *bytes, size_t n, struct import_report *report, struct err *err)
{
	struct import_run run = {
	    .store = store,
	    .options = options,
	    .report = report,
	};
	struct err local = {0};
	int result = -1;

	*report = (struct import_report){0};
	str_init(&run.why);
	for (int i = 0; i < IMPORT_OWNED; i++)
		str_init(&run.owned[i]);
	if (read_names(&run, &local) == 0 &&
	    read_all(&run, bytes, n, &local) == 0)
		result = 0;
	if (result != 0) {
		forget_counts(report);
		*err = local;
	}
	import_seen_release(&run);
	names_release(&run.rounds);
	names_release(&run.levels);
	names_release(&run.rubrics);
	str_release(&run.why);
	for (int i = 0; i < IMPORT_OWNED; i++)
		str_release(&run.owned[i]);
	return result;
}

int
import_csv(struct store *store, const struct import_options *options,
    const char *bytes, size_t n, struct import_report *report, struct err *err)
{
	*report = (struct import_report){0};
	if (store_begin(store, err) != 0)
		return -1;
	if (import_within(store, options, bytes, n, report, err) != 0) {
		store_rollback(store);
		return -1;
	}
	if (options->dry_run) {
		store_rollback(store);
		return 0;
	}
	if (store_commit(store, err) != 0) {
		store_rollback(store);
		forget_counts(report);
		return -1;
	}
	return 0;
}

void
import_report_release(struct import_report *report)
{
	for (int i = 0; i < report->n_problems; i++) {
		free(report->problems[i].field);
		free(report->problems[i].message);
	}
	free(report->problems);
	*report = (struct import_report){0};
}
