/* SPDX-License-Identifier: MIT */
/* Scripts of the tests' own stand for recorders.  A script tells that it has
 * come so far by making a file. */
#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/prctl.h>
#endif

#include "base/child.h"
#include "base/file.h"

enum {
	LOOKS = 2000, /* ten seconds in all */
	LOOK_NS = 5000000,
	AT_MS = 1000,
	LATER_MS = AT_MS + CHILD_GRACE_MS,
	BY_SIGNAL = 128,
};

static char directory[] = "/tmp/rehearse-child-XXXXXX";

static int
set_up(void **state)
{
	(void)state;
	strcpy(directory + strlen(directory) - 6, "XXXXXX");
	return mkdtemp(directory) == NULL || chdir(directory) != 0 ? -1 : 0;
}

static int
tear_down(void **state)
{
	char command[64];

	(void)state;
	snprintf(command, sizeof(command), "rm -rf %s", directory);
	return chdir("/") != 0 || system(command) != 0 ? -1 : 0;
}

static void
pause_a_moment(void)
{
	const struct timespec moment = {.tv_nsec = LOOK_NS};

	nanosleep(&moment, NULL);
}

static void
await_file(const char *path)
{
	for (int i = 0; i < LOOKS && access(path, F_OK) != 0; i++)
		pause_a_moment();
	assert_int_equal(access(path, F_OK), 0);
}

static void
await_end(struct child *child, int64_t now_ms)
{
	for (int i = 0; i < LOOKS && !child_look(child, now_ms); i++)
		pause_a_moment();
	assert_false(child_runs(child));
}

static struct child
start(const char *script, const char *out)
{
	char sh[] = "/bin/sh", c[] = "-c", text[1024];
	char *argv[] = {sh, c, text, NULL};
	struct child child;
	struct err err = {0};

	snprintf(text, sizeof(text), "%s", script);
	assert_int_equal(child_start(&child, argv, out, &err), 0);
	assert_true(child_runs(&child));
	return child;
}

static void
assert_file(const char *path, const char *expected)
{
	struct str bytes = STR_INIT;
	struct err err = {0};

	assert_int_equal(file_read(path, 1 << 16, &bytes, &err), 0);
	assert_string_equal(bytes.s, expected);
	str_release(&bytes);
}

static void
assert_nobody_is_left(void)
{
	assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
	assert_int_equal(errno, ECHILD);
}

static void
its_end_is_seen_once_with_its_status(void **state)
{
	struct child child = start("exit 3", NULL);

	(void)state;
	await_end(&child, AT_MS);
	assert_int_equal(child.status, 3);
	assert_false(child.asked);
	assert_false(child_look(&child, AT_MS));
	assert_nobody_is_left();
}

static void
looking_never_waits(void **state)
{
	struct child child = start("exec sleep 1000", NULL);

	(void)state;
	assert_false(child_look(&child, AT_MS));
	assert_true(child_runs(&child));
	assert_true(child_deadline(&child) < 0);
	child_finish(&child);
	assert_int_equal(child.status, BY_SIGNAL + SIGINT);
	assert_nobody_is_left();
}

static void
asked_to_stop_it_completes_its_file(void **state)
{
	struct child child =
	    start("trap 'echo whole >file; exit 1' INT; : >ready; "
		  "while :; do sleep 0.01; done",
		NULL);

	(void)state;
	await_file("ready");
	child_stop(&child);
	assert_true(child_runs(&child));
	await_end(&child, AT_MS);
	assert_int_equal(child.status, 1);
	assert_true(child.asked);
	assert_file("file", "whole\n");
}

static void
one_that_does_not_stop_is_killed_after_the_grace(void **state)
{
	struct child child = start(
	    "trap '' INT TERM; : >ready; while :; do sleep 0.01; done", NULL);

	(void)state;
	await_file("ready");
	child_stop(&child);
	assert_true(child_deadline(&child) < 0);
	assert_false(child_look(&child, AT_MS));
	assert_int_equal(child_deadline(&child), LATER_MS);
	assert_false(child_look(&child, LATER_MS - 1));
	assert_int_equal(kill(child.pid, 0), 0);
	await_end(&child, LATER_MS);
	assert_int_equal(child.status, BY_SIGNAL + SIGKILL);
	assert_nobody_is_left();
}

static void
finishing_does_not_wait_for_ever(void **state)
{
	struct child child = start(
	    "trap '' INT TERM; : >ready; while :; do sleep 0.01; done", NULL);

	(void)state;
	await_file("ready");
	child_finish(&child);
	assert_false(child_runs(&child));
	assert_int_equal(child.status, BY_SIGNAL + SIGKILL);
	assert_nobody_is_left();
}

static void
one_that_is_missing_is_said(void **state)
{
	char name[] = "no-such-program";
	char *argv[] = {name, NULL};
	struct child child;
	struct err err = {0};

	(void)state;
	assert_int_equal(child_start(&child, argv, NULL, &err), -1);
	assert_string_equal(err.text,
	    "no-such-program: can't be started: No such file or directory");
	assert_false(child_runs(&child));
	assert_nobody_is_left();
	child_stop(&child);
	assert_false(child_look(&child, AT_MS));
	child_finish(&child);
}

