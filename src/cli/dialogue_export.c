/* SPDX-License-Identifier: MIT */
/* Rows of one kind, or the report, into a file that is named in lines. */
#include "io/export.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/clock.h"
#include "base/date.h"
#include "cli/output.h"
#include "cli/dialogue_file.h"
#include "cli/freshen.h"
#include "cli/progress.h"
#include "core/period.h"
#include "io/report.h"

enum { SECOND_MS = 1000 };

static const struct store_filter everything;

/* `rehearse-progress-2026-11-21.csv` */
static void
usual_name(struct str *name, const char *what, const char *ending)
{
	int64_t now_s = clock_now().wall_ms / SECOND_MS;
	char day[DATE_SIZE];

	date_day(day, period_day(now_s, clock_utc_offset_min(now_s)));
	str_addf(name, "rehearse-%s-%s%s", what, day, ending);
}

static bool
ends_in(const char *path, const char *ending)
{
	size_t n = strlen(path), length = strlen(ending);

	return n > length && strcasecmp(path + n - length, ending) == 0;
}

/* False where the name tells no format. */
static bool
format_of(const char *path, enum format *format)
{
	*format = ends_in(path, ".jsonl") ? FORMAT_JSONL : FORMAT_CSV;
	return *format == FORMAT_JSONL || ends_in(path, ".csv");
}

static bool
is_for_rows(const char *path)
{
	enum format format;

	return format_of(path, &format);
}

/* A signal leaves no temporary file behind, then does what it does elsewhere.
 */
static int
write_rows(struct dialogue *dialogue, struct row_writer *writer,
    const char *path, struct err *err)
{
	struct progress progress;
	int rc, number;

	progress_begin(&progress);
	writer->stopped = progress_stopped;
	rc = export_file(dialogue->store, &everything, writer, path, err);
	number = progress_end(&progress);
	if (number != 0)
		raise(number);
	return rc;
}

static int
export_kind(struct dialogue *dialogue, const struct kind *kind, struct err *err)
{
	struct str path = STR_INIT, usual = STR_INIT;
	struct row_writer writer = {.kind = kind};
	struct file_wanted wanted = {
	    .about = "Into which file? Its name ends in .csv, for a "
		     "spreadsheet, or in .jsonl, for JSON lines.",
	    .fits = is_for_rows,
	    .why = "The name must end in .csv or .jsonl.",
	};
	int rc;

	usual_name(&usual, kind->name, ".csv");
	wanted.usual = usual.s;
	rc = file_ask_new(dialogue, &wanted, &path);
	if (rc == MENU_CHOSEN) {
		format_of(path.s, &writer.format);
		rc = write_rows(dialogue, &writer, path.s, err);
		if (rc == 0) {
			file_tell_written(path.s);
			rc = MENU_CHOSEN;
		}
	}
	str_release(&usual);
	str_release(&path);
	return rc;
}

static int
kinds_tell(void *data, struct choices *choices, struct err *err)
{
	int n = 0;

	(void)data;
	(void)err;
	while (kinds[n].name != NULL)
		n++;
	choices_fit(choices, n);
	output_sentence(
	    "Which rows go into the file? A number takes all of a kind.");
	for (int i = choices->from; i < choices_last(choices); i++) {
		menu_number(i + 1);
		printf(
		    "%s: a row for each %s\n", kinds[i].name, kinds[i].about);
	}
	return 0;
}

static int
kinds_choose(void *data, int number, struct err *err)
{
	return export_kind(data, &kinds[number - 1], err);
}

int
dialogue_export(struct dialogue *dialogue, struct err *err)
{
	static const struct menu menu = {
	    .tell = kinds_tell,
	    .choose = kinds_choose,
	};

	int rc = menu_run(&menu, dialogue, &dialogue->lines, err);

	return rc == MENU_CHOSEN ? MENU_BACK : rc;
}

static bool
is_for_report(const char *path)
{
	enum report_format format;

	return report_format_of(path, &format);
}

/* False at the end of input. */
static bool
ask_answers(struct dialogue *dialogue, bool *with_answers)
{
	if (dialogue->private) {
		*with_answers = false;
		output_sentence("The answers are left out: they are private.");
		return true;
	}
	return lines_ask_yes(&dialogue->lines,
	    "Shall it also show what was asked and said? y or n: ", false,
	    with_answers);
}

static int
write_report(struct dialogue *dialogue, const char *path, struct err *err)
{
	struct report_options report = {.now = clock_now()};
	enum report_format format;

	if (!ask_answers(dialogue, &report.with_answers))
		return MENU_LEAVE;
	report_format_of(path, &format);
	if (freshen_all(dialogue->store, true, err) != 0 ||
	    report_file(dialogue->store, &report, format, path, err) != 0)
		return -1;
	file_tell_written(path);
	return MENU_BACK;
}

int
dialogue_report(struct dialogue *dialogue, struct err *err)
{
	struct str path = STR_INIT, usual = STR_INIT;
	struct file_wanted wanted = {
	    .about = "Into which file? Its name ends in .html, for a browser, "
		     "or in .md, for plain text.",
	    .fits = is_for_report,
	    .why = "The name must end in .html or .md.",
	};
	int rc;

	usual_name(&usual, "report", ".html");
	wanted.usual = usual.s;
	rc = file_ask_new(dialogue, &wanted, &path);
	if (rc == MENU_CHOSEN)
		rc = write_report(dialogue, path.s, err);
	str_release(&usual);
	str_release(&path);
	return rc;
}
