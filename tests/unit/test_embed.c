/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "unit.h"

#include "base/embed.h"

static void
files_are_sorted_by_name(void **state)
{
	const struct embedded *file = embedded_files;

	(void)state;
	for (; file->name != NULL && file[1].name != NULL; file++)
		assert_true(strcmp(file->name, file[1].name) < 0);
}

static void
every_file_is_found_by_its_name(void **state)
{
	(void)state;
	assert_non_null(embedded_files[0].name);
	for (const struct embedded *file = embedded_files; file->name != NULL;
	     file++)
		assert_ptr_equal(embedded_find(file->name), file);
}

static void
other_names_are_not_found(void **state)
{
	(void)state;
	assert_null(embedded_find(""));
	assert_null(embedded_find("data"));
	assert_null(embedded_find("no/such.csv"));
}

static void
files_can_be_read_as_strings(void **state)
{
	(void)state;
	for (const struct embedded *file = embedded_files; file->name != NULL;
	     file++) {
		assert_true(file->n > 0);
		assert_int_equal(strlen(file->bytes), file->n);
	}
}

static void
the_version_is_a_hash(void **state)
{
	(void)state;
	assert_int_equal(strlen(embedded_version), 16);
	assert_int_equal(strspn(embedded_version, "0123456789abcdef"), 16);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(files_are_sorted_by_name),
	    cmocka_unit_test(every_file_is_found_by_its_name),
	    cmocka_unit_test(other_names_are_not_found),
	    cmocka_unit_test(files_can_be_read_as_strings),
	    cmocka_unit_test(the_version_is_a_hash),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("embed", tests, NULL, NULL);
}
