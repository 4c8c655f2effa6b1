/* SPDX-License-Identifier: MIT */
/*
 * Rows as lists of fields: what import and export work with.  An entity is
 * three statements (each, get, put); nothing here knows which one it is.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/db.h"
#include "store/digest.h"
#include "store/due.h"
#include "store/found.h"
#include "store/found_question.h"
#include "store/scored.h"

enum {
	OWN_ID = 0,      /* fact of a session, its deletion, an answer */
	ITS_SESSION = 1, /* of an answer and a rating */
	AFTER_PK = 1,    /* what follows the number of an answer */
};

struct rows {
	struct store *store;
	sqlite3_stmt *stmt;
	int n;
	int64_t pk;
	char *pattern; /* bound to the statement */
	bool found;    /* sessions by a text: one by one, see found.h */
	size_t at;     /* the next of them */
};

/* By the value that stands behind the column: each call by the column's number
 * looks for it anew.  It may be used so as the database is opened without a
 * mutex. */
static struct field_value
column_value(sqlite3_stmt *stmt, int column)
{
	sqlite3_value *found = sqlite3_column_value(stmt, column);
	struct field_value value = {.kind = VALUE_NONE};

	switch (sqlite3_value_type(found)) {
	case SQLITE_INTEGER:
		value.kind = VALUE_INT;
		value.i = sqlite3_value_int64(found);
		break;
	case SQLITE_FLOAT:
		value.kind = VALUE_REAL;
		value.r = sqlite3_value_double(found);
		break;
	case SQLITE_TEXT:
		value.s = (const char *)sqlite3_value_text(found);
		if (value.s == NULL)
			value.s = "";
		if (*value.s != '\0')
			value.kind = VALUE_TEXT;
		break;
	default:
		break;
	}
	return value;
}

/* Text columns hold '' for a missing value, number columns NULL. */
void
bind_value(sqlite3_stmt *stmt, int at, const struct field_value *value)
{
	switch (value->kind) {
	case VALUE_NONE:
		if (value->s != NULL)
			sqlite3_bind_text(stmt, at, "", 0, SQLITE_STATIC);
		else
			sqlite3_bind_null(stmt, at);
		break;
	case VALUE_INT:
		sqlite3_bind_int64(stmt, at, value->i);
		break;
	case VALUE_REAL:
		sqlite3_bind_double(stmt, at, value->r);
		break;
	case VALUE_TEXT:
		sqlite3_bind_text(stmt, at, value->s, -1, SQLITE_STATIC);
		break;
	}
}

static double
as_number(const struct field_value *value)
{
	return value->kind == VALUE_INT ? (double)value->i : value->r;
}

static bool
same(const struct field_value *a, const struct field_value *b)
{
	if (a->kind == VALUE_NONE || b->kind == VALUE_NONE)
		return a->kind == b->kind;
	if (a->kind == VALUE_TEXT || b->kind == VALUE_TEXT)
		return a->kind == b->kind && strcmp(a->s, b->s) == 0;
	return as_number(a) >= as_number(b) && as_number(a) <= as_number(b);
}

enum change
compare_row(
    sqlite3_stmt *stmt, const struct field_value *fields, int n, bool shipped)
{
	for (int i = 0; i < n; i++) {
		struct field_value old = column_value(stmt, i);

		if (same(&old, &fields[i]))
			continue;
		return shipped && strcmp(column_text(stmt, n), "user") == 0
			   ? CHANGE_KEPT
			   : CHANGE_UPDATED;
	}
	return CHANGE_NONE;
}

/* Compares with the row that is there; `*change` says what a put would do. */
static int
compare(struct store *store, enum entity entity,
    const struct field_value *fields, bool shipped, enum change *change,
    struct err *err)
{
	sqlite3_stmt *stmt =
	    store_use(store, (enum statement)(STMT_GET + (int)entity), err);
	int rc;

	if (stmt == NULL)
		return -1;
	for (int i = 0; i < sqlite3_bind_parameter_count(stmt); i++)
		bind_value(stmt, i + 1, &fields[i]);
	rc = store_step(store, stmt, err);
	if (rc < 0)
		return -1;
	*change =
	    rc == 0 ? CHANGE_ADDED
		    : compare_row(stmt, fields, entity_fields[entity], shipped);
	sqlite3_reset(stmt);
	return 0;
}

int
store_key_facts(
    struct store *store, enum entity entity, uint32_t *key, struct err *err)
{
	sqlite3_stmt *stmt =
	    store_use(store, (enum statement)(STMT_GET + (int)entity), err);

	if (stmt == NULL)
		return -1;
	*key = 0;
	for (int i = 0; i < sqlite3_bind_parameter_count(stmt); i++)
		if (sqlite3_bind_parameter_name(stmt, i + 1) != NULL)
			*key |= UINT32_C(1) << i;
	return 0;
}

