/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* setresuid() */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "unit.h"
#include "store_fixture.h"

/* Nothing is forbidden to root: as root the test goes on as `nobody`, who is
 * given the files.  False where that does not help. */
static bool
be_somebody(const struct fixture *fixture)
{
	enum { NOBODY = 65534 };

	if (geteuid() != 0)
		return true;
	return chown(fixture->dir, NOBODY, (gid_t)-1) == 0 &&
	       chown(fixture->path, NOBODY, (gid_t)-1) == 0 &&
	       setresuid(NOBODY, NOBODY, 0) == 0 &&
	       access(fixture->path, R_OK) == 0;
}

static int
tear_down(void **state)
{
	const struct fixture *fixture = *state;
	uid_t real, effective, saved;

	if (getresuid(&real, &effective, &saved) == 0 && saved == 0 &&
	    setresuid(0, 0, 0) != 0)
		return -1;
	if (chmod(fixture->dir, 0700) != 0)
		return -1;
	return fixture_tear_down(state);
}

/* Opens it, reads it, and finds that it can't be written. */
static void
check_read_only(struct fixture *fixture)
{
	struct err err = {0};
	char *questions;

	assert_done(store_open(fixture->path, &fixture->store, &err), &err);
	assert_true(store_read_only(fixture->store));
	questions = fixture_export(fixture->store, "questions");
	assert_non_null(strstr(questions, "q-1"));
	free(questions);
	assert_int_equal(store_need_write(fixture->store, &err), -1);
	assert_non_null(strstr(err.text, "can't be written"));
	assert_int_equal(store_begin(fixture->store, &err), -1);
	assert_done(import_built_in(fixture->store, &err), &err);
}

static void
check_without_writing(struct fixture *fixture, const char *path, mode_t mode)
{
	store_close(fixture->store);
	fixture->store = NULL;
	if (!be_somebody(fixture))
		skip();
	assert_int_equal(chmod(path, mode), 0);
	check_read_only(fixture);
}

static void
a_read_only_file_can_be_read(void **state)
{
	struct fixture *fixture = *state;

	check_without_writing(fixture, fixture->path, 0400);
}

static void
a_read_only_directory_can_be_read(void **state)
{
	struct fixture *fixture = *state;

	check_without_writing(fixture, fixture->dir, 0500);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		a_read_only_file_can_be_read, fixture_set_up, tear_down),
	    cmocka_unit_test_setup_teardown(
		a_read_only_directory_can_be_read, fixture_set_up, tear_down),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("read_only", tests, NULL, NULL);
}
