/* SPDX-License-Identifier: MIT */
/* Backups beside the database and under other names, and the way back. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "unit.h"
#include "store_fixture.h"

#include "base/file.h"
#include "core/rotation.h"
#include "store/backup.h"
#include "store/restore.h"

/* 2026-11-20T09:30:00Z */
static const struct instant now = {
    .mono_ms = 7, .wall_ms = INT64_C(1795167000000)};

enum {
	PRIVATE = 0600,
	MODES = 07777,
	DAY_MS = 86400000,
	DAYS = 120, /* of which some have to go */
};

#define MARKS "SELECT count(*) FROM round WHERE label = 'marked'"

static struct instant
days_later(int days)
{
	struct instant later = now;

	later.wall_ms += (int64_t)days * DAY_MS;
	return later;
}

/* So that two states can be told apart. */
static void
mark(const struct fixture *fixture)
{
	fixture_sql(fixture->path, "UPDATE round SET label = 'marked'");
}

static int
count_in(const struct fixture *fixture, const char *directory)
{
	char *path = fixture_path(fixture, directory);
	DIR *listing = opendir(path);
	const struct dirent *entry;
	int n = 0;

	while (listing != NULL && (entry = readdir(listing)) != NULL)
		n += entry->d_name[0] != '.';
	if (listing != NULL)
		closedir(listing);
	free(path);
	return n;
}

static mode_t
mode_of(const char *path)
{
	struct stat st;

	assert_int_equal(stat(path, &st), 0);
	return st.st_mode & (mode_t)MODES;
}

static char *
backed_up(const struct fixture *fixture, struct instant at)
{
	struct str path = STR_INIT;
	struct err err = {0};

	store_backup_name(fixture->path, at, &path);
	assert_done(store_backup_beside(fixture->store, at, &err), &err);
	assert_int_equal(access(path.s, F_OK), 0);
	return str_detach(&path);
}

static void
write_file(const char *path, const char *text)
{
	FILE *to = fopen(path, "w");

	assert_non_null(to);
	fputs(text, to);
	assert_int_equal(fclose(to), 0);
}

static void
assert_holds(const char *path, const char *text)
{
	struct str bytes = STR_INIT;
	struct err err = {0};

	assert_done(file_read(path, 1 << 20, &bytes, &err), &err);
	assert_string_equal(bytes.s, text);
	str_release(&bytes);
}

static void
a_backup_is_private_and_dated(void **state)
{
	const struct fixture *fixture = *state;
	char *path = backed_up(fixture, now);
	size_t n;
	char *newest = store_backup_newest(fixture->path, &n);

	assert_non_null(strstr(path, "-20261120T093000Z.db"));
	assert_int_equal(mode_of(path), PRIVATE);
	assert_string_equal(newest, path);
	assert_int_equal(n, 1);
	free(newest);
	free(path);
}

/* After any step, the last of them aside. */
static void
a_backup_can_be_given_up(void **state)
{
	const struct fixture *fixture = *state;
	struct err err = {0};
	int rc = 1;

	for (int steps = 0; rc == 1; steps++) {
		struct backup_job *job;

		assert_done(
		    store_backup_beside_begin(fixture->store, now, &job, &err),
		    &err);
		for (int i = 0; i < steps && rc == 1; i++)
			rc = store_backup_step(job, &err);
		store_backup_free(job);
		assert_int_equal(count_in(fixture, "backups"), rc == 0);
	}
	assert_int_equal(rc, 0);
}

static void
backups_are_thinned(void **state)
{
	const struct fixture *fixture = *state;
	char *last = NULL, *newest;
	size_t n;

	for (int day = 0; day < DAYS; day++) {
		free(last);
		last = backed_up(fixture, days_later(day));
	}
	newest = store_backup_newest(fixture->path, &n);
	assert_string_equal(newest, last);
	assert_in_range(n, ROTATION_RECENT + ROTATION_DAYS,
	    ROTATION_RECENT + ROTATION_DAYS + ROTATION_WEEKS);
	free(newest);
	free(last);
}

/* A clock that was set back makes the newest backup look old. */
static void
the_one_just_made_stays(void **state)
{
	const struct fixture *fixture = *state;
	char *old;

	for (int day = 0; day < DAYS; day++)
		free(backed_up(fixture, days_later(400 + day)));
	old = backed_up(fixture, now);
	assert_int_equal(access(old, F_OK), 0);
	free(old);
}

