/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE /* wait4() */
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>

#include "unit/unit.h"

#include "vt_parts.h"

int64_t
vt_now_ms(void)
{
	enum { MS_A_SECOND = 1000, NS_A_MS = 1000000 };
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * MS_A_SECOND + now.tv_nsec / NS_A_MS;
}

static _Noreturn void
give_up(struct vt *vt, const char *waited_for, const char *file, int line)
{
	int rows, cols;

	vterm_get_size(vt->term, &rows, &cols);
	print_error("waited in vain for: %s\nthe screen was:\n", waited_for);
	for (int row = 0; row < rows; row++)
		print_error("|%s\n", vt_row(vt, row));
	_fail(file, line);
	abort();
}

void
vt_await_at(
    struct vt *vt, const char *text, bool shown, const char *file, int line)
{
	int64_t limit = vt_now_ms() + VT_LIMIT_MS;

	while ((strstr(vt_screen(vt), text) != NULL) != shown) {
		if (vt_now_ms() > limit)
			give_up(vt, text, file, line);
		vt_look(vt);
	}
}

void
vt_await_that_at(
    struct vt *vt, bool (*holds)(struct vt *), const char *file, int line)
{
	int64_t limit = vt_now_ms() + VT_LIMIT_MS;

	while (!holds(vt)) {
		if (vt_now_ms() > limit)
			give_up(vt, "a state of the screen", file, line);
		vt_look(vt);
	}
}

void
vt_await_caret_at(struct vt *vt, int row, int col, const char *file, int line)
{
	int64_t limit = vt_now_ms() + VT_LIMIT_MS;

	for (;;) {
		VTermPos at = vt_caret(vt);

		if (at.row == row && at.col == col)
			return;
		if (vt_now_ms() > limit) {
			print_error("the caret is at %d,%d, not at %d,%d\n",
			    at.row, at.col, row, col);
			give_up(vt, "the caret", file, line);
		}
		vt_look(vt);
	}
}

void
vt_await_sql_at(struct vt *vt, const struct place *place, const char *sql,
    const char *text, const char *file, int line)
{
	int64_t limit = vt_now_ms() + VT_LIMIT_MS;
	bool found = false;

	while (!found) {
		char *value = place_sql(place, sql);

		found = value != NULL && strcmp(value, text) == 0;
		if (!found && vt_now_ms() > limit) {
			print_error("%s: %s\n", sql, value ? value : "(none)");
			give_up(vt, text, file, line);
		}
		free(value);
		vt_look(vt);
	}
}

static bool
has_ended(struct vt *vt)
{
	int status;

	if (vt->ended)
		return true;
	if (wait4(vt->pid, &status, WNOHANG, &vt->usage) != vt->pid)
		return false;
	vt->ended = true;
	vt->status = place_status(status);
	return true;
}

int
vt_end_at(struct vt *vt, const char *file, int line)
{
	int64_t limit = vt_now_ms() + VT_LIMIT_MS;

	while (!has_ended(vt)) {
		if (vt_now_ms() > limit)
			give_up(vt, "the end of the program", file, line);
		vt_look(vt);
	}
	while (vt_take_output(vt))
		continue;
	return vt->status;
}

size_t
vt_pass(struct vt *vt, int ms)
{
	int64_t until = vt_now_ms() + ms;
	size_t before = vt->log.len;

	while (vt_now_ms() < until)
		vt_look(vt);
	return vt->log.len - before;
}

int64_t
vt_cpu_ms(const struct vt *vt)
{
	enum { MS_A_SECOND = 1000, US_A_MS = 1000 };
	const struct timeval *user = &vt->usage.ru_utime;
	const struct timeval *system = &vt->usage.ru_stime;

	return (int64_t)(user->tv_sec + system->tv_sec) * MS_A_SECOND +
	       (user->tv_usec + system->tv_usec) / US_A_MS;
}

pid_t
vt_pid(const struct vt *vt)
{
	return vt->pid;
}
