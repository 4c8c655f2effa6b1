/* SPDX-License-Identifier: MIT */
#include "screens/export_here.h"

#include <stdio.h>

#include "base/date.h"
#include "io/export.h"

int
export_progress_here(struct store *store, const struct store_filter *filter,
    struct instant now, char path[EXPORT_PATH_SIZE], struct err *err)
{
	struct row_writer writer = {
	    .format = FORMAT_CSV,
	    .kind = kind_find("progress"),
	};
	char when[DATE_SIZE];

	date_compact(when, now.wall_ms / 1000);
	snprintf(path, EXPORT_PATH_SIZE, "rehearse-progress-%s.csv", when);
	return export_file(store, filter, &writer, path, err);
}
