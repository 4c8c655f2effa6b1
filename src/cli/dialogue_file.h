/* SPDX-License-Identifier: MIT */
/* Files that are named in lines, for the pages of what goes in and out. */
#ifndef CLI_DIALOGUE_FILE_H
#define CLI_DIALOGUE_FILE_H

#include "cli/dialogue.h"

/* How a file that will be written is asked for. */
struct file_wanted {
	const char *about; /* a sentence of what is wanted */
	const char *usual; /* what an empty line takes; NULL: nothing */
	/* Whether the name will do; where it won't, `why` is said.  NULL: any
	 * name. */
	bool (*fits)(const char *path);
	const char *why;
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
