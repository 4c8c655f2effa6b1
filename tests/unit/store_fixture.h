/* SPDX-License-Identifier: MIT */
/*
 * A database of its own for each test, in a directory of its own under TMPDIR
 * that is removed afterwards.  Use it as the set-up of a test; `*state` is
 * then a struct fixture.
 */
#ifndef UNIT_STORE_FIXTURE_H
#define UNIT_STORE_FIXTURE_H

#include <stdint.h>

#include "io/import.h"
#include "store/store.h"

struct fixture {
	char *dir;
	char *path; /* of the database */
	struct store *store;
};

/* The schema and the small sample below, nothing built in:
 * rubrics	star (situation 1, task 2, action 3, result 4; wants a metric)
 *		plain (clarity 1, result 1)
 * rounds	behavioural (star, 180 s, think 30 s, 3 questions, alias 行为)
 *		general (plain, 120 s, no think time, 1 question)
 * levels	apm (alias junior), senior
 * questions	q-1 … q-4 behavioural: q-1 with 3 probes, q-2 for tencent and
 *		senior, q-3 rated on plain, q-4 with 90 seconds; g-1 general */
int fixture_set_up(void **state);

/* The schema and the built-in data. */
int fixture_set_up_built_in(void **state);

int fixture_tear_down(void **state);

/* A path within the test's directory; owned by the caller. */
char *fixture_path(const struct fixture *fixture, const char *name);

/* One more database with the same sample; close it with store_close(). */
struct store *fixture_another(const struct fixture *fixture, const char *name);

/* Imports a whole file that must be taken. */
void fixture_import(struct store *store, const char *kind, const char *csv);

/* Imports it with options of the caller's; returns what import_csv() does. */
int
fixture_import_with(struct store *store, const struct import_options *options,
    const char *csv, struct import_report *report, struct err *err);

/* Every row of the kind as CSV; owned by the caller. */
char *fixture_export(struct store *store, const char *kind);

/* Runs SQL on the file past the store. */
void fixture_sql(const char *path, const char *sql);

/* The number, or the text (owned), that a query gives. */
int64_t fixture_sql_int(const char *path, const char *sql);
char *fixture_sql_text(const char *path, const char *sql);

/* The call went well, else its error is shown. */
void assert_done(int result, const struct err *err);

#endif