static void
one_that_may_not_be_run_is_said(void **state)
{
	char name[] = "./plain";
	char *argv[] = {name, NULL};
	int fd = open(name, O_WRONLY | O_CREAT, S_IRUSR | S_IWUSR);
	struct child child;
	struct err err = {0};

	(void)state;
	close(fd);
	assert_int_equal(child_start(&child, argv, NULL, &err), -1);
	assert_non_null(strstr(err.text, "Permission denied"));
	assert_nobody_is_left();
}

static void
its_output_is_appended_to_a_private_file(void **state)
{
	struct stat st;
	mode_t before = umask(0);

	(void)state;
	for (int i = 0; i < 2; i++) {
		struct child child =
		    start("echo said; echo failed >&2; : >made", "out");

		await_end(&child, AT_MS);
		assert_int_equal(child.status, 0);
	}
	umask(before);
	assert_file("out", "said\nsaid\n");
	assert_int_equal(stat("out", &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_int_equal(stat("made", &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
}

/* That it read nothing, has no further file, blocks and ignores no signal. */
static void
assert_tells_of_nothing(const char *path)
{
	const unsigned long long standard = 0x7fffffff; /* signals 1 to 31 */
	unsigned long long blocked, ignored;
	FILE *from = fopen(path, "r");
	int files;

	assert_non_null(from);
	assert_int_equal(
	    fscanf(from, "end %d %llx %llx", &files, &blocked, &ignored), 3);
	fclose(from);
	assert_int_equal(files, 0);
	assert_int_equal(blocked & standard, 0);
	assert_int_equal(ignored & standard, 0);
}

/* No terminal to read from, no file, no signal, no group of this program's. */
static void
it_gets_nothing_of_this_program(void **state)
{
	int fd = open("/dev/null", O_RDONLY), kept = fcntl(fd, F_DUPFD, 9);
	sigset_t all, before;

	(void)state;
	sigfillset(&all);
	signal(SIGPIPE, SIG_IGN);
	signal(SIGINT, SIG_IGN);
	sigprocmask(SIG_BLOCK, &all, &before);
	struct child child = start(
	    "read -r line || echo end; ls /proc/self/fd | grep -c '^[4-9]'; "
	    "sed -n 's/^Sig[BI][lg][kn]:/0x/p' /proc/self/status | tr -d '\t'",
	    "out");

	assert_int_equal(getpgid(child.pid), child.pid);
	sigprocmask(SIG_SETMASK, &before, NULL);
	signal(SIGPIPE, SIG_DFL);
	signal(SIGINT, SIG_DFL);
	await_end(&child, AT_MS);
	close(kept);
	close(fd);
	if (access("/proc/self/status", R_OK) == 0)
		assert_tells_of_nothing("out");
}

#ifdef __linux__
/* Killed itself, this program leaves nobody behind. */
static void
it_does_not_outlive_its_parent(void **state)
{
	int ends[2], status;
	struct child child;
	pid_t parent, ended = 0;

	(void)state;
	assert_int_equal(pipe(ends), 0);
	assert_int_equal(prctl(PR_SET_CHILD_SUBREAPER, 1), 0);
	parent = fork();
	if (parent == 0) {
		child = start("trap '' INT TERM HUP; : >ready; "
			      "while :; do sleep 0.01; done",
		    NULL);
		if (write(ends[1], &child.pid, sizeof(child.pid)) < 0)
			_exit(1);
		for (;;)
			pause();
	}
	assert_int_equal(
	    read(ends[0], &child.pid, sizeof(child.pid)), sizeof(child.pid));
	await_file("ready");
	kill(parent, SIGKILL);
	assert_int_equal(waitpid(parent, &status, 0), parent);
	for (int i = 0; i < LOOKS && ended == 0; i++) {
		ended = waitpid(child.pid, &status, WNOHANG);
		pause_a_moment();
	}
	if (ended == 0)
		kill(-child.pid, SIGKILL);
	assert_int_equal(ended, child.pid);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGKILL);
	while (waitpid(-1, &status, 0) > 0) /* what it had started itself */
		continue;
	close(ends[0]);
	close(ends[1]);
}
#endif

#define IN_DIRECTORY(test)                                                     \
	cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    IN_DIRECTORY(its_end_is_seen_once_with_its_status),
	    IN_DIRECTORY(looking_never_waits),
	    IN_DIRECTORY(asked_to_stop_it_completes_its_file),
	    IN_DIRECTORY(one_that_does_not_stop_is_killed_after_the_grace),
	    IN_DIRECTORY(finishing_does_not_wait_for_ever),
	    IN_DIRECTORY(one_that_is_missing_is_said),
	    IN_DIRECTORY(one_that_may_not_be_run_is_said),
	    IN_DIRECTORY(its_output_is_appended_to_a_private_file),
	    IN_DIRECTORY(it_gets_nothing_of_this_program),
#ifdef __linux__
	    IN_DIRECTORY(it_does_not_outlive_its_parent),
#endif
	};

	return cmocka_run_group_tests_name("child", tests, NULL, NULL);
}
