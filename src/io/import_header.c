/* SPDX-License-Identifier: MIT */
/* Which column of a file is which field. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "base/number.h"
#include "base/utf8.h"
#include "io/import_run.h"

enum { MINUTE = 60 };

/* Column names compare without case and surrounding spaces. */
static bool
same_name(const char *column, const char *field)
{
	size_t n;

	column += strspn(column, " \t");
	n = strlen(column);
	while (n > 0 && (column[n - 1] == ' ' || column[n - 1] == '\t'))
		n--;
	return strlen(field) == n && strncasecmp(column, field, n) == 0;
}

int
import_column(const struct survey *survey, const char *name)
{
	for (int i = 0; i < survey->n; i++)
		if (same_name(survey->columns[i].name, name))
			return i;
	return -1;
}

/* Another column of the same name; -1. */
static int
find_twin(const struct survey *survey, int column)
{
	const char *name = survey->columns[column].name;

	for (int i = 0; i < survey->n; i++)
		if (*name != '\0' && i != column &&
		    same_name(survey->columns[i].name, name))
			return i;
	return -1;
}

static int
fail_field(const struct kind *kind, const char *map, const char *field,
    struct err *err)
{
	struct str known = STR_INIT;

	for (int i = 0; kind->columns[i].name != NULL; i++)
		if (kind->columns[i].fact != DERIVED)
			str_addf(&known, "%s%s", known.len > 0 ? ", " : "",
			    kind->columns[i].name);
	fail_as(err, ERR_USAGE, "--map %s: %s have no field '%s'; there are %s",
	    map, kind->name, field, known.s);
	str_release(&known);
	return -1;
}

/* `FIELD=COLUMN`, the column by name or as `#3`; `FIELD=`: none. */
static int
apply_map(
    struct import_run *run, const char *map, bool *mapped, struct err *err)
{
	const struct survey *survey = &run->survey;
	const char *equals = strchr(map, '=');
	char field[64];
	int64_t number;
	int at, column;

	if (equals == NULL || (size_t)(equals - map) >= sizeof(field))
		return fail_as(err, ERR_USAGE,
		    "--map %s: wants FIELD=COLUMN, such as prompt=Question",
		    map);
	memcpy(field, map, (size_t)(equals - map));
	field[equals - map] = '\0';
	at = kind_column(run->kind, field);
	if (at < 0 || run->kind->columns[at].fact == DERIVED)
		return fail_field(run->kind, map, field, err);
	mapped[at] = true;
	if (equals[1] == '\0' && !run->kind->columns[at].required) {
		run->column_of[at] = -1;
		return 0;
	}
	column = equals[1] == '\0' ? -1 : import_column(survey, equals + 1);
	if (column < 0 && equals[1] == '#' &&
	    number_parse_int(equals + 2, 1, survey->n, &number))
		column = (int)number - 1;
	if (column < 0) {
		struct str seen = STR_INIT;

		import_list_columns(survey, &seen);
		fail(err, "%s: --map %s: no such column; the columns are: %s",
		    run->options->name, map, seen.s);
		str_release(&seen);
		return -1;
	}
	run->column_of[at] = column;
	return 0;
}

static int
check_required(const struct import_run *run, struct err *err)
{
	struct str seen = STR_INIT;
	int result = 0;

	for (int i = 0; run->kind->columns[i].name != NULL; i++) {
		const struct column *column = &run->kind->columns[i];

		if (!column->required || run->column_of[i] >= 0)
			continue;
		if (run->kind->entity == ENTITY_QUESTIONS)
			return import_fail_without_prompt(
			    run, "no column can be the prompt", err);
		import_list_columns(&run->survey, &seen);
		result = fail(err,
		    "%s: no column '%s', which %s need; the columns are: %s; "
		    "name the right one with --map %s=COLUMN",
		    run->options->name, column->name, run->kind->name, seen.s,
		    column->name);
		break;
	}
	str_release(&seen);
	return result;
}

