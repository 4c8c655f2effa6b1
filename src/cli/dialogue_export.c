/* SPDX-License-Identifier: MIT */
/* Rows of one kind, or the report, into a file that is named in lines. */
#include "io/export.h"

#include <signal.h>
#include <stdio.h>

#include "base/clock.h"
#include "cli/dialogue_export.h"
#include "cli/dialogue_file.h"
#include "cli/dialogue_filter.h"
#include "cli/dialogue_pick.h"
#include "cli/freshen.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "io/report.h"

/* What is written, and of what. */
struct sending {
	struct dialogue *dialogue;
	struct store_filter filter;
	const struct kind *kind; /* of rows */
	const char *rater;       /* NULL: oneself */
};

/* A signal leaves no temporary file behind, then does what it does elsewhere.
 */
static int
write_rows(const void *arg, const char *path, struct err *err)
{
	const struct sending *sending = arg;
	struct row_writer writer = {
	    .format = file_ends_in(path, ".jsonl") ? FORMAT_JSONL : FORMAT_CSV,
	    .kind = sending->kind,
	    .rater = sending->rater,
	};
	struct progress progress;
	int rc, number;

	progress_begin(&progress);
	writer.stopped = progress_stopped;
	rc = export_file(
	    sending->dialogue->store, &sending->filter, &writer, path, err);
	number = progress_end(&progress);
	if (number != 0)
		raise(number);
	return rc == 0 ? MENU_CHOSEN : -1;
}

/* `from` NULL: there is nothing to choose among. */
static int
send_out(struct sending *sending, const struct file_written *what,
    const char *from, unsigned by, struct err *err)
{
	static const struct store_filter everything;
	struct shown shown;
	int rc = MENU_CHOSEN;

	shown_init(&shown, &everything, NULL);
	if (from != NULL)
		rc = filter_ask(sending->dialogue, from, &shown, by, err);
	sending->filter = shown.filter;
	if (rc == MENU_CHOSEN)
		rc = file_write(sending->dialogue, what, err);
	shown_release(&shown);
	return rc;
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

static const struct file_ending row_endings[] = {
    {".csv", "a spreadsheet"},
    {".jsonl", "JSON lines"},
    {NULL, NULL},
};

static int
kinds_choose(void *data, int number, struct err *err)
{
	const struct kind *kind = &kinds[number - 1];
	struct sending sending = {.dialogue = data, .kind = kind};
	const struct file_written what = {
	    .name = kind->name,
	    .endings = row_endings,
	    .write = write_rows,
	    .arg = &sending,
	};

	return send_out(&sending, &what, limits[kind->entity].from,
	    limits[kind->entity].by, err);
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

int
dialogue_export_progress(struct dialogue *dialogue,
    const struct store_filter *filter, const char *rater, struct err *err)
{
	struct sending sending = {
	    .dialogue = dialogue,
	    .filter = *filter,
	    .kind = kind_find("progress"),
	    .rater = rater,
	};
	const struct file_written what = {
	    .name = sending.kind->name,
	    .endings = row_endings,
	    .write = write_rows,
	    .arg = &sending,
	};

	return pick_up(file_write(dialogue, &what, err));
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
	    "Shall it also show what was asked and said? y or n, q leaves: ",
	    false, with_answers);
}

static int
write_report(const void *arg, const char *path, struct err *err)
{
	const struct sending *sending = arg;
	struct report_options report = {
	    .filter = sending->filter,
	    .now = clock_now(),
	};
	enum report_format format;

	if (!ask_answers(sending->dialogue, &report.with_answers))
		return MENU_LEAVE;
	report_format_of(path, &format);
	if (freshen_all(sending->dialogue->store, true, err) != 0 ||
	    report_file(sending->dialogue->store, &report, format, path, err) !=
		0)
		return -1;
	return MENU_CHOSEN;
}

int
dialogue_report(struct dialogue *dialogue, struct err *err)
{
	static const struct file_ending endings[] = {
	    {".html", "a browser"},
	    {".md", "plain text"},
	    {NULL, NULL},
	};
	struct sending sending = {.dialogue = dialogue};
	const struct file_written what = {
	    .name = "report",
	    .endings = endings,
	    .fits = is_for_report,
	    .write = write_report,
	    .arg = &sending,
	};

	return pick_up(
	    send_out(&sending, &what, "sessions", SHOWN_OF_SESSIONS, err));
}
