/* SPDX-License-Identifier: MIT */
#include "cli/dialogue_file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/file.h"
#include "cli/dialogue_pick.h"
#include "cli/output.h"
#include "core/period.h"
#include "io/export.h"
#include "screens/directory.h"

enum { SECOND_MS = 1000 };

/* A shell would have put the home directory in place of `~`. */
static void
take_name(struct str *path, const char *name)
{
	static const struct directory here;
	char *whole = directory_join(&here, name);

	str_clear(path);
	str_add(path, whole);
	free(whole);
}

/* ` in .csv, for a spreadsheet, or in .jsonl, for JSON lines` */
static void
add_endings(struct str *line, const struct file_ending *endings)
{
	for (const struct file_ending *at = endings; at->text != NULL; at++)
		str_addf(line, "%s in %s, for %s", at > endings ? ", or" : "",
		    at->text, at->what_for);
}

static void
tell_wanted(
    const char *about, const struct file_ending *endings, const char *usual)
{
	struct str line = STR_INIT;

	str_add(&line, about);
	if (endings != NULL) {
		str_add(&line, " Its name ends");
		add_endings(&line, endings);
		str_ch(&line, '.');
	}
	menu_line(&line);
	if (usual != NULL)
		str_addf(&line, "An empty line takes %s, ", usual);
	str_add(&line, "b goes back, q leaves:");
	menu_line(&line);
	str_release(&line);
}

/* Reads the name.  A file that is called b or 0 goes by ./b. */
static int
read_name(struct dialogue *dialogue, const char *usual, struct str *path)
{
	struct wish wish;

	if (!lines_read(&dialogue->lines))
		return MENU_LEAVE;
	wish = wish_read(dialogue->lines.line.s);
	if (wish.kind == WISH_BACK)
		return MENU_BACK;
	if (wish.kind == WISH_LEAVE)
		return MENU_LEAVE;
	if (dialogue->lines.line.len > 0)
		take_name(path, dialogue->lines.line.s);
	else if (usual != NULL)
		take_name(path, usual);
	else
		return MENU_BACK;
	return MENU_CHOSEN;
}

bool
file_ends_in(const char *path, const char *ending)
{
	size_t n = strlen(path), length = strlen(ending);

	return n > length && strcasecmp(path + n - length, ending) == 0;
}

/* Says so where it does not. */
static bool
fits(const struct file_wanted *wanted, const char *path)
{
	struct str line = STR_INIT;

	if (wanted->endings == NULL ||
	    (wanted->fits != NULL && wanted->fits(path)))
		return true;
	for (const struct file_ending *at = wanted->endings; at->text != NULL;
	     at++)
		if (file_ends_in(path, at->text))
			return true;
	str_add(&line, "The name must end");
	add_endings(&line, wanted->endings);
	str_ch(&line, '.');
	menu_line(&line);
	str_release(&line);
	return false;
}

/* Asks whether what is there may be lost. */
static bool
ask_over(struct dialogue *dialogue, const char *path, bool *yes)
{
	struct str line = STR_INIT;

	str_addf(&line, "%s is there already.", path);
	menu_line(&line);
	str_release(&line);
	return lines_ask_yes(
	    &dialogue->lines, "Write over it? y or n, q leaves: ", false, yes);
}

int
file_ask_new(struct dialogue *dialogue, const struct file_wanted *wanted,
    struct str *path)
{
	for (;;) {
		bool yes = true;
		int rc;

		tell_wanted(wanted->about, wanted->endings, wanted->usual);
		rc = read_name(dialogue, wanted->usual, path);
		if (rc != MENU_CHOSEN)
			return rc;
		if (!fits(wanted, path->s))
			continue;
		if (file_is_there(path->s) &&
		    !ask_over(dialogue, path->s, &yes))
			return MENU_LEAVE;
		if (yes)
			return MENU_CHOSEN;
	}
}

int
file_ask(struct dialogue *dialogue, const char *about, struct str *path)
{
	tell_wanted(about, NULL, NULL);
	return read_name(dialogue, NULL, path);
}

void
file_tell_written(const char *path)
{
	char *whole = realpath(path, NULL);
	struct str line = STR_INIT;

	str_addf(&line, "Written: %s", whole != NULL ? whole : path);
	menu_line(&line);
	str_release(&line);
	free(whole);
}

/* `rehearse-progress-2026-11-21.csv` */
static void
usual_name(struct str *name, const struct file_written *what)
{
	int64_t now_s = clock_now().wall_ms / SECOND_MS;
	char day[DATE_SIZE];

	date_day(day, period_day(now_s, clock_utc_offset_min(now_s)));
	str_addf(
	    name, "rehearse-%s-%s%s", what->name, day, what->endings[0].text);
}

int
file_write(
    struct dialogue *dialogue, const struct file_written *what, struct err *err)
{
	struct str path = STR_INIT, usual = STR_INIT;
	struct file_wanted wanted = {
	    .about = "Into which file?",
	    .endings = what->endings,
	    .fits = what->fits,
	};
	int rc;

	usual_name(&usual, what);
	wanted.usual = usual.s;
	rc = file_ask_new(dialogue, &wanted, &path);
	if (rc == MENU_CHOSEN)
		rc = what->write(what->arg, path.s, err);
	if (rc == MENU_CHOSEN)
		file_tell_written(path.s);
	str_release(&usual);
	str_release(&path);
	return rc;
}

struct csv_rows {
	const struct store *store;
	void (*rows)(const void *arg, FILE *to);
	const void *arg;
};

static int
write_csv(const void *arg, const char *path, struct err *err)
{
	const struct csv_rows *csv = arg;
	int rc = export_written(csv->store, path, csv->rows, csv->arg, err);

	return rc == 0 ? MENU_CHOSEN : -1;
}

int
file_write_csv(struct dialogue *dialogue, const char *name,
    void (*rows)(const void *arg, FILE *to), const void *arg, struct err *err)
{
	static const struct file_ending endings[] = {
	    {".csv", "a spreadsheet"},
	    {NULL, NULL},
	};
	const struct csv_rows csv = {dialogue->store, rows, arg};
	const struct file_written what = {
	    .name = name,
	    .endings = endings,
	    .write = write_csv,
	    .arg = &csv,
	};

	return pick_up(file_write(dialogue, &what, err));
}
