/* SPDX-License-Identifier: MIT */
#include "store/restore.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/date.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/paths.h"
#include "store/backup.h"
#include "store/db.h"
#include "store/doctor.h"

enum { SECOND_MS = 1000 };

static int
open_sound(const char *path, struct store **store, struct err *err)
{
	struct str problem = STR_INIT;
	int rc = store_open_as_is(path, store, err);

	if (rc == 0 && !store_is_sound(*store, &problem)) {
		rc = fail_as(
		    err, ERR_DATABASE, "%s: damaged: %s", path, problem.s);
		store_close(*store);
	}
	str_release(&problem);
	return rc;
}

static int
check_copy(const char *path, struct err *err)
{
	struct store *copy;

	if (open_sound(path, &copy, err) != 0)
		return -1;
	store_close(copy);
	return 0;
}

/* A name more, so that a kill in between leaves no place without a database;
 * a file system without links gets a rename. */
static int
keep_under(const char *db, const char *name)
{
	return link(db, name) == 0 ? 0 : rename(db, name);
}

/* `DB.before-20261120T093000Z`, with the journal that belongs to it: without
 * it, nobody could mend it any more; under the old name, it would be applied
 * to the new database. */
static int
keep_as_it_is(
    const char *db, struct instant now, struct str *kept, struct err *err)
{
	struct str journal = STR_INIT, beside = STR_INIT;
	char at[DATE_SIZE];
	int rc = 0;

	date_compact(at, now.wall_ms / SECOND_MS);
	str_addf(kept, "%s.before-%s", db, at);
	str_addf(&journal, "%s-journal", db);
	str_addf(&beside, "%s-journal", kept->s);
	if (keep_under(db, kept->s) != 0 ||
	    (rename(journal.s, beside.s) != 0 && errno != ENOENT))
		rc = fail(err, "%s: can't be moved to %s: %s", db, kept->s,
		    strerror(errno));
	str_release(&journal);
	str_release(&beside);
	return rc;
}

static int
lock(struct store *store, struct err *err)
{
	if (sqlite3_exec(store->db, "BEGIN EXCLUSIVE", NULL, NULL, NULL) !=
	    SQLITE_OK)
		return store_fail(store, err, "lock it");
	return 0;
}

/* A backup of this very second may be of another state. */
static void
find_free_second(const char *db, struct instant *now, struct str *path)
{
	store_backup_name(db, *now, path);
	while (access(path->s, F_OK) == 0) {
		now->wall_ms += SECOND_MS;
		str_clear(path);
		store_backup_name(db, *now, path);
	}
}

/* While nobody else is within a transaction.  SQLite lets nobody write to a
 * file that has lost its name. */
static int
replace_sound(struct store *old, struct out_file *copy, struct instant now,
    struct str *kept, struct err *err)
{
	find_free_second(old->path, &now, kept);
	if (store_need_write(old, err) != 0 ||
	    store_backup_beside(old, now, err) != 0 || lock(old, err) != 0)
		return -1;
	return out_file_commit(copy, err);
}

static int
replace(const char *db, struct out_file *copy, struct instant now,
    struct str *kept, struct err *err)
{
	struct store *old;
	struct err why = {0};
	int rc;

	if (access(db, F_OK) != 0)
		return out_file_commit(copy, err);
	if (open_sound(db, &old, &why) == 0) {
		rc = replace_sound(old, copy, now, kept, err);
		store_close(old);
		return rc;
	}
	if (why.status != ERR_DATABASE) {
		*err = why;
		return -1;
	}
	rc = keep_as_it_is(db, now, kept, err);
	return rc == 0 ? out_file_commit(copy, err) : -1;
}

/* Where links lead, so that they stay and what is kept stands beside it. */
static char *
target_of(const char *db)
{
	char *real = realpath(db, NULL);

	return real != NULL ? real : mem_text(db);
}

static int
check_place(const char *db, const char *file, struct err *err)
{
	struct stat st;

	if (file_is_same(db, file))
		return fail(err, "%s is the database itself", file);
	if (stat(db, &st) == 0 && !S_ISREG(st.st_mode))
		return fail(err, "%s: not a file", db);
	return paths_make_parent(db, err);
}

int
store_restore(const char *db, const char *file, struct instant now,
    struct str *kept, struct err *err)
{
	struct store *source;
	struct out_file copy;
	char *target;
	int rc;

	if (check_place(db, file, err) != 0 ||
	    open_sound(file, &source, err) != 0)
		return -1;
	target = target_of(db);
	rc = out_file_open(&copy, target, err);
	if (rc == 0) {
		rc = store_copy_pages(source, copy.temp, err);
		if (rc == 0)
			rc = check_copy(copy.temp, err);
		if (rc == 0)
			rc = replace(target, &copy, now, kept, err);
		out_file_abandon(&copy);
	}
	store_close(source);
	free(target);
	return rc;
}
