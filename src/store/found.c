/* SPDX-License-Identifier: MIT */
#include "store/found.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum {
	TRIGRAM = 3,      /* characters */
	FEW = 50,         /* sessions, of ten answers or so */
	MOST_TERMS = 32,  /* that a text of one or two is looked up by */
	SEPARATOR = 0x1f, /* of the texts of a document */
};

static int
ascending(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

static void
sql_found(sqlite3_context *context, int n, sqlite3_value **values)
{
	const struct found *found = sqlite3_user_data(context);
	int64_t session_pk = sqlite3_value_int64(values[0]);

	(void)n;
	sqlite3_result_int(context,
	    found->n > 0 && bsearch(&session_pk, found->session_pks, found->n,
				sizeof(session_pk), ascending) != NULL);
}

/* No schema can call it. */
int
found_init(struct store *store)
{
	return sqlite3_create_function_v2(store->db, "found", 1,
		   SQLITE_UTF8 | SQLITE_DIRECTONLY, &store->found, sql_found,
		   NULL, NULL, NULL) == SQLITE_OK
		   ? 0
		   : -1;
}

void
found_release(struct store *store)
{
	free(store->found.text);
	free(store->found.session_pks);
	store->found = (struct found){0};
}

int
found_indexed(struct store *store, int64_t *last_pk, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_META_GET, err);

	*last_pk = 0;
	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":key", "searched");
	return store_number(store, stmt, last_pk, err);
}

static void
add(struct found *found, int64_t session_pk)
{
	/* Room doubles whenever n is a power of two. */
	if ((found->n & (found->n - 1)) == 0)
		found->session_pks = mem_grow(found->session_pks,
		    found->n == 0 ? 1 : found->n * 2,
		    sizeof(*found->session_pks));
	found->session_pks[found->n++] = session_pk;
}

/* Adds the sessions that the statement gives. */
static int
add_rows(struct store *store, enum statement id,
    const struct store_filter *filter, int64_t from, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, id, err);
	char *pattern;
	int rc;

	if (stmt == NULL)
		return -1;
	bind_filter(stmt, filter, &pattern);
	bind_text(stmt, ":text", filter->search);
	bind_int(stmt, ":from", from);
	while ((rc = store_step(store, stmt, err)) == 1)
		add(&store->found, sqlite3_column_int64(stmt, 0));
	free(pattern);
	return rc;
}

/* The length of the text in characters, as far as it matters; 0 where the
 * index can't tell it from what separates texts. */
static int
characters_of(const char *text)
{
	int n = 0;

	for (const char *p = text; *p != '\0'; p++) {
		if (*p == SEPARATOR)
			return 0;
		n += n < TRIGRAM && ((unsigned char)*p & 0xc0) != 0x80;
	}
	return n;
}

static int
count_terms(struct store *store, const char *text, int64_t *n, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_FOUND_TERMS_MAKE, err);

	if (stmt == NULL || store_run(store, stmt, err) != 0)
		return -1;
	stmt = store_use(store, STMT_FOUND_TERMS, err);
	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":text", text);
	bind_int(stmt, ":limit", MOST_TERMS + 1);
	return store_number(store, stmt, n, err);
}

/* 1, or 0 where the index is of no help: a text of a character or two that
 * many trigrams begin with is quickly found by reading. */
static int
look_in_index(
    struct store *store, const struct store_filter *filter, struct err *err)
{
	int characters = characters_of(filter->search);
	int64_t terms;

	if (characters == 0)
		return 0;
	if (characters == TRIGRAM)
		return add_rows(store, STMT_FOUND_INDEXED, filter, 0, err) == 0;
	if (count_terms(store, filter->search, &terms, err) != 0 ||
	    terms > MOST_TERMS)
		return 0;
	return terms == 0 ||
	       add_rows(store, STMT_FOUND_BY_TERMS, filter, 0, err) == 0;
}

/* What holds a longer text held the shorter one: of a few sessions that are
 * left from that, the answers are read. */
static int
look_among(struct store *store, const struct store_filter *filter,
    struct found *before, struct err *err)
{
	for (size_t i = 0; i < before->n; i++) {
		sqlite3_stmt *stmt = store_use(store, STMT_FOUND_IN, err);
		char *pattern;
		int64_t held;
		int rc;

		if (stmt == NULL)
			return -1;
		bind_filter(stmt, filter, &pattern);
		bind_int(stmt, ":session", before->session_pks[i]);
		rc = store_number(store, stmt, &held, err);
		free(pattern);
		if (rc != 0)
			return -1;
		if (held != 0)
			add(&store->found, before->session_pks[i]);
	}
	return 0;
}

/* An index that can't be read, for want of FTS5 or by damage, is done
 * without. */
static int
look_in_answers(
    struct store *store, const struct store_filter *filter, struct err *err)
{
	struct err ignored = {0};
	int64_t last_pk;

	if (found_indexed(store, &last_pk, err) != 0)
		return -1;
	if (last_pk > 0 && look_in_index(store, filter, &ignored) == 1)
		return add_rows(store, STMT_FOUND_SINCE, filter, last_pk, err);
	store->found.n = 0;
	return add_rows(store, STMT_FOUND_READ, filter, 0, err);
}

static bool
narrows(const struct found *before, const char *text)
{
	return before->text != NULL && before->n <= FEW &&
	       strncmp(before->text, text, strlen(before->text)) == 0;
}

/* `before`: what the last search found, if that holds still. */
static int
look(struct store *store, const struct store_filter *filter,
    struct found *before, struct err *err)
{
	struct found *found = &store->found;
	int rc = narrows(before, filter->search)
		     ? look_among(store, filter, before, err)
		     : look_in_answers(store, filter, err);

	if (rc != 0 || add_rows(store, STMT_FOUND_NOTES, filter, 0, err) != 0)
		return -1;
	if (found->n > 0)
		qsort(found->session_pks, found->n, sizeof(*found->session_pks),
		    ascending);
	return 0;
}

int
store_others_version(struct store *store, int64_t *version, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_DATA_VERSION, err);

	return stmt == NULL ? -1 : store_number(store, stmt, version, err);
}

int
found_by(
    struct store *store, const struct store_filter *filter, struct err *err)
{
	struct found *found = &store->found, before;
	int64_t others;
	int rc;

	if (filter == NULL || filter->search == NULL || *filter->search == '\0')
		return 0;
	if (store_others_version(store, &others, err) != 0)
		return -1;
	if (found->own != sqlite3_total_changes(store->db) ||
	    found->others != others)
		found_release(store);
	if (found->text != NULL && strcmp(found->text, filter->search) == 0)
		return 0;
	before = *found;
	*found = (struct found){0};
	rc = look(store, filter, &before, err);
	if (rc == 0) {
		found->text = mem_text(filter->search);
		found->own = sqlite3_total_changes(store->db);
		found->others = others;
	}
	free(before.text);
	free(before.session_pks);
	return rc;
}
