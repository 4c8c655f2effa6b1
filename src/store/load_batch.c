/* SPDX-License-Identifier: MIT */
#include "store/load_batch.h"

#include <string.h>

enum { VALUES = QUESTION_FACTS + 1 }; /* of a row, with its origin */

void
load_batch_init(
    struct load_batch *load, struct store *store, const char *origin)
{
	load->store = store;
	load->origin = origin;
	for (int i = 0; i < 2; i++)
		str_init(&load->batches[i].text);
	load->gathered = &load->batches[0];
	load->put = &load->batches[1];
}

/* A copy: what the fact borrows from is gone with the next row. */
static struct batch_fact
keep(struct str *text, const struct field_value *fact)
{
	struct batch_fact kept = {.kind = fact->kind, .at = text->len};

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
		str_addn(text, fact->s, kept.n + 1);
		break;
	}
	return kept;
}

static void
bind_fact(sqlite3_stmt *stmt, int at, enum question_fact which,
    const struct batch_fact *fact, const char *text)
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
		sqlite3_bind_text(
		    stmt, at, text + fact->at, (int)fact->n, SQLITE_STATIC);
		break;
	}
}

/* The statement, with what is bound in every row alike. */
static int
prepare_many(struct load_batch *load, struct err *err)
{
	load->many = store_use(load->store, STMT_QUESTION_LOAD, err);
	if (load->many == NULL)
		return -1;
	for (int i = 1; i <= QUESTION_BATCH; i++)
		sqlite3_bind_text(
		    load->many, i * VALUES, load->origin, -1, SQLITE_STATIC);
	return 0;
}

/* The rows from `first` on, as many as the statement takes. */
static int
put_many(struct load_batch *load, int first, struct err *err)
{
	const struct batch *batch = load->put;

	if (load->many == NULL && prepare_many(load, err) != 0)
		return -1;
	for (int i = 0; i < QUESTION_BATCH; i++) {
		for (int k = 0; k < QUESTION_FACTS; k++) {
			const struct batch_fact *fact =
			    &batch->rows[first + i][k];
			bool is_missing = fact->kind == VALUE_NONE;

			if (!is_missing || !load->is_missing[i][k])
				bind_fact(load->many, i * VALUES + k + 1,
				    (enum question_fact)k, fact, batch->text.s);
			load->is_missing[i][k] = is_missing;
		}
	}
	return store_step(load->store, load->many, err);
}

static int
put_one(struct load_batch *load, int row, struct err *err)
{
	const struct batch *batch = load->put;

	if (load->one == NULL)
		load->one = store_use(load->store, STMT_QUESTION_ADD, err);
	if (load->one == NULL)
		return -1;
	for (int k = 0; k < QUESTION_FACTS; k++)
		bind_fact(load->one, k + 1, (enum question_fact)k,
		    &batch->rows[row][k], batch->text.s);
	sqlite3_bind_text(load->one, VALUES, load->origin, -1, SQLITE_STATIC);
	return store_step(load->store, load->one, err);
}

/* The worker's part. */
static void
put_batch(void *arg)
{
	struct load_batch *load = arg;
	struct batch *batch = load->put;
	int rc = 0, at = 0;

	for (; rc == 0 && batch->n - at >= QUESTION_BATCH; at += QUESTION_BATCH)
		rc = put_many(load, at, &load->err);
	for (; rc == 0 && at < batch->n; at++)
		rc = put_one(load, at, &load->err);
	batch->n = 0;
	str_clear(&batch->text);
	load->result = rc;
}

/* Until the store is nobody else's. */
static int
wait_for_put(struct load_batch *load, struct err *err)
{
	if (load->worker != NULL)
		worker_ended(load->worker, -1);
	if (load->result != 0)
		*err = load->err;
	return load->result;
}

static int
hand_over(struct load_batch *load, struct err *err)
{
	struct batch *free_one = load->put;

	if (wait_for_put(load, err) != 0)
		return -1;
	load->put = load->gathered;
	load->gathered = free_one;
	if (load->worker != NULL)
		worker_begin(load->worker, put_batch, load);
	else
		put_batch(load);
	return 0;
}

int
load_batch_put(
    struct load_batch *load, const struct field_value *facts, struct err *err)
{
	struct batch *batch = load->gathered;
	struct batch_fact *row = batch->rows[batch->n++];

	for (int i = 0; i < QUESTION_FACTS; i++)
		row[i] = keep(&batch->text, &facts[i]);
	return batch->n == BATCH_ROWS ? hand_over(load, err) : 0;
}

int
load_batch_end(struct load_batch *load, struct err *err)
{
	return hand_over(load, err) == 0 ? wait_for_put(load, err) : -1;
}

void
load_batch_release(struct load_batch *load)
{
	struct err ignored;

	wait_for_put(load, &ignored);
	if (load->many != NULL)
		sqlite3_clear_bindings(load->many);
	if (load->one != NULL)
		sqlite3_clear_bindings(load->one);
	for (int i = 0; i < 2; i++)
		str_release(&load->batches[i].text);
}
