/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/paths.h"
#include "base/str.h"
#include "store/backup.h"
#include "store/db.h"
#include "store/digest.h"
#include "store/due.h"
#include "store/found.h"
#include "store/found_question.h"
#include "store/scored.h"

enum {
	BUSY_MS = 2000,
	LOCK_BYTE = 0x40000000, /* where SQLite locks: its PENDING_BYTE */
	LOCK_BYTES = 512,
};

void
store_wait(struct store *store, bool wait)
{
	sqlite3_busy_timeout(store->db, wait ? BUSY_MS : 0);
}

/*
 * A file may be planted or damaged: it must not act.  Triggers and views are
 * never used, so they are off; ENABLE_TRIGGER is what really stops a planted
 * trigger.
 */
static int
harden(struct store *store)
{
	sqlite3 *db = store->db;
	static const struct {
		int setting, on;
	} settings[] = {
	    {SQLITE_DBCONFIG_DEFENSIVE, 1},
	    {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
	    {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
	    {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
	    {SQLITE_DBCONFIG_ENABLE_FKEY, 1},
	};

	for (size_t i = 0; i < sizeof(settings) / sizeof(settings[0]); i++)
		if (sqlite3_db_config(db, settings[i].setting, settings[i].on,
			NULL) != SQLITE_OK)
			return -1;
	store_wait(store, true);
	return sqlite3_exec(db,
		   "PRAGMA cell_size_check = ON;"
		   "PRAGMA mmap_size = 0;"
		   "PRAGMA synchronous = EXTRA;",
		   NULL, NULL, NULL) == SQLITE_OK
		   ? 0
		   : -1;
}

static int
fail_damaged(const char *path, const char *why, struct err *err)
{
	struct str back = STR_INIT;

	store_way_back(path, &back);
	fail_as(err, ERR_DATABASE, "%s: %s; %s", path, why, back.s);
	str_release(&back);
	return -1;
}

/* What stands at the path before SQLite touches it. */
static int
inspect(const char *path, bool *is_new, struct err *err)
{
	struct stat st;

	*is_new = false;
	if (stat(path, &st) != 0) {
		if (errno != ENOENT)
			return fail(err, "%s: %s", path, strerror(errno));
		*is_new = true;
		return 0;
	}
	if (!S_ISREG(st.st_mode))
		return fail_as(err, ERR_DATABASE,
		    "%s: not a file; --db wants the path of a database", path);
	if (st.st_size == 0)
		return fail_damaged(path,
		    "the file is empty, so its content was lost or never "
		    "written; move it away to start anew",
		    err);
	return 0;
}

/* The file is made by us, not by SQLite, so that it is private from its
 * first moment. */
static int
create_private(const char *path, struct err *err)
{
	int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOCTTY,
	    S_IRUSR | S_IWUSR);

	if (fd < 0)
		return fail(
		    err, "%s: can't be made: %s", path, strerror(errno));
	close(fd);
	return 0;
}

/* SQLite must be able to make its journal beside the file. */
static bool
directory_writable(const char *path)
{
	char *real = realpath(path, NULL);
	char *slash;
	bool writable = false;

	if (real == NULL)
		return false;
	slash = strrchr(real, '/');
	if (slash != NULL) {
		slash[slash == real ? 1 : 0] = '\0';
		writable = access(real, W_OK | X_OK) == 0;
	}
	free(real);
	return writable;
}

/* A connection is used by one thread at a time (base/worker.h), so that it
 * needs no locks of its own, and nobody asks how much memory there is.  Only
 * before the first use: later it is refused, which harms nothing. */
static void
set_up_sqlite(void)
{
	sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

static int
connect_to(struct store *store, bool only_read, struct err *err)
{
	int flags =
	    SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;

	set_up_sqlite();
	if (only_read || access(store->path, W_OK) != 0 ||
	    !directory_writable(store->path))
		flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX |
			SQLITE_OPEN_EXRESCODE;
	if (sqlite3_open_v2(store->path, &store->db, flags, NULL) != SQLITE_OK)
		return store_fail(store, err, "open");
	store->read_only = sqlite3_db_readonly(store->db, "main") != 0;
	if (harden(store) != 0 || found_init(store) != 0 ||
	    scored_init(store) != 0 || due_init(store) != 0)
		return store_fail(store, err, "open");
	return 0;
}

static struct store *
store_new(const char *path)
{
	struct store *store = mem_zero(1, sizeof(*store));

	store->path = mem_text(path);
	store->lock_fd = -1;
	return store;
}

static int
open_existing(const char *path, bool fresh, struct store **out, struct err *err)
{
	struct store *store = store_new(path);

	if (connect_to(store, false, err) != 0 ||
	    schema_open(store, fresh, err) != 0) {
		store_close(store);
		return -1;
	}
	*out = store;
	return 0;
}

/* A file system without links (FAT) gets a rename, which would replace a
 * database that another program made in the same moment. */
static int
put_in_place(const char *temp, const char *path)
{
	if (link(temp, path) == 0 || errno == EEXIST)
		return 0;
	if (errno != EPERM && errno != ENOTSUP && errno != EOPNOTSUPP &&
	    errno != ENOSYS)
		return -1;
	return rename(temp, path);
}

/*
 * A new database is built under another name and then linked into place, so
 * that a kill at any moment leaves no empty or half-made file at the path.
 * Another program that was quicker wins.
 */
static int
make_new(const char *path, struct err *err)
{
	struct str temp = STR_INIT;
	struct store *store;
	int result = -1;

	if (paths_make_parent(path, err) != 0)
		return -1;
	str_addf(&temp, "%s.new-%ld", path, (long)getpid());
	unlink(temp.s);
	if (create_private(temp.s, err) != 0)
		goto out;
	if (open_existing(temp.s, true, &store, err) != 0)
		goto out;
	store_close(store);
	if (put_in_place(temp.s, path) != 0)
		fail(err, "%s: can't be made: %s", path, strerror(errno));
	else
		result = 0;
out:
	unlink(temp.s);
	str_release(&temp);
	return result;
}

int
store_open(const char *path, struct store **out, struct err *err)
{
	bool is_new;

	if (inspect(path, &is_new, err) != 0)
		return -1;
	if (is_new && make_new(path, err) != 0)
		return -1;
	return open_existing(path, false, out, err);
}

static int
open_as_is(
    const char *path, bool only_read, struct store **out, struct err *err)
{
	struct store *store;
	bool is_new;
	int version;

	if (inspect(path, &is_new, err) != 0)
		return -1;
	if (is_new)
		return fail(err, "%s: there is no such file", path);
	store = store_new(path);
	if (connect_to(store, only_read, err) != 0 ||
	    schema_check(store, &version, err) != 0) {
		store_close(store);
		return -1;
	}
	*out = store;
	return 0;
}

int
store_open_as_is(const char *path, struct store **out, struct err *err)
{
	return open_as_is(path, false, out, err);
}

int
store_open_to_read(const char *path, struct store **out, struct err *err)
{
	return open_as_is(path, true, out, err);
}

void
store_close(struct store *store)
{
	if (store == NULL)
		return;
	store_free_reference(store);
	digest_forget(store);
	found_release(store);
	found_questions_release(store);
	scored_release(store);
	due_release(store);
	for (int i = 0; i < STMT_COUNT; i++)
		sqlite3_finalize(store->stmts[i]);
	sqlite3_close(store->db);
	if (store->lock_fd >= 0)
		close(store->lock_fd);
	free(store->path);
	free(store->plan);
	free(store);
}

const char *
store_path(const struct store *store)
{
	return store->path;
}

bool
store_read_only(const struct store *store)
{
	return store->read_only;
}

int
store_need_write(const struct store *store, struct err *err)
{
	if (!store->read_only)
		return 0;
	return fail(err,
	    "%s: the file or its directory can't be written, so nothing that "
	    "you practise could be kept; make both writable, or name another "
	    "file with --db",
	    store->path);
}

/*
 * The process that holds the lock which a write waited for; 0 if unknown.  The
 * file stays open until SQLite has closed it: to close it here would drop
 * SQLite's own locks on it, as POSIX has it.
 */
static long
lock_holder(struct store *store)
{
	struct flock lock = {
	    .l_type = F_WRLCK,
	    .l_whence = SEEK_SET,
	    .l_start = LOCK_BYTE,
	    .l_len = LOCK_BYTES,
	};

	if (store->lock_fd < 0)
		store->lock_fd = open(store->path, O_RDONLY | O_CLOEXEC);
	if (store->lock_fd < 0 || fcntl(store->lock_fd, F_GETLK, &lock) != 0 ||
	    lock.l_type == F_UNLCK)
		return 0;
	return lock.l_pid;
}

static int
fail_busy(struct store *store, struct err *err)
{
	long pid = lock_holder(store);
	char who[64] = "another program";

	if (pid > 0)
		snprintf(who, sizeof(who), "process %ld", pid);
	return fail(err,
	    "%s: in use by %s, which did not let go within %d s; end it or "
	    "try again",
	    store->path, who, BUSY_MS / 1000);
}

int
store_fail(struct store *store, struct err *err, const char *doing)
{
	int code = sqlite3_extended_errcode(store->db);
	char why[256];

	switch (code & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return fail_busy(store, err);
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
		snprintf(why, sizeof(why),
		    "damaged, or not a rehearse database (%s); nothing was "
		    "changed",
		    sqlite3_errmsg(store->db));
		return fail_damaged(store->path, why, err);
	case SQLITE_FULL:
	case SQLITE_IOERR:
		return fail(err,
		    "%s: can't %s: %s; free some space and try "
		    "again",
		    store->path, doing, sqlite3_errmsg(store->db));
	case SQLITE_READONLY:
	case SQLITE_CANTOPEN:
	case SQLITE_PERM:
		return fail(err, "%s: can't %s: %s; check who may write it",
		    store->path, doing, sqlite3_errmsg(store->db));
	}
	return fail(err, "%s: can't %s: %s", store->path, doing,
	    sqlite3_errmsg(store->db));
}
