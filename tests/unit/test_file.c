/* SPDX-License-Identifier: MIT */
#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "unit.h"

#include "base/file.h"

/* Each test works in a directory of its own. */
static char scratch[64];

static int
enter_scratch(void **state)
{
	(void)state;
	snprintf(scratch, sizeof(scratch), "/tmp/rehearse-file-XXXXXX");
	umask(0);
	if (mkdtemp(scratch) == NULL)
		return -1;
	return chdir(scratch);
}

/* Counts the files; with `removing` also removes them. */
static int
count_files(bool removing)
{
	DIR *dir = opendir(scratch);
	struct dirent *entry;
	int n = 0;

	assert_non_null(dir);
	while ((entry = readdir(dir)) != NULL) {
		if (strcmp(entry->d_name, ".") == 0 ||
		    strcmp(entry->d_name, "..") == 0)
			continue;
		n++;
		if (removing)
			remove(entry->d_name);
	}
	closedir(dir);
	return n;
}

static int
leave_scratch(void **state)
{
	(void)state;
	count_files(true);
	if (chdir("/") != 0)
		return -1;
	return rmdir(scratch);
}

static void
put(const char *path, const char *text)
{
	FILE *to = fopen(path, "w");

	assert_non_null(to);
	fputs(text, to);
	fclose(to);
}

static void
assert_holds(const char *path, const char *text)
{
	struct str content = STR_INIT;
	struct err err = {0};

	assert_int_equal(file_read(path, SIZE_MAX, &content, &err), 0);
	assert_string_equal(content.s, text);
	str_release(&content);
}

static void
write_and_commit(const char *path, const char *text)
{
	struct out_file out;
	struct err err = {0};

	assert_int_equal(out_file_open(&out, path, &err), 0);
	fputs(text, out.to);
	assert_int_equal(out_file_commit(&out, &err), 0);
}

static void
a_file_appears_with_the_commit(void **state)
{
	struct out_file out;
	struct err err = {0};

	(void)state;
	put("out.csv", "old");
	assert_int_equal(out_file_open(&out, "out.csv", &err), 0);
	fputs("new", out.to);
	fflush(out.to);
	assert_holds("out.csv", "old");
	assert_int_equal(out_file_commit(&out, &err), 0);
	assert_holds("out.csv", "new");
	assert_int_equal(count_files(false), 1);
	out_file_abandon(&out);
	assert_holds("out.csv", "new");
}

static void
it_is_private_whatever_the_umask(void **state)
{
	struct stat st;

	(void)state;
	write_and_commit("new.csv", "x");
	assert_int_equal(stat("new.csv", &st), 0);
	assert_int_equal(st.st_mode & 07777, 0600);
}

static void
abandoning_leaves_the_old_file_alone(void **state)
{
	struct out_file out;
	struct err err = {0};

	(void)state;
	put("out.csv", "old");
	assert_int_equal(out_file_open(&out, "out.csv", &err), 0);
	fputs("new", out.to);
	out_file_abandon(&out);
	out_file_abandon(&out);
	assert_holds("out.csv", "old");
	assert_int_equal(count_files(false), 1);
}

static void
a_failed_write_leaves_the_old_file_alone(void **state)
{
	struct rlimit old, limit;
	struct out_file out;
	struct err err = {0};

	(void)state;
	put("out.csv", "old");
	assert_int_equal(out_file_open(&out, "out.csv", &err), 0);
	signal(SIGXFSZ, SIG_IGN);
	getrlimit(RLIMIT_FSIZE, &old);
	limit = old;
	limit.rlim_cur = 4096;
	setrlimit(RLIMIT_FSIZE, &limit);
	for (int i = 0; i < 100000; i++)
		putc('x', out.to);
	int result = out_file_commit(&out, &err);

	setrlimit(RLIMIT_FSIZE, &old);
	assert_int_equal(result, -1);
	assert_non_null(strstr(err.text, "out.csv: "));
	assert_holds("out.csv", "old");
	assert_int_equal(count_files(false), 1);
}

static void
links_are_followed(void **state)
{
	struct stat st;

	(void)state;
	put("target.csv", "old");
	assert_int_equal(symlink("target.csv", "link.csv"), 0);
	write_and_commit("link.csv", "new");
	assert_int_equal(lstat("link.csv", &st), 0);
	assert_true(S_ISLNK(st.st_mode));
	assert_holds("target.csv", "new");
	assert_int_equal(count_files(false), 2);
}

static void
assert_does_not_open(const char *path, const char *message)
{
	struct out_file out;
	struct err err = {0};

	assert_int_equal(out_file_open(&out, path, &err), -1);
	assert_string_equal(err.text, message);
	out_file_abandon(&out);
}

static void
what_can_not_be_written_is_named(void **state)
{
	(void)state;
	assert_int_equal(symlink("nowhere", "link.csv"), 0);
	assert_int_equal(mkdir("dir", 0700), 0);
	assert_does_not_open("link.csv",
	    "cannot write link.csv: it links to a file that is not there");
	assert_does_not_open("no/dir/x.csv",
	    "cannot write no/dir/x.csv: the directory no/dir/ is not there; "
	    "make it first");
	assert_does_not_open(
	    "dir", "cannot write dir: it is a directory; name a file in it");
	assert_does_not_open("", "cannot write '': a file needs a name");
	assert_int_equal(count_files(false), 2);
}

static void
a_write_protected_file_is_not_replaced(void **state)
{
	(void)state;
	put("kept.csv", "old");
	assert_int_equal(chmod("kept.csv", 0444), 0);
	if (access("kept.csv", W_OK) == 0) /* as root may */
		skip();
	assert_does_not_open("kept.csv",
	    "cannot write kept.csv: it is write-protected; name another file, "
	    "or change its mode");
	assert_holds("kept.csv", "old");
}

