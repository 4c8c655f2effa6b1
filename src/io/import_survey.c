/* SPDX-License-Identifier: MIT */
/*
 * A look at a file before its rows are taken: the header, and how the first
 * rows fill its columns.  What was decided by them is confirmed by all rows on
 * the way; where it does not stand, the import begins anew with what is known.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "io/import_run.h"

enum {
	SURVEY_ROWS = 1000,
	HEADER_ROWS = 20, /* a header stands among the first so many */
};

bool
import_is_blank(const struct csv_record *record)
{
	for (size_t i = 0; i < record->n; i++)
		if (record->fields[i] != NULL)
			return false;
	return true;
}

/* True when the cell is a name for a question. */
static bool
names_prompt(const char *cell)
{
	struct column_seen column;
	bool is_name;

	if (column_reads_as_text(cell))
		return false;
	column_init(&column, cell);
	is_name = column_prompt_class(&column) < PROMPT_CLASSES;
	column_release(&column);
	return is_name;
}

/* True when one of its cells is a name for a question, and none a number. */
static bool
could_be_header(const struct csv_record *record)
{
	bool could = false;

	for (size_t i = 0; i < record->n; i++) {
		const char *cell = record->fields[i];

		if (cell == NULL)
			continue;
		if (!utf8_has_letter(cell, strlen(cell)))
			return false;
		could = could || names_prompt(cell);
	}
	return could;
}

static void
take_header(struct import_run *run, const struct csv_record *record)
{
	struct survey *survey = &run->survey;
	char number[24];

	survey->has_header = true;
	survey->line = record->line;
	survey->n = (int)record->n;
	survey->columns = mem_zero(record->n, sizeof(*survey->columns));
	for (size_t i = 0; i < record->n; i++) {
		const char *name = record->fields[i];

		snprintf(number, sizeof(number), "#%zu", i + 1);
		if (run->options->no_header)
			name = number;
		column_init(&survey->columns[i], name != NULL ? name : "");
	}
}

static void
count_row(struct survey *survey, const struct csv_record *record)
{
	survey->rows++;
	survey->wider += (int)record->n > survey->n;
	for (int i = 0; i < survey->n && i < (int)record->n; i++) {
		struct column_seen *column = &survey->columns[i];
		const char *cell = record->fields[i];

		column_count(column, cell);
		if (cell == NULL)
			continue;
		column->asking += column_asks(cell);
		column->figures += *cell >= '0' && *cell <= '9';
	}
	if (survey->next_header == 0 && survey->rows < HEADER_ROWS &&
	    could_be_header(record))
		survey->next_header = record->line;
}

bool
import_header_is_sure(const struct survey *survey)
{
	for (int i = 0; i < survey->n; i++)
		if (column_has_name(&survey->columns[i]))
			return true;
	return false;
}

static bool
is_questions(const struct import_options *options)
{
	return options->kind == NULL ||
	       options->kind->entity == ENTITY_QUESTIONS;
}

/* Our own header tells all that there is to know. */
static bool
is_own(const struct import_run *run)
{
	return import_column(&run->survey, "id") >= 0 &&
	       import_column(&run->survey, "prompt") >= 0;
}

static int
survey_record(void *arg, const struct csv_record *record, struct err *err)
{
	struct import_run *run = arg;
	struct survey *survey = &run->survey;

	(void)err;
	if (import_is_blank(record))
		return 0;
	if (!survey->has_header) {
		take_header(run, record);
		if (!is_questions(run->options) || is_own(run))
			return 1;
		if (!run->options->no_header)
			return 0;
	}
	count_row(survey, record);
	survey->is_whole = survey->rows < SURVEY_ROWS;
	return survey->is_whole ? 0 : 1;
}

void
import_ignore_repair(
    void *arg, size_t record, size_t line, size_t column, const char *how)
{
	(void)arg;
	(void)record;
	(void)line;
	(void)column;
	(void)how;
}

int
import_survey(struct import_run *run, struct err *err)
{
	const struct csv_options options = {
	    .delimiter = run->options->delimiter,
	    .find_delimiter = true,
	    .skip_lines = run->options->skip_lines,
	    .repaired = run->options->lenient ? import_ignore_repair : NULL,
	};
	struct csv_problem place = {0};

	run->survey.is_whole = true;
	if (csv_read_source(
		run->source, &options, survey_record, run, &place, err) != 0) {
		import_note_error(run, place.line, place.column, err);
		return -1;
	}
	if (!run->survey.has_header)
		return fail(err, "%s: the file holds no header row",
		    run->options->name);
	return source_rewind(run->source, err);
}

void
survey_release(struct survey *survey)
{
	for (int i = 0; i < survey->n; i++)
		column_release(&survey->columns[i]);
	free(survey->columns);
	*survey = (struct survey){0};
}

/* The columns that the decision may turn on. */
static bool
is_watched(const struct import_run *run, int column)
{
	const struct column_seen *columns = run->survey.columns;

	if (column == run->prompt || run->prompt_given)
		return column == run->prompt;
	return column_prompt_class(&columns[column]) ==
	       column_prompt_class(&columns[run->prompt]);
}

void
import_watch(struct import_run *run)
{
	struct survey *survey = &run->survey;

	survey->rows = 0;
	for (int i = 0; i < survey->n; i++) {
		struct column_seen *column = &survey->columns[i];

		column->texts = column->numbered = 0;
		column->bytes = 0;
		column->is_watched = !run->is_decided && is_watched(run, i);
	}
}

void
import_confirm_row(struct import_run *run, const struct csv_record *record)
{
	struct survey *survey = &run->survey;

	if (run->is_decided)
		return;
	survey->rows++;
	for (int i = 0; i < survey->n && i < (int)record->n; i++)
		if (survey->columns[i].is_watched)
			column_count(&survey->columns[i], record->fields[i]);
}

bool
import_is_numbered(const struct import_run *run)
{
	const struct survey *survey = &run->survey;

	return !run->is_own && run->prompt >= 0 && survey->rows > 0 &&
	       survey->columns[run->prompt].numbered * 2 >= survey->rows;
}

bool
import_confirm(struct import_run *run)
{
	const struct column_seen *columns = run->survey.columns;
	int best = run->prompt;
	bool stands;

	if (run->is_decided)
		return true;
	run->is_decided = true;
	for (int i = 0; i < run->survey.n; i++)
		if (columns[i].is_watched && columns[i].texts > 0 &&
		    columns[i].bytes > columns[best].bytes)
			best = i;
	stands = best == run->prompt;
	run->prompt = best;
	stands = stands && run->is_numbered == import_is_numbered(run);
	run->is_numbered = import_is_numbered(run);
	return stands;
}
