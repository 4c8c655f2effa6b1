/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "unit.h"
#include "store_fixture.h"

#include "base/file.h"

enum { FIRST_LINE = 16 }; /* bytes of "SQLite format 3" and NUL */

static mode_t
mode_of(const char *path)
{
	struct stat st;

	assert_int_equal(stat(path, &st), 0);
	return st.st_mode & 07777;
}

static struct str
read_bytes(const char *path)
{
	struct str bytes = STR_INIT;
	struct err err = {0};

	assert_done(file_read(path, 1 << 24, &bytes, &err), &err);
	return bytes;
}

static void
write_bytes(const char *path, const char *bytes, size_t n)
{
	FILE *to = fopen(path, "w");

	assert_non_null(to);
	assert_int_equal(fwrite(bytes, 1, n, to), n);
	assert_int_equal(fclose(to), 0);
}

/* Closes the fixture's store, so that its file can be spoilt. */
static const char *
closed_database(void **state)
{
	struct fixture *fixture = *state;

	store_close(fixture->store);
	fixture->store = NULL;
	return fixture->path;
}

/* Refused with that status; not a byte of the file has changed. */
static void
assert_refused(const char *path, enum err_status status, const char *says)
{
	struct str before = read_bytes(path), after;
	struct store *store = NULL;
	struct err err = {0};

	assert_int_equal(store_open(path, &store, &err), -1);
	assert_null(store);
	assert_int_equal(err.status, status);
	assert_non_null(strstr(err.text, path));
	if (strstr(err.text, says) == NULL)
		print_error("%s\n", err.text);
	assert_non_null(strstr(err.text, says));
	after = read_bytes(path);
	assert_int_equal(before.len, after.len);
	assert_memory_equal(before.s, after.s, before.len);
	str_release(&before);
	str_release(&after);
}

static void
a_new_database_is_private_and_ours(void **state)
{
	const struct fixture *fixture = *state;
	char *path = fixture_path(fixture, "a/b/new.db");
	char *parent = fixture_path(fixture, "a/b");
	struct store *store;
	struct err err = {0};

	umask(0);
	assert_done(store_open(path, &store, &err), &err);
	assert_string_equal(store_path(store), path);
	assert_false(store_read_only(store));
	store_close(store);
	assert_int_equal(mode_of(path), 0600);
	assert_int_equal(mode_of(parent), 0700);
	assert_int_equal(
	    fixture_sql_int(path, "PRAGMA application_id"), 0x72686561);
	assert_int_equal(fixture_sql_int(path, "PRAGMA user_version"), 10);
	assert_int_equal(fixture_sql_int(path, "SELECT length(value) FROM meta"
					       " WHERE key = 'device'"),
	    36);
	free(path);
	free(parent);
}

static void
nothing_is_left_beside_it(void **state)
{
	const struct fixture *fixture = *state;
	char *path = fixture_path(fixture, "alone/new.db");
	char *parent = fixture_path(fixture, "alone");
	struct store *store;
	struct err err = {0};

	assert_done(store_open(path, &store, &err), &err);
	store_close(store);
	assert_int_equal(unlink(path), 0);
	assert_int_equal(rmdir(parent), 0);
	free(path);
	free(parent);
}

static void
it_opens_again_and_holds_what_it_held(void **state)
{
	struct fixture *fixture = *state;
	char *before = fixture_export(fixture->store, "questions");
	const char *path = closed_database(state);
	struct err err = {0};
	char *after;

	assert_done(store_open(path, &fixture->store, &err), &err);
	after = fixture_export(fixture->store, "questions");
	assert_string_equal(before, after);
	free(before);
	free(after);
}

static void
every_database_has_its_own_device(void **state)
{
	const struct fixture *fixture = *state;
	char *path = fixture_path(fixture, "other.db");
	struct str sql = STR_INIT;

	store_close(fixture_another(fixture, "other.db"));
	str_addf(&sql,
	    "ATTACH '%s' AS other; CREATE TEMP TABLE t AS SELECT"
	    " (SELECT value FROM main.meta WHERE key = 'device') ="
	    " (SELECT value FROM other.meta WHERE key = 'device') AS same;"
	    " CREATE TEMP TABLE fails (x CHECK (x = 0));"
	    " INSERT INTO fails SELECT same FROM t",
	    path);
	fixture_sql(fixture->path, sql.s);
	str_release(&sql);
	free(path);
}

static void
an_empty_file_is_refused(void **state)
{
	char *path = fixture_path(*state, "empty.db");

	write_bytes(path, "", 0);
	assert_refused(path, ERR_DATABASE, "the file is empty");
	free(path);
}

static void
a_directory_is_refused(void **state)
{
	const struct fixture *fixture = *state;
	struct store *store = NULL;
	struct err err = {0};

	assert_int_equal(store_open(fixture->dir, &store, &err), -1);
	assert_int_equal(err.status, ERR_DATABASE);
	assert_non_null(strstr(err.text, "not a file"));
}

