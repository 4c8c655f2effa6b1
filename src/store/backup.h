/* SPDX-License-Identifier: MIT */
/* Copies of the whole database. */
#ifndef STORE_BACKUP_H
#define STORE_BACKUP_H

#include "base/clock.h"
#include "base/str.h"
#include "store/store.h"

/* Copies the database as it is into `path`, mode 0600: the copy is whole and
 * on the disk, or `path` is as it was.  A file that is there is replaced only
 * where it is such a copy. */
int store_backup(struct store *store, const char *path, struct err *err);

/* `backups/NAME-20261120T093000Z.db` beside the database, where NAME is its own
 * name without the `.db`. */
void store_backup_name(const char *db, struct instant now, struct str *path);

/* Copies it to there, then removes those that are not kept (core/rotation.h).
 * One of the same second stands: it is of the same state, or of one before. */
int
store_backup_beside(struct store *store, struct instant now, struct err *err);

/* Both in steps of some ms, for a caller who has something else to do in
 * between: 1 there is more, 0 the copy is on the disk, -1 it is not.  What has
 * not ended when it is freed leaves nothing behind; NULL is harmless.  `*job`
 * is NULL where one of the same second stands. */
struct backup_job;

int store_backup_begin(struct store *store, const char *path,
    struct backup_job **job, struct err *err);
int store_backup_beside_begin(struct store *store, struct instant now,
    struct backup_job **job, struct err *err);
int store_backup_step(struct backup_job *job, struct err *err);
/* How much of it is copied, 0 to 1. */
double store_backup_share(const struct backup_job *job);
void store_backup_free(struct backup_job *job);

/* True of a file that begins as our databases do, whatever is wrong behind. */
bool store_looks_like_ours(const char *path);

/* Appends what brings back what was lost: `rehearse restore FILE`, or that
 * there is no backup. */
void store_way_back(const char *db, struct str *text);

/* The newest of those backups, owned; NULL: there is none.  `*n`: how many. */
char *store_backup_newest(const char *db, size_t *n);

#endif
