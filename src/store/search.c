/* SPDX-License-Identifier: MIT */
#include "store/search.h"

#include <inttypes.h>
#include <limits.h>
#include <stdio.h>

#include "store/found.h"
#include "store/grams.h"

enum {
	SLICE_BYTES = 40 << 10, /* of texts, in a slice */
	SLICE_PAGES = 8,        /* of the index, that are merged in one */
};

bool
store_search_going(const struct store *store)
{
	return store->found.at < store->found.end;
}

int
store_search_on(
    struct store *store, const struct store_filter *filter, struct err *err)
{
	if (found_by(store, filter, NULL, err) != 0)
		return -1;
	return found_portion(store, err);
}

static int
write_indexed(struct store *store, int64_t last_pk, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_META_PUT, err);
	char number[32];

	if (stmt == NULL)
		return -1;
	snprintf(number, sizeof(number), "%" PRId64, last_pk);
	bind_text(stmt, ":key", "indexed");
	bind_text(stmt, ":value", number);
	return store_run(store, stmt, err);
}

static int
number_of(
    struct store *store, enum statement id, int64_t *number, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, id, err);

	return stmt == NULL ? -1 : store_number(store, stmt, number, err);
}

static int
run(struct store *store, enum statement id, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, id, err);

	return stmt == NULL ? -1 : store_run(store, stmt, err);
}

static int
order(struct store *store, const char *command, int64_t value, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_SEARCH_ORDER, err);

	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":command", command);
	bind_int(stmt, ":value", value);
	return store_run(store, stmt, err);
}

/* FTS5 would merge much at once, now and then; here each slice merges a
 * little. */
static int
set_up_index(struct store *store, struct err *err)
{
	static const struct {
		const char *option;
		int value;
	} options[] = {
	    {"automerge", 0},
	    {"crisismerge", 1000},
	    {"usermerge", 16},
	};

	for (size_t i = 0; i < sizeof(options) / sizeof(options[0]); i++)
		if (order(store, options[i].option, options[i].value, err) != 0)
			return -1;
	return 0;
}

/* SQLite without FTS5 can't make the index. */
static int
make_index(struct store *store, struct err *err)
{
	struct err ignored = {0};
	int64_t made;

	if (number_of(store, STMT_SEARCH_MADE, &made, err) != 0)
		return -1;
	if (made != 0)
		return 0;
	if (run(store, STMT_SEARCH_DROP, &ignored) != 0 ||
	    run(store, STMT_SEARCH_MAKE, &ignored) != 0 ||
	    set_up_index(store, &ignored) != 0)
		store->no_index = true;
	return 0;
}

int
search_unindexed(
    struct store *store, int64_t indexed, int *left, struct err *err)
{
	int64_t last;

	if (number_of(store, STMT_SEARCH_LAST, &last, err) != 0)
		return -1;
	*left = last - indexed < INT_MAX ? (int)(last - indexed) : INT_MAX;
	return 0;
}

int
store_search_left(struct store *store, int *left, struct err *err)
{
	int64_t indexed;

	*left = 0;
	if (store->no_index || store->read_only)
		return 0;
	if (found_indexed(store, &indexed, err) != 0 ||
	    search_unindexed(store, indexed, left, err) != 0)
		return -1;
	if (*left <= (indexed > 0 ? SEARCH_TAIL : SEARCH_SCANNED))
		*left = 0;
	return 0;
}

/* `until`: the last answer of the slice; 0: there is none. */
static int
measure_slice(struct store *store, int64_t from, int most, int64_t *until,
    struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_SEARCH_NEXT, err);
	int bytes = 0, rc = 1;

	*until = 0;
	if (stmt == NULL)
		return -1;
	bind_int(stmt, ":from", from);
	bind_int(stmt, ":limit", most);
	while (
	    bytes < SLICE_BYTES && (rc = store_step(store, stmt, err)) == 1) {
		*until = sqlite3_column_int64(stmt, 0);
		for (int i = 1; i < sqlite3_column_count(stmt); i++)
			bytes += sqlite3_column_bytes(stmt, i);
	}
	sqlite3_reset(stmt);
	return rc < 0 ? -1 : 0;
}

static int
add_session(struct store *store, int64_t session_pk, const struct grams *grams,
    struct str *words, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_SEARCH_ADD, err);

	if (stmt == NULL)
		return -1;
	str_clear(words);
	grams_words(grams, words);
	bind_int(stmt, ":session", session_pk);
	bind_text(stmt, ":words", words->s);
	return store_run(store, stmt, err);
}

/* The answers of a session come together, and make one row. */
static int
add_texts(struct store *store, sqlite3_stmt *texts, struct grams *grams,
    struct str *words, struct err *err)
{
	int64_t session_pk = 0;
	int rc;

	while ((rc = store_step(store, texts, err)) == 1) {
		int64_t pk = sqlite3_column_int64(texts, 0);

		if (pk != session_pk && grams->n > 0 &&
		    add_session(store, session_pk, grams, words, err) != 0)
			return -1;
		if (pk != session_pk)
			grams_clear(grams);
		session_pk = pk;
		for (int i = 1; i < sqlite3_column_count(texts); i++)
			grams_add(grams, column_text(texts, i));
	}
	if (rc == 0 && grams->n > 0)
		rc = add_session(store, session_pk, grams, words, err);
	return rc;
}

static int
add_until(struct store *store, int64_t from, int64_t until, struct err *err)
{
	sqlite3_stmt *texts = store_use(store, STMT_SEARCH_TEXTS, err);
	struct grams grams = {0};
	struct str words = STR_INIT;
	int rc;

	if (texts == NULL)
		return -1;
	bind_int(texts, ":from", from);
	bind_int(texts, ":until", until);
	rc = add_texts(store, texts, &grams, &words, err);
	sqlite3_reset(texts);
	grams_release(&grams);
	str_release(&words);
	return rc;
}

static int
add_slice(struct store *store, int most, struct err *err)
{
	int64_t from, until;

	if (found_indexed(store, &from, err) != 0 ||
	    (from == 0 && order(store, "delete-all", 0, err) != 0) ||
	    measure_slice(store, from, most, &until, err) != 0)
		return -1;
	if (until == 0)
		return 0;
	if (add_until(store, from, until, err) != 0 ||
	    order(store, "merge", SLICE_PAGES, err) != 0)
		return -1;
	return write_indexed(store, until, err);
}

static int
index_slice(struct store *store, int most, struct err *err)
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

/* What was found is found still. */
int
store_search_index(struct store *store, int most, struct err *err)
{
	bool current = found_is_current(store);
	int rc;

	store_wait(store, false);
	rc = index_slice(store, most, err);
	store_wait(store, true);
	if (current)
		found_still(store);
	return rc;
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
