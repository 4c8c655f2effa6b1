/* SPDX-License-Identifier: MIT */
/* What a header that won't do is told to its owner with. */
#include <string.h>

#include "base/utf8.h"
#include "io/import_run.h"

enum { LISTED = 24 }; /* columns that a message lists */

void
import_list_columns(const struct survey *survey, struct str *out)
{
	for (int i = 0; i < survey->n && i < LISTED; i++) {
		const char *name = survey->columns[i].name;

		str_addf(out, "%s%s", i > 0 ? ", " : "",
		    *name != '\0' ? utf8_excerpt(name).s : "(empty)");
	}
	if (survey->n > LISTED)
		str_addf(out, " and %d more", survey->n - LISTED);
}

/* More of a question than the other: by the rows that ask something, else by
 * the text. */
static bool
is_more_likely(const struct survey *survey, int column, int than)
{
	const struct column_seen *a = &survey->columns[column];
	const struct column_seen *b = &survey->columns[than];

	long a_asks = a->asking + column_asks(a->name);
	long b_asks = b->asking + column_asks(b->name);

	if (a_asks != b_asks)
		return a_asks > b_asks;
	return a->bytes + strlen(a->name) > b->bytes + strlen(b->name);
}

/* The column that a person would take for the questions, its first row counted
 * in; from 1. */
static int
likely_column(const struct survey *survey)
{
	int best = -1;

	for (int i = 0; i < survey->n; i++) {
		const struct column_seen *column = &survey->columns[i];

		if ((column->texts > 0 || column->filled == 0) &&
		    (best < 0 || is_more_likely(survey, i, best)))
			best = i;
	}
	return best < 0 ? 1 : best + 1;
}

/* One text a line, and its commas took it apart: a space follows them. */
static bool
splits_prose(const struct survey *survey)
{
	for (int i = 1; i < survey->n; i++)
		if (*survey->columns[i].name == ' ')
			return true;
	return survey->n == 1 && survey->wider > 0;
}

/* `--no-header`, with what it takes to have one column for the question. */
static void
add_no_header(const struct survey *survey, struct str *out)
{
	str_add(out, "add --no-header");
	if (splits_prose(survey))
		str_add(out, " --delimiter TAB");
	else if (survey->n > 1)
		str_addf(out, " --map prompt=#%d", likely_column(survey));
}

bool
import_reads_as_row(const struct survey *survey, int column)
{
	const char *name = survey->columns[column].name;

	return !import_header_is_sure(survey) &&
	       (column_reads_as_text(name) ||
		   (survey->n == 1 && column_reads_as_item(name)));
}

static bool
first_row_is_text(const struct survey *survey)
{
	for (int i = 0; i < survey->n; i++)
		if (import_reads_as_row(survey, i))
			return true;
	return false;
}

/* The line of a header further down; 0: none.  Behind a row of several full
 * cells it is no header. */
static size_t
header_below(const struct survey *survey)
{
	int full = 0;

	for (int i = 0; i < survey->n; i++)
		full += *survey->columns[i].name != '\0';
	return full > 1 && full == survey->n && first_row_is_text(survey)
		   ? 0
		   : survey->next_header;
}

/* Where the first row was taken for a header. */
static void
add_header_advice(const struct survey *survey, struct str *out)
{
	bool is_text = first_row_is_text(survey);
	size_t below = header_below(survey);

	if (below != 0)
		str_addf(out,
		    "line %zu looks like the header: add --skip-lines %zu; or ",
		    below, below - 1);
	if (below == 0 && splits_prose(survey) && !is_text)
		str_add(out,
		    "where the text holds commas, --delimiter TAB takes each "
		    "line as one field; or ");
	if (is_text) {
		str_add(out, "the first row looks like a question: ");
		add_no_header(survey, out);
		str_add(out, "; or ");
	}
	if (is_text && below == 0 && splits_prose(survey))
		str_add(out, "--delimiter TAB alone where it is the header");
	else
		str_addf(out,
		    "name the right one with --map prompt=COLUMN, such as "
		    "--map prompt=#%d",
		    likely_column(survey));
	if (is_text || below != 0 || import_header_is_sure(survey))
		return;
	str_add(out, ", or ");
	add_no_header(survey, out);
	str_add(out, " where the first row is a question, or --skip-lines N "
		     "where other lines stand before the header");
}

/* What would make a file without a prompt one that has it. */
static void
add_advice(const struct import_run *run, struct str *out)
{
	const struct kind *kind = run->options->kind == NULL
				      ? import_likely_kind(&run->survey)
				      : NULL;

	if (kind != NULL)
		str_addf(out, "they look like those of %s: add --kind %s",
		    kind->name, kind->name);
	else if (run->options->no_header)
		str_addf(out,
		    "name the right one with --map prompt=COLUMN, such as "
		    "--map prompt=#%d",
		    likely_column(&run->survey));
	else
		add_header_advice(&run->survey, out);
}

int
import_fail_without_prompt(
    const struct import_run *run, const char *reason, struct err *err)
{
	struct str seen = STR_INIT, advice = STR_INIT;

	import_list_columns(&run->survey, &seen);
	add_advice(run, &advice);
	fail(err, "%s: %s; the columns are: %s; %s", run->options->name, reason,
	    seen.s, advice.s);
	str_release(&seen);
	str_release(&advice);
	return -1;
}

void
import_advise_lenient(struct import_run *run, struct err *err)
{
	struct import_options options = *run->options;
	struct import_report report = {0};
	struct import_run again = {
	    .store = run->store,
	    .source = run->source,
	    .options = &options,
	    .report = &report,
	};
	struct err second = {0};

	options.lenient = true;
	import_run_init(&again);
	if (!run->options->lenient &&
	    source_rewind(run->source, &second) == 0 &&
	    import_survey(&again, &second) == 0 &&
	    import_header(&again, &second) != 0) {
		import_note_error(run, again.survey.line, 0, &second);
		fail(err, "%s; then: %s", err->text,
		    import_bare_message(
			run->source, again.survey.line, second.text));
	}
	import_run_release(&again);
	import_report_release(&report);
}