static void
one_file_has_many_names(void **state)
{
	(void)state;
	put("a", "");
	put("b", "");
	assert_int_equal(symlink("a", "c"), 0);
	assert_int_equal(link("a", "d"), 0);
	assert_true(file_is_same("a", "./a"));
	assert_true(file_is_same("a", "c"));
	assert_true(file_is_same("d", "a"));
	assert_false(file_is_same("a", "b"));
	assert_false(file_is_same("gone", "gone"));
}

/* A pipe of its own: were it replaced, by mistake, nothing outside is hurt. */
static void
pipes_are_written_into(void **state)
{
	struct out_file out;
	struct err err = {0};
	struct stat st;
	char text[8] = "";

	(void)state;
	assert_int_equal(mkfifo("pipe", 0600), 0);
	int reader = open("pipe", O_RDONLY | O_NONBLOCK);

	assert_true(reader >= 0);
	write_and_commit("pipe", "x");
	assert_int_equal(read(reader, text, sizeof(text)), 1);
	assert_string_equal(text, "x");
	assert_int_equal(stat("pipe", &st), 0);
	assert_true(S_ISFIFO(st.st_mode));

	signal(SIGPIPE, SIG_IGN);
	assert_int_equal(out_file_open(&out, "pipe", &err), 0);
	close(reader);
	fputs("x", out.to);
	assert_int_equal(out_file_commit(&out, &err), -1);
	assert_non_null(strstr(err.text, "pipe: Broken pipe"));
	assert_int_equal(count_files(false), 1);
}

/* Runs the commit with standard output sent to `path`. */
static int
commit_stdout(const char *name, const char *path, struct err *err)
{
	struct out_file out;

	fflush(stdout);
	int saved = dup(STDOUT_FILENO);
	int fd = open(path, O_WRONLY | O_CREAT, 0600);

	assert_true(saved >= 0 && fd >= 0);
	dup2(fd, STDOUT_FILENO);
	close(fd);
	int result = out_file_open(&out, name, err);

	if (result == 0) {
		fputs("text", out.to);
		result = out_file_commit(&out, err);
	}
	dup2(saved, STDOUT_FILENO);
	close(saved);
	clearerr(stdout);
	return result;
}

static void
a_dash_is_standard_output(void **state)
{
	struct err err = {0};

	(void)state;
	assert_int_equal(commit_stdout("-", "caught", &err), 0);
	assert_holds("caught", "text");
	assert_int_equal(commit_stdout(NULL, "caught", &err), 0);
}

static void
standard_output_that_is_full_is_reported(void **state)
{
	struct err err = {0};

	(void)state;
	assert_int_equal(commit_stdout("-", "/dev/full", &err), -1);
	assert_string_equal(
	    err.text, "cannot write standard output: No space left on device");
}

static void
reading_adds_to_what_is_there(void **state)
{
	struct str content = STR_INIT;
	struct err err = {0};

	(void)state;
	put("in.csv", "file");
	str_add(&content, "a ");
	assert_int_equal(file_read("in.csv", 4, &content, &err), 0);
	assert_string_equal(content.s, "a file");
	str_release(&content);
}

static void
files_above_the_limit_are_refused(void **state)
{
	struct str content = STR_INIT;
	struct err err = {0};

	(void)state;
	put("in.csv", "files");
	assert_int_equal(file_read("in.csv", 4, &content, &err), -1);
	assert_string_equal(err.text, "in.csv is longer than 4 bytes");
	str_release(&content);
}

static void
what_can_not_be_read_is_named(void **state)
{
	struct str content = STR_INIT;
	struct err err = {0};

	(void)state;
	assert_int_equal(file_read("none", 9, &content, &err), -1);
	assert_string_equal(
	    err.text, "cannot read none: No such file or directory");
	assert_int_equal(file_read(".", 9, &content, &err), -1);
	assert_string_equal(err.text, "cannot read .: Is a directory");
	str_release(&content);
}

static void
a_dash_is_standard_input(void **state)
{
	int saved = dup(STDIN_FILENO);

	(void)state;
	put("in.csv", "piped");
	int fd = open("in.csv", O_RDONLY);

	assert_true(fd >= 0);
	dup2(fd, STDIN_FILENO);
	close(fd);
	assert_holds("-", "piped");
	if (saved >= 0) {
		dup2(saved, STDIN_FILENO);
		close(saved);
	}
}

#define IN_SCRATCH(test)                                                       \
	cmocka_unit_test_setup_teardown(test, enter_scratch, leave_scratch)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    IN_SCRATCH(a_file_appears_with_the_commit),
	    IN_SCRATCH(it_is_private_whatever_the_umask),
	    IN_SCRATCH(abandoning_leaves_the_old_file_alone),
	    IN_SCRATCH(a_failed_write_leaves_the_old_file_alone),
	    IN_SCRATCH(links_are_followed),
	    IN_SCRATCH(what_can_not_be_written_is_named),
	    IN_SCRATCH(a_write_protected_file_is_not_replaced),
	    IN_SCRATCH(one_file_has_many_names),
	    IN_SCRATCH(pipes_are_written_into),
	    IN_SCRATCH(a_dash_is_standard_output),
	    IN_SCRATCH(standard_output_that_is_full_is_reported),
	    IN_SCRATCH(reading_adds_to_what_is_there),
	    IN_SCRATCH(files_above_the_limit_are_refused),
	    IN_SCRATCH(what_can_not_be_read_is_named),
	    IN_SCRATCH(a_dash_is_standard_input),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("file", tests, NULL, NULL);
}
