/* SPDX-License-Identifier: MIT */
/* Files that are named in lines, for the pages of what goes in and out. */
#ifndef CLI_DIALOGUE_FILE_H
#define CLI_DIALOGUE_FILE_H

#include <stdio.h>

#include "cli/dialogue.h"

/* The end of a name that tells a format, and what the format is for. */
struct file_ending {
	const char *text, *what_for;
};

/* How a file that will be written is asked for. */
struct file_wanted {
	const char *about; /* a sentence of what is wanted */
	const char *usual; /* what an empty line takes; NULL: nothing */
	/* One of them ends the name; the last one's text is NULL.  NULL: any
	 * name will do. */
	const struct file_ending *endings;
	/* Whether a name does that has none of them; NULL: it doesn't. */
	bool (*fits)(const char *path);
};

/* Asks for a name that fits.  A file that is there is written over only after
 * a yes.  MENU_CHOSEN and the path, or what was chosen in its place. */
int file_ask_new(struct dialogue *dialogue, const struct file_wanted *wanted,
    struct str *path);

/* What is written into a file that is named in lines. */
struct file_written {
	const char *name; /* `progress`, of the name that is usual */
	const struct file_ending *endings; /* the first one is usual */
	bool (*fits)(const char *path);    /* as above */
	/* As menu_run(); MENU_CHOSEN: it is written. */
	int (*write)(const void *arg, const char *path, struct err *err);
	const void *arg;
};

/* Asks for a name, writes the file and tells where it is: MENU_CHOSEN, or what
 * was chosen in its place. */
int file_write(struct dialogue *dialogue, const struct file_written *what,
    struct err *err);

/* The same of rows that `rows` prints as CSV, a header first; back at the page
 * then, too. */
int file_write_csv(struct dialogue *dialogue, const char *name,
    void (*rows)(const void *arg, FILE *to), const void *arg, struct err *err);

/* True where the name has that end, in whatever case. */
bool file_ends_in(const char *path, const char *ending);

/* Asks once for a file to read. */
int file_ask(struct dialogue *dialogue, const char *about, struct str *path);

/* `Written: /home/mei/progress.csv.` */
void file_tell_written(const char *path);

#endif
