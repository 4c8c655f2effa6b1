/* SPDX-License-Identifier: MIT */
#include "base/external.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/utf8.h"

enum {
	EDITOR_WORDS = 16,       /* `code --wait` is two */
	EDITED_LIMIT = 16 << 20, /* bytes taken back */
	EXIT_NOT_STARTED = 127,
};

static const char *
editor_command(void)
{
	const char *names[] = {"VISUAL", "EDITOR"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *value = getenv(names[i]);

		if (value != NULL && *value != '\0')
			return value;
	}
	return "vi";
}

static int
write_temp(char *path, const char *text, size_t n, struct err *err)
{
	int fd = mkstemp(path);
	size_t done = 0;

	if (fd < 0)
		return fail(err, "%s: %s", path, strerror(errno));
	while (done < n) {
		ssize_t wrote = write(fd, text + done, n - done);

		if (wrote < 0) {
			fail(err, "%s: %s", path, strerror(errno));
			close(fd);
			unlink(path);
			return -1;
		}
		done += (size_t)wrote;
	}
	close(fd);
	return 0;
}

/* In the child: the command's words, then the file. */
static void
become_editor(char *command, char *path)
{
	char *argv[EDITOR_WORDS + 2];
	char *rest = NULL;
	size_t n = 0;
	sigset_t none;

	for (char *word = strtok_r(command, " \t", &rest);
	     word != NULL && n < EDITOR_WORDS;
	     word = strtok_r(NULL, " \t", &rest))
		argv[n++] = word;
	argv[n] = path;
	argv[n + 1] = NULL;
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	signal(SIGPIPE, SIG_DFL);
	execvp(argv[0], argv);
	_exit(EXIT_NOT_STARTED);
}

static int
run_editor(char *path, struct err *err)
{
	char *command = mem_text(editor_command());
	char name[64];
	pid_t child;
	int status = 0;

	snprintf(name, sizeof(name), "%.63s", command);
	child = fork();
	if (child == 0)
		become_editor(command, path);
	free(command);
	if (child < 0)
		return fail(
		    err, "%s: can't be started: %s", name, strerror(errno));
	while (waitpid(child, &status, 0) < 0 && errno == EINTR)
		continue;
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return 0;
	if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_NOT_STARTED)
		return fail(err,
		    "%s: can't be started; set VISUAL or EDITOR to an editor",
		    name);
	return fail(
	    err, "%s ended with an error; your text is unchanged", name);
}

int
external_edit(const char *text, size_t n, struct str *edited, struct err *err)
{
	const char *dir = getenv("TMPDIR");
	struct str path = STR_INIT, raw = STR_INIT;
	int result = -1;

	str_addf(&path, "%s/rehearse-XXXXXX",
	    dir != NULL && *dir == '/' ? dir : "/tmp");
	if (write_temp(path.s, text, n, err) != 0)
		goto out;
	if (run_editor(path.s, err) == 0 &&
	    file_read(path.s, EDITED_LIMIT, &raw, err) == 0) {
		/* Editors end the last line, answers do not. */
		if (raw.len > 0 && raw.s[raw.len - 1] == '\n' &&
		    (n == 0 || text[n - 1] != '\n'))
			str_cut(&raw, raw.len - 1);
		utf8_repair(edited, raw.s, raw.len);
		result = 0;
	}
	unlink(path.s);
out:
	str_release(&path);
	str_release(&raw);
	return result;
}
