/* SPDX-License-Identifier: MIT */
#include "screens/export_here.h"

#include <stdbool.h>
#include <stdio.h>
#include <sys/stat.h>

#include "base/date.h"
#include "base/file.h"
#include "io/export.h"

enum { MOST_NAMES = 999 }; /* within a second */

static bool
is_there(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0;
}

/* What was exported within the same second stays. */
static void
name_file(char path[EXPORT_PATH_SIZE], const char *name, struct instant now)
{
	char when[DATE_SIZE];

	date_compact(when, now.wall_ms / 1000);
	snprintf(path, EXPORT_PATH_SIZE, "rehearse-%s-%s.csv", name, when);
	for (int i = 2; is_there(path) && i <= MOST_NAMES; i++)
		snprintf(path, EXPORT_PATH_SIZE, "rehearse-%s-%s-%d.csv", name,
		    when, i);
}

int
export_progress_here(struct store *store, const struct store_filter *filter,
    const char *rater, struct instant now, char path[EXPORT_PATH_SIZE],
    struct err *err)
{
	struct row_writer writer = {
	    .format = FORMAT_CSV,
	    .kind = kind_find("progress"),
	    .rater = rater,
	};

	name_file(path, "progress", now);
	return export_file(store, filter, &writer, path, err);
}

int
export_rows_here(const char *name, struct instant now,
    void (*write)(const void *arg, FILE *to), const void *arg,
    char path[EXPORT_PATH_SIZE], struct err *err)
{
	struct out_file out;

	name_file(path, name, now);
	if (out_file_open(&out, path, err) != 0)
		return -1;
	write(arg, out.to);
	if (out_file_commit(&out, err) == 0)
		return 0;
	out_file_abandon(&out);
	return -1;
}

void
export_notice(char *notice, size_t size, int done,
    const char path[EXPORT_PATH_SIZE], const struct err *err)
{
	if (done != 0)
		snprintf(notice, size, "%s", err->text);
	else
		snprintf(notice, size, "written to %s", path);
}
