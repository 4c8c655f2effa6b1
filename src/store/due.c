/* SPDX-License-Identifier: MIT */
#include "store/due.h"

#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/mem.h"
#include "store/found.h"
#include "store/schedule.h"

static int
by_id(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static const char *
value_text(sqlite3_value *value)
{
	const unsigned char *text = sqlite3_value_text(value);

	return text == NULL ? "" : (const char *)text;
}

static void
sql_due(sqlite3_context *context, int n, sqlite3_value **values)
{
	const struct due *due = sqlite3_user_data(context);
	const char *id = value_text(values[0]);

	(void)n;
	sqlite3_result_int(
	    context, due->n > 0 && bsearch(&id, due->ids, due->n,
				       sizeof(*due->ids), by_id) != NULL);
}

static void
sql_tagged(sqlite3_context *context, int n, sqlite3_value **values)
{
	(void)n;
	sqlite3_result_int(
	    context, list_of_has(value_text(values[0]), value_text(values[1])));
}

/* No schema can call them. */
int
due_init(struct store *store)
{
	int flags = SQLITE_UTF8 | SQLITE_DIRECTONLY;

	return sqlite3_create_function_v2(store->db, "due", 1, flags,
		   &store->due, sql_due, NULL, NULL, NULL) == SQLITE_OK &&
		       sqlite3_create_function_v2(store->db, "tagged", 2,
			   flags | SQLITE_DETERMINISTIC, NULL, sql_tagged, NULL,
			   NULL, NULL) == SQLITE_OK
		   ? 0
		   : -1;
}

void
due_release(struct store *store)
{
	for (size_t i = 0; i < store->due.n; i++)
		free(store->due.ids[i]);
	free(store->due.ids);
	store->due = (struct due){0};
}

/* What is due comes first. */
static int
list_due(struct store *store, int64_t as_of, struct err *err)
{
	struct due *due = &store->due;
	struct scheduled *rows;
	int n;

	if (store_schedule_all(store, as_of, &rows, &n, err) != 0)
		return -1;
	while (
	    due->n < (size_t)n && schedule_due(&rows[due->n].schedule, as_of))
		due->n++;
	due->ids = mem_zero(due->n + 1, sizeof(*due->ids));
	for (size_t i = 0; i < due->n; i++)
		due->ids[i] = mem_text(rows[i].question_id);
	scheduled_free(rows, n);
	qsort(due->ids, due->n, sizeof(*due->ids), by_id);
	return 0;
}

int
due_by(struct store *store, const struct store_filter *filter, struct err *err)
{
	struct due *due = &store->due;
	int64_t others;

	if (filter == NULL || filter->state != QUESTIONS_DUE)
		return 0;
	if (store_others_version(store, &others, err) != 0)
		return -1;
	if (due->known && due->as_of == filter->as_of &&
	    due->own == sqlite3_total_changes(store->db) &&
	    due->others == others)
		return 0;
	due_release(store);
	if (list_due(store, filter->as_of, err) != 0)
		return -1;
	due->known = true;
	due->as_of = filter->as_of;
	due->own = sqlite3_total_changes(store->db);
	due->others = others;
	return 0;
}
