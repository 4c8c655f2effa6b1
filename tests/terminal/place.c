/* SPDX-License-Identifier: MIT */
#include "place.h"

#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "unit/unit.h"

#include "base/file.h"
#include "base/mem.h"

enum {
	MOST_ARGUMENTS = 32,
	RUN_LIMIT_S = 20, /* a command that hangs is ended */
	NOT_STARTED = 127,
	BY_SIGNAL = 128,
};

extern char **environ;

int
place_open(struct place *place)
{
	snprintf(place->dir, sizeof(place->dir), "/tmp/rehearse-XXXXXX");
	return mkdtemp(place->dir) != NULL ? 0 : -1;
}

static int
remove_one(const char *path, const struct stat *st, int type, struct FTW *at)
{
	(void)st;
	(void)type;
	(void)at;
	return remove(path);
}

int
place_close(const struct place *place)
{
	enum { OPEN_AT_ONCE = 8 };

	return nftw(place->dir, remove_one, OPEN_AT_ONCE, FTW_DEPTH | FTW_PHYS);
}

struct path
place_path(const struct place *place, const char *name)
{
	struct path path;

	snprintf(path.s, sizeof(path.s), "%s/%.60s", place->dir, name);
	return path;
}

struct path
place_write(const struct place *place, const char *name, const char *text)
{
	struct path path = place_path(place, name);
	FILE *to = fopen(path.s, "w");

	assert_non_null(to);
	fputs(text, to);
	assert_int_equal(fclose(to), 0);
	assert_int_equal(chmod(path.s, S_IRWXU), 0);
	return path;
}

static void
set_variable(char *variable)
{
	if (strchr(variable, '=') != NULL)
		putenv(variable);
	else
		unsetenv(variable);
}

static void
set_environment(const struct place *place, const char *const *changes)
{
	static const char *const in_place[] = {"HOME", "TMPDIR",
	    "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"};
	static char *none[] = {NULL};
	const char *path = getenv("PATH");

	environ = none;
	setenv("PATH", path != NULL ? path : "/usr/bin:/bin", 1);
	setenv("TERM", "xterm-256color", 1);
	setenv("LANG", "C.UTF-8", 1);
	setenv("TZ", "UTC", 1);
	setenv("PS1", "$ ", 1);
	for (size_t i = 0; i < sizeof(in_place) / sizeof(in_place[0]); i++)
		setenv(in_place[i], place->dir, 1);
	for (; changes != NULL && *changes != NULL; changes++)
		set_variable(mem_text(*changes));
}

static void
redirect(const char *path, int flags, int to)
{
	if (path == NULL)
		return;
	int fd = open(path, flags, S_IRUSR | S_IWUSR);

	if (fd < 0 || dup2(fd, to) != to)
		_exit(NOT_STARTED);
	close(fd);
}

/* What runs the tests may have some signals ignored. */
static void
set_signals(bool ignore_hangup)
{
	static const int usual[] = {
	    SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGPIPE, SIGTSTP};

	for (size_t i = 0; i < sizeof(usual) / sizeof(usual[0]); i++)
		signal(usual[i], SIG_DFL);
	if (ignore_hangup)
		signal(SIGHUP, SIG_IGN);
}

static void
make_arguments(const struct place *place, const struct call *call,
    char *argv[MOST_ARGUMENTS])
{
	const char *program = call->program;
	int n = 0;

	if (program == NULL)
		program = getenv("REHEARSE");
	if (program == NULL)
		_exit(NOT_STARTED);
	argv[n++] = mem_text(program);
	if (call->program == NULL) {
		argv[n++] = mem_text("--db");
		argv[n++] = mem_text(place_path(place, PLACE_DB).s);
	}
	for (int i = 0; n < MOST_ARGUMENTS - 1; i++) {
		if (call->arguments[i] == NULL)
			break;
		argv[n++] = mem_text(call->arguments[i]);
	}
	argv[n] = NULL;
}

void
place_become(const struct place *place, const struct call *call)
{
	const int fresh = O_WRONLY | O_CREAT | O_TRUNC;
	char *argv[MOST_ARGUMENTS];

	make_arguments(place, call, argv);
	set_environment(place, call->changes);
	set_signals(call->ignore_hangup);
	redirect(call->in, O_RDONLY, STDIN_FILENO);
	redirect(call->out, fresh, STDOUT_FILENO);
	redirect(call->err, fresh, STDERR_FILENO);
	execv(argv[0], argv);
	_exit(NOT_STARTED);
}

int
place_status(int wait_status)
{
	return WIFEXITED(wait_status) ? WEXITSTATUS(wait_status)
				      : BY_SIGNAL + WTERMSIG(wait_status);
}

struct str
place_read(const char *path)
{
	struct str content = STR_INIT;
	struct err err = {0};

	assert_int_equal(file_read(path, SIZE_MAX, &content, &err), 0);
	return content;
}

struct ran
place_run(const struct place *place, const char *const *arguments)
{
	struct path out = place_path(place, "stdout");
	struct path err = place_path(place, "stderr");
	const struct call call = {
	    .arguments = arguments,
	    .in = "/dev/null",
	    .out = out.s,
	    .err = err.s,
	};
	pid_t pid = fork();
	int status;

	assert_true(pid >= 0);
	if (pid == 0) {
		alarm(RUN_LIMIT_S);
		place_become(place, &call);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return (struct ran){
	    .status = place_status(status),
	    .out = place_read(out.s),
	    .err = place_read(err.s),
	};
}

void
ran_release(struct ran *ran)
{
	str_release(&ran->out);
	str_release(&ran->err);
}

char *
place_output(const struct place *place, const char *const *arguments)
{
	struct ran ran = place_run(place, arguments);

	if (ran.status != 0)
		print_error("%s: %s\n", arguments[0], ran.err.s);
	assert_int_equal(ran.status, 0);
	assert_string_equal(ran.err.s, "");
	str_release(&ran.err);
	return str_detach(&ran.out);
}

char *
place_sql(const struct place *place, const char *sql)
{
	struct path path = place_path(place, PLACE_DB);
	sqlite3 *db = NULL;
	sqlite3_stmt *stmt = NULL;
	char *value = NULL;

	if (sqlite3_open_v2(path.s, &db, SQLITE_OPEN_READONLY, NULL) ==
		SQLITE_OK &&
	    sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) == SQLITE_OK &&
	    sqlite3_step(stmt) == SQLITE_ROW &&
	    sqlite3_column_type(stmt, 0) != SQLITE_NULL)
		value = mem_text((const char *)sqlite3_column_text(stmt, 0));
	sqlite3_finalize(stmt);
	sqlite3_close(db);
	return value;
}