/* Files of another name, or of another database, are not ours to remove. */
static void
nothing_else_is_removed(void **state)
{
	static const char *const others[] = {
	    "backups/letter.txt",
	    "backups/other-20200101T000000Z.db",
	    "backups/rehearse-20200101T000000Z.db.bak",
	    "backups/rehearse-20200101T000000.db",
	    "backups/rehearse-20201301T000000Z.db",
	};
	const struct fixture *fixture = *state;

	free(backed_up(fixture, now));
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		char *path = fixture_path(fixture, others[i]);

		write_file(path, "mine");
		free(path);
	}
	for (int day = 1; day < DAYS; day++)
		free(backed_up(fixture, days_later(day)));
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		char *path = fixture_path(fixture, others[i]);

		assert_holds(path, "mine");
		free(path);
	}
}

static void
a_backup_replaces_nothing_but_backups(void **state)
{
	const struct fixture *fixture = *state;
	char *letter = fixture_path(fixture, "letter.db");
	char *copy = fixture_path(fixture, "deep/below/copy.db");
	char *link = fixture_path(fixture, "link.db");
	struct err err = {0};

	write_file(letter, "Dear mother");
	assert_int_equal(store_backup(fixture->store, letter, &err), -1);
	assert_non_null(strstr(err.text, "no backup"));
	assert_holds(letter, "Dear mother");
	assert_int_equal(store_backup(fixture->store, fixture->path, &err), -1);
	assert_non_null(strstr(err.text, "itself"));
	assert_int_equal(symlink(fixture->path, link), 0);
	assert_int_equal(store_backup(fixture->store, link, &err), -1);
	assert_int_equal(store_backup(fixture->store, "/dev/null", &err), -1);
	assert_done(store_backup(fixture->store, copy, &err), &err);
	mark(fixture);
	assert_done(store_backup(fixture->store, copy, &err), &err);
	assert_true(fixture_sql_int(copy, MARKS) > 0);
	free(letter);
	free(copy);
	free(link);
}

static void
restore(const struct fixture *fixture, const char *file, struct str *kept)
{
	struct err err = {0};

	assert_done(store_restore(fixture->path, file, now, kept, &err), &err);
}

static void
what_was_backed_up_comes_back(void **state)
{
	struct fixture *fixture = *state;
	char *backup = backed_up(fixture, now);
	struct str kept = STR_INIT;

	mark(fixture);
	restore(fixture, backup, &kept);
	assert_int_equal(fixture_sql_int(fixture->path, MARKS), 0);
	assert_int_equal(mode_of(fixture->path), PRIVATE);
	/* The state in between is a backup of its own, though a backup of this
	 * second was there. */
	assert_string_not_equal(kept.s, backup);
	assert_true(fixture_sql_int(kept.s, MARKS) > 0);
	assert_int_equal(fixture_sql_int(backup, MARKS), 0);
	assert_int_equal(count_in(fixture, "backups"), 2);
	str_release(&kept);
	free(backup);
}

/* Another program that has it open must not write into what is put aside. */
static void
who_has_it_open_loses_nothing_unseen(void **state)
{
	struct fixture *fixture = *state;
	char *backup = backed_up(fixture, now);
	struct str kept = STR_INIT;
	struct err err = {0};

	restore(fixture, backup, &kept);
	assert_int_equal(
	    store_set_data_version(fixture->store, "lost", &err), -1);
	assert_true(err.status != ERR_NONE);
	str_release(&kept);
	free(backup);
}

static void
where_nothing_was_it_is_made(void **state)
{
	const struct fixture *fixture = *state;
	char *path = fixture_path(fixture, "new/place.db");
	char *backup = backed_up(fixture, now);
	struct str kept = STR_INIT;
	struct err err = {0};
	struct store *store;

	assert_done(store_restore(path, backup, now, &kept, &err), &err);
	assert_int_equal(kept.len, 0);
	assert_done(store_open(path, &store, &err), &err);
	store_close(store);
	free(path);
	free(backup);
}

static void
spoil(struct fixture *fixture, const char *text)
{
	store_close(fixture->store);
	fixture->store = NULL;
	write_file(fixture->path, text);
}

static void
a_damaged_one_is_put_aside_as_it_is(void **state)
{
	static const char text[] = "This is no database any more, damaged from"
				   " its very first byte to its last: nothing"
				   " helps it but a backup.";
	struct fixture *fixture = *state;
	char *backup = backed_up(fixture, now);
	struct str kept = STR_INIT;

	spoil(fixture, text);
	restore(fixture, backup, &kept);
	assert_non_null(strstr(kept.s, ".before-20261120T093000Z"));
	assert_holds(kept.s, text);
	assert_true(fixture_sql_int(
			fixture->path, "SELECT count(*) FROM question") > 0);
	free(backup);
	str_release(&kept);
}

