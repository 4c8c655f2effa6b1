/* SPDX-License-Identifier: MIT */
#include "store/backup.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/paths.h"
#include "store/db.h"

static int
fail_copy(sqlite3 *copy, const char *path, struct err *err)
{
	return fail(err, "%s: the backup can't be written: %s", path,
	    copy == NULL ? "out of memory" : sqlite3_errmsg(copy));
}

int
store_copy_pages(struct store *store, const char *path, struct err *err)
{
	sqlite3 *copy = NULL;
	sqlite3_backup *backup = NULL;
	int rc = sqlite3_open_v2(
	    path, &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);

	if (rc == SQLITE_OK)
		backup = sqlite3_backup_init(copy, "main", store->db, "main");
	if (backup != NULL) {
		sqlite3_backup_step(backup, -1);
		rc = sqlite3_backup_finish(backup);
	} else {
		rc = SQLITE_ERROR;
	}
	if (rc != SQLITE_OK)
		fail_copy(copy, path, err);
	sqlite3_close(copy);
	return rc == SQLITE_OK ? 0 : -1;
}

/* Ours have these at the beginning, whatever is wrong behind. */
static bool
looks_like_ours(const char *path)
{
	enum { MAGIC = 16, APPLICATION_AT = 68, HEAD = 72 };
	FILE *from = fopen(path, "r");
	char head[HEAD];
	size_t n;

	if (from == NULL)
		return false;
	n = fread(head, 1, sizeof(head), from);
	fclose(from);
	return n == sizeof(head) &&
	       memcmp(head, "SQLite format 3", MAGIC) == 0 &&
	       memcmp(head + APPLICATION_AT, "rhea", HEAD - APPLICATION_AT) ==
		   0;
}

/* A slip of the hand must not cost the database, or a letter. */
static int
check_target(const struct store *store, const char *path, struct err *err)
{
	struct stat ours, theirs;

	if (stat(path, &theirs) != 0)
		return 0;
	if (stat(store->path, &ours) == 0 && ours.st_dev == theirs.st_dev &&
	    ours.st_ino == theirs.st_ino)
		return fail(err, "%s is the database itself", path);
	if (S_ISREG(theirs.st_mode) &&
	    (theirs.st_size == 0 || looks_like_ours(path)))
		return 0;
	return fail(
	    err, "%s is there and is no backup; name another file", path);
}

/* The name of the output is reserved and private before a page is in it; the
 * commit syncs and renames. */
int
store_backup(struct store *store, const char *path, struct err *err)
{
	struct out_file out;

	if (check_target(store, path, err) != 0 ||
	    paths_make_parent(path, err) != 0 ||
	    out_file_open(&out, path, err) != 0)
		return -1;
	if (store_copy_pages(store, out.temp, err) != 0) {
		out_file_abandon(&out);
		return -1;
	}
	return out_file_commit(&out, err);
}
