/* SPDX-License-Identifier: MIT */
#include "screens/export_here.h"

#include <stdbool.h>
#include <stdio.h>

#include "base/date.h"
#include "base/file.h"
#include "io/export.h"

enum { MOST_NAMES = 999 }; /* within a second */

/* What was exported within the same second stays. */
static void
name_file(char path[EXPORT_PATH_SIZE], const char *name, struct instant now)
{
	char when[DATE_SIZE];

	date_compact(when, now.wall_ms / 1000);
	snprintf(path, EXPORT_PATH_SIZE, "rehearse-%s-%s.csv", name, when);
	for (int i = 2; file_is_there(path) && i <= MOST_NAMES; i++)
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
export_rows_here(struct store *store, const char *name, struct instant now,
    void (*write)(const void *arg, FILE *to), const void *arg,
    char path[EXPORT_PATH_SIZE], struct err *err)
{
	name_file(path, name, now);
	return export_written(store, path, write, arg, err);
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
