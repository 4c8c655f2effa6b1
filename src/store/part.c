/* SPDX-License-Identifier: MIT */
#include "store/part.h"

#include "store/db.h"

static int
add(struct store *store, const char *answer_id, const struct part *part,
    int position, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_PART_ADD, err);

	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":answer", answer_id);
	bind_text(stmt, ":kind", part_kind_name(part->kind));
	bind_int(stmt, ":position", position);
	bind_text(stmt, ":name", part->name);
	bind_text(stmt, ":text", part->text);
	return store_run(store, stmt, err);
}

int
store_parts_add(struct store *store, const char *answer_id,
    const struct parts *parts, struct err *err)
{
	int positions[PART_INTERRUPTION + 1] = {0};

	for (size_t i = 0; i < parts->n; i++) {
		const struct part *part = &parts->at[i];

		if (*part->name == '\0' && *part->text == '\0')
			continue;
		if (add(store, answer_id, part, ++positions[part->kind], err))
			return -1;
	}
	return 0;
}

int
store_parts(struct store *store, int64_t answer_pk, struct parts *parts,
    struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_PARTS, err);
	enum part_kind kind;
	int rc;

	*parts = (struct parts){0};
	if (stmt == NULL)
		return -1;
	bind_int(stmt, ":answer", answer_pk);
	while ((rc = store_step(store, stmt, err)) == 1)
		if (part_kind_parse(column_text(stmt, 0), &kind))
			parts_add(parts, kind, column_text(stmt, 1),
			    column_text(stmt, 2));
	if (rc != 0)
		parts_release(parts);
	return rc;
}
