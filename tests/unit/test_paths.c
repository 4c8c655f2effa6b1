/* SPDX-License-Identifier: MIT */
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "unit.h"

#include "base/paths.h"
#include "base/str.h"

static char scratch[] = "/tmp/rehearse-paths-XXXXXX";

static int
set_up(void **state)
{
	(void)state;
	unsetenv("XDG_DATA_HOME");
	unsetenv("XDG_CONFIG_HOME");
	setenv("HOME", "/home/jo", 1);
	umask(022);
	return 0;
}

static void
assert_database(const char *expected)
{
	struct err err = {0};
	char *path;

	assert_int_equal(paths_database(&path, &err), 0);
	assert_string_equal(path, expected);
	free(path);
}

static void
assert_config(const char *expected)
{
	struct err err = {0};
	char *path;

	assert_int_equal(paths_config(&path, &err), 0);
	assert_string_equal(path, expected);
	free(path);
}

static void
xdg_directories_are_followed(void **state)
{
	(void)state;
	setenv("XDG_DATA_HOME", "/data", 1);
	setenv("XDG_CONFIG_HOME", "/etc/jo", 1);
	assert_database("/data/rehearse/rehearse.db");
	assert_config("/etc/jo/rehearse/config");
}

static void
without_them_it_is_the_home_directory(void **state)
{
	(void)state;
	assert_database("/home/jo/.local/share/rehearse/rehearse.db");
	assert_config("/home/jo/.config/rehearse/config");
}

static void
relative_and_empty_ones_are_ignored(void **state)
{
	(void)state;
	setenv("XDG_DATA_HOME", "data", 1);
	setenv("XDG_CONFIG_HOME", "", 1);
	assert_database("/home/jo/.local/share/rehearse/rehearse.db");
	assert_config("/home/jo/.config/rehearse/config");
}

static void
without_home_the_password_entry_counts(void **state)
{
	const struct passwd *entry = getpwuid(getuid());
	struct str expected = STR_INIT;

	(void)state;
	if (entry == NULL)
		skip();
	str_addf(&expected, "%s/.config/rehearse/config", entry->pw_dir);
	unsetenv("HOME");
	assert_config(expected.s);
	setenv("HOME", "", 1);
	assert_config(expected.s);
	str_release(&expected);
}

static mode_t
mode_of(const char *path)
{
	struct stat st;

	assert_int_equal(stat(path, &st), 0);
	return st.st_mode & 07777;
}

static void
parents_are_made_private(void **state)
{
	struct err err = {0};
	struct str file = STR_INIT, dir = STR_INIT;

	(void)state;
	umask(0);
	str_addf(&file, "%s/a/b/rehearse.db", scratch);
	assert_int_equal(paths_make_parent(file.s, &err), 0);
	str_addf(&dir, "%s/a", scratch);
	assert_int_equal(mode_of(dir.s), 0700);
	str_add(&dir, "/b");
	assert_int_equal(mode_of(dir.s), 0700);
	assert_int_equal(access(file.s, F_OK), -1);
	assert_int_equal(rmdir(dir.s), 0);
	str_cut(&dir, dir.len - 2);
	assert_int_equal(rmdir(dir.s), 0);
	str_release(&file);
	str_release(&dir);
}

static void
present_directories_are_left_as_they_are(void **state)
{
	struct err err = {0};
	struct str file = STR_INIT;

	(void)state;
	str_addf(&file, "%s/x", scratch);
	assert_int_equal(chmod(scratch, 0755), 0);
	assert_int_equal(paths_make_parent(file.s, &err), 0);
	assert_int_equal(mode_of(scratch), 0755);
	assert_int_equal(paths_make_parent("beside", &err), 0);
	assert_int_equal(paths_make_parent("/root-file", &err), 0);
	str_release(&file);
}

static void
a_file_in_the_way_is_named(void **state)
{
	struct err err = {0};
	struct str file = STR_INIT, message = STR_INIT;

	(void)state;
	str_addf(&file, "%s/plain", scratch);
	FILE *plain = fopen(file.s, "w");

	assert_non_null(plain);
	fclose(plain);
	str_add(&file, "/x");
	assert_int_equal(paths_make_parent(file.s, &err), -1);
	str_addf(&message, "cannot make the directory %s/plain: File exists",
	    scratch);
	assert_string_equal(err.text, message.s);
	str_cut(&file, file.len - 2);
	unlink(file.s);
	str_release(&file);
	str_release(&message);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup(xdg_directories_are_followed, set_up),
	    cmocka_unit_test_setup(
		without_them_it_is_the_home_directory, set_up),
	    cmocka_unit_test_setup(relative_and_empty_ones_are_ignored, set_up),
	    cmocka_unit_test_setup(
		without_home_the_password_entry_counts, set_up),
	    cmocka_unit_test_setup(parents_are_made_private, set_up),
	    cmocka_unit_test_setup(
		present_directories_are_left_as_they_are, set_up),
	    cmocka_unit_test_setup(a_file_in_the_way_is_named, set_up),
	};

	setlocale(LC_ALL, "C.UTF-8");
	if (mkdtemp(scratch) == NULL)
		return 1;
	int failed = cmocka_run_group_tests_name("paths", tests, NULL, NULL);

	rmdir(scratch);
	return failed;
}
