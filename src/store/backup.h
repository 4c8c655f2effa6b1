/* SPDX-License-Identifier: MIT */
/* Copies of the whole database. */
#ifndef STORE_BACKUP_H
#define STORE_BACKUP_H

#include "base/clock.h"
#include "store/store.h"

/* Copies the database as it is into `path`, mode 0600: the copy is whole and
 * on the disk, or `path` is as it was. */
int store_backup(struct store *store, const char *path, struct err *err);

/* The same into `backups/NAME-20261120T093000Z.db` beside the database, where
 * NAME is its own name without the `.db`.  One of the same second stands: it
 * is of the same state, or of one before. */
int
store_backup_beside(struct store *store, struct instant now, struct err *err);

#endif
