/* SPDX-License-Identifier: MIT */
/* Files that are named in lines, for the pages of what goes in and out. */
#ifndef CLI_DIALOGUE_FILE_H
#define CLI_DIALOGUE_FILE_H

#include "cli/dialogue.h"

/* The end of a name that tells a format, and what the format is for. */
struct file_ending {
	const char *text, *what_for;
};

enum { FILE_ENDINGS = 2 };

/* How a file that will be written is asked for. */
struct file_wanted {
	const char *about; /* a sentence of what is wanted */
	const char *usual; /* what an empty line takes; NULL: nothing */
	/* One of them ends the name, as `fits` tells.  NULL: any name. */
	const struct file_ending *endings; /* FILE_ENDINGS of them */
	bool (*fits)(const char *path);
};

/* Asks for a name that fits.  A file that is there is written over only after
 * a yes.  MENU_CHOSEN and the path, or what was chosen in its place. */
int file_ask_new(struct dialogue *dialogue, const struct file_wanted *wanted,
    struct str *path);

/* Asks once for a file to read. */
int file_ask(struct dialogue *dialogue, const char *about, struct str *path);

/* `Written: /home/mei/progress.csv.` */
void file_tell_written(const char *path);

#endif
