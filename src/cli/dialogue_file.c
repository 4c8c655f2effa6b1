/* SPDX-License-Identifier: MIT */
#include "cli/output.h"
#include "cli/dialogue_file.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/mem.h"
#include "screens/directory.h"

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

static void
tell_wanted(
    const char *about, const struct file_ending *endings, const char *usual)
{
	struct str line = STR_INIT;

	str_add(&line, about);
	if (endings != NULL)
		str_addf(&line,
		    " Its name ends in %s, for %s, or in %s, for %s.",
		    endings[0].text, endings[0].what_for, endings[1].text,
		    endings[1].what_for);
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

static void
tell_endings(const struct file_ending *endings)
{
	struct str line = STR_INIT;

	str_addf(&line, "The name must end in %s or %s.", endings[0].text,
	    endings[1].text);
	menu_line(&line);
	str_release(&line);
}

static bool
is_there(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0;
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
	    &dialogue->lines, "Write over it? y or n: ", false, yes);
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
		if (wanted->endings != NULL && !wanted->fits(path->s)) {
			tell_endings(wanted->endings);
			continue;
		}
		if (is_there(path->s) && !ask_over(dialogue, path->s, &yes))
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
