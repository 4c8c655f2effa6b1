/* SPDX-License-Identifier: MIT */
#include "store/search.h"

#include <inttypes.h>
#include <limits.h>
#include <stdio.h>

#include "store/found.h"

static int
write_indexed(struct store *store, int64_t last_pk, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_META_PUT, err);
	char number[32];

	if (stmt == NULL)
		return -1;
	snprintf(number, sizeof(number), "%" PRId64, last_pk);
	bind_text(stmt, ":key", "searched");
	bind_text(stmt, ":value", number);
	return store_run(store, stmt, err);
}

static int
number_of(struct store *store, enum statement id, int64_t from, int64_t most,
    int64_t *number, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, id, err);

	if (stmt == NULL)
		return -1;
	bind_int(stmt, ":from", from);
	bind_int(stmt, ":limit", most);
	return store_number(store, stmt, number, err);
}

/* SQLite without FTS5, or from before trigrams, can't make the index. */
static int
make_index(struct store *store, struct err *err)
{
	struct err ignored = {0};
	sqlite3_stmt *stmt;
	int64_t made;

	if (number_of(store, STMT_SEARCH_MADE, 0, 0, &made, err) != 0)
		return -1;
	if (made != 0)
		return 0;
	stmt = store_use(store, STMT_SEARCH_MAKE, &ignored);
	if (stmt == NULL || store_run(store, stmt, &ignored) != 0)
		store->no_index = true;
	return 0;
}

int
store_search_left(struct store *store, int *left, struct err *err)
{
	int64_t indexed, last, read;

	*left = 0;
	if (store->no_index || store->read_only)
		return 0;
	if (found_indexed(store, &indexed, err) != 0 ||
	    number_of(store, STMT_SEARCH_LAST, 0, 0, &last, err) != 0)
		return -1;
	read = indexed > 0 ? SEARCH_SLICE : SEARCH_SCANNED;
	if (last - indexed > read)
		*left =
		    last - indexed < INT_MAX ? (int)(last - indexed) : INT_MAX;
	return 0;
}

static int
empty_index(struct store *store, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_SEARCH_EMPTY, err);

	return stmt == NULL ? -1 : store_run(store, stmt, err);
}

static int
add_slice(struct store *store, int most, struct err *err)
{
	int64_t from, until;
	sqlite3_stmt *stmt;

	if (found_indexed(store, &from, err) != 0 ||
	    (from == 0 && empty_index(store, err) != 0) ||
	    number_of(store, STMT_SEARCH_UNTIL, from, most, &until, err) != 0)
		return -1;
	if (until == 0)
		return 0;
	stmt = store_use(store, STMT_SEARCH_ADD, err);
	if (stmt == NULL)
		return -1;
	bind_int(stmt, ":from", from);
	bind_int(stmt, ":until", until);
	if (store_run(store, stmt, err) != 0)
		return -1;
	return write_indexed(store, until, err);
}

int
store_search_index(struct store *store, int most, struct err *err)
{
	if (store_begin(store, err) != 0)
		return -1;
	if (make_index(store, err) != 0 ||
	    (!store->no_index && add_slice(store, most, err) != 0) ||
	    store_commit(store, err) != 0) {
		store_rollback(store);
		return -1;
	}
	return 0;
}

/* The next slice makes it anew. */
int
search_forget(struct store *store, struct err *err)
{
	int64_t indexed;

	if (found_indexed(store, &indexed, err) != 0)
		return -1;
	return indexed == 0 ? 0 : write_indexed(store, 0, err);
}
