/* SPDX-License-Identifier: MIT */
/* What is told of an import. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "io/import_run.h"

enum { MESSAGE_SIZE = 1024, BULK = 100 };

static void
add_problem(struct import_report *report, size_t line, int column,
    const char *field, const char *message)
{
	struct import_problem *problem;

	if (report->n_problems == IMPORT_PROBLEMS) {
		report->n_more++;
		return;
	}
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

const char *
import_bare_message(const struct source *source, size_t line, const char *text)
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
	    import_bare_message(run->source, line, err->text));
}

void
import_count_repair(struct import_run *run, size_t line)
{
	if (run->repaired != line)
		run->report->repaired++;
	run->repaired = line;
}

void
import_add_skipped(struct import_report *report)
{
	struct import_problem *problem =
	    &report->problems[report->n_problems - 1];
	struct str message = STR_INIT;

	str_addf(&message, "%s; the row was skipped", problem->message);
	free(problem->message);
	problem->message = str_detach(&message);
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

void
import_sort_problems(struct import_report *report)
{
	if (report->n_problems > 0)
		qsort(report->problems, (size_t)report->n_problems,
		    sizeof(*report->problems), by_line);
}

/* The record that a problem stopped at was counted, but nothing became of
 * it; and a refused file adds nothing. */
void
import_forget_counts(struct import_report *report)
{
	report->rows = report->added = report->updated = 0;
	report->unchanged = report->skipped = report->repaired = 0;
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

bool
import_is_bulk(const struct import_report *report)
{
	return report->added + report->updated >= BULK;
}
