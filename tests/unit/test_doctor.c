/* SPDX-License-Identifier: MIT */
/* What the doctor finds, one fault at a time; and that it only looks. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "unit.h"
#include "store_fixture.h"

#include "base/embed.h"
#include "base/file.h"
#include "store/backup.h"
#include "store/doctor.h"

static const struct instant now = {
    .mono_ms = 7, .wall_ms = INT64_C(1795167000000)};

static const char *const names[] = {"version", "database", "integrity",
    "schema", "orphans", "encodings", "summaries", "content", "permissions",
    "leftovers", "disk", "backups"};

enum { NAMES = sizeof(names) / sizeof(names[0]) };

static char nothing[] = "";

/* The check of that name; without it, one without a name. */
static struct doctor_check
check(const struct doctor *doctor, const char *name)
{
	for (int i = 0; i < doctor->n; i++)
		if (strcmp(doctor->checks[i].name, name) == 0)
			return doctor->checks[i];
	return (struct doctor_check){
	    .name = "", .detail = nothing, .fix = nothing};
}

static void
assert_says(const char *text, const char *part)
{
	if (strstr(text, part) == NULL)
		print_error("'%s' is not in: %s\n", part, text);
	assert_non_null(strstr(text, part));
}

/* Only that check is wrong; both texts hold their part. */
static void
assert_only(const char *path, const char *name, const char *detail,
    const char *fix, enum err_status status)
{
	struct doctor doctor;

	store_doctor(path, &doctor);
	assert_false(doctor_ok(&doctor));
	assert_int_equal(doctor.status, status);
	for (int i = 0; i < doctor.n; i++) {
		bool wrong = strcmp(doctor.checks[i].name, name) == 0;

		assert_int_equal(doctor.checks[i].ok, !wrong);
		assert_int_equal(*doctor.checks[i].fix != '\0', wrong);
	}
	assert_says(check(&doctor, name).detail, detail);
	assert_says(check(&doctor, name).fix, fix);
	doctor_release(&doctor);
}

static void
assert_well(const char *path)
{
	struct doctor doctor;

	store_doctor(path, &doctor);
	assert_true(doctor_ok(&doctor));
	assert_int_equal(doctor.status, ERR_NONE);
	doctor_release(&doctor);
}

static void
a_sound_database_passes_every_check(void **state)
{
	const struct fixture *fixture = *state;
	struct doctor doctor;

	store_doctor(fixture->path, &doctor);
	assert_true(doctor_ok(&doctor));
	assert_int_equal(doctor.n, NAMES);
	for (size_t i = 0; i < NAMES; i++) {
		assert_string_equal(doctor.checks[i].name, names[i]);
		assert_string_equal(doctor.checks[i].fix, "");
		assert_string_not_equal(doctor.checks[i].detail, "");
	}
	assert_says(check(&doctor, "content").detail, "0 sessions");
	assert_says(check(&doctor, "backups").detail, "none");
	doctor_release(&doctor);
}

static void
backups_are_named(void **state)
{
	const struct fixture *fixture = *state;
	struct doctor doctor;
	struct err err = {0};

	assert_done(store_backup_beside(fixture->store, now, &err), &err);
	store_doctor(fixture->path, &doctor);
	assert_says(check(&doctor, "backups").detail, "1, the newest ");
	assert_says(check(&doctor, "backups").detail, "20261120T093000Z.db");
	doctor_release(&doctor);
}

static void
what_others_may_read_is_found_and_mended(void **state)
{
	enum { SHARED = 0644, PRIVATE = 0600, MODES = 07777 };
	const struct fixture *fixture = *state;
	struct err err = {0};
	struct stat st;

	assert_int_equal(chmod(fixture->path, SHARED), 0);
	assert_only(fixture->path, "permissions", "has mode 0644",
	    "doctor --fix", ERR_NONE);
	assert_int_equal(stat(fixture->path, &st), 0);
	assert_int_equal(st.st_mode & MODES, SHARED);
	assert_done(store_doctor_mend(fixture->path, &err), &err);
	assert_int_equal(stat(fixture->path, &st), 0);
	assert_int_equal(st.st_mode & MODES, PRIVATE);
	assert_well(fixture->path);
}

static void
an_open_backup_is_found_too(void **state)
{
	const struct fixture *fixture = *state;
	struct err err = {0};
	size_t n;

	assert_done(store_backup_beside(fixture->store, now, &err), &err);
	char *backup = store_backup_newest(fixture->path, &n);

	assert_int_equal(chmod(backup, 0640), 0);
	assert_only(fixture->path, "permissions", "0640", backup, ERR_NONE);
	assert_done(store_doctor_mend(fixture->path, &err), &err);
	assert_well(fixture->path);
	free(backup);
}

static void
rows_without_their_parent_are_found(void **state)
{
	const struct fixture *fixture = *state;

	fixture_sql(fixture->path,
	    "PRAGMA foreign_keys = OFF; INSERT INTO part VALUES"
	    " (77, 'clarifying', 1, '', 'Who?'), (78, 'clarifying', 1, '', "
	    "'')");
	assert_only(fixture->path, "orphans", "first one in part: 2 rows",
	    "there is no backup", ERR_NONE);
}

