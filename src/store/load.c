/* SPDX-License-Identifier: MIT */
#include "store/load.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/id_filter.h"
#include "store/line_map.h"
#include "store/load_batch.h"
#include "store/load_late.h"

enum {
	MANY_ROWS = 2000, /* fewer are put one by one */
	MANY_TIMES = 4,   /* as many as there are */
	LATE_BYTES = 1 << 20,
	LOOK_MS = 4,          /* how often somebody may want to end it */
	NUMBER_MAX = 1 << 28, /* of a row; no bank is as large */
	NUMBER_AT = QUESTION_FACTS + 1, /* column of a row that is met */
};

struct load {
	struct store *store;
	bool shipped;
	bool has_index;        /* rows can be looked up */
	int64_t base;          /* the last row that was there */
	struct line_map added; /* the lines of those that follow it */
	uint32_t *lines; /* by number, of rows that were there: where met */
	struct id_filter filter;
	struct worker *worker; /* NULL: the index was never gone */
	bool is_indexing;      /* the worker is at it */
	int result;            /* of that, with `err` */
	struct err err;
	struct load_batch batch;
	struct str late;    /* rows put off, packed */
	sqlite3_stmt *next; /* not NULL: gives the row after the last met */
	int64_t last;       /* the row that was met last */
	load_done_fn *done;
	void *arg;
};

static int
run_alone(struct load *load, enum statement id, struct err *err)
{
	sqlite3_stmt *stmt = store_use(load->store, id, err);

	return stmt == NULL ? -1 : store_run(load->store, stmt, err);
}

static int
number_alone(
    struct load *load, enum statement id, int64_t *value, struct err *err)
{
	sqlite3_stmt *stmt = store_use(load->store, id, err);

	if (stmt == NULL)
		return -1;
	return store_number(load->store, stmt, value, err);
}

static int
fill_filter(struct load *load, struct err *err)
{
	sqlite3_stmt *stmt = store_use(load->store, STMT_QUESTION_IDS, err);
	int rc;

	if (stmt == NULL)
		return -1;
	while ((rc = store_step(load->store, stmt, err)) == 1)
		id_filter_has(&load->filter, column_text(stmt, 0));
	return rc;
}

static int
drop_index(struct load *load, int64_t rows, struct err *err)
{
	id_filter_init(&load->filter, rows);
	if (fill_filter(load, err) != 0 ||
	    run_alone(load, STMT_QUESTION_DROP_INDEX, err) != 0)
		return -1;
	load->has_index = false;
	load->worker = worker_new();
	load->batch.worker = load->worker;
	return 0;
}

int
store_load_begin(struct store *store, int64_t rows, bool shipped,
    load_done_fn *done, void *arg, struct load **out, struct err *err)
{
	struct load *load = mem_zero(1, sizeof(*load));
	int64_t there = 0;
	int rc = 0;

	*load = (struct load){
	    .store = store,
	    .shipped = shipped,
	    .has_index = true,
	    .late = STR_INIT,
	    .done = done,
	    .arg = arg,
	};
	line_map_init(&load->added);
	load_batch_init(&load->batch, store, shipped ? "shipped" : "user");
	*out = load;
	if (number_alone(load, STMT_QUESTION_LAST, &load->base, err) != 0)
		return -1;
	if (load->base < 0 || load->base > NUMBER_MAX)
		return fail_as(err, ERR_DATABASE,
		    "%s: a question has a number beyond all use; put the "
		    "newest backup in its place",
		    store_path(store));
	load->lines = mem_zero((size_t)load->base + 1, sizeof(*load->lines));
	if (rows < MANY_ROWS)
		return 0;
	rc = number_alone(load, STMT_QUESTION_ALL, &there, err);
	if (rc == 0 && there * MANY_TIMES <= rows)
		rc = drop_index(load, rows, err);
	return rc;
}

static int
add(struct load *load, const struct field_value *facts, size_t line,
    struct err *err)
{
	if (load_batch_put(&load->batch, facts, err) != 0)
		return -1;
	/* Where rows can be looked up, this one must be found too. */
	if (load->has_index && load_batch_end(&load->batch, err) != 0)
		return -1;
	line_map_add(&load->added, line);
	load->done(load->arg, line, 0, CHANGE_ADDED);
	return 0;
}

/* The row was in this file already, or it is compared. */
static int
meet(struct load *load, sqlite3_stmt *row, const struct field_value *facts,
    size_t line, struct err *err)
{
	int64_t pk = sqlite3_column_int64(row, NUMBER_AT);
	enum change change = CHANGE_NONE;
	size_t before = pk > load->base ? line_map_at(&load->added,
					      (size_t)(pk - load->base - 1))
					: load->lines[pk];

	load->last = pk;
	if (before == 0) {
		load->lines[pk] = (uint32_t)line;
		change = compare_row(row, facts, QUESTION_FACTS, load->shipped);
	}
	if (change == CHANGE_UPDATED &&
	    store_put(load->store, ENTITY_QUESTIONS, facts, load->shipped,
		&change, err) != 0)
		return -1;
	load->done(load->arg, line, before, change);
	return 0;
}

