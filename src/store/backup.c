/* SPDX-License-Identifier: MIT */
#include "store/backup.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/paths.h"
#include "store/db.h"

enum { STEP_PAGES = 256 }; /* a megabyte, mostly */

/* Into a file that is there, under a read lock. */
struct page_copy {
	sqlite3 *to;
	sqlite3_backup *pages;
};

struct backup_job {
	struct store *store;
	struct out_file out;
	bool is_beside;
	struct page_copy copy;
};

/* Its file has a name for the moment only: the directory says more. */
static int
fail_copy(const struct page_copy *copy, const char *path, struct err *err)
{
	const char *slash = strrchr(path, '/');
	int n = slash == NULL ? 0 : (int)(slash - path);
	bool is_full =
	    copy->to != NULL && sqlite3_errcode(copy->to) == SQLITE_FULL;

	return fail(err, "%.*s: no copy of the database can be written: %s%s",
	    n > 0 ? n : 1,
	    n > 0           ? path
	    : slash == NULL ? "."
			    : "/",
	    copy->to == NULL ? "out of memory" : sqlite3_errmsg(copy->to),
	    is_full ? "; free some space and try again" : "");
}

static void
close_copy(struct page_copy *copy)
{
	sqlite3_backup_finish(copy->pages);
	sqlite3_close(copy->to);
	*copy = (struct page_copy){0};
}

static int
open_copy(struct page_copy *copy, struct store *store, const char *path,
    struct err *err)
{
	*copy = (struct page_copy){0};
	if (sqlite3_open_v2(path, &copy->to,
		SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK)
		copy->pages =
		    sqlite3_backup_init(copy->to, "main", store->db, "main");
	if (copy->pages != NULL)
		return 0;
	fail_copy(copy, path, err);
	close_copy(copy);
	return -1;
}

/* 1 where there are more than so many pages, all of them where `n` is -1. */
static int
copy_pages(struct page_copy *copy, int n, const char *path, struct err *err)
{
	if (sqlite3_backup_step(copy->pages, n) == SQLITE_OK)
		return 1;
	int rc = sqlite3_backup_finish(copy->pages);

	copy->pages = NULL;
	return rc == SQLITE_OK ? 0 : fail_copy(copy, path, err);
}

int
store_copy_pages(struct store *store, const char *path, struct err *err)
{
	struct page_copy copy;
	int rc;

	if (open_copy(&copy, store, path, err) != 0)
		return -1;
	rc = copy_pages(&copy, -1, path, err);
	close_copy(&copy);
	return rc;
}

bool
store_looks_like_ours(const char *path)
{
	enum { MAGIC = 16, APPLICATION_AT = 68, HEAD = 72 };
	struct stat st;
	FILE *from;
	char head[HEAD];
	size_t n;

	/* A pipe would be waited for. */
	if (stat(path, &st) != 0 || !S_ISREG(st.st_mode))
		return false;
	from = fopen(path, "r");
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
	    (theirs.st_size == 0 || store_looks_like_ours(path)))
		return 0;
	return fail(
	    err, "%s is there and is no backup; name another file", path);
}

/* The name of the output is reserved and private before a page is in it; the
 * commit syncs and renames. */
int
store_backup_begin(struct store *store, const char *path,
    struct backup_job **out, struct err *err)
{
	struct backup_job *job;

	if (check_target(store, path, err) != 0 ||
	    paths_make_parent(path, err) != 0)
		return -1;
	job = mem_zero(1, sizeof(*job));
	job->store = store;
	if (out_file_open(&job->out, path, err) != 0) {
		free(job);
		return -1;
	}
	if (open_copy(&job->copy, store, job->out.temp, err) != 0) {
		store_backup_free(job);
		return -1;
	}
	*out = job;
	return 0;
}

int
store_backup_beside_begin(struct store *store, struct instant now,
    struct backup_job **out, struct err *err)
{
	struct str path = STR_INIT;
	int rc = 0;

	*out = NULL;
	store_backup_name(store->path, now, &path);
	if (access(path.s, F_OK) != 0)
		rc = store_backup_begin(store, path.s, out, err);
	if (*out != NULL)
		(*out)->is_beside = true;
	str_release(&path);
	return rc;
}

int
store_backup_step(struct backup_job *job, struct err *err)
{
	char *path;
	int rc = copy_pages(&job->copy, STEP_PAGES, job->out.temp, err);

	if (rc != 0)
		return rc;
	close_copy(&job->copy);
	path = mem_text(job->out.path);
	rc = out_file_commit(&job->out, err);
	if (rc == 0 && job->is_beside)
		backup_rotate(job->store->path, path);
	free(path);
	return rc;
}

double
store_backup_share(const struct backup_job *job)
{
	int pages = sqlite3_backup_pagecount(job->copy.pages);
	int left = sqlite3_backup_remaining(job->copy.pages);

	return pages > 0 ? (double)(pages - left) / pages : 0;
}

void
store_backup_free(struct backup_job *job)
{
	if (job == NULL)
		return;
	close_copy(&job->copy);
	out_file_abandon(&job->out);
	free(job);
}

static int
finish(struct backup_job *job, struct err *err)
{
	int rc;

	do
		rc = store_backup_step(job, err);
	while (rc == 1);
	store_backup_free(job);
	return rc;
}

int
store_backup(struct store *store, const char *path, struct err *err)
{
	struct backup_job *job;

	return store_backup_begin(store, path, &job, err) == 0
		   ? finish(job, err)
		   : -1;
}

int
store_backup_beside(struct store *store, struct instant now, struct err *err)
{
	struct backup_job *job;

	if (store_backup_beside_begin(store, now, &job, err) != 0)
		return -1;
	return job == NULL ? 0 : finish(job, err);
}
