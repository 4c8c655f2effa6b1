/* SPDX-License-Identifier: MIT */
#include "store/load.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "store/db.h"

enum {
	FACTS = 11,
	FACT_ID = 0,
	MANY_ROWS = 2000, /* fewer are put one by one */
	MANY_TIMES = 4,   /* as many as there are */
	LATE_BYTES = 1 << 20,
	FILTER_BITS_MIN = 10, /* 2^10 words of 64 bits */
	FILTER_BITS_MAX = 19, /* 4 MB */
	FILTER_ROWS = 4,      /* that share a word */
	PROBES = 6,           /* bits of a word that an id sets */
	BIT_BITS = 6,         /* to choose one of them */
	NUMBER_MAX = 1 << 28, /* of a row; no bank is as large */
};

struct load {
	struct store *store;
	bool shipped;
	bool has_index;  /* rows can be looked up */
	int64_t base;    /* the last row that was there; new ones follow it by
			  * their lines */
	uint32_t *lines; /* by number, of rows that were there: where met */
	uint64_t *filter;
	int filter_bits;
	struct str late;        /* rows put off, packed */
	sqlite3_stmt *insert;   /* NULL until it is needed; the store's */
	bool is_missing[FACTS]; /* bound so */
	load_done_fn *done;
	void *arg;
};

/* FNV-1a, its bits mixed as by MurmurHash3's finaliser. */
static uint64_t
hash_id(const char *id)
{
	uint64_t hash = UINT64_C(14695981039346656037);

	for (; *id != '\0'; id++) {
		hash ^= (unsigned char)*id;
		hash *= UINT64_C(1099511628211);
	}
	hash ^= hash >> 33;
	hash *= UINT64_C(0xff51afd7ed558ccd);
	hash ^= hash >> 33;
	hash *= UINT64_C(0xc4ceb9fe1a85ec53);
	return hash ^ hash >> 33;
}

/* Notes the id; false when it was not noted before, for certain: a Bloom filter
 * that takes one word an id, and so one miss of the cache. */
static bool
filter_has(struct load *load, const char *id)
{
	uint64_t hash = hash_id(id), mask = 0;
	uint64_t *word = &load->filter[hash >> (64 - load->filter_bits)];
	bool has;

	for (int i = 0; i < PROBES; i++)
		mask |= UINT64_C(1) << (hash >> (i * BIT_BITS) & 63);
	has = (*word & mask) == mask;
	*word |= mask;
	return has;
}

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
		filter_has(load, column_text(stmt, 0));
	return rc;
}

/* No larger than it need be: what the cache does not hold is slow. */
static void
make_filter(struct load *load, int64_t rows)
{
	int bits = FILTER_BITS_MIN;

	while (bits < FILTER_BITS_MAX && rows > FILTER_ROWS * (1LL << bits))
		bits++;
	load->filter_bits = bits;
	load->filter = mem_zero((size_t)1 << bits, sizeof(*load->filter));
}

static int
drop_indexes(struct load *load, int64_t rows, struct err *err)
{
	make_filter(load, rows);
	if (fill_filter(load, err) != 0 ||
	    run_alone(load, STMT_QUESTION_DROP_BY_ID, err) != 0 ||
	    run_alone(load, STMT_QUESTION_DROP_BY_ROUND, err) != 0)
		return -1;
	load->has_index = false;
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
		rc = drop_indexes(load, rows, err);
	return rc;
}

/* The statement, with what is bound in every row alike. */
static int
prepare_insert(struct load *load, struct err *err)
{
	load->insert = store_use(load->store, STMT_QUESTION_LOAD, err);
	if (load->insert == NULL)
		return -1;
	sqlite3_bind_text(load->insert, FACTS + 1,
	    load->shipped ? "shipped" : "user", -1, SQLITE_STATIC);
	return 0;
}

/* Most fields of most banks are missing: these stay bound as they are. */
static void
bind_facts(struct load *load, const struct field_value *facts)
{
	for (int i = 0; i < FACTS; i++) {
		bool is_missing = facts[i].kind == VALUE_NONE;

		if (!is_missing || !load->is_missing[i])
			bind_value(load->insert, i + 1, &facts[i]);
		load->is_missing[i] = is_missing;
	}
}

static int
insert(struct load *load, const struct field_value *facts, size_t line,
    struct err *err)
{
	if (load->insert == NULL && prepare_insert(load, err) != 0)
		return -1;
	bind_facts(load, facts);
	sqlite3_bind_int64(load->insert, FACTS + 2, load->base + (int64_t)line);
	if (store_step(load->store, load->insert, err) < 0)
		return -1;
	load->done(load->arg, line, 0, CHANGE_ADDED);
	return 0;
}

