/* SPDX-License-Identifier: MIT */
/* What a header that won't do is told to its owner with. */
#include <string.h>

#include "io/import_run.h"

enum {
	LISTED = 24,       /* columns that a message lists */
	LISTED_BYTES = 40, /* of a name */
};

void
import_list_columns(const struct survey *survey, struct str *out)
{
	for (int i = 0; i < survey->n && i < LISTED; i++) {
		const char *name = survey->columns[i].name;

		str_addf(out, "%s%.*s", i > 0 ? ", " : "", LISTED_BYTES,
		    *name != '\0' ? name : "(empty)");
	}
	if (survey->n > LISTED)
		str_addf(out, " and %d more", survey->n - LISTED);
}

/* The column with the most text, its first row counted in; from 1. */
static int
longest_column(const struct survey *survey)
{
	size_t most = 0;
	int longest = 0;

	for (int i = 0; i < survey->n; i++) {
		const struct column_seen *column = &survey->columns[i];
		size_t n = column->bytes + strlen(column->name);

		if (n > most && (column->texts > 0 || column->filled == 0)) {
			most = n;
			longest = i;
		}
	}
	return longest + 1;
}

/* What would make a file without a prompt one that has it. */
static void
add_advice(const struct import_run *run, struct str *out)
{
	const struct survey *survey = &run->survey;
	int longest = longest_column(survey);
	bool is_text = false;

	for (int i = 0; i < survey->n && !run->options->no_header; i++)
		is_text =
		    is_text || column_reads_as_text(survey->columns[i].name);
	if (survey->next_header != 0)
		str_addf(out,
		    "line %zu looks like the header: add --skip-lines %zu; or ",
		    survey->next_header, survey->next_header - 1);
	if (survey->next_header == 0 && survey->n == 1 && survey->wider > 0)
		str_add(out,
		    "where the text holds commas, --delimiter TAB takes each "
		    "line as one field; or ");
	if (is_text && survey->n == 1)
		str_add(out,
		    "the first row looks like a question: add --no-header; "
		    "or ");
	if (is_text && survey->n > 1)
		str_addf(out,
		    "the first row looks like a question: add --no-header "
		    "--map prompt=#%d; or ",
		    longest);
	str_add(out, "name the right one with --map prompt=COLUMN");
	if (run->options->no_header)
		str_addf(out, ", such as --map prompt=#%d", longest);
	if (!is_text && survey->next_header == 0 && !run->options->no_header)
		str_add(out,
		    ", or add --no-header where the first row is a question, "
		    "or --skip-lines N where other lines stand before the "
		    "header");
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
