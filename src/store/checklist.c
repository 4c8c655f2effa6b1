/* SPDX-License-Identifier: MIT */
#include "store/checklist.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/checklist_count.h"
#include "store/db.h"

struct result {
	struct checklist_row *rows;
	int n;
};

/* An item whose check a later version brought can't be told: left out. */
static void
read_row(sqlite3_stmt *stmt, struct result *result)
{
	struct checklist_row *row;
	enum check check;

	if (!check_parse(column_text(stmt, 2), &check))
		return;
	result->rows = mem_grow(
	    result->rows, (size_t)result->n + 1, sizeof(*result->rows));
	row = &result->rows[result->n++];
	*row = (struct checklist_row){
	    .item =
		{
		    .item = column_copy(stmt, 0),
		    .label = column_copy(stmt, 1),
		    .check = check,
		    .need = sqlite3_column_int(stmt, 3),
		    .how = column_copy(stmt, 4),
		},
	    /* the tick; what is counted follows */
	    .state = {.done = strcmp(column_text(stmt, 5), "yes") == 0},
	};
}

static int
read_rows(struct store *store, struct result *result, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_CHECKLIST, err);
	int rc;

	if (stmt == NULL)
		return -1;
	while ((rc = store_step(store, stmt, err)) == 1)
		read_row(stmt, result);
	return rc;
}

static int
count(
    struct store *store, int64_t now_s, struct result *result, struct err *err)
{
	int need[CHECK_COUNT] = {0}, found[CHECK_COUNT];
	const struct rules *rules;

	for (int i = 0; i < result->n; i++) {
		const struct checklist_item *item = &result->rows[i].item;

		if (item->need > need[item->check])
			need[item->check] = item->need;
	}
	if (store_rules(store, &rules, err) != 0 ||
	    checklist_count(store, now_s, need, found, err) != 0)
		return -1;
	for (int i = 0; i < result->n; i++) {
		struct checklist_row *row = &result->rows[i];

		row->state = checklist_state(
		    &row->item, found[row->item.check], row->state.done);
		checklist_text(row->text, rules, &row->item, &row->state);
	}
	return 0;
}

int
store_checklist(struct store *store, int64_t now_s, struct checklist_row **rows,
    int *n, struct err *err)
{
	struct result result = {0};

	if (read_rows(store, &result, err) != 0 ||
	    count(store, now_s, &result, err) != 0) {
		checklist_rows_free(result.rows, result.n);
		return -1;
	}
	*rows = result.rows;
	*n = result.n;
	return 0;
}

void
checklist_rows_free(struct checklist_row *rows, int n)
{
	for (int i = 0; i < n; i++)
		checklist_item_release(&rows[i].item);
	free(rows);
}

static int
latest_tick(
    struct store *store, const char *item, int64_t *latest, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_CHECKED_LATEST, err);

	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":item", item);
	return store_number(store, stmt, latest, err);
}

int
store_tick(struct store *store, const char *item, bool done, int64_t now_s,
    struct err *err)
{
	sqlite3_stmt *stmt;
	int64_t latest;

	if (store_need_write(store, err) != 0 ||
	    latest_tick(store, item, &latest, err) != 0)
		return -1;
	stmt = store_use(store, STMT_CHECKED_ADD, err);
	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":item", item);
	bind_int(stmt, ":checked_at", now_s > latest ? now_s : latest + 1);
	bind_text(stmt, ":done", done ? "yes" : "no");
	return store_run(store, stmt, err);
}
