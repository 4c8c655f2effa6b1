/* SPDX-License-Identifier: MIT */
/* What a search looks through. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "store/found.h"
#include "store/pks.h"
#include "store/scored.h"

enum { COST_OF_LISTED = 512 }; /* of a session, in bytes read */

char *
found_limits(const struct store_filter *filter, const char *order)
{
	const char *const texts[] = {filter->round, filter->company,
	    filter->level, filter->tag, filter->origin, order};
	struct str limits = STR_INIT;

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		str_addf(&limits, "%s%s\x1f", texts[i] != NULL ? "=" : "",
		    texts[i] != NULL ? texts[i] : "");
	if (filter->has_since)
		str_addf(&limits, ">%" PRId64, filter->since);
	if (filter->has_until)
		str_addf(&limits, "<%" PRId64, filter->until);
	if (filter->days.has_first)
		str_addf(&limits, "[%" PRId64, filter->days.first);
	if (filter->days.has_end)
		str_addf(&limits, "]%" PRId64, filter->days.end);
	str_addf(&limits, "@%d %d %" PRId64, (int)filter->deleted,
	    (int)filter->state, filter->as_of);
	return str_detach(&limits);
}

/* Every session that the rest of the filter leaves. */
static int
list_some(struct store *store, const struct store_filter *filter,
    const char *order, struct err *err)
{
	sqlite3_stmt *stmt = store_use(
	    store, order != NULL ? STMT_FOUND_ORDERED : STMT_FOUND_NEWEST, err);
	char *pattern;
	int rc;

	if (stmt == NULL || scored_by(store, filter, err) != 0)
		return -1;
	bind_filter(stmt, filter, &pattern);
	bind_text(stmt, ":order", order);
	while ((rc = store_step(store, stmt, err)) == 1)
		pks_add(&store->found.all, sqlite3_column_int64(stmt, 0));
	free(pattern);
	return rc;
}

static int
list_gone(struct store *store, struct pks *gone, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_FOUND_GONE, err);
	int rc;

	if (stmt == NULL)
		return -1;
	while ((rc = store_step(store, stmt, err)) == 1)
		pks_add(gone, sqlite3_column_int64(stmt, 0));
	return rc;
}

/* The same where nothing limits it: the index alone has the order, and those
 * that are deleted are found sooner by themselves than row by row. */
static int
list_all(struct store *store, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_FOUND_ALL, err);
	struct pks gone = {0};
	int rc;

	if (stmt == NULL)
		return -1;
	rc = list_gone(store, &gone, err) == 0 ? 1 : -1;
	while (rc == 1 && (rc = store_step(store, stmt, err)) == 1)
		if (!pks_have(&gone, sqlite3_column_int64(stmt, 0)))
			pks_add(
			    &store->found.all, sqlite3_column_int64(stmt, 0));
	free(gone.pks);
	return rc;
}

int
found_list(struct store *store, const struct store_filter *filter,
    const char *limits, const char *order, struct err *err)
{
	const struct store_filter none = {.as_of = filter->as_of};
	struct found *found = &store->found;
	char *no_limits = found_limits(&none, NULL);
	int rc = strcmp(limits, no_limits) == 0
		     ? list_all(store, err)
		     : list_some(store, filter, order, err);

	free(no_limits);
	found->sessions =
	    mem_new((found->all.n + 1) * sizeof(*found->sessions));
	found->sought.read += found->all.n * COST_OF_LISTED;
	return rc;
}