static bool
is_used(const struct import_run *run, int column)
{
	for (int i = 0; run->kind->columns[i].name != NULL; i++)
		if (run->column_of[i] == column)
			return true;
	return false;
}

/* A name that two columns have says nothing; where none of them is used, that
 * is only told.  All of them at once: each has to be chosen. */
static int
check_repeats(struct import_run *run, const bool *mapped, struct err *err)
{
	const struct survey *survey = &run->survey;
	struct str all = STR_INIT;
	int rc = 0;

	for (int i = 0; run->kind->columns[i].name != NULL; i++) {
		const char *field = run->kind->columns[i].name;
		int column = run->column_of[i], twin;

		if (column < 0 || mapped[i])
			continue;
		twin = find_twin(survey, column);
		if (twin >= 0 && !is_used(run, twin))
			str_addf(&all,
			    "%stwo columns are named '%s'; choose one by its "
			    "number with --map %s=#%d or --map %s=#%d",
			    all.len > 0 ? "; " : "",
			    utf8_excerpt(survey->columns[column].name).s, field,
			    column + 1, field, twin + 1);
	}
	if (all.len > 0)
		rc = fail(err, "%s, line %zu: %s", run->options->name,
		    survey->line, all.s);
	str_release(&all);
	return rc;
}

/* A lone column is the prompt whatever it is called: where its name is none
 * that a header would have, the first question may have been taken for it. */
static void
note_lone_header(struct import_run *run)
{
	const struct column_seen *column = &run->survey.columns[0];

	if (run->survey.n == 1 && run->prompt == 0 && !run->prompt_given &&
	    !run->options->no_header &&
	    (column_prompt_class(column) == PROMPT_CLASSES ||
		strchr(column->words, ' ') != strrchr(column->words, ' ')))
		import_note(run, run->survey.line, 1,
		    "'%s' was taken for the header; --no-header takes it "
		    "for a question",
		    utf8_excerpt(column->name).s);
}

/* Columns that can't be told apart by name, and are not used. */
static void
note_names(struct import_run *run)
{
	const struct survey *survey = &run->survey;

	for (int i = 0; i < survey->n; i++) {
		const struct column_seen *column = &survey->columns[i];
		int twin = find_twin(survey, i);

		if (is_used(run, i))
			continue;
		if (*column->name == '\0' && column->filled > 0)
			import_note(run, survey->line, (size_t)i + 1,
			    "the column has no name and is passed over; "
			    "--map FIELD=#%d takes it",
			    i + 1);
		if (twin >= 0 && twin < i)
			import_note(run, survey->line, (size_t)i + 1,
			    "column %d has the same name, '%s'; "
			    "--map FIELD=#%d takes this one",
			    twin + 1, utf8_excerpt(column->name).s, i + 1);
	}
}

/* The fields that other people's columns are found for, in this order; a
 * column is one field only. */
static const char *const found_fields[] = {"round", "level", "seconds",
    "company", "tags", "probes", "look_for", "rubric", "hint"};

static void
find_fields(struct import_run *run, const bool *mapped)
{
	struct survey *survey = &run->survey;
	bool *is_taken = mem_zero((size_t)survey->n, sizeof(*is_taken));

	for (int i = 0; run->kind->columns[i].name != NULL; i++)
		if (run->column_of[i] >= 0)
			is_taken[run->column_of[i]] = true;
	for (size_t i = 0; i < sizeof(found_fields) / sizeof(found_fields[0]);
	     i++) {
		int at = kind_column(run->kind, found_fields[i]);
		int found;

		if (run->column_of[at] >= 0 || mapped[at])
			continue;
		found = column_find_field(
		    survey->columns, survey->n, is_taken, found_fields[i]);
		run->column_of[at] = found;
		if (found >= 0)
			is_taken[found] = true;
	}
	free(is_taken);
}

/* A title above the header fills one cell of its row. */
static bool
is_title(const struct survey *survey)
{
	int unnamed = 0;

	for (int i = 0; i < survey->n; i++)
		unnamed += *survey->columns[i].name == '\0' &&
			   survey->columns[i].filled > 0;
	return survey->next_header != 0 && unnamed * 2 >= survey->n;
}

