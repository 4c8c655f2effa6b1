/* SPDX-License-Identifier: MIT */
/*
 * ttytime start|key|echo|tick ROUNDS COMMAND...
 * ttytime memory KEYS COMMAND...
 * ttytime press ROUNDS COMMAND KEYS
 * ttytime type TEXT COMMAND...
 *
 * Runs `sh -c "exec COMMAND"` on a pseudo-terminal of 24×80 and prints one
 * number a round:
 *   start  microseconds from exec to the last byte of the first screen
 *   memory KB that it took at most until then and KEYS more (one run)
 *   key    microseconds from a key to the first byte back (one run)
 *   type   the same for each byte of a text
 *   echo   bytes written for a key (one run)
 *   tick   bytes written within each second of a running clock (one run)
 *   press  microseconds from a key to the first byte back (one run): of KEYS
 *          `v/rq`, v is pressed once, then in each round r is and timed, and q
 */
#define _DEFAULT_SOURCE
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { QUIET_MS = 60, GIVE_UP_MS = 5000, REST_MS = 15, TICK_MS = 1000 };

struct child {
	pid_t pid;
	int fd;
};

static long
now_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000000L + t.tv_nsec / 1000;
}

static struct child
start(const char *command)
{
	struct winsize size = {.ws_row = 24, .ws_col = 80};
	struct child child;
	char line[4096];

	child.pid = forkpty(&child.fd, NULL, NULL, &size);
	if (child.pid == 0) {
		snprintf(line, sizeof(line), "exec %s", command);
		setenv("TERM", "xterm-256color", 1);
		execl("/bin/sh", "sh", "-c", line, (char *)NULL);
		_exit(127);
	}
	return child;
}

static void
stop(struct child *child)
{
	kill(child->pid, SIGKILL);
	waitpid(child->pid, NULL, 0);
	close(child->fd);
}

/* The memory that it took at most, in KB; what wait4() tells of it is up to
 * 256 KB off. */
static long
most_memory(const struct child *child)
{
	char path[64], line[256];
	long kb = 0;

	snprintf(path, sizeof(path), "/proc/%ld/status", (long)child->pid);
	FILE *status = fopen(path, "r");

	if (status == NULL)
		return 0;
	while (fgets(line, sizeof(line), status) != NULL)
		if (sscanf(line, "VmHWM: %ld", &kb) == 1)
			break;
	fclose(status);
	return kb;
}

/* Bytes that come until nothing did for `quiet_ms`; `*last` is when the last
 * one came. */
static long
drain(int fd, int quiet_ms, long *last)
{
	struct pollfd p = {.fd = fd, .events = POLLIN};
	char buf[65536];
	long bytes = 0;

	while (poll(&p, 1, bytes == 0 ? GIVE_UP_MS : quiet_ms) > 0) {
		ssize_t n = read(fd, buf, sizeof(buf));

		if (n <= 0)
			break;
		bytes += n;
		*last = now_us();
	}
	return bytes;
}

/* The same, of what has come or comes soon. */
static long
drain_now(int fd, int ms)
{
	struct pollfd p = {.fd = fd, .events = POLLIN};
	char buf[65536];

	return poll(&p, 1, ms) > 0 ? read(fd, buf, sizeof(buf)) : 0;
}

static void
rest(int ms)
{
	struct timespec t = {.tv_nsec = ms * 1000000L};

	nanosleep(&t, NULL);
}

static void
time_start(int rounds, const char *command)
{
	for (int i = 0; i < rounds; i++) {
		long begin = now_us(), last = begin;
		struct child child = start(command);

		drain(child.fd, QUIET_MS, &last);
		printf("%ld\n", last - begin);
		stop(&child);
	}
}

/* A second of a clock, or the rest of what the key before set off, must not be
 * taken for the answer to this one. */
static int
time_key(const struct child *child, char key)
{
	struct pollfd p = {.fd = child->fd, .events = POLLIN};
	char buf[4096];
	long begin;

	while (drain_now(child->fd, 0) > 0)
		;
	begin = now_us();
	if (write(child->fd, &key, 1) != 1 || poll(&p, 1, GIVE_UP_MS) <= 0 ||
	    read(child->fd, buf, sizeof(buf)) <= 0)
		return -1;
	printf("%ld\n", now_us() - begin);
	return 0;
}

