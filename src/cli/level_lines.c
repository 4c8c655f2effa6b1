/* SPDX-License-Identifier: MIT */
#include "cli/level_lines.h"

#include <stdio.h>

#include "base/clock.h"
#include "cli/output.h"
#include "cli/sheet_lines.h"
#include "store/history.h"
#include "store/level.h"

/* Nobody has to: Enter leaves it. */
static bool
is_wanted(struct lines *lines, const struct level_rated *level)
{
	putchar('\n');
	fputs("Rate yourself as ", stdout);
	output_text(level->label);
	return lines_ask_begin(lines, ", by what this level asks? y, or "
				      "Enter to leave it: ");
}

int
level_lines_rate(struct lines *lines, struct store *store,
    const char *session_id, bool ask, struct err *err)
{
	struct session_row row;
	struct level_rated level;
	int rc = store_session_get(store, session_id, &row, err);

	if (rc != 1)
		return rc;
	rc = store_level_rated(store, &row, &level, err);
	if (rc == 0 && level_is_open(&level) &&
	    (!ask || is_wanted(lines, &level)) &&
	    sheet_lines_rate(lines, &level.rubric, &level.sheet))
		rc = store_level_rate(store, row.id, &level.rubric,
		    &level.sheet, clock_now(), err);
	level_rated_release(&level);
	session_row_release(&row);
	return rc;
}