/* The columns of questions that are not in our own form. */
static int
find_prompt(struct import_run *run, struct err *err)
{
	struct survey *survey = &run->survey;
	int prompt = kind_column(run->kind, "prompt"), n_alike;
	int found = run->column_of[prompt];

	run->prompt_given = found >= 0;
	if (!run->prompt_given) {
		if (survey->wider * 2 > survey->rows)
			return import_fail_without_prompt(run,
			    "most rows are longer than the first, so it is no "
			    "header",
			    err);
		if (is_title(survey))
			return import_fail_without_prompt(run,
			    "most columns have no name in the first row", err);
		found =
		    column_find_prompt(survey->columns, survey->n, &n_alike);
		if (found >= 0 && !run->options->no_header &&
		    import_reads_as_row(survey, found))
			return import_fail_without_prompt(
			    run, "the file has no header row", err);
	}
	run->prompt = found;
	run->column_of[prompt] = found;
	run->is_numbered = import_is_numbered(run);
	run->is_decided = survey->is_whole || found < 0;
	return 0;
}

static int
find_question_columns(
    struct import_run *run, const bool *mapped, struct err *err)
{
	int id = kind_column(run->kind, "id");
	int seconds = kind_column(run->kind, "seconds");

	run->is_own = import_column(&run->survey, "id") >= 0 &&
		      import_column(&run->survey, "prompt") >= 0 &&
		      !run->options->no_header;
	/* Somebody else's ids say nothing: two banks may count from 1. */
	if (!run->is_own && !mapped[id])
		run->column_of[id] = -1;
	if (!run->is_own && find_prompt(run, err) != 0)
		return -1;
	find_fields(run, mapped);
	if (run->column_of[seconds] >= 0 &&
	    column_in_minutes(&run->survey.columns[run->column_of[seconds]]))
		run->time_unit = MINUTE;
	return 0;
}

static void
report_columns(struct import_run *run)
{
	struct import_report *report = run->report;

	for (int i = 0; run->kind->columns[i].name != NULL; i++)
		if (run->column_of[i] >= 0)
			report->columns[report->n_columns++] =
			    (struct import_column){
				.field = run->kind->columns[i].name,
				.column = mem_text(
				    run->survey.columns[run->column_of[i]]
					.name),
			    };
}

static int
find_columns(struct import_run *run, struct err *err)
{
	bool mapped[KIND_COLUMNS] = {0};

	for (int i = 0; run->kind->columns[i].name != NULL; i++)
		run->column_of[i] =
		    import_column(&run->survey, run->kind->columns[i].name);
	for (int i = 0; i < run->options->n_maps; i++)
		if (apply_map(run, run->options->maps[i], mapped, err) != 0)
			return -1;
	if (run->kind->entity == ENTITY_QUESTIONS &&
	    find_question_columns(run, mapped, err) != 0)
		return -1;
	return check_repeats(run, mapped, err) != 0 ||
		       check_required(run, err) != 0
		   ? -1
		   : 0;
}

void
import_decided(struct import_run *run)
{
	if (run->prompt >= 0)
		run->column_of[kind_column(run->kind, "prompt")] = run->prompt;
	note_lone_header(run);
	note_names(run);
	report_columns(run);
}

int
import_header(struct import_run *run, struct err *err)
{
	run->is_decided = true;
	run->prompt = -1;
	run->time_unit = 1;
	run->kind = run->options->kind;
	if (run->kind == NULL)
		run->kind = import_guess_kind(&run->survey);
	run->report->kind = run->kind;
	if (run->kind->entity == ENTITY_COUNT)
		return fail(err,
		    "%s: %s is computed and can't be imported; import the "
		    "sessions, answers and ratings that it comes from",
		    run->options->name, run->kind->name);
	if (find_columns(run, err) != 0) {
		if (err->status == ERR_FAILED)
			import_note_error(run, run->survey.line, 0, err);
		return -1;
	}
	import_decided(run);
	import_watch(run);
	return 0;
}
