/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE /* SIGWINCH, in POSIX since 2024 */
#include "base/child.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/prctl.h>
#endif

enum {
	DESCRIPTORS = 1024, /* closed in the child, at most */
	NOT_STARTED = 127,
	BY_SIGNAL = 128,   /* the status after signal N is this + N */
	FINISH_LOOKS = 50, /* of child_finish(), half a second in all */
	LOOK_NS = 10000000,
};

static const char nothing[] = "/dev/null";

/* What this program catches or ignores; an ignored one would stay ignored. */
static const int usual[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGPIPE, SIGTSTP,
    SIGTTIN, SIGTTOU, SIGCONT, SIGCHLD, SIGXFSZ, SIGWINCH};

static void
reset_signals(void)
{
	sigset_t none;

	for (size_t i = 0; i < sizeof(usual) / sizeof(usual[0]); i++)
		signal(usual[i], SIG_DFL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
}

/* Killed with its parent, also where that died a moment ago. */
static int
die_with(pid_t parent)
{
#ifdef __linux__
	if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0)
		return -1;
#endif
	return getppid() == parent ? 0 : -1;
}

static int
redirect(const char *path, int flags, int to)
{
	int fd = open(path, flags | O_NOCTTY, S_IRUSR | S_IWUSR);

	if (fd < 0 || dup2(fd, to) < 0)
		return -1;
	if (fd != to)
		close(fd);
	return 0;
}

static int
redirect_all(const char *out)
{
	const int append = O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW;

	if (redirect(nothing, O_RDONLY, STDIN_FILENO) != 0 ||
	    redirect(nothing, O_WRONLY, STDERR_FILENO) != 0)
		return -1;
	return out == NULL ? redirect(nothing, O_WRONLY, STDOUT_FILENO)
			   : redirect(out, append, STDOUT_FILENO);
}

/* In the child.  `report` is closed by the exec, or gets the reason. */
static void
become(char *const argv[], const char *out, pid_t parent, int report)
{
	reset_signals();
	umask(S_IRWXG | S_IRWXO);
	if (setpgid(0, 0) == 0 && die_with(parent) == 0 &&
	    redirect_all(out) == 0) {
		for (int fd = STDERR_FILENO + 1; fd < DESCRIPTORS; fd++)
			if (fd != report)
				close(fd);
		execvp(argv[0], argv);
	}
	int reason = errno;

	while (write(report, &reason, sizeof(reason)) < 0 && errno == EINTR)
		continue;
	_exit(NOT_STARTED);
}

/* Both ends closed on exec, and above what the child redirects. */
static int
open_report(int ends[2])
{
	if (pipe(ends) != 0)
		return -1;
	for (int i = 0; i < 2; i++)
		fcntl(ends[i], F_SETFD, FD_CLOEXEC);
	return 0;
}

/* The reason why it was not started; 0: it was. */
static int
read_report(int fd)
{
	int reason = 0;
	ssize_t n;

	do
		n = read(fd, &reason, sizeof(reason));
	while (n < 0 && errno == EINTR);
	return n == (ssize_t)sizeof(reason) ? reason : 0;
}

static pid_t
wait_for(pid_t pid, int *status, int options)
{
	pid_t ended;

	do
		ended = waitpid(pid, status, options);
	while (ended < 0 && errno == EINTR);
	return ended;
}

int
child_start(
    struct child *child, char *const argv[], const char *out, struct err *err)
{
	pid_t parent = getpid(), pid;
	int ends[2], ignored;

	*child = (struct child){0};
	if (open_report(ends) != 0)
		return fail(
		    err, "%s: can't be started: %s", argv[0], strerror(errno));
	pid = fork();
	if (pid == 0)
		become(argv, out, parent, ends[1]);
	int reason = errno;

	close(ends[1]);
	if (pid > 0)
		reason = read_report(ends[0]);
	close(ends[0]);
	if (pid > 0 && reason == 0) {
		child->pid = pid;
		return 0;
	}
	if (pid > 0)
		wait_for(pid, &ignored, 0);
	return fail(err, "%s: can't be started: %s", argv[0], strerror(reason));
}

bool
child_runs(const struct child *child)
{
	return child->pid > 0;
}

void
child_stop(struct child *child)
{
	if (!child_runs(child) || child->asked)
		return;
	child->asked = true;
	child->kill_ms = 0;
	kill(-child->pid, SIGINT);
}

/* True when it has ended. */
static bool
reap(struct child *child, int options)
{
	int status = 0;
	pid_t ended = wait_for(child->pid, &status, options);

	if (ended == 0)
		return false;
	/* Where SIGCHLD is ignored the system reaps, and tells no status. */
	child->pid = 0;
	child->status = ended < 0             ? 0
			: WIFSIGNALED(status) ? BY_SIGNAL + WTERMSIG(status)
					      : WEXITSTATUS(status);
	return true;
}

bool
child_look(struct child *child, int64_t now_ms)
{
	if (!child_runs(child))
		return false;
	if (reap(child, WNOHANG))
		return true;
	if (child->asked && child->kill_ms == 0)
		child->kill_ms = now_ms + CHILD_GRACE_MS;
	if (!child->asked || now_ms < child->kill_ms)
		return false;
	kill(-child->pid, SIGKILL);
	child->kill_ms = now_ms + CHILD_GRACE_MS;
	return reap(child, WNOHANG);
}

int64_t
child_deadline(const struct child *child)
{
	return child_runs(child) && child->asked && child->kill_ms > 0
		   ? child->kill_ms
		   : -1;
}

void
child_finish(struct child *child)
{
	const struct timespec pause = {.tv_nsec = LOOK_NS};

	child_stop(child);
	for (int i = 0; i < FINISH_LOOKS && child_runs(child); i++)
		if (!reap(child, WNOHANG))
			nanosleep(&pause, NULL);
	if (!child_runs(child))
		return;
	kill(-child->pid, SIGKILL);
	reap(child, 0);
}
