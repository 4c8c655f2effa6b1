/* SPDX-License-Identifier: MIT */
/* The backups beside a database: their names, and which of them stay. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/argv.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/paths.h"
#include "core/rotation.h"
#include "store/backup.h"
#include "store/db.h"

enum { SECOND_MS = 1000 };

static const char suffix[] = ".db";

/* Whatever links lead to it: backups stand beside the file itself. */
static char *
real_path(const char *db)
{
	char *real = realpath(db, NULL);

	return real != NULL ? real : mem_text(db);
}

/* The directory of the backups, with its slash. */
static void
add_directory(struct str *to, const char *db)
{
	const char *slash = strrchr(db, '/');

	if (slash != NULL)
		str_addn(to, db, (size_t)(slash - db) + 1);
	str_add(to, "backups/");
}

/* `NAME-` of the database's own name, without directory and `.db`. */
static void
add_prefix(struct str *to, const char *db)
{
	const char *slash = strrchr(db, '/');
	const char *name = slash == NULL ? db : slash + 1;
	size_t n = strlen(name), tail = sizeof(suffix) - 1;

	if (n > tail && strcmp(name + n - tail, suffix) == 0)
		n -= tail;
	str_addn(to, name, n);
	str_add(to, "-");
}

void
store_backup_name(const char *db, struct instant now, struct str *path)
{
	char *real = real_path(db);
	char at[DATE_SIZE];

	date_compact(at, now.wall_ms / SECOND_MS);
	add_directory(path, real);
	add_prefix(path, real);
	str_addf(path, "%s%s", at, suffix);
	free(real);
}

/* Backups of one database, the newest first. */
struct backups {
	struct str directory; /* with its slash */
	struct backup {
		char *name; /* owned */
		int64_t at_s;
	} * at; /* owned */
	size_t n;
};

/* The time in a name that store_backup_name() makes; false for any other. */
static bool
parse_name(const char *name, const char *prefix, int64_t *at_s)
{
	size_t skip = strlen(prefix);
	int year, month, day, hour, minute, second, end = 0;
	char utc[DATE_SIZE];

	if (strncmp(name, prefix, skip) != 0 ||
	    sscanf(name + skip, "%4d%2d%2dT%2d%2d%2dZ.db%n", &year, &month,
		&day, &hour, &minute, &second, &end) != 6 ||
	    end == 0 || name[skip + (size_t)end] != '\0')
		return false;
	snprintf(utc, sizeof(utc), "%04d-%02d-%02dT%02d:%02d:%02dZ", year,
	    month, day, hour, minute, second);
	return date_parse_utc(utc, at_s);
}

static int
newer(const void *a, const void *b)
{
	const struct backup *x = a, *y = b;

	return (x->at_s < y->at_s) - (x->at_s > y->at_s);
}

static void
add_backup(struct backups *backups, const char *name, int64_t at_s)
{
	backups->at =
	    mem_grow(backups->at, backups->n + 1, sizeof(*backups->at));
	backups->at[backups->n++] = (struct backup){mem_text(name), at_s};
}

/* Nothing at all where the directory can't be read. */
static void
find_backups(const char *db, struct backups *backups)
{
	char *real = real_path(db);
	struct str prefix = STR_INIT;
	const struct dirent *entry;
	int64_t at_s;

	*backups = (struct backups){0};
	str_init(&backups->directory);
	add_directory(&backups->directory, real);
	add_prefix(&prefix, real);
	DIR *listing = opendir(backups->directory.s);

	while (listing != NULL && (entry = readdir(listing)) != NULL)
		if (parse_name(entry->d_name, prefix.s, &at_s))
			add_backup(backups, entry->d_name, at_s);
	if (listing != NULL)
		closedir(listing);
	if (backups->n > 1)
		qsort(backups->at, backups->n, sizeof(*backups->at), newer);
	str_release(&prefix);
	free(real);
}

static void
forget_backups(struct backups *backups)
{
	for (size_t i = 0; i < backups->n; i++)
		free(backups->at[i].name);
	free(backups->at);
	str_release(&backups->directory);
}

static char *
path_of(const struct backups *backups, size_t i)
{
	struct str path = STR_INIT;

	str_addf(&path, "%s%s", backups->directory.s, backups->at[i].name);
	return str_detach(&path);
}

char *
store_backup_newest(const char *db, size_t *n)
{
	struct backups backups;
	char *path = NULL;

	find_backups(db, &backups);
	*n = backups.n;
	if (backups.n > 0)
		path = path_of(&backups, 0);
	forget_backups(&backups);
	return path;
}

/* With the database where it is not the usual one. */
static void
add_command(const char *db, struct str *text)
{
	char *usual = NULL;
	struct err ignored;

	str_add(text, "rehearse restore ");
	if (paths_database(&usual, &ignored) != 0 || strcmp(usual, db) != 0) {
		str_add(text, "--db ");
		argv_quote(text, db);
		str_ch(text, ' ');
	}
	free(usual);
}

void
store_way_back(const char *db, struct str *text)
{
	size_t n;
	char *newest = store_backup_newest(db, &n);

	if (newest != NULL) {
		add_command(db, text);
		argv_quote(text, newest);
	} else {
		str_add(text, "keep the file; there is no backup beside it");
	}
	free(newest);
}

void
backup_rotate(const char *db, const char *made)
{
	struct backups backups;

	find_backups(db, &backups);
	if (backups.n > 0) {
		int64_t *at_s = mem_zero(backups.n, sizeof(*at_s));
		bool *keep = mem_zero(backups.n, sizeof(*keep));

		for (size_t i = 0; i < backups.n; i++)
			at_s[i] = backups.at[i].at_s;
		rotation_mark(at_s, backups.n, keep);
		for (size_t i = 0; i < backups.n; i++) {
			char *path = path_of(&backups, i);

			if (!keep[i] && strcmp(path, made) != 0)
				unlink(path);
			free(path);
		}
		free(at_s);
		free(keep);
	}
	forget_backups(&backups);
}