static void
some_other_file_is_refused(void **state)
{
	char *path = fixture_path(*state, "letter.txt");
	char letter[5000];

	memset(letter, 'a', sizeof(letter));
	write_bytes(path, letter, sizeof(letter));
	assert_refused(path, ERR_DATABASE, "not a rehearse database");
	free(path);
}

static void
another_programs_database_is_refused(void **state)
{
	char *path = fixture_path(*state, "foreign.db");

	fixture_sql(path, "CREATE TABLE place (url TEXT)");
	assert_refused(path, ERR_DATABASE, "another program");
	fixture_sql(
	    path, "PRAGMA application_id = 77; PRAGMA user_version = 1");
	assert_refused(path, ERR_DATABASE, "another program");
	free(path);
}

static void
a_newer_database_is_refused(void **state)
{
	const char *path = closed_database(state);

	fixture_sql(path, "PRAGMA user_version = 11");
	assert_refused(path, ERR_DATABASE, "newer rehearse");
}

static void
a_half_made_database_is_refused(void **state)
{
	const char *path = closed_database(state);

	fixture_sql(path, "PRAGMA user_version = 0");
	assert_refused(path, ERR_DATABASE, "another program");
}

static void
a_damaged_database_is_refused(void **state)
{
	const char *path = closed_database(state);
	struct str bytes = read_bytes(path);

	/* The first page's tree, behind the 100 bytes of the header. */
	memset(bytes.s + 100, 0x5a, 400);
	write_bytes(path, bytes.s, bytes.len);
	assert_refused(path, ERR_DATABASE, "damaged");
	str_release(&bytes);
}

static void
a_cut_database_is_refused(void **state)
{
	const char *path = closed_database(state);
	struct str bytes = read_bytes(path);

	write_bytes(path, bytes.s, FIRST_LINE + 4);
	assert_refused(path, ERR_DATABASE, "damaged");
	str_release(&bytes);
}

static const char *const planted[] = {
    "CREATE TRIGGER t AFTER INSERT ON session BEGIN DELETE FROM answer; END",
    "CREATE VIEW v AS SELECT * FROM answer",
    "CREATE TABLE stranger (x)",
    "CREATE INDEX stranger ON answer (prompt)",
    "CREATE VIRTUAL TABLE stranger USING fts5(x)",
    /* Under a known name, but of another kind. */
    "DROP TABLE lexicon; CREATE VIEW lexicon AS SELECT 1 AS kind",
};

static void
planted_objects_are_refused(void **state)
{
	const char *path = closed_database(state);
	struct str clean = read_bytes(path);

	for (size_t i = 0; i < sizeof(planted) / sizeof(planted[0]); i++) {
		fixture_sql(path, planted[i]);
		assert_refused(path, ERR_DATABASE, "did not make");
		write_bytes(path, clean.s, clean.len);
	}
	str_release(&clean);
}

static void
a_link_is_followed(void **state)
{
	struct fixture *fixture = *state;
	char *link = fixture_path(fixture, "link.db");
	struct store *store;
	struct err err = {0};

	assert_int_equal(symlink(fixture->path, link), 0);
	assert_done(store_open(link, &store, &err), &err);
	assert_false(store_read_only(store));
	store_close(store);
	free(link);
}

static void
a_missing_directory_that_cannot_be_made_is_an_error(void **state)
{
	const struct fixture *fixture = *state;
	struct str path = STR_INIT;
	struct store *store = NULL;
	struct err err = {0};

	str_addf(&path, "%s/under-a-file.db", fixture->path);
	assert_int_equal(store_open(path.s, &store, &err), -1);
	assert_int_equal(err.status, ERR_FAILED);
	str_release(&path);
}

#define ON_A_DATABASE(test)                                                    \
	cmocka_unit_test_setup_teardown(test, fixture_set_up, fixture_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_A_DATABASE(a_new_database_is_private_and_ours),
	    ON_A_DATABASE(nothing_is_left_beside_it),
	    ON_A_DATABASE(it_opens_again_and_holds_what_it_held),
	    ON_A_DATABASE(every_database_has_its_own_device),
	    ON_A_DATABASE(an_empty_file_is_refused),
	    ON_A_DATABASE(a_directory_is_refused),
	    ON_A_DATABASE(some_other_file_is_refused),
	    ON_A_DATABASE(another_programs_database_is_refused),
	    ON_A_DATABASE(a_newer_database_is_refused),
	    ON_A_DATABASE(a_half_made_database_is_refused),
	    ON_A_DATABASE(a_damaged_database_is_refused),
	    ON_A_DATABASE(a_cut_database_is_refused),
	    ON_A_DATABASE(planted_objects_are_refused),
	    ON_A_DATABASE(a_link_is_followed),
	    ON_A_DATABASE(a_missing_directory_that_cannot_be_made_is_an_error),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("schema", tests, NULL, NULL);
}
