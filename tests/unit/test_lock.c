/* SPDX-License-Identifier: MIT */
/* Two programs on one database. */
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "unit.h"
#include "store_fixture.h"

/* Another program, which runs one SQL text after the other when it is told
 * to, and says how each went. */
struct other {
	pid_t pid;
	int to, from;
};

static void
be_the_other(const char *path, int from, int to)
{
	char sql[256];
	ssize_t n;
	sqlite3 *db;

	if (sqlite3_open(path, &db) != SQLITE_OK)
		_exit(1);
	while ((n = read(from, sql, sizeof(sql) - 1)) > 0) {
		int rc;

		sql[n] = '\0';
		rc = sqlite3_exec(db, sql, NULL, NULL, NULL);
		if (write(to, &rc, sizeof(rc)) != sizeof(rc))
			_exit(1);
	}
	_exit(0);
}

static struct other
start_other(const struct fixture *fixture)
{
	int to[2], from[2];
	struct other other;

	assert_int_equal(pipe(to), 0);
	assert_int_equal(pipe(from), 0);
	other.pid = fork();
	if (other.pid == 0) {
		close(to[1]);
		close(from[0]);
		be_the_other(fixture->path, to[0], from[1]);
	}
	assert_true(other.pid > 0);
	close(to[0]);
	close(from[1]);
	other.to = to[1];
	other.from = from[0];
	return other;
}

/* What SQLite says to it. */
static int
other_runs(const struct other *other, const char *sql)
{
	int rc = -1;

	assert_int_equal(write(other->to, sql, strlen(sql)), strlen(sql));
	assert_int_equal(read(other->from, &rc, sizeof(rc)), sizeof(rc));
	return rc;
}

static void
end_other(const struct other *other)
{
	assert_int_equal(kill(other->pid, SIGTERM), 0);
	assert_int_equal(waitpid(other->pid, NULL, 0), other->pid);
	close(other->to);
	close(other->from);
}

static void
assert_names(const struct err *err, const struct other *other)
{
	char process[64];

	snprintf(process, sizeof(process), "process %ld,", (long)other->pid);
	if (strstr(err->text, process) == NULL)
		print_error("%s\n", err->text);
	assert_non_null(strstr(err->text, process));
}

static void
a_write_that_must_wait_too_long_names_the_holder(void **state)
{
	const struct fixture *fixture = *state;
	struct other other = start_other(fixture);
	struct err err = {0};

	assert_int_equal(other_runs(&other, "BEGIN EXCLUSIVE"), SQLITE_OK);
	assert_int_equal(store_begin(fixture->store, &err), -1);
	assert_int_equal(err.status, ERR_FAILED);
	assert_names(&err, &other);
	assert_int_equal(other_runs(&other, "ROLLBACK"), SQLITE_OK);
	assert_done(store_begin(fixture->store, &err), &err);
	assert_done(store_commit(fixture->store, &err), &err);
	end_other(&other);
}

static void
reads_go_on_while_another_writes(void **state)
{
	const struct fixture *fixture = *state;
	struct other other = start_other(fixture);
	char *questions;

	assert_int_equal(
	    other_runs(&other, "BEGIN IMMEDIATE; DELETE FROM question"),
	    SQLITE_OK);
	questions = fixture_export(fixture->store, "questions");
	assert_non_null(strstr(questions, "q-4"));
	free(questions);
	end_other(&other);
}

/* To look who holds a lock must not let go of one's own: POSIX drops all locks
 * of a process on a file when it closes the file once. */
static void
looking_for_the_holder_keeps_ones_own_lock(void **state)
{
	const struct fixture *fixture = *state;
	struct other reader = start_other(fixture);
	struct other writer = start_other(fixture);
	struct err err = {0};

	assert_int_equal(
	    other_runs(&reader, "BEGIN; SELECT count(*) FROM question"),
	    SQLITE_OK);
	assert_done(store_begin(fixture->store, &err), &err);
	assert_done(store_set_data_version(fixture->store, "x", &err), &err);
	assert_int_equal(store_commit(fixture->store, &err), -1);
	assert_int_equal(other_runs(&writer, "BEGIN IMMEDIATE"), SQLITE_BUSY);
	assert_int_equal(other_runs(&reader, "COMMIT"), SQLITE_OK);
	assert_done(store_commit(fixture->store, &err), &err);
	assert_int_equal(
	    other_runs(&writer, "BEGIN IMMEDIATE; ROLLBACK"), SQLITE_OK);
	end_other(&reader);
	end_other(&writer);
}

#define ON_A_DATABASE(test)                                                    \
	cmocka_unit_test_setup_teardown(test, fixture_set_up, fixture_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_A_DATABASE(a_write_that_must_wait_too_long_names_the_holder),
	    ON_A_DATABASE(reads_go_on_while_another_writes),
	    ON_A_DATABASE(looking_for_the_holder_keeps_ones_own_lock),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("lock", tests, NULL, NULL);
}
