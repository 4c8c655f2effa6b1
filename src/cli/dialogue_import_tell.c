/* SPDX-License-Identifier: MIT */
/* What is told of a file before and after it is imported. */
#include <stdio.h>
#include <string.h>

#include "cli/dialogue_import.h"
#include "cli/output.h"
#include "screens/import_words.h"
#include "store/backup.h"

enum { TOLD_PROBLEMS = 10 };

bool
import_is_worth(const struct import_page *page)
{
	return page->refused.status == ERR_NONE &&
	       page->report.added + page->report.updated > 0;
}

static void
tell_problem(const struct import_problem *problem)
{
	struct str line = STR_INIT;

	if (problem->line != 0)
		str_addf(&line, "Line %zu", problem->line);
	if (problem->line != 0 && problem->column != 0)
		str_addf(&line, ", column %d", problem->column);
	if (problem->line != 0)
		str_add(&line, ": ");
	import_words(&line, problem->message);
	menu_line(&line);
	str_release(&line);
}

static void
tell_problems(const struct import_report *report)
{
	int n = report->n_problems;
	long more;

	if (n > TOLD_PROBLEMS)
		n = TOLD_PROBLEMS;
	more = report->n_problems - n + report->n_more;
	for (int i = 0; i < n; i++)
		tell_problem(&report->problems[i]);
	if (more > 0)
		printf("%ld more problem%s not told.\n", more,
		    more == 1 ? " is" : "s are");
}

static void
tell_kind(const struct import_page *page)
{
	const struct kind *kind = page->look.kind;
	struct str line = STR_INIT;

	if (kind != NULL)
		str_addf(&line, "%s is read as %s, a row for each %s.",
		    page->path, kind->name, kind->about);
	else
		str_addf(
		    &line, "What the rows of %s are is not known.", page->path);
	menu_line(&line);
	str_release(&line);
}

/* Without the name of the file, which was told. */
static const char *
reason(const struct import_page *page)
{
	static const char refused[] = "refused, nothing was imported: ";
	const char *text = page->refused.text;
	size_t n = strlen(page->path);

	if (strncmp(text, page->path, n) == 0 &&
	    (strncmp(text + n, ": ", 2) == 0 ||
		strncmp(text + n, ", ", 2) == 0))
		text += n + 2;
	if (strncmp(text, refused, strlen(refused)) == 0)
		text += strlen(refused);
	return text;
}

/* The choice that the reason speaks of. */
static void
tell_remedy(const struct import_page *page)
{
	const struct import_look *look = &page->look;
	int row = import_words_row(look, page->refused.text);

	if (row == 0)
		return;
	if (import_form_field(look, row) >= 0)
		printf("What helps is %d, the columns.\n", IMPORT_COLUMNS);
	else
		printf("What helps is %d, %s.\n",
		    IMPORT_SETTINGS + import_form_setting(look, row),
		    import_form_label(look, row));
}

static void
tell_refusal(const struct import_page *page)
{
	struct str line = STR_INIT;

	str_add(&line, "It would be refused: ");
	import_words(&line, reason(page));
	menu_line(&line);
	str_release(&line);
	tell_remedy(page);
}

/* The only problem may be all of the reason. */
static bool
is_told(const struct import_page *page)
{
	const struct import_report *report = &page->report;

	return page->refused.status != ERR_NONE && report->n_problems == 1 &&
	       strstr(page->refused.text, report->problems[0].message) != NULL;
}

static void
tell_outcome(const struct import_page *page)
{
	const struct import_report *report = &page->report;

	if (page->refused.status != ERR_NONE)
		tell_refusal(page);
	else
		printf("Of %ld row%s, %ld would be added, %ld updated, %ld "
		       "left unchanged, %ld skipped. Nothing is done yet.\n",
		    report->rows, report->rows == 1 ? "" : "s", report->added,
		    report->updated, report->unchanged, report->skipped);
	if (!is_told(page))
		tell_problems(report);
}

/* The fields that are read, and from where: those that have a column, and
 * those that need one. */
static void
tell_columns(const struct import_page *page)
{
	const struct import_look *look = &page->look;
	const char *before = "Columns: ";
	struct str line = STR_INIT;
	int field;

	for (int i = 0; (field = import_form_field(look, i)) >= 0; i++) {
		const struct column *column = &look->kind->columns[field];

		if (look->column_of[field] < 0 && !column->required)
			continue;
		str_addf(&line, "%s%s from ", before, column->name);
		import_form_value(&page->form, look, i, &line);
		before = ", ";
	}
	if (line.len == 0)
		str_add(&line, "Columns: none is known");
	menu_line(&line);
	str_release(&line);
}

static void
tell_setting(const struct import_page *page, int setting)
{
	const struct import_look *look = &page->look;
	int row = import_form_rows(look) - FORM_SETTINGS + setting;
	struct str line = STR_INIT;

	str_addf(&line, "%s: ", import_form_label(look, row));
	import_form_value(&page->form, look, row, &line);
	menu_line(&line);
	str_release(&line);
}

void
import_tell(const struct import_page *page)
{
	tell_kind(page);
	tell_outcome(page);
	menu_number(IMPORT_IT);
	output_sentence(
	    import_is_worth(page) ? "Import it" : "Look at the file again");
	menu_number(IMPORT_COLUMNS);
	tell_columns(page);
	for (int i = 0; i < FORM_SETTINGS; i++) {
		menu_number(IMPORT_SETTINGS + i);
		tell_setting(page, i);
	}
	printf("%d to %d change what they name.\n", IMPORT_COLUMNS,
	    IMPORT_CHOICES);
}

void
import_tell_done(const struct import_page *page)
{
	const struct import_report *report = &page->report;
	struct str line = STR_INIT;

	printf("Imported: %ld added, %ld updated, %ld left unchanged, %ld "
	       "skipped.\n",
	    report->added, report->updated, report->unchanged, report->skipped);
	tell_problems(report);
	if (page->options.keep) {
		str_add(&line, "As it was before: ");
		store_way_back(store_path(page->dialogue->store), &line);
		menu_line(&line);
	}
	str_release(&line);
}
