/* SPDX-License-Identifier: MIT */
#include <sqlite3.h>
#include <string.h>

#include "unit.h"
#include "store_fixture.h"

#include "store/db.h"
#include "store/digest.h"
#include "store/search.h"

static sqlite3_stmt *
prepare(sqlite3 *db, int id)
{
	sqlite3_stmt *stmt = NULL;

	assert_non_null(statement_sql[id]);
	if (sqlite3_prepare_v2(db, statement_sql[id], -1, &stmt, NULL) !=
	    SQLITE_OK)
		print_error("%s\n%s\n", statement_sql[id], sqlite3_errmsg(db));
	assert_non_null(stmt);
	return stmt;
}

/* With the index of texts, and then the tables beside the kept ones, which go
 * when something is written. */
static sqlite3 *
connect_to(void **state)
{
	const struct fixture *fixture = *state;
	struct err err = {0};

	assert_done(store_search_index(fixture->store, 1, &err), &err);
	assert_done(digest_apart(fixture->store, &err), &err);
	return fixture->store->db;
}

/* Making the index has been done; where SQLite can't make one, nothing asks
 * it either. */
static bool
is_possible(void **state, int id)
{
	const struct fixture *fixture = *state;
	bool asks = id == STMT_FOUND_INDEXED || id == STMT_SEARCH_ORDER ||
		    id == STMT_SEARCH_ADD;

	return id != STMT_SEARCH_MAKE && !(fixture->store->no_index && asks);
}

static void
every_statement_can_be_prepared(void **state)
{
	sqlite3 *db = connect_to(state);

	for (int id = 0; id < STMT_COUNT; id++)
		if (is_possible(state, id))
			sqlite3_finalize(prepare(db, id));
}

/* sqlite3_prepare() would pass over what follows a semicolon. */
static void
none_hides_another(void **state)
{
	(void)state;
	for (int id = 0; id < STMT_COUNT; id++)
		assert_null(strchr(statement_sql[id], ';'));
}

/* The facts are read by position: facts.c relies on these numbers. */
static void
an_entitys_three_statements_agree(void **state)
{
	sqlite3 *db = connect_to(state);

	for (int entity = 0; entity < ENTITY_COUNT; entity++) {
		sqlite3_stmt *each = prepare(db, STMT_EACH + entity);
		sqlite3_stmt *get = prepare(db, STMT_GET + entity);
		sqlite3_stmt *put = prepare(db, STMT_PUT + entity);
		int n = entity_fields[entity];
		int bound = sqlite3_bind_parameter_count(put);

		assert_true(n > 0 && n <= ENTITY_FIELDS);
		assert_true(sqlite3_column_count(each) > n);
		assert_int_equal(sqlite3_column_count(get), n + 1);
		assert_true(bound == n || bound == n + 1);
		assert_true(sqlite3_bind_parameter_count(get) <= n);
		for (int i = 0; i < n; i++)
			assert_string_equal(sqlite3_column_name(each, i),
			    sqlite3_column_name(get, i));
		sqlite3_finalize(each);
		sqlite3_finalize(get);
		sqlite3_finalize(put);
	}
}

static void
what_reads_does_not_write(void **state)
{
	sqlite3 *db = connect_to(state);

	for (int id = 0; id < STMT_COUNT; id++) {
		bool reads = strncmp(statement_sql[id], "SELECT", 6) == 0;
		sqlite3_stmt *stmt;

		if (!is_possible(state, id))
			continue;
		stmt = prepare(db, id);
		if (reads)
			assert_true(sqlite3_stmt_readonly(stmt));
		sqlite3_finalize(stmt);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_statement_can_be_prepared),
	    cmocka_unit_test(none_hides_another),
	    cmocka_unit_test(an_entitys_three_statements_agree),
	    cmocka_unit_test(what_reads_does_not_write),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name(
	    "statements", tests, fixture_set_up, fixture_tear_down);
}
