/* SPDX-License-Identifier: MIT */
/*
 * Each test has a place of its own: a directory that holds its database, its
 * home and all else that it makes.  Programs that are started there see a
 * pinned environment and nothing of the user's.
 */
#ifndef PLACE_H
#define PLACE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

#define PLACE_DB "test.db" /* the database */

enum { PLACE_PATH = 128 };

struct place {
	char dir[PLACE_PATH / 2];
};

struct path {
	char s[PLACE_PATH];
};

/* -1 where no directory can be made. */
int place_open(struct place *place);

/* Removes the directory with all that is in it. */
int place_close(const struct place *place);

struct path place_path(const struct place *place, const char *name);

/* Writes a file, which may be run: `#!/bin/sh` begins a script. */
struct path
place_write(const struct place *place, const char *name, const char *text);

/* What a file holds; release it. */
struct str place_read(const char *path);

#define LIST(...) ((const char *const[]){__VA_ARGS__, NULL})

struct call {
	const char *program;          /* NULL: $REHEARSE --db the place's */
	const char *const *arguments; /* LIST(…) */
	/* To the environment, as a LIST: NAME=value, or NAME to unset it. */
	const char *const *changes;
	/* Files in place of the standard streams; NULL: as they are. */
	const char *in, *out, *err;
	bool ignore_hangup; /* as under nohup */
};

/* In a child process: becomes the program. */
_Noreturn void place_become(const struct place *place, const struct call *call);

/* What a command did that ran without a terminal. */
struct ran {
	int status; /* as a shell gives it */
	struct str out, err;
};

/* Runs `rehearse --db … arguments`; release it with ran_release(). */
struct ran place_run(const struct place *place, const char *const *arguments);
void ran_release(struct ran *ran);

/* As place_run(), for a command that must end well: its standard output.
 * Free it. */
char *place_output(const struct place *place, const char *const *arguments);

/* The first value that the statement finds in the database, as text; NULL
 * where it finds none, or the database can't be read just now.  Free it. */
char *place_sql(const struct place *place, const char *sql);

/* A process' status as a shell gives it. */
int place_status(int wait_status);

#endif