/* What is kept beside the rows is made of them. */
static int
follow(struct store *store, enum entity entity,
    const struct field_value *fields, enum change change, struct err *err)
{
	switch ((int)entity) {
	case ENTITY_RULES:
	case ENTITY_RUBRICS:
		return digest_outdate(store, err);
	case ENTITY_SESSIONS:
	case ENTITY_DELETIONS:
		return digest_touch(store, fields[OWN_ID].s, err);
	case ENTITY_ANSWERS:
		if (change == CHANGE_UPDATED && search_forget(store, err) != 0)
			return -1;
		return digest_touch(store, fields[ITS_SESSION].s, err);
	case ENTITY_RATINGS:
		return digest_touch(store, fields[ITS_SESSION].s, err);
	default:
		return 0;
	}
}

int
store_put(struct store *store, enum entity entity,
    const struct field_value *fields, bool shipped, enum change *change,
    struct err *err)
{
	sqlite3_stmt *stmt;
	int n = entity_fields[entity];

	if (compare(store, entity, fields, shipped, change, err) != 0)
		return -1;
	if (*change == CHANGE_NONE || *change == CHANGE_KEPT)
		return 0;
	if (entity == ENTITY_ANSWERS && *change == CHANGE_UPDATED &&
	    digest_leave(store, fields[OWN_ID].s, err) != 0)
		return -1;
	stmt = store_use(store, (enum statement)(STMT_PUT + (int)entity), err);
	if (stmt == NULL)
		return -1;
	for (int i = 0; i < n; i++)
		bind_value(stmt, i + 1, &fields[i]);
	if (sqlite3_bind_parameter_count(stmt) > n)
		sqlite3_bind_text(stmt, n + 1, shipped ? "shipped" : "user", -1,
		    SQLITE_STATIC);
	if (entity == ENTITY_RULES || entity == ENTITY_RUBRICS ||
	    entity == ENTITY_LEXICON || entity == ENTITY_COMPANIES)
		store_forget_reference(store);
	if (store_run(store, stmt, err) != 0)
		return -1;
	return follow(store, entity, fields, *change, err);
}

/* Only sessions have an order of their own, and an index for a text. */
static enum statement
each_statement(enum entity entity, const struct store_filter *filter)
{
	if (entity == ENTITY_SESSIONS && found_wanted(filter))
		return STMT_FOUND_SESSION;
	if (entity == ENTITY_SESSIONS && filter != NULL &&
	    filter->order != NULL)
		return STMT_SESSION_ORDERED;
	return (enum statement)(STMT_EACH + (int)entity);
}

int
rows_open(struct store *store, enum entity entity,
    const struct store_filter *filter, struct rows **out, struct err *err)
{
	sqlite3_stmt *stmt =
	    store_use(store, each_statement(entity, filter), err);
	struct rows *rows;

	if (stmt == NULL)
		return -1;
	if (entity == ENTITY_SESSIONS && found_wanted(filter) &&
	    found_by(store, filter, "oldest", err) != 0)
		return -1;
	if (entity == ENTITY_SESSIONS && scored_by(store, filter, err) != 0)
		return -1;
	if (entity == ENTITY_QUESTIONS && due_by(store, filter, err) != 0)
		return -1;
	if (entity == ENTITY_QUESTIONS)
		questions_seek(store, filter);
	rows = mem_zero(1, sizeof(*rows));
	rows->store = store;
	rows->stmt = stmt;
	rows->n = entity_fields[entity];
	rows->found = entity == ENTITY_SESSIONS && found_wanted(filter);
	bind_filter(stmt, filter, &rows->pattern);
	*out = rows;
	return 0;
}

static int
next_found(struct rows *rows, struct err *err)
{
	const struct found *found = &rows->store->found;

	if (rows->at >= found->n)
		return 0;
	sqlite3_reset(rows->stmt);
	bind_int(rows->stmt, ":session", found->sessions[rows->at++].pk);
	return store_step(rows->store, rows->stmt, err);
}

int
rows_next(
    struct rows *rows, struct field_value *fields, int *n, struct err *err)
{
	int rc = rows->found ? next_found(rows, err)
			     : store_step(rows->store, rows->stmt, err);

	if (rc != 1)
		return rc;
	for (int i = 0; i < rows->n; i++)
		fields[i] = column_value(rows->stmt, i);
	rows->pk = sqlite3_column_int64(rows->stmt, rows->n);
	*n = rows->n;
	return 1;
}

int64_t
rows_pk(const struct rows *rows)
{
	return rows->pk;
}

int64_t
rows_attempt(const struct rows *rows)
{
	return sqlite3_column_int64(rows->stmt, rows->n + AFTER_PK);
}

int64_t
rows_session_pk(const struct rows *rows)
{
	return sqlite3_column_int64(rows->stmt, rows->n + AFTER_PK + 1);
}

void
rows_close(struct rows *rows)
{
	if (rows == NULL)
		return;
	sqlite3_reset(rows->stmt);
	free(rows->pattern);
	free(rows);
}
