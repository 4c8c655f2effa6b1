/* SPDX-License-Identifier: MIT */
#include "store/backup.h"

#include <string.h>
#include <unistd.h>

#include "base/date.h"
#include "base/file.h"
#include "base/paths.h"
#include "base/str.h"
#include "store/db.h"

enum { SECOND_MS = 1000 };

static const char suffix[] = ".db";

static int
fail_copy(sqlite3 *copy, const char *path, struct err *err)
{
	return fail(err, "%s: the backup can't be written: %s", path,
	    copy == NULL ? "out of memory" : sqlite3_errmsg(copy));
}

/* Page by page, under a read lock of the database. */
static int
copy_pages(struct store *store, const char *path, struct err *err)
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

/* The name of the output is reserved and private before a page is in it; the
 * commit syncs and renames. */
int
store_backup(struct store *store, const char *path, struct err *err)
{
	struct out_file out;

	if (paths_make_parent(path, err) != 0 ||
	    out_file_open(&out, path, err) != 0)
		return -1;
	if (copy_pages(store, out.temp, err) != 0) {
		out_file_abandon(&out);
		return -1;
	}
	return out_file_commit(&out, err);
}

/* The database's own name, without directory and `.db`. */
static void
add_name(struct str *to, const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash == NULL ? path : slash + 1;
	size_t n = strlen(name), tail = sizeof(suffix) - 1;

	if (n > tail && strcmp(name + n - tail, suffix) == 0)
		n -= tail;
	str_addn(to, name, n);
}

int
store_backup_beside(struct store *store, struct instant now, struct err *err)
{
	const char *slash = strrchr(store->path, '/');
	struct str path = STR_INIT;
	char at[DATE_SIZE];
	int rc;

	date_compact(at, now.wall_ms / SECOND_MS);
	if (slash != NULL)
		str_addn(&path, store->path, (size_t)(slash - store->path) + 1);
	str_add(&path, "backups/");
	add_name(&path, store->path);
	str_addf(&path, "-%s%s", at, suffix);
	rc = access(path.s, F_OK) == 0 ? 0 : store_backup(store, path.s, err);
	str_release(&path);
	return rc;
}