/* Its journal goes with an empty one: it would act on the new database. */
static void
no_journal_of_the_old_one_stays(void **state)
{
	struct fixture *fixture = *state;
	char *backup = backed_up(fixture, now);
	char *journal = fixture_path(fixture, "rehearse.db-journal");
	struct str kept = STR_INIT;

	spoil(fixture, "");
	write_file(journal, "pages");
	restore(fixture, backup, &kept);
	assert_int_equal(access(journal, F_OK), -1);
	assert_holds(kept.s, "");
	str_add(&kept, "-journal");
	assert_holds(kept.s, "pages");
	free(backup);
	free(journal);
	str_release(&kept);
}

static void
assert_refused(const struct fixture *fixture, const char *file, int status)
{
	struct str kept = STR_INIT;
	struct err err = {0};

	mark(fixture);
	assert_int_equal(
	    store_restore(fixture->path, file, now, &kept, &err), -1);
	assert_int_equal((int)err.status, status);
	assert_true(fixture_sql_int(fixture->path, MARKS) > 0);
	assert_int_equal(count_in(fixture, "backups"), 0);
	str_release(&kept);
}

static void
what_is_no_backup_changes_nothing(void **state)
{
	const struct fixture *fixture = *state;
	char *letter = fixture_path(fixture, "letter");
	char *foreign = fixture_path(fixture, "foreign.db");
	char *missing = fixture_path(fixture, "missing.db");
	char *empty = fixture_path(fixture, "empty.db");
	int files;

	write_file(letter, "Dear mother, this is long enough to be looked at by"
			   " whoever expects the header of a database here.");
	write_file(foreign, "");
	fixture_sql(foreign, "CREATE TABLE theirs (x)");
	write_file(empty, "");
	files = count_in(fixture, ".");
	assert_refused(fixture, letter, ERR_DATABASE);
	assert_refused(fixture, foreign, ERR_DATABASE);
	assert_refused(fixture, empty, ERR_DATABASE);
	assert_refused(fixture, missing, ERR_FAILED);
	assert_refused(fixture, fixture->path, ERR_FAILED);
	assert_refused(fixture, fixture->dir, ERR_DATABASE);
	/* Nor is a piece of it left behind. */
	assert_int_equal(count_in(fixture, "."), files);
	free(letter);
	free(foreign);
	free(missing);
	free(empty);
}

/* It opens and is ours; but a page in the middle is gone. */
static void
a_backup_with_a_bad_page_is_refused(void **state)
{
	enum { PAGE = 4096, PAGES = 12 };
	const struct fixture *fixture = *state;
	char *bad = fixture_path(fixture, "bad.db");
	char waste[PAGE];
	struct err err = {0};
	FILE *to;

	assert_done(store_backup(fixture->store, bad, &err), &err);
	to = fopen(bad, "r+");
	assert_non_null(to);
	memset(waste, 0xff, sizeof(waste));
	for (int page = 1; page < PAGES; page++) {
		assert_int_equal(fseek(to, (long)page * PAGE, SEEK_SET), 0);
		assert_int_equal(fwrite(waste, sizeof(waste), 1, to), 1);
	}
	assert_int_equal(fclose(to), 0);
	assert_refused(fixture, bad, ERR_DATABASE);
	free(bad);
}

static void
a_link_stays_a_link(void **state)
{
	struct fixture *fixture = *state;
	char *link = fixture_path(fixture, "link.db");
	char *backup = backed_up(fixture, now);
	struct str kept = STR_INIT;
	struct err err = {0};
	struct stat st;

	mark(fixture);
	assert_int_equal(symlink(fixture->path, link), 0);
	assert_done(store_restore(link, backup, now, &kept, &err), &err);
	assert_int_equal(lstat(link, &st), 0);
	assert_true(S_ISLNK(st.st_mode));
	assert_int_equal(fixture_sql_int(fixture->path, MARKS), 0);
	free(link);
	free(backup);
	str_release(&kept);
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, fixture_set_up, fixture_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(a_backup_is_private_and_dated),
	    TEST(a_backup_can_be_given_up),
	    TEST(backups_are_thinned),
	    TEST(the_one_just_made_stays),
	    TEST(nothing_else_is_removed),
	    TEST(a_backup_replaces_nothing_but_backups),
	    TEST(what_was_backed_up_comes_back),
	    TEST(who_has_it_open_loses_nothing_unseen),
	    TEST(where_nothing_was_it_is_made),
	    TEST(a_damaged_one_is_put_aside_as_it_is),
	    TEST(no_journal_of_the_old_one_stays),
	    TEST(what_is_no_backup_changes_nothing),
	    TEST(a_backup_with_a_bad_page_is_refused),
	    TEST(a_link_stays_a_link),
	};

	return cmocka_run_group_tests_name("restore", tests, NULL, NULL);
}
