/* SPDX-License-Identifier: MIT */
/*
 * Files that appear whole or not at all: written beside the target under a
 * temporary name (mode 0600), flushed, synced, then renamed.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stdio.h>

#include "base/err.h"
#include "base/str.h"

/* A temporary file's name: the mark and so many characters.  It is locked
 * (flock) as long as somebody writes it. */
#define OUT_FILE_MARK ".rehearse-"
enum { OUT_FILE_RANDOM = 6 };

struct out_file {
	FILE *to;   /* write here */
	char *path; /* NULL for standard output */
	char *temp;
	int reason; /* errno of a write that failed, where that is known */
};

/* True where the name is taken, also by a link to nowhere. */
bool file_is_there(const char *path);

/* True where both are there, and are one file under two names, or one. */
bool file_is_same(const char *a, const char *b);

/* Opens for writing; "-" or NULL is standard output. */
int out_file_open(struct out_file *out, const char *path, struct err *err);

/* Flush, sync, rename; on failure the old file stays and no temporary does. */
int out_file_commit(struct out_file *out, struct err *err);

/* Gives up: the old file stays and no temporary does.  Harmless after a
 * commit. */
void out_file_abandon(struct out_file *out);

/* Reads a whole file, "-" is standard input; at most `limit` bytes. */
int
file_read(const char *path, size_t limit, struct str *into, struct err *err);

#endif