static void
count_memory(int keys, const char *command)
{
	struct child child = start(command);
	long last;

	drain(child.fd, QUIET_MS, &last);
	for (int i = 0; i < keys; i++) {
		char key = (char)('a' + i % 26);

		if (write(child.fd, &key, 1) != 1)
			break;
		drain_now(child.fd, REST_MS);
	}
	printf("%ld\n", most_memory(&child));
	stop(&child);
}

static void
time_keys(int rounds, const char *command)
{
	struct child child = start(command);
	long last;

	drain(child.fd, 500, &last);
	for (int i = 0; i < rounds; i++) {
		if (time_key(&child, (char)('a' + i % 26)) != 0)
			break;
		rest(REST_MS);
	}
	stop(&child);
}

/* What a key sets off may go on for a while; the next one comes after it. */
static void
time_text(const char *text, const char *command)
{
	struct child child = start(command);
	long last;

	drain(child.fd, 500, &last);
	for (; *text != '\0' && time_key(&child, *text) == 0; text++)
		while (drain_now(child.fd, QUIET_MS) > 0)
			;
	stop(&child);
}

static void
count_echoes(int rounds, const char *command)
{
	struct child child = start(command);
	long last;

	drain(child.fd, 500, &last);
	for (int i = 0; i < rounds; i++) {
		char key = (char)('a' + i % 26);

		if (write(child.fd, &key, 1) != 1)
			break;
		printf("%ld\n", drain(child.fd, REST_MS, &last));
	}
	stop(&child);
}

static void
count_ticks(int rounds, const char *command)
{
	struct child child = start(command);
	long last;

	drain(child.fd, 500, &last);
	for (int i = 0; i < rounds; i++) {
		long end = now_us() + TICK_MS * 1000L, bytes = 0;
		struct pollfd p = {.fd = child.fd, .events = POLLIN};
		char buf[4096];

		for (;;) {
			long left = (end - now_us()) / 1000;
			ssize_t n;

			if (left <= 0 || poll(&p, 1, (int)left) <= 0)
				break;
			n = read(child.fd, buf, sizeof(buf));
			if (n <= 0)
				break;
			bytes += n;
		}
		printf("%ld\n", bytes);
	}
	stop(&child);
}

static void
press(int fd, const char *keys, size_t n)
{
	long last;

	for (size_t i = 0; i < n && write(fd, &keys[i], 1) == 1; i++)
		drain(fd, QUIET_MS, &last);
}

static void
time_presses(int rounds, const char *command, const char *keys)
{
	struct child child = start(command);
	const char *timed = strchr(keys, '/');
	long last;

	drain(child.fd, 500, &last);
	press(child.fd, keys, (size_t)(timed - keys));
	for (int i = 0; i < rounds; i++) {
		struct pollfd p = {.fd = child.fd, .events = POLLIN};
		long begin = now_us();

		if (write(child.fd, &timed[1], 1) != 1 ||
		    poll(&p, 1, GIVE_UP_MS) <= 0)
			break;
		printf("%ld\n", now_us() - begin);
		drain(child.fd, QUIET_MS, &last);
		press(child.fd, timed + 2, strlen(timed + 2));
	}
	stop(&child);
}

int
main(int argc, char **argv)
{
	bool presses = argc == 5 && strcmp(argv[1], "press") == 0 &&
		       strchr(argv[4], '/') != NULL;
	int rounds;

	if (argc != 4 && !presses) {
		fputs("usage: ttytime start|key|echo|tick ROUNDS COMMAND\n"
		      "       ttytime memory KEYS COMMAND\n"
		      "       ttytime press ROUNDS COMMAND KEYS\n"
		      "       ttytime type TEXT COMMAND\n",
		    stderr);
		return 2;
	}
	rounds = atoi(argv[2]);
	if (presses)
		time_presses(rounds, argv[3], argv[4]);
	else if (strcmp(argv[1], "type") == 0)
		time_text(argv[2], argv[3]);
	else if (strcmp(argv[1], "start") == 0)
		time_start(rounds, argv[3]);
	else if (strcmp(argv[1], "memory") == 0)
		count_memory(rounds, argv[3]);
	else if (strcmp(argv[1], "key") == 0)
		time_keys(rounds, argv[3]);
	else if (strcmp(argv[1], "echo") == 0)
		count_echoes(rounds, argv[3]);
	else
		count_ticks(rounds, argv[3]);
	return 0;
}
