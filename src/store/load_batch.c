/* SPDX-License-Identifier: MIT */
#include "store/load_batch.h"

#include <string.h>

enum { VALUES = QUESTION_FACTS + 1 }; /* of a row, with its origin */

void
load_batch_init(
    struct load_batch *batch, struct store *store, const char *origin)
{
	*batch = (struct load_batch){
	    .store = store,
	    .origin = origin,
	    .text = STR_INIT,
	};
}

void
load_batch_release(struct load_batch *batch)
{
	if (batch->many != NULL)
		sqlite3_clear_bindings(batch->many);
	if (batch->one != NULL)
		sqlite3_clear_bindings(batch->one);
	str_release(&batch->text);
}

/* A copy: what the fact borrows from is gone with the next row. */
static struct batch_fact
keep(struct load_batch *batch, const struct field_value *fact)
{
	struct batch_fact kept = {.kind = fact->kind, .at = batch->text.len};

	switch (fact->kind) {
	case VALUE_NONE:
		break;
	case VALUE_INT:
		kept.number = (double)fact->i;
		break;
	case VALUE_REAL:
		kept.number = fact->r;
		break;
	case VALUE_TEXT:
		kept.n = strlen(fact->s);
		str_addn(&batch->text, fact->s, kept.n + 1);
		break;
	}
	return kept;
}

static void
bind_fact(const struct load_batch *batch, sqlite3_stmt *stmt, int at,
    enum question_fact which, const struct batch_fact *fact)
{
	switch (fact->kind) {
	case VALUE_NONE:
		if (which == QUESTION_SECONDS)
			sqlite3_bind_null(stmt, at);
		else
			sqlite3_bind_text(stmt, at, "", 0, SQLITE_STATIC);
		break;
	case VALUE_INT:
	case VALUE_REAL:
		sqlite3_bind_double(stmt, at, fact->number);
		break;
	case VALUE_TEXT:
		sqlite3_bind_text(stmt, at, batch->text.s + fact->at,
		    (int)fact->n, SQLITE_STATIC);
		break;
	}
}

static int
put_many(struct load_batch *batch, struct err *err)
{
	bool is_first = batch->many == NULL;

	if (is_first) {
		batch->many = store_use(batch->store, STMT_QUESTION_LOAD, err);
		if (batch->many == NULL)
			return -1;
	}
	for (int i = 0; i < batch->n; i++) {
		int at = i * VALUES + 1;

		for (int k = 0; k < QUESTION_FACTS; k++) {
			const struct batch_fact *fact =
			    &batch->rows[i].facts[k];
			bool is_missing = fact->kind == VALUE_NONE;

			if (!is_missing || !batch->is_missing[i][k])
				bind_fact(batch, batch->many, at + k,
				    (enum question_fact)k, fact);
			batch->is_missing[i][k] = is_missing;
		}
		if (is_first)
			sqlite3_bind_text(batch->many, at + QUESTION_FACTS,
			    batch->origin, -1, SQLITE_STATIC);
	}
	return store_step(batch->store, batch->many, err);
}

static int
put_one(struct load_batch *batch, const struct batch_row *row, struct err *err)
{
	if (batch->one == NULL)
		batch->one = store_use(batch->store, STMT_QUESTION_ADD, err);
	if (batch->one == NULL)
		return -1;
	for (int k = 0; k < QUESTION_FACTS; k++)
		bind_fact(batch, batch->one, k + 1, (enum question_fact)k,
		    &row->facts[k]);
	sqlite3_bind_text(batch->one, VALUES, batch->origin, -1, SQLITE_STATIC);
	return store_step(batch->store, batch->one, err);
}

int
load_batch_end(struct load_batch *batch, struct err *err)
{
	int rc = 0;

	if (batch->n == QUESTION_BATCH)
		rc = put_many(batch, err);
	else
		for (int i = 0; i < batch->n && rc == 0; i++)
			rc = put_one(batch, &batch->rows[i], err);
	batch->n = 0;
	str_clear(&batch->text);
	return rc;
}

int
load_batch_put(
    struct load_batch *batch, const struct field_value *facts, struct err *err)
{
	struct batch_row *row = &batch->rows[batch->n++];

	for (int i = 0; i < QUESTION_FACTS; i++)
		row->facts[i] = keep(batch, &facts[i]);
	return batch->n == QUESTION_BATCH ? load_batch_end(batch, err) : 0;
}
