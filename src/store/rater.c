/* SPDX-License-Identifier: MIT */
#include "store/rater.h"

#include <stdlib.h>

#include "base/mem.h"
#include "store/db.h"

int
store_raters(struct store *store, struct raters *raters, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_RATERS, err);
	int rc;

	*raters = (struct raters){0};
	if (stmt == NULL)
		return -1;
	while ((rc = store_step(store, stmt, err)) == 1) {
		raters->names = mem_grow(raters->names, (size_t)raters->n + 1,
		    sizeof(*raters->names));
		raters->names[raters->n++] = column_copy(stmt, 0);
	}
	if (rc != 0)
		raters_release(raters);
	return rc;
}

void
raters_release(struct raters *raters)
{
	for (int i = 0; i < raters->n; i++)
		free(raters->names[i]);
	free(raters->names);
	*raters = (struct raters){0};
}

int
store_signal_rated(struct store *store, const char *signal, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_SIGNAL_RATED, err);
	int64_t rated;

	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":signal", signal);
	return store_number(store, stmt, &rated, err) == 0 ? (int)rated : -1;
}
