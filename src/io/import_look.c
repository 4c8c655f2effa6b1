/* SPDX-License-Identifier: MIT */
#include "io/import_look.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "io/import_run.h"

struct looking {
	const struct import_options *options;
	struct import_look *look;
};

/* The start of a cell, up to a whole cluster; owned. */
static char *
start_of(const char *text)
{
	size_t n = text != NULL ? strlen(text) : 0;

	if (n <= LOOK_CELL_BYTES)
		return mem_text(text != NULL ? text : "");
	return mem_textn(text, utf8_prev(text, n, LOOK_CELL_BYTES));
}

static void
take_names(
    struct import_look *look, const struct csv_record *record, bool given)
{
	char number[24];

	look->n_columns = (int)record->n;
	look->columns = mem_zero(record->n, sizeof(*look->columns));
	for (size_t i = 0; i < record->n; i++) {
		snprintf(number, sizeof(number), "#%zu", i + 1);
		look->columns[i] = start_of(given && record->fields[i] != NULL
						? record->fields[i]
						: number);
	}
}

static void
take_cells(struct import_look *look, const struct csv_record *record)
{
	size_t at = (size_t)look->n_rows * (size_t)look->n_columns;

	look->cells = mem_grow(
	    look->cells, at + (size_t)look->n_columns, sizeof(*look->cells));
	for (int i = 0; i < look->n_columns; i++)
		look->cells[at + (size_t)i] =
		    start_of(i < (int)record->n ? record->fields[i] : NULL);
	look->n_rows++;
}

static int
look_at_record(void *arg, const struct csv_record *record, struct err *err)
{
	const struct looking *looking = arg;
	struct import_look *look = looking->look;
	bool is_first = look->columns == NULL;

	(void)err;
	if (import_is_blank(record))
		return 0;
	if (is_first)
		take_names(look, record, !looking->options->no_header);
	if (!is_first || looking->options->no_header)
		take_cells(look, record);
	return look->n_rows == LOOK_ROWS ? 1 : 0;
}

/* A refusal further down is for the survey to tell. */
static int
look_at_rows(struct import_run *run, struct import_look *look, struct err *err)
{
	const struct csv_options options = {
	    .delimiter = run->options->delimiter,
	    .find_delimiter = true,
	    .skip_lines = run->options->skip_lines,
	    .repaired = run->options->lenient ? import_ignore_repair : NULL,
	};
	struct looking looking = {run->options, look};
	struct csv_reader *reader =
	    csv_reader_new(run->source, &options, look_at_record, &looking);
	struct err ignored;
	int rc;

	do
		rc = csv_reader_step(reader, NULL, &ignored);
	while (rc == 1);
	look->delimiter = csv_reader_delimiter(reader);
	csv_reader_free(reader);
	return source_rewind(run->source, err);
}

static void
take_columns(const struct import_run *run, struct import_look *look)
{
	look->kind = run->kind;
	for (int i = 0; i < KIND_COLUMNS; i++)
		look->column_of[i] = -1;
	for (int i = 0; run->kind != NULL && run->kind->columns[i].name != NULL;
	     i++)
		look->column_of[i] = run->column_of[i];
}

int
import_look(struct store *store, const struct import_options *options,
    struct source *source, struct import_look *look, struct err *err)
{
	struct import_report report = {0};
	struct import_run run = {
	    .store = store,
	    .source = source,
	    .options = options,
	    .report = &report,
	};
	int rc;

	*look = (struct import_look){0};
	import_run_init(&run);
	for (int i = 0; i < KIND_COLUMNS; i++)
		run.column_of[i] = -1;
	rc = look_at_rows(&run, look, err);
	if (rc == 0)
		rc = import_prepare(&run, err);
	take_columns(&run, look);
	import_run_release(&run);
	import_report_release(&report);
	return rc;
}

void
import_look_release(struct import_look *look)
{
	for (int i = 0; i < look->n_columns; i++)
		free(look->columns[i]);
	for (int i = 0; i < look->n_rows * look->n_columns; i++)
		free(look->cells[i]);
	free(look->columns);
	free(look->cells);
	*look = (struct import_look){0};
}

const char *
import_look_cell(const struct import_look *look, int row, int col)
{
	if (row < 0 || row >= look->n_rows || col < 0 || col >= look->n_columns)
		return "";
	return look->cells[row * look->n_columns + col];
}
