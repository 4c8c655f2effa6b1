/* SPDX-License-Identifier: MIT */
/*
 * Copies that a killed run left beside a database: the temporary files of an
 * export, a backup or a merge.  Whoever writes one holds a lock on it, so that
 * none that is in use is counted.
 */
#ifndef STORE_LEFTOVERS_H
#define STORE_LEFTOVERS_H

#include "base/err.h"

struct leftovers {
	char **paths; /* owned */
	int n;
};

/* In the directory of the database and in its backups/. */
void store_leftovers_find(const char *db, struct leftovers *leftovers);
void store_leftovers_release(struct leftovers *leftovers);

/* Removes them, with their journals. */
int store_leftovers_remove(const char *db, struct err *err);

#endif
