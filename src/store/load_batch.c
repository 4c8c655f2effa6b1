/* SPDX-License-Identifier: MIT */
#include "store/load_batch.h"

#include <string.h>

enum {
	VALUES = QUESTION_FACTS + 1, /* of a row, with its origin */
	ALL_FACTS = (1 << QUESTION_FACTS) - 1,
	BATCH_BYTES = 1 << 17, /* of text, and what the last row has more */
};

void
load_batch_init(
    struct load_batch *load, struct store *store, const char *origin)
{
	load->store = store;
	load->origin = origin;
	for (int i = 0; i < BATCHES; i++) {
		load->batches[i].load = load;
		str_init(&load->batches[i].text);
	}
}

static struct batch_text
keep_text(struct str *text, const char *fact)
{
	struct batch_text kept = {
	    .at = (uint32_t)text->len,
	    .n = (uint32_t)strlen(fact),
	};

	str_addn(text, fact, kept.n);
	return kept;
}

/* A copy: what the facts borrow from is gone with the next row. */
static void
keep(struct batch *batch, const struct field_value *facts)
{
	struct batch_row *row = &batch->rows[batch->n++];

	row->has = 0;
	for (int k = 0; k < QUESTION_FACTS; k++) {
		switch (facts[k].kind) {
		case VALUE_NONE:
			continue;
		case VALUE_INT:
			row->seconds = (double)facts[k].i;
			break;
		case VALUE_REAL:
			row->seconds = facts[k].r;
			break;
		case VALUE_TEXT:
			row->texts[k] = keep_text(&batch->text, facts[k].s);
			break;
		}
		row->has |= 1U << k;
	}
}

static void
bind_fact(sqlite3_stmt *stmt, int at, const struct batch_row *row, int k,
    const char *text)
{
	const struct batch_text *fact = &row->texts[k];
	bool has = row->has >> k & 1;

	if (k != QUESTION_SECONDS)
		sqlite3_bind_text(stmt, at, has ? text + fact->at : "",
		    has ? (int)fact->n : 0, SQLITE_STATIC);
	else if (has)
		sqlite3_bind_double(stmt, at, row->seconds);
	else
		sqlite3_bind_null(stmt, at);
}

/* The statement, with what is bound in every row alike. */
static int
prepare_many(struct load_batch *load, struct err *err)
{
	load->many = store_use(load->store, STMT_QUESTION_LOAD, err);
	if (load->many == NULL)
		return -1;
	for (int i = 0; i < QUESTION_BATCH; i++) {
		sqlite3_bind_text(load->many, (i + 1) * VALUES, load->origin,
		    -1, SQLITE_STATIC);
		load->bound[i] = ALL_FACTS;
	}
	return 0;
}

/* The rows from `first` on, as many as the statement takes. */
static int
put_many(const struct batch *batch, int first, struct err *err)
{
	struct load_batch *load = batch->load;

	if (load->many == NULL && prepare_many(load, err) != 0)
		return -1;
	for (int i = 0; i < QUESTION_BATCH; i++) {
		const struct batch_row *row = &batch->rows[first + i];
		unsigned to_bind = row->has | load->bound[i];

		for (int k = 0; k < QUESTION_FACTS; k++)
			if (to_bind >> k & 1)
				bind_fact(load->many, i * VALUES + k + 1, row,
				    k, batch->text.s);
		load->bound[i] = row->has;
	}
	return store_step(load->store, load->many, err);
}

static int
put_one(const struct batch *batch, int row, struct err *err)
{
	struct load_batch *load = batch->load;

	if (load->one == NULL)
		load->one = store_use(load->store, STMT_QUESTION_ADD, err);
	if (load->one == NULL)
		return -1;
	for (int k = 0; k < QUESTION_FACTS; k++)
		bind_fact(
		    load->one, k + 1, &batch->rows[row], k, batch->text.s);
	sqlite3_bind_text(load->one, VALUES, load->origin, -1, SQLITE_STATIC);
	return store_step(load->store, load->one, err);
}

/* The worker's part. */
static void
put_batch(void *arg)
{
	struct batch *batch = arg;
	struct load_batch *load = batch->load;
	int rc = load->result, at = 0;

	for (; rc == 0 && batch->n - at >= QUESTION_BATCH; at += QUESTION_BATCH)
		rc = put_many(batch, at, &load->err);
	for (; rc == 0 && at < batch->n; at++)
		rc = put_one(batch, at, &load->err);
	batch->n = 0;
	str_clear(&batch->text);
	load->result = rc;
}

static int
result(const struct load_batch *load, struct err *err)
{
	if (load->result == 0)
		return 0;
	*err = load->err;
	return -1;
}

static int
hand_over(struct load_batch *load, struct err *err)
{
	struct batch *batch = &load->batches[load->gathered];

	if (load->worker != NULL)
		worker_begin(load->worker, put_batch, batch);
	else
		put_batch(batch);
	load->gathered = (load->gathered + 1) % BATCHES;
	return result(load, err);
}

int
load_batch_put(
    struct load_batch *load, const struct field_value *facts, struct err *err)
{
	struct batch *batch = &load->batches[load->gathered];

	keep(batch, facts);
	if (batch->n < BATCH_ROWS && batch->text.len < BATCH_BYTES)
		return 0;
	return hand_over(load, err);
}

/* Until the store is nobody else's. */
static void
wait_for_put(struct load_batch *load)
{
	if (load->worker != NULL)
		worker_ended(load->worker, -1);
}

int
load_batch_end(struct load_batch *load, struct err *err)
{
	if (hand_over(load, err) != 0)
		return -1;
	wait_for_put(load);
	return result(load, err);
}

void
load_batch_release(struct load_batch *load)
{
	wait_for_put(load);
	if (load->many != NULL)
		sqlite3_clear_bindings(load->many);
	if (load->one != NULL)
		sqlite3_clear_bindings(load->one);
	for (int i = 0; i < BATCHES; i++)
		str_release(&load->batches[i].text);
}
