/* SPDX-License-Identifier: MIT */
/* What the doctor looks at around a database: who may read it, room, backups.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

#include "base/argv.h"
#include "base/mem.h"
#include "base/paths.h"
#include "store/backup.h"
#include "store/doctor_parts.h"
#include "store/leftovers.h"

enum {
	OTHERS = S_IRWXG | S_IRWXO,
	MODE_BITS = 07777,
	MEGABYTE = 1 << 20,
	SPARE_MB = 16, /* beside a copy of the database and its journal */
};

/* The files that hold answers, and the directory when it is ours alone: what
 * was named by mistake is somebody else's. */
struct places {
	char *paths[4]; /* owned */
	int n;
};

static struct places
places_of(const char *db)
{
	struct places places = {0};
	struct str journal = STR_INIT;
	struct err ignored;
	char *usual = NULL;
	size_t n;
	char *newest = store_backup_newest(db, &n);

	if (store_looks_like_ours(db)) {
		str_addf(&journal, "%s-journal", db);
		places.paths[places.n++] = mem_text(db);
		places.paths[places.n++] = str_detach(&journal);
	}
	if (newest != NULL)
		places.paths[places.n++] = newest;
	if (paths_database(&usual, &ignored) == 0 && strcmp(usual, db) == 0)
		places.paths[places.n++] =
		    mem_textn(db, (size_t)(strrchr(db, '/') - db));
	free(usual);
	return places;
}

static void
places_release(struct places *places)
{
	for (int i = 0; i < places->n; i++)
		free(places->paths[i]);
}

static bool
is_open_to_others(const char *path, mode_t *mode)
{
	struct stat st;

	if (stat(path, &st) != 0)
		return false;
	*mode = st.st_mode & (mode_t)MODE_BITS;
	return (st.st_mode & OTHERS) != 0;
}

static void
check_permissions(struct doctor *doctor, const char *path)
{
	struct places places = places_of(path);
	struct str detail = STR_INIT, fix = STR_INIT;
	mode_t mode;

	str_add(&fix, "rehearse doctor --fix, or chmod go=");
	for (int i = 0; i < places.n; i++)
		if (is_open_to_others(places.paths[i], &mode)) {
			str_addf(&detail, "%s%s has mode %04o",
			    detail.len > 0 ? "; " : "", places.paths[i],
			    (unsigned)mode);
			str_ch(&fix, ' ');
			argv_quote(&fix, places.paths[i]);
		}
	bool ok = detail.len == 0;

	if (ok)
		str_add(&detail, "nobody else can read what you said");
	doctor_add(doctor, "permissions", ok, &detail, fix.s)->mends = !ok;
	str_release(&fix);
	places_release(&places);
}

int
store_doctor_mend(const char *path, struct err *err)
{
	struct places places = places_of(path);
	mode_t mode;
	int rc = 0;

	for (int i = 0; i < places.n && rc == 0; i++)
		if (is_open_to_others(places.paths[i], &mode) &&
		    chmod(places.paths[i], mode & ~(mode_t)OTHERS) != 0)
			rc = fail(err, "%s: its mode can't be changed: %s",
			    places.paths[i], strerror(errno));
	places_release(&places);
	return rc == 0 && doctor_mend_digests(path, err) == 0
		   ? store_leftovers_remove(path, err)
		   : -1;
}

/* A private copy of the history, which nobody looks for.  The database is as
 * well as without it. */
static void
check_leftovers(struct doctor *doctor, const char *path)
{
	struct leftovers leftovers;
	struct str detail = STR_INIT;

	store_leftovers_find(path, &leftovers);
	if (leftovers.n == 0)
		str_add(&detail, "no run left a file behind");
	else
		str_add(&detail, "rehearse doctor --fix removes what a run "
				 "that was killed has left:");
	for (int i = 0; i < leftovers.n; i++) {
		str_ch(&detail, ' ');
		argv_quote(&detail, leftovers.paths[i]);
	}
	doctor_add(doctor, "leftovers", true, &detail, "")->mends =
	    leftovers.n > 0;
	store_leftovers_release(&leftovers);
}

/* A backup and the journal of a large write must find room. */
static void
check_disk(struct doctor *doctor, const char *path)
{
	struct statvfs fs;
	struct stat st;
	struct str detail = STR_INIT;
	uint64_t free_mb, need_mb;

	if (stat(path, &st) != 0 || statvfs(path, &fs) != 0)
		return;
	free_mb = (uint64_t)fs.f_bavail * fs.f_frsize / MEGABYTE;
	need_mb = 2 * (uint64_t)st.st_size / MEGABYTE + SPARE_MB;
	str_addf(&detail, "%llu MB are free, %llu MB are enough",
	    (unsigned long long)free_mb, (unsigned long long)need_mb);
	doctor_add(doctor, "disk", free_mb >= need_mb, &detail,
	    "free some space on the disk that the database is on");
}

/* None is no fault: whoever begins has nothing to lose. */
static void
check_backups(struct doctor *doctor, const char *path)
{
	struct str detail = STR_INIT;
	size_t n;
	char *newest = store_backup_newest(path, &n);

	if (newest != NULL)
		str_addf(&detail, "%zu, the newest %s", n, newest);
	else
		str_add(&detail, "none; rehearse backup makes one");
	free(newest);
	doctor_add(doctor, "backups", true, &detail, "");
}

void
doctor_look_around(struct doctor *doctor, const char *path)
{
	check_permissions(doctor, path);
	check_leftovers(doctor, path);
	check_disk(doctor, path);
	check_backups(doctor, path);
}
