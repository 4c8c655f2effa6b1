/* SPDX-License-Identifier: MIT */
/* Signals of each session, for the export. */
#include <stdlib.h>

#include "base/mem.h"
#include "base/str.h"
#include "store/db.h"
#include "store/review.h"
#include "store/tally.h"

struct progress {
	struct store *store;
	sqlite3_stmt *stmt;
	char *pattern;
	struct progress_row row;
	/* What is left of the row's session; or NULL. */
	const char *signals, *counts;
	struct str signal; /* backs the row's */
};

int
progress_open(struct store *store, const struct store_filter *filter,
    const char *rater, struct progress **out, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_PROGRESS, err);
	struct progress *progress;

	if (stmt == NULL)
		return -1;
	progress = mem_zero(1, sizeof(*progress));
	progress->store = store;
	progress->stmt = stmt;
	str_init(&progress->signal);
	bind_filter(stmt, filter, &progress->pattern);
	bind_text(stmt, ":rater", rater);
	*out = progress;
	return 0;
}

static int
next_session(struct progress *progress, struct err *err)
{
	sqlite3_stmt *stmt = progress->stmt;
	int rc = store_step(progress->store, stmt, err);

	if (rc != 1)
		return rc;
	progress->row = (struct progress_row){
	    .session_id = column_text(stmt, 0),
	    .started_at = sqlite3_column_int64(stmt, 1),
	    .round = column_text(stmt, 2),
	    .company = column_text(stmt, 3),
	    .level = column_text(stmt, 4),
	    .session_pk = sqlite3_column_int64(stmt, 5),
	};
	progress->signals = column_text(stmt, 6);
	progress->counts = column_text(stmt, 7);
	return 1;
}

int
progress_next(
    struct progress *progress, struct progress_row *row, struct err *err)
{
	const char *signal;
	struct tally tally;
	size_t length;
	int rc;

	while (progress->signals == NULL ||
	       !tally_signal(&progress->signals, &signal, &length) ||
	       !tally_next(&progress->counts, 0, &tally)) {
		rc = next_session(progress, err);
		if (rc != 1)
			return rc;
	}
	str_clear(&progress->signal);
	str_addn(&progress->signal, signal, length);
	*row = progress->row;
	row->signal = progress->signal.s;
	row->answers = tally.ratings;
	row->mean = tally_mean(&tally);
	row->min = tally.least;
	return 1;
}

void
progress_close(struct progress *progress)
{
	if (progress == NULL)
		return;
	sqlite3_reset(progress->stmt);
	free(progress->pattern);
	str_release(&progress->signal);
	free(progress);
}
