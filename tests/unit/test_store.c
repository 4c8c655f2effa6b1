/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "unit.h"
#include "store_fixture.h"

static void
ids_are_uuids_of_version_7(void **state)
{
	char a[37], b[37];

	(void)state;
	store_new_id(a, INT64_C(0x0123456789ab));
	store_new_id(b, INT64_C(0x0123456789ab));
	assert_int_equal(strlen(a), 36);
	assert_memory_equal(a, "01234567-89ab-7", 15);
	assert_non_null(strchr("89ab", a[19]));
	assert_int_equal(strspn(a, "0123456789abcdef-"), 36);
	assert_string_not_equal(a, b);
}

static void
later_ids_sort_later(void **state)
{
	char before[37], after[37];

	(void)state;
	for (int64_t ms = 1; ms < INT64_C(1) << 40; ms *= 3) {
		store_new_id(before, ms);
		store_new_id(after, ms + 1);
		assert_true(strcmp(before, after) < 0);
	}
}

static void
a_rolled_back_transaction_leaves_no_trace(void **state)
{
	struct fixture *fixture = *state;
	struct err err = {0};
	char *version;

	assert_done(store_begin(fixture->store, &err), &err);
	assert_done(store_set_data_version(fixture->store, "x", &err), &err);
	store_rollback(fixture->store);
	store_rollback(fixture->store);
	assert_done(store_data_version(fixture->store, &version, &err), &err);
	assert_string_equal(version, "");
	free(version);
	assert_done(store_begin(fixture->store, &err), &err);
	assert_done(store_set_data_version(fixture->store, "y", &err), &err);
	assert_done(store_commit(fixture->store, &err), &err);
	assert_done(store_data_version(fixture->store, &version, &err), &err);
	assert_string_equal(version, "y");
	free(version);
}

static void
closing_nothing_is_harmless(void **state)
{
	(void)state;
	store_close(NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(ids_are_uuids_of_version_7),
	    cmocka_unit_test(later_ids_sort_later),
	    cmocka_unit_test_setup_teardown(
		a_rolled_back_transaction_leaves_no_trace, fixture_set_up,
		fixture_tear_down),
	    cmocka_unit_test(closing_nothing_is_harmless),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("store", tests, NULL, NULL);
}
