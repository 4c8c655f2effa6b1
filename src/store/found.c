/* SPDX-License-Identifier: MIT */
#include "store/found.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum {
	FEW = 50,          /* sessions that are read sooner than looked up */
	PORTION = 6 << 20, /* bytes that are read well within a frame */
	/* What it costs to get at them, in such bytes. */
	COST_OF_TEXT = 512,
	COST_OF_SESSION = 6 << 10,
};

/* holds(text, …): with these and the texts before them, all that is looked for
 * was held. */
static void
sql_holds(sqlite3_context *context, int n, sqlite3_value **values)
{
	struct sought *sought = sqlite3_user_data(context);

	for (int i = 0; i < n; i++) {
		const unsigned char *text = sqlite3_value_text(values[i]);
		size_t len = (size_t)sqlite3_value_bytes(values[i]);

		sought->read += len + COST_OF_TEXT;
		if (text != NULL &&
		    sought_in(sought, (const char *)text, len)) {
			sqlite3_result_int(context, 1);
			return;
		}
	}
	sqlite3_result_int(context, 0);
}

/* asks(text, …): these alone hold all of it. */
static void
sql_asks(sqlite3_context *context, int n, sqlite3_value **values)
{
	struct sought *sought = sqlite3_user_data(context);

	sought->held = 0;
	sql_holds(context, n, values);
}

/* No schema can call them. */
int
found_init(struct store *store)
{
	int flags = SQLITE_UTF8 | SQLITE_DIRECTONLY;

	store->portion = PORTION;
	return sqlite3_create_function_v2(store->db, "holds", -1, flags,
		   &store->found.sought, sql_holds, NULL, NULL,
		   NULL) == SQLITE_OK &&
		       sqlite3_create_function_v2(store->db, "asks", -1, flags,
			   &store->found_questions.sought, sql_asks, NULL, NULL,
			   NULL) == SQLITE_OK
		   ? 0
		   : -1;
}

void
found_release(struct store *store)
{
	struct found *found = &store->found;

	free(found->text);
	free(found->limits);
	free(found->all.pks);
	free(found->sessions);
	sought_release(&found->sought);
	*found = (struct found){0};
}

bool
found_wanted(const struct store_filter *filter)
{
	return filter != NULL && filter->search != NULL &&
	       *filter->search != '\0';
}

static int
holds(struct store *store, int64_t session_pk, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_FOUND_IN, err);
	int64_t held;

	if (stmt == NULL)
		return -1;
	store->found.sought.held = 0;
	bind_int(stmt, ":session", session_pk);
	return store_number(store, stmt, &held, err) != 0 ? -1 : held != 0;
}

/* With what is left of the portion. */
static int
read_on(struct store *store, struct err *err)
{
	struct found *found = &store->found;
	bool joined = store_read_join(store);
	int held = 0;

	while (found->at < found->end && found->sought.read < store->portion &&
	       held >= 0) {
		struct found_session session = found->sessions[found->at];

		if (!session.sure)
			found->sought.read += COST_OF_SESSION;
		held = session.sure ? 1 : holds(store, session.pk, err);
		if (held > 0)
			found->sessions[found->n++] = session;
		found->at += held >= 0;
	}
	store_read_leave(store, joined);
	return held < 0 ? -1 : 0;
}

int
found_portion(struct store *store, struct err *err)
{
	store->found.sought.read = 0;
	return read_on(store, err);
}

int
store_others_version(struct store *store, int64_t *version, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_DATA_VERSION, err);

	return stmt == NULL ? -1 : store_number(store, stmt, version, err);
}

bool
found_is_current(struct store *store)
{
	return store->found.own == sqlite3_total_changes(store->db);
}

void
found_still(struct store *store)
{
	store->found.own = sqlite3_total_changes(store->db);
}

/* What a text was not found in holds no longer one that begins with it, or
 * has it within: so of the list before it only the others are left. */
static void
narrow(struct found *found)
{
	for (size_t i = found->at; i < found->end; i++)
		found->sessions[found->n++] = found->sessions[i];
	found->end = found->n;
	for (size_t i = 0; i < found->end; i++)
		found->sessions[i].sure = false;
}

static void
widen(struct found *found)
{
	found->end = found->all.n;
	for (size_t i = 0; i < found->end; i++)
		found->sessions[i] =
		    (struct found_session){.pk = found->all.pks[i]};
}

static void
set_text(struct found *found, const char *text)
{
	free(found->text);
	found->text = mem_text(text);
	sought_set(&found->sought, text);
	found->at = found->n = 0;
}

/* Leaves part of the portion for the first rows, whatever else it took to get
 * there. */
static int
begin_to_read(struct store *store, struct err *err)
{
	struct sought *sought = &store->found.sought;

	if (sought->read > store->portion / 2)
		sought->read = store->portion / 2;
	return read_on(store, err);
}

static int
start(struct store *store, const struct store_filter *filter, char *limits,
    const char *order, struct err *err)
{
	struct found *found = &store->found;
	bool narrows;

	found->sought.read = 0;
	if (found->text == NULL || strcmp(found->limits, limits) != 0) {
		found_release(store);
		found->limits = mem_text(limits);
		if (found_list(store, filter, limits, order, err) != 0)
			return -1;
	}
	narrows =
	    found->text != NULL && sought_holds(&found->sought, filter->search);
	if (narrows)
		narrow(found);
	else
		widen(found);
	set_text(found, filter->search);
	if (narrows && found->end <= FEW)
		return 0;
	return found_ask_index(store, err);
}

static int
look(struct store *store, const struct store_filter *filter, const char *order,
    struct err *err)
{
	struct found *found = &store->found;
	char *limits = found_limits(filter, order);
	int rc = 0;

	if (found->text == NULL || strcmp(found->text, filter->search) != 0 ||
	    strcmp(found->limits, limits) != 0) {
		rc = start(store, filter, limits, order, err);
		if (rc == 0)
			rc = begin_to_read(store, err);
	}
	while (rc == 0 && !filter->at_once && found->at < found->end)
		rc = found_portion(store, err);
	free(limits);
	return rc;
}

int
found_by(struct store *store, const struct store_filter *filter,
    const char *order, struct err *err)
{
	struct found *found = &store->found;
	bool joined = store_read_join(store);
	int64_t others;
	int rc = store_others_version(store, &others, err);

	/* Of another state of the data nothing is known. */
	if (rc == 0 && (!found_is_current(store) || found->others != others))
		found_release(store);
	if (rc == 0)
		rc = look(store, filter,
		    filter->order != NULL ? filter->order : order, err);
	if (rc == 0) {
		found->others = others;
		found_still(store);
	} else {
		found_release(store);
	}
	store_read_leave(store, joined);
	return rc;
}
