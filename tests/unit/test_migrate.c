/* SPDX-License-Identifier: MIT */
/*
 * A database of every older schema is brought up to date, keeps its rows, and
 * is saved as it was first.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "unit.h"
#include "store_fixture.h"

#include "base/embed.h"
#include "base/str.h"
#include "store/backup.h"

static const char *const steps[] = {
    "data/schema/001_start.sql",
    "data/schema/002_judgement.sql",
    "data/schema/003_room.sql",
    "data/schema/004_loop.sql",
    "data/schema/005_bank.sql",
    "data/schema/006_review.sql",
    "data/schema/007_review.sql",
    "data/schema/008_bank.sql",
    "data/schema/009_rated.sql",
    "data/schema/010_digest.sql",
};

enum { NEWEST = sizeof(steps) / sizeof(steps[0]) };

/* As a program with only the first `version` steps made it, with a session
 * in it.  Owned path. */
static char *
old_database(const struct fixture *fixture, int version)
{
	char *path = fixture_path(fixture, "old.db");
	struct str sql = STR_INIT;

	for (int i = 0; i < version; i++) {
		const struct embedded *step = embedded_find(steps[i]);

		str_addn(&sql, step->bytes, step->n);
	}
	str_addf(&sql,
	    ";PRAGMA application_id = 0x72686561; PRAGMA user_version = %d;"
	    "INSERT INTO meta VALUES ('device', 'somebody');"
	    "INSERT INTO session (id, device, started_at, utc_offset_min,"
	    " mode, round, company, level, questions) VALUES"
	    " ('s', 'somebody', 1, 0, 'typed', 'general', '', '', 1);",
	    version);
	unlink(path);
	fclose(fopen(path, "w"));
	fixture_sql(path, sql.s);
	str_release(&sql);
	return path;
}

static int
open_and_close(const char *path, struct err *err)
{
	struct store *store = NULL;
	int rc = store_open(path, &store, err);

	store_close(store);
	return rc;
}

static char *
schema_of(const char *path)
{
	return fixture_sql_text(path,
	    "SELECT group_concat(sql, x'0a') FROM (SELECT sql FROM"
	    " sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name)");
}

/* The only file in the directory of backups; owned. */
static char *
the_backup(const struct fixture *fixture)
{
	char *dir = fixture_path(fixture, "backups");
	struct str path = STR_INIT;
	DIR *listing = opendir(dir);
	const struct dirent *entry;

	assert_non_null(listing);
	while ((entry = readdir(listing)) != NULL) {
		if (entry->d_name[0] == '.')
			continue;
		assert_int_equal(path.len, 0);
		str_addf(&path, "%s/%s", dir, entry->d_name);
	}
	closedir(listing);
	free(dir);
	assert_true(path.len > 0);
	return str_detach(&path);
}

static void
remove_backup(const struct fixture *fixture, char *path)
{
	char *dir = fixture_path(fixture, "backups");

	assert_int_equal(unlink(path), 0);
	assert_int_equal(rmdir(dir), 0);
	free(dir);
	free(path);
}

static void
every_older_schema_becomes_the_newest(void **state)
{
	const struct fixture *fixture = *state;
	char *fresh = schema_of(fixture->path);

	for (int version = 1; version < NEWEST; version++) {
		char *path = old_database(fixture, version);
		struct err err = {0};
		char *schema;

		assert_done(open_and_close(path, &err), &err);
		assert_int_equal(
		    fixture_sql_int(path, "PRAGMA user_version"), NEWEST);
		assert_int_equal(
		    fixture_sql_int(path, "SELECT count(*) FROM session"), 1);
		schema = schema_of(path);
		assert_string_equal(schema, fresh);
		free(schema);
		remove_backup(fixture, the_backup(fixture));
		assert_int_equal(unlink(path), 0);
		free(path);
	}
	free(fresh);
}

static void
it_is_saved_as_it_was_first(void **state)
{
	const struct fixture *fixture = *state;
	char *path = old_database(fixture, 1), *backup;
	struct err err = {0};
	struct stat st;

	assert_done(open_and_close(path, &err), &err);
	backup = the_backup(fixture);
	assert_non_null(strstr(backup, "/backups/old-2"));
	assert_int_equal(fixture_sql_int(backup, "PRAGMA user_version"), 1);
	assert_int_equal(
	    fixture_sql_int(backup, "SELECT count(*) FROM session"), 1);
	assert_int_equal(stat(backup, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0600);
	remove_backup(fixture, backup);
	assert_int_equal(unlink(path), 0);
	free(path);
}

static void
without_a_backup_nothing_is_changed(void **state)
{
	const struct fixture *fixture = *state;
	char *path = old_database(fixture, 1);
	char *blocked = fixture_path(fixture, "backups");
	struct err err = {0};

	fclose(fopen(blocked, "w"));
	assert_int_equal(open_and_close(path, &err), -1);
	assert_non_null(strstr(err.text, "backups"));
	assert_int_equal(fixture_sql_int(path, "PRAGMA user_version"), 1);
	assert_int_equal(unlink(blocked), 0);
	assert_int_equal(unlink(path), 0);
	free(blocked);
	free(path);
}

static void
a_backup_holds_what_the_database_holds(void **state)
{
	const struct fixture *fixture = *state;
	char *path = fixture_path(fixture, "copy.db");
	struct err err = {0};

	assert_done(store_backup(fixture->store, path, &err), &err);
	assert_int_equal(fixture_sql_int(path, "SELECT count(*) FROM question"),
	    fixture_sql_int(fixture->path, "SELECT count(*) FROM question"));
	assert_int_equal(
	    fixture_sql_int(path, "SELECT count(*) FROM rubric_signal"), 6);
	assert_done(open_and_close(path, &err), &err);
	assert_int_equal(unlink(path), 0);
	free(path);
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, fixture_set_up, fixture_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(every_older_schema_becomes_the_newest),
	    TEST(it_is_saved_as_it_was_first),
	    TEST(without_a_backup_nothing_is_changed),
	    TEST(a_backup_holds_what_the_database_holds),
	};

	return cmocka_run_group_tests_name("migrate", tests, NULL, NULL);
}
