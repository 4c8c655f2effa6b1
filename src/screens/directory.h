/* SPDX-License-Identifier: MIT */
/* What is in a directory, in the order in which a file is chosen from it. */
#ifndef SCREENS_DIRECTORY_H
#define SCREENS_DIRECTORY_H

#include <stdbool.h>

#include "base/err.h"

enum entry_kind {
	ENTRY_UP, /* `..` */
	ENTRY_FOLDER,
	ENTRY_TABLE, /* its name says that it holds rows: .csv .tsv .txt */
	ENTRY_OTHER,
};

struct entry {
	char *name; /* owned */
	enum entry_kind kind;
};

struct directory {
	char *path; /* owned, absolute where the system knows it */
	int n;
	struct entry *entries; /* by kind, then by name */
};

/*
 * Reads the directory at `path`, from `directory->path` where it is relative
 * and that is not NULL; `~` is the home directory.  A failure leaves the
 * directory as it was.  Begin with cleared memory; release it.
 */
int
directory_read(struct directory *directory, const char *path, struct err *err);
void directory_release(struct directory *directory);

/* The path of a name in it, or of one that stands for itself: `/…`, `~/…`.
 * Owned by the caller. */
char *directory_join(const struct directory *directory, const char *name);

/* True where the entry shows while `typed` stands in the filter: its name
 * holds it, whatever the case.  Hidden ones show when it begins with a dot. */
bool entry_fits(const struct entry *entry, const char *typed);

#endif
