/* SPDX-License-Identifier: MIT */
#include "cli/lines.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/types.h>
#include <unistd.h>

#include "base/choices.h"
#include "base/mem.h"
#include "base/number.h"
#include "base/utf8.h"

enum { CHUNK = 64 * 1024 }; /* bytes read at a time */

void
lines_init(struct lines *lines)
{
	*lines = (struct lines){0};
	str_init(&lines->line);
}

void
lines_release(struct lines *lines)
{
	str_release(&lines->line);
	free(lines->buffer);
}

/* Takes a line of `n` bytes, and `end` bytes behind it. */
static void
take(struct lines *lines, size_t n, size_t end)
{
	const char *line = lines->buffer + lines->from;

	lines->from += n + end;
	if (n > 0 && line[n - 1] == '\r')
		n--;
	utf8_repair(&lines->line, line, n);
}

/* False where no whole line was read yet.  `searched` bytes of it hold no
 * newline; the rest is looked at. */
static bool
take_whole(struct lines *lines, size_t *searched)
{
	size_t n = lines->to - lines->from;
	const char *start = lines->buffer + lines->from;
	const char *end = NULL;

	if (n > *searched)
		end = memchr(start + *searched, '\n', n - *searched);
	*searched = n;
	if (end == NULL)
		return false;
	take(lines, (size_t)(end - start), 1);
	return true;
}

/* Reads what is there; false at the end of input. */
static bool
fill(struct lines *lines)
{
	ssize_t n;

	if (lines->from > 0) {
		memmove(lines->buffer, lines->buffer + lines->from,
		    lines->to - lines->from);
		lines->to -= lines->from;
		lines->from = 0;
	}
	if (lines->room - lines->to < CHUNK) {
		lines->room = lines->to * 2 + CHUNK;
		lines->buffer = mem_grow(lines->buffer, lines->room, 1);
	}
	do
		n = read(STDIN_FILENO, lines->buffer + lines->to, CHUNK);
	while (n < 0 && errno == EINTR);
	if (n > 0)
		lines->to += (size_t)n;
	return n > 0;
}

/* True when there is something to read, an end of input too; false when the
 * time is up. */
static bool
wait_for(int64_t timeout_ms)
{
	struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
	int timeout = timeout_ms > INT_MAX ? INT_MAX : (int)timeout_ms;
	int n;

	if (timeout_ms < 0)
		return true; /* read() waits */
	n = poll(&input, 1, timeout);
	return n > 0;
}

enum lines_event
lines_wait(struct lines *lines, int64_t timeout_ms)
{
	size_t searched = 0;

	fflush(stdout);
	str_clear(&lines->line);
	while (!lines->ended && !take_whole(lines, &searched)) {
		if (!wait_for(timeout_ms))
			return LINES_TIME;
		if (fill(lines))
			continue;
		lines->ended = true;
		if (lines->to == lines->from)
			return LINES_END;
		take(lines, lines->to - lines->from, 0);
		return LINES_LINE;
	}
	return lines->ended ? LINES_END : LINES_LINE;
}

bool
lines_read(struct lines *lines)
{
	return lines_wait(lines, -1) == LINES_LINE;
}

bool
lines_ask_digit(struct lines *lines, const char *prompt, int low, int high,
    bool may_skip, int *value)
{
	int64_t number;

	for (;;) {
		fputs(prompt, stdout);
		if (!lines_read(lines))
			return false;
		if (may_skip && lines->line.len == 0) {
			*value = 0;
			return true;
		}
		if (number_parse_int(lines->line.s, low, high, &number)) {
			*value = (int)number;
			return true;
		}
		if (wish_read(lines->line.s).kind == WISH_LEAVE)
			return false;
		printf(
		    "That is no number from %d to %d; q leaves.\n", low, high);
	}
}

static bool
is_yes(const char *line)
{
	return strcasecmp(line, "y") == 0 || strcasecmp(line, "yes") == 0;
}

bool
lines_ask_begin(struct lines *lines, const char *prompt)
{
	fputs(prompt, stdout);
	return lines_read(lines) && is_yes(lines->line.s);
}

bool
lines_ask_yes(struct lines *lines, const char *prompt, bool may_skip, bool *yes)
{
	for (;;) {
		fputs(prompt, stdout);
		if (!lines_read(lines))
			return false;
		*yes =
		    is_yes(lines->line.s) || (may_skip && lines->line.len == 0);
		if (*yes || strcasecmp(lines->line.s, "n") == 0 ||
		    strcasecmp(lines->line.s, "no") == 0)
			return true;
		if (wish_read(lines->line.s).kind == WISH_LEAVE)
			return false;
		puts("That is neither y nor n; q leaves.");
	}
}