static void
stop_following(struct load *load)
{
	if (load->next != NULL)
		sqlite3_reset(load->next);
	load->next = NULL;
}

/* Whether the row is the one after the row before: so it is, again and again,
 * when a file is imported anew. */
static int
read_next(struct load *load, const char *id, struct err *err)
{
	int rc = store_step(load->store, load->next, err);

	if (rc == 1 && strcmp(column_text(load->next, QUESTION_ID), id) == 0)
		return 1;
	stop_following(load);
	return rc < 0 ? -1 : 0;
}

/* Two that followed each other may be the begin of many. */
static int
follow(struct load *load, int64_t before, struct err *err)
{
	if (load->last != before + 1)
		return 0;
	load->next = store_use(load->store, STMT_QUESTION_FOLLOW, err);
	if (load->next == NULL)
		return -1;
	sqlite3_bind_int64(load->next, 1, load->last);
	return 0;
}

static int
put_looked_up(struct load *load, const struct field_value *facts, size_t line,
    struct err *err)
{
	sqlite3_stmt *row = store_use(load->store, STMT_QUESTION_MEET, err);
	int64_t before = load->last;
	int rc;

	if (row == NULL)
		return -1;
	sqlite3_bind_text(row, 1, facts[QUESTION_ID].s, -1, SQLITE_STATIC);
	rc = store_step(load->store, row, err);
	if (rc == 0)
		return add(load, facts, line, err);
	if (rc == 1)
		rc = meet(load, row, facts, line, err);
	sqlite3_reset(row);
	return rc == 0 ? follow(load, before, err) : -1;
}

static int
put_indexed(struct load *load, const struct field_value *facts, size_t line,
    struct err *err)
{
	int rc = 0;

	if (load->next != NULL)
		rc = read_next(load, facts[QUESTION_ID].s, err);
	if (rc == 0)
		return put_looked_up(load, facts, line, err);
	return rc == 1 ? meet(load, load->next, facts, line, err) : -1;
}

/* The worker's part. */
static void
make_index(void *arg)
{
	struct load *load = arg;

	load->result = run_alone(load, STMT_QUESTION_INDEX, &load->err);
}

static int
put_late(struct load *load, struct err *err)
{
	const char *at = load->late.s, *end = at + load->late.len;
	struct field_value facts[QUESTION_FACTS];
	size_t line;

	while (at < end) {
		at = load_late_read(at, facts, &line);
		if (put_indexed(load, facts, line, err) != 0)
			return -1;
	}
	str_clear(&load->late);
	return 0;
}

static int
begin_index(struct load *load, struct err *err)
{
	if (load_batch_end(&load->batch, err) != 0)
		return -1;
	load->is_indexing = true;
	worker_begin(load->worker, make_index, load);
	return 0;
}

static int
end_index(struct load *load, struct err *err)
{
	load->is_indexing = false;
	if (load->result != 0) {
		*err = load->err;
		return -1;
	}
	load->has_index = true;
	load->batch.worker = NULL; /* one row is not worth handing over */
	id_filter_release(&load->filter);
	return put_late(load, err);
}

int
store_load_end(struct load *load, struct err *err)
{
	int rc = 0;

	if (!load->has_index) {
		if (!load->is_indexing && begin_index(load, err) != 0)
			return -1;
		if (!worker_ended(load->worker, LOOK_MS))
			return 1;
		rc = end_index(load, err);
	}
	stop_following(load);
	return rc;
}

/* A file full of repeats goes on row by row. */
static int
catch_up(struct load *load, struct err *err)
{
	int rc;

	do
		rc = store_load_end(load, err);
	while (rc == 1);
	return rc;
}

int
store_load_put(struct load *load, const struct field_value *facts, size_t line,
    struct err *err)
{
	if (load->has_index)
		return put_indexed(load, facts, line, err);
	if (!id_filter_has(&load->filter, facts[QUESTION_ID].s))
		return add(load, facts, line, err);
	load_late_add(&load->late, facts, line);
	return load->late.len > LATE_BYTES ? catch_up(load, err) : 0;
}

void
store_load_free(struct load *load)
{
	if (load == NULL)
		return;
	while (load->is_indexing && !worker_ended(load->worker, LOOK_MS))
		sqlite3_interrupt(load->store->db);
	load_batch_release(&load->batch);
	worker_free(load->worker);
	stop_following(load);
	line_map_release(&load->added);
	id_filter_release(&load->filter);
	str_release(&load->late);
	free(load->lines);
	free(load);
}