/* The number of the row with that id; 0: there is none. */
static int
look_up(struct load *load, const char *id, int64_t *pk, struct err *err)
{
	sqlite3_stmt *stmt = store_use(load->store, STMT_QUESTION_PK, err);

	if (stmt == NULL)
		return -1;
	sqlite3_bind_text(stmt, 1, id, -1, SQLITE_STATIC);
	return store_number(load->store, stmt, pk, err);
}

/* The row that is there was in this file already, or it is compared. */
static int
meet(struct load *load, const struct field_value *facts, size_t line,
    int64_t pk, struct err *err)
{
	enum change change = CHANGE_NONE;
	size_t before =
	    pk > load->base ? (size_t)(pk - load->base) : load->lines[pk];

	if (before == 0) {
		load->lines[pk] = (uint32_t)line;
		if (store_put(load->store, ENTITY_QUESTIONS, facts,
			load->shipped, &change, err) != 0)
			return -1;
	}
	load->done(load->arg, line, before, change);
	return 0;
}

static int
put_indexed(struct load *load, const struct field_value *facts, size_t line,
    struct err *err)
{
	int64_t pk;

	if (look_up(load, facts[FACT_ID].s, &pk, err) != 0)
		return -1;
	return pk == 0 ? insert(load, facts, line, err)
		       : meet(load, facts, line, pk, err);
}

/* A missing text is one of no bytes. */
static bool
holds_text(const struct field_value *fact)
{
	return fact->kind == VALUE_TEXT ||
	       (fact->kind == VALUE_NONE && fact->s != NULL);
}

/* Packed: the line, then each fact's kind with its number or its text. */
static void
put_off(struct load *load, const struct field_value *facts, size_t line)
{
	str_addn(&load->late, (const char *)&line, sizeof(line));
	for (int i = 0; i < FACTS; i++) {
		bool is_text = holds_text(&facts[i]);

		str_ch(&load->late, (char)facts[i].kind);
		str_ch(&load->late, is_text);
		if (is_text)
			str_addn(
			    &load->late, facts[i].s, strlen(facts[i].s) + 1);
		else
			str_addn(&load->late, (const char *)&facts[i].r,
			    sizeof(facts[i].r));
	}
}

/* The facts borrow from `at`; returns what is behind them. */
static const char *
unpack(const char *at, struct field_value *facts, size_t *line)
{
	memcpy(line, at, sizeof(*line));
	at += sizeof(*line);
	for (int i = 0; i < FACTS; i++) {
		bool is_text = at[1];

		facts[i] = (struct field_value){.kind = (enum field_kind)at[0]};
		at += 2;
		if (is_text) {
			facts[i].s = at;
			at += strlen(at) + 1;
		} else {
			memcpy(&facts[i].r, at, sizeof(facts[i].r));
			at += sizeof(facts[i].r);
		}
	}
	return at;
}

static int
make_indexes(struct load *load, struct err *err)
{
	if (run_alone(load, STMT_QUESTION_INDEX_BY_ID, err) != 0 ||
	    run_alone(load, STMT_QUESTION_INDEX_BY_ROUND, err) != 0)
		return -1;
	load->has_index = true;
	free(load->filter);
	load->filter = NULL;
	return 0;
}

static int
put_late(struct load *load, struct err *err)
{
	const char *at = load->late.s, *end = at + load->late.len;
	struct field_value facts[FACTS];
	size_t line;

	while (at < end) {
		at = unpack(at, facts, &line);
		if (put_indexed(load, facts, line, err) != 0)
			return -1;
	}
	str_clear(&load->late);
	return 0;
}

int
store_load_end(struct load *load, struct err *err)
{
	if (load->has_index)
		return 0;
	return make_indexes(load, err) == 0 ? put_late(load, err) : -1;
}

int
store_load_put(struct load *load, const struct field_value *facts, size_t line,
    struct err *err)
{
	if (load->has_index)
		return put_indexed(load, facts, line, err);
	if (!filter_has(load, facts[FACT_ID].s))
		return insert(load, facts, line, err);
	put_off(load, facts, line);
	/* A file full of repeats goes on row by row. */
	return load->late.len > LATE_BYTES ? store_load_end(load, err) : 0;
}

void
store_load_free(struct load *load)
{
	if (load == NULL)
		return;
	if (load->insert != NULL)
		sqlite3_clear_bindings(load->insert);
	str_release(&load->late);
	free(load->filter);
	free(load->lines);
	free(load);
}
