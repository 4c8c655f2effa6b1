/* SPDX-License-Identifier: MIT */
#include "store/found_question.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/found.h"
#include "store/search.h"

/* What it costs to get at one, in bytes read. */
enum {
	COST_OF_LOOKUP = 3072, /* by its number */
	COST_OF_NEXT = 2048,
};

void
found_questions_release(struct store *store)
{
	struct found_questions *found = &store->found_questions;

	free(found->text);
	free(found->limits);
	free(found->list.pks);
	free(found->after);
	sought_release(&found->sought);
	*found = (struct found_questions){0};
}

void
questions_seek(struct store *store, const struct store_filter *filter)
{
	struct found_questions *found = &store->found_questions;

	if (!found_wanted(filter) ||
	    (found->text != NULL && strcmp(found->text, filter->search) == 0))
		return;
	found_questions_release(store);
	sought_set(&found->sought, filter->search);
}

static bool
may_read(const struct store *store)
{
	return store->found_questions.sought.read < store->portion;
}

/* Those that held a shorter text. */
static int
read_list(struct store *store, struct err *err)
{
	struct found_questions *found = &store->found_questions;
	int64_t held = 0;

	for (; found->at < found->list.n && may_read(store); found->at++) {
		sqlite3_stmt *stmt = store_use(store, STMT_ASKED_IN, err);

		if (stmt == NULL)
			return -1;
		found->sought.read += COST_OF_LOOKUP;
		bind_int(stmt, ":question", found->list.pks[found->at]);
		if (store_number(store, stmt, &held, err) != 0)
			return -1;
		if (held != 0)
			found->list.pks[found->n++] =
			    found->list.pks[found->at];
	}
	return 0;
}

static void
set_after(struct found_questions *found, const char *id)
{
	char *after = id != NULL ? mem_text(id) : NULL;

	free(found->after);
	found->after = after;
}

/* The next ones by id. */
static int
read_on(struct store *store, const struct store_filter *filter, struct err *err)
{
	struct found_questions *found = &store->found_questions;
	sqlite3_stmt *stmt = store_use(store, STMT_ASKED_NEXT, err);
	char *pattern;
	int rc = 1;

	if (stmt == NULL)
		return -1;
	found->list.n = found->at = found->n;
	bind_filter(stmt, filter, &pattern);
	bind_text(stmt, ":after", found->after);
	while (may_read(store) && (rc = store_step(store, stmt, err)) == 1) {
		found->sought.read += COST_OF_NEXT;
		if (sqlite3_column_int(stmt, 2) != 0)
			pks_add(&found->list, sqlite3_column_int64(stmt, 0));
	}
	found->n = found->at = found->list.n;
	if (rc >= 0)
		set_after(found, rc == 1 ? column_text(stmt, 1) : NULL);
	sqlite3_reset(stmt);
	free(pattern);
	return rc < 0 ? -1 : 0;
}

int
questions_portion(
    struct store *store, const struct store_filter *filter, struct err *err)
{
	struct found_questions *found = &store->found_questions;
	bool joined = store_read_join(store);
	int rc;

	found->sought.read = 0;
	rc = read_list(store, err);
	if (rc == 0 && found->at == found->list.n && found->after != NULL &&
	    may_read(store))
		rc = read_on(store, filter, err);
	store_read_leave(store, joined);
	return rc;
}

/* A longer text is held by none that was left out for a shorter one. */
static void
narrow(struct found_questions *found)
{
	for (; found->at < found->list.n; found->at++)
		found->list.pks[found->n++] = found->list.pks[found->at];
	found->list.n = found->n;
}

static int
start(struct store *store, const struct store_filter *filter, char *limits,
    struct err *err)
{
	struct found_questions *found = &store->found_questions;

	if (found->text != NULL && strcmp(found->limits, limits) == 0 &&
	    sought_holds(&found->sought, filter->search)) {
		narrow(found);
	} else {
		found_questions_release(store);
		found->limits = mem_text(limits);
		set_after(found, "");
	}
	free(found->text);
	found->text = mem_text(filter->search);
	sought_set(&found->sought, filter->search);
	found->n = found->at = 0;
	return questions_portion(store, filter, err);
}

static bool
is_left(const struct found_questions *found)
{
	return found->at < found->list.n || found->after != NULL;
}

static int
look(struct store *store, const struct store_filter *filter, struct err *err)
{
	struct found_questions *found = &store->found_questions;
	char *limits = found_limits(filter, NULL);
	int rc = 0;

	if (found->text == NULL || strcmp(found->text, filter->search) != 0 ||
	    strcmp(found->limits, limits) != 0)
		rc = start(store, filter, limits, err);
	while (rc == 0 && !filter->at_once && is_left(found))
		rc = questions_portion(store, filter, err);
	free(limits);
	return rc;
}

int
questions_by(
    struct store *store, const struct store_filter *filter, struct err *err)
{
	struct found_questions *found = &store->found_questions;
	bool joined = store_read_join(store);
	int64_t others;
	int rc = store_others_version(store, &others, err);

	/* Of another state of the data nothing is known. */
	if (rc == 0 && (found->own != sqlite3_total_changes(store->db) ||
			   found->others != others))
		found_questions_release(store);
	if (rc == 0)
		rc = look(store, filter, err);
	if (rc == 0) {
		found->others = others;
		found->own = sqlite3_total_changes(store->db);
	} else {
		found_questions_release(store);
	}
	store_read_leave(store, joined);
	return rc;
}

bool
store_questions_going(const struct store *store)
{
	return is_left(&store->found_questions);
}

int
store_questions_on(
    struct store *store, const struct store_filter *filter, struct err *err)
{
	return questions_portion(store, filter, err);
}
