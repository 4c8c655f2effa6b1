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
#include "cli/dialogue_filter.h"
#include "cli/dialogue_pick.h"
#include "cli/progress.h"
#include "core/period.h"
#include "io/report.h"

enum { SECOND_MS = 1000 };

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

/* What is written into a file that is named in lines. */
struct sending {
	const char *name;
	const struct file_ending *endings; /* the first one is usual */
	bool (*fits)(const char *path);
	const char *from; /* what the rows are limited to; NULL: to nothing */
	unsigned by;
	/* As menu_run(); MENU_CHOSEN: it is written. */
	int (*write)(struct dialogue *dialogue, const struct sending *sending,
	    const struct store_filter *filter, const char *path,
	    struct err *err);
	const struct kind *kind; /* of rows */
};

static int
name_and_write(struct dialogue *dialogue, const struct sending *sending,
    const struct store_filter *filter, struct err *err)
{
	struct str path = STR_INIT, usual = STR_INIT;
	struct file_wanted wanted = {
	    .about = "Into which file?",
	    .endings = sending->endings,
	    .fits = sending->fits,
	};
	int rc;

	usual_name(&usual, sending->name, sending->endings[0].text);
	wanted.usual = usual.s;
	rc = file_ask_new(dialogue, &wanted, &path);
	if (rc == MENU_CHOSEN)
		rc = sending->write(dialogue, sending, filter, path.s, err);
	if (rc == MENU_CHOSEN)
		file_tell_written(path.s);
	str_release(&usual);
	str_release(&path);
	return rc;
}

static int
send_out(
    struct dialogue *dialogue, const struct sending *sending, struct err *err)
{
	static const struct store_filter everything;
	struct shown shown;
	int rc = MENU_CHOSEN;

	shown_init(&shown, &everything, NULL);
	if (sending->from != NULL)
		rc = filter_ask(
		    dialogue, sending->from, &shown, sending->by, err);
	if (rc == MENU_CHOSEN)
		rc = name_and_write(dialogue, sending, &shown.filter, err);
	shown_release(&shown);
	return rc;
}

/* A signal leaves no temporary file behind, then does what it does elsewhere.
 */
static int
write_rows(struct dialogue *dialogue, const struct sending *sending,
    const struct store_filter *filter, const char *path, struct err *err)
{
	struct row_writer writer = {.kind = sending->kind};
	struct progress progress;
	int rc, number;

	format_of(path, &writer.format);
	progress_begin(&progress);
	writer.stopped = progress_stopped;
	rc = export_file(dialogue->store, filter, &writer, path, err);
	number = progress_end(&progress);
	if (number != 0)
		raise(number);
	return rc == 0 ? MENU_CHOSEN : -1;
}

/* What limits the rows of an entity; the others go whole. */
static const struct {
	const char *from;
	unsigned by;
} limits[ENTITY_COUNT + 1] = {
    [ENTITY_COUNT] = {"sessions", SHOWN_OF_SESSIONS}, /* progress */
    [ENTITY_SESSIONS] = {"sessions", SHOWN_OF_SESSIONS},
    [ENTITY_ANSWERS] = {"answers", SHOWN_OF_SESSIONS},
    [ENTITY_PARTS] = {"answers", SHOWN_OF_SESSIONS},
    [ENTITY_RATINGS] = {"ratings", SHOWN_OF_SESSIONS},
    [ENTITY_SESSION_NOTES] = {"sessions", SHOWN_OF_SESSIONS},
    [ENTITY_SESSION_TAGS] = {"sessions", SHOWN_OF_SESSIONS},
    [ENTITY_DELETIONS] = {"deleted sessions", SHOWN_OF_SESSIONS},
    [ENTITY_QUESTIONS] = {"questions", SHOWN_OF_QUESTIONS},
    [ENTITY_CHECKED] = {"ticks", SHOWN_OF_DAYS},
    [ENTITY_LOOP_RUNS] = {"loop runs", SHOWN_OF_DAYS},
};

static int
kinds_tell(void *data, struct choices *choices, struct err *err)
{
	int n = 0;

	(void)data;
	(void)err;
	while (kinds[n].name != NULL)
		n++;
	choices_fit(choices, n);
	output_sentence("Which rows go into the file?");
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
	static const struct file_ending endings[FILE_ENDINGS] = {
	    {".csv", "a spreadsheet"},
	    {".jsonl", "JSON lines"},
	};
	const struct kind *kind = &kinds[number - 1];
	const struct sending rows = {
	    .name = kind->name,
	    .endings = endings,
	    .fits = is_for_rows,
	    .from = limits[kind->entity].from,
	    .by = limits[kind->entity].by,
	    .write = write_rows,
	    .kind = kind,
	};

	return send_out(data, &rows, err);
}

int
dialogue_export(struct dialogue *dialogue, struct err *err)
{
	static const struct menu menu = {
	    .tell = kinds_tell,
	    .choose = kinds_choose,
	};

	return pick_up(menu_run(&menu, dialogue, &dialogue->lines, err));
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
write_report(struct dialogue *dialogue, const struct sending *sending,
    const struct store_filter *filter, const char *path, struct err *err)
{
	struct report_options report = {.filter = *filter, .now = clock_now()};
	enum report_format format;

	(void)sending;
	if (!ask_answers(dialogue, &report.with_answers))
		return MENU_LEAVE;
	report_format_of(path, &format);
	if (freshen_all(dialogue->store, true, err) != 0 ||
	    report_file(dialogue->store, &report, format, path, err) != 0)
		return -1;
	return MENU_CHOSEN;
}

int
dialogue_report(struct dialogue *dialogue, struct err *err)
{
	static const struct file_ending endings[FILE_ENDINGS] = {
	    {".html", "a browser"},
	    {".md", "plain text"},
	};
	static const struct sending report = {
	    .name = "report",
	    .endings = endings,
	    .fits = is_for_report,
	    .from = "sessions",
	    .by = SHOWN_OF_SESSIONS,
	    .write = write_report,
	};

	return pick_up(send_out(dialogue, &report, err));
}