static void
wrong_bytes_are_found(void **state)
{
	const struct fixture *fixture = *state;
	struct err err = {0};

	assert_done(store_backup_beside(fixture->store, now, &err), &err);
	fixture_sql(fixture->path,
	    "UPDATE question SET prompt = CAST(x'ff41' AS TEXT)"
	    " WHERE id IN ('q-1', 'q-2')");
	assert_only(fixture->path, "encodings", "question: 2; ",
	    "rehearse restore ", ERR_NONE);
}

/* Every page of it is still a page, but an index has lost its entries. */
static void
a_broken_index_is_found(void **state)
{
	const struct fixture *fixture = *state;

	fixture_sql(fixture->path,
	    "PRAGMA writable_schema = ON;"
	    "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM"
	    " sqlite_schema WHERE name = 'session_by_time')"
	    " WHERE name = 'question_by_id'");
	struct doctor doctor;

	store_doctor(fixture->path, &doctor);
	assert_string_equal(check(&doctor, "integrity").name, "integrity");
	assert_false(check(&doctor, "integrity").ok);
	assert_int_equal(doctor.status, ERR_DATABASE);
	doctor_release(&doctor);
}

static void
a_text_file_is_found(void **state)
{
	const struct fixture *fixture = *state;
	char *path = fixture_path(fixture, "letter.db");
	FILE *to = fopen(path, "w");
	struct doctor doctor;

	assert_non_null(to);
	fputs("Dear mother, this is no database, though it is long enough to"
	      " have the header of one at its beginning, as it has not.",
	    to);
	assert_int_equal(fclose(to), 0);
	assert_int_equal(chmod(path, 0600), 0);
	store_doctor(path, &doctor);
	assert_int_equal(doctor.status, ERR_DATABASE);
	assert_string_equal(check(&doctor, "database").name, "database");
	assert_false(check(&doctor, "database").ok);
	/* What needs an open database is not asked. */
	assert_string_equal(check(&doctor, "orphans").name, "");
	assert_true(check(&doctor, "permissions").ok);
	doctor_release(&doctor);
	free(path);
}

static void
a_missing_one_is_not_made(void **state)
{
	const struct fixture *fixture = *state;
	char *path = fixture_path(fixture, "missing.db");

	assert_only(
	    path, "database", "no such file", "rehearse makes one", ERR_FAILED);
	assert_int_equal(access(path, F_OK), -1);
	free(path);
}

/* A link to nowhere is there: nothing would be made. */
static void
a_link_to_nowhere_is_no_missing_one(void **state)
{
	const struct fixture *fixture = *state;
	char *path = fixture_path(fixture, "link.db");

	assert_int_equal(symlink("/nowhere/at/all.db", path), 0);
	assert_only(
	    path, "database", "no such file", "where it leads", ERR_FAILED);
	free(path);
}

/* Named by mistake: whoever may read it is nothing to mend. */
static void
what_is_not_ours_is_left_as_it_is(void **state)
{
	const struct fixture *fixture = *state;
	char *path = fixture_path(fixture, "letter.txt");
	struct err err = {0};
	struct stat st;
	FILE *to = fopen(path, "w");

	assert_non_null(to);
	assert_true(fputs("Dear all,\n", to) >= 0);
	assert_int_equal(fclose(to), 0);
	assert_int_equal(chmod(path, 0644), 0);
	assert_only(path, "database", "not a rehearse", "", ERR_DATABASE);
	store_doctor_mend(path, &err);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0644);
	free(path);
}

/* As the first program made it: it is told, and stays as it is. */
static void
an_older_schema_is_told_and_left(void **state)
{
	const struct fixture *fixture = *state;
	const struct embedded *step =
	    embedded_find("data/schema/001_start.sql");
	char *path = fixture_path(fixture, "old.db");
	struct str sql = STR_INIT;

	str_addn(&sql, step->bytes, step->n);
	str_add(&sql, ";PRAGMA application_id = 0x72686561;"
		      "PRAGMA user_version = 1;");
	fclose(fopen(path, "w"));
	assert_int_equal(chmod(path, 0600), 0);
	fixture_sql(path, sql.s);
	assert_only(path, "schema", "version 1 of ", "doctor --fix", ERR_NONE);
	assert_int_equal(fixture_sql_int(path, "PRAGMA user_version"), 1);
	str_release(&sql);
	free(path);
}

static void
looking_changes_no_byte(void **state)
{
	const struct fixture *fixture = *state;
	struct str before = STR_INIT, after = STR_INIT;
	struct err err = {0};

	assert_done(file_read(fixture->path, 1 << 24, &before, &err), &err);
	assert_well(fixture->path);
	assert_done(file_read(fixture->path, 1 << 24, &after, &err), &err);
	assert_int_equal(before.len, after.len);
	assert_memory_equal(before.s, after.s, before.len);
	str_release(&before);
	str_release(&after);
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, fixture_set_up, fixture_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(a_sound_database_passes_every_check),
	    TEST(backups_are_named),
	    TEST(what_others_may_read_is_found_and_mended),
	    TEST(an_open_backup_is_found_too),
	    TEST(rows_without_their_parent_are_found),
	    TEST(wrong_bytes_are_found),
	    TEST(a_broken_index_is_found),
	    TEST(a_text_file_is_found),
	    TEST(a_missing_one_is_not_made),
	    TEST(a_link_to_nowhere_is_no_missing_one),
	    TEST(what_is_not_ours_is_left_as_it_is),
	    TEST(an_older_schema_is_told_and_left),
	    TEST(looking_changes_no_byte),
	};

	return cmocka_run_group_tests_name("doctor", tests, NULL, NULL);
}
