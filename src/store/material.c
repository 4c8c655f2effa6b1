/* SPDX-License-Identifier: MIT */
#include "store/material.h"

#include "store/db.h"

static int
add_features(struct store *store, const char *question_id,
    struct material *material, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_BACKLOG, err);
	int rc;

	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":question", question_id);
	while ((rc = store_step(store, stmt, err)) == 1)
		material_add_feature(material, column_text(stmt, 0),
		    column_text(stmt, 1), column_text(stmt, 2),
		    column_text(stmt, 3));
	return rc;
}

static int
add_rows(struct store *store, const char *question_id,
    struct material *material, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_FIGURE_ROWS, err);
	int rc;

	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":question", question_id);
	while ((rc = store_step(store, stmt, err)) == 1)
		material_add_row(material, column_text(stmt, 0));
	return rc;
}

int
store_material(struct store *store, const char *question_id,
    struct material *material, struct err *err)
{
	*material = (struct material){0};
	if (add_features(store, question_id, material, err) == 0 &&
	    add_rows(store, question_id, material, err) == 0)
		return 0;
	material_release(material);
	return -1;
}
