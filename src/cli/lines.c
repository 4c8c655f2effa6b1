/* SPDX-License-Identifier: MIT */
#include "cli/lines.h"

#include <stdio.h>
#include <stdlib.h>
#include <strings.h>
#include <sys/types.h>

#include "base/number.h"
#include "base/utf8.h"

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

bool
lines_read(struct lines *lines)
{
	ssize_t n = -1;

	fflush(stdout);
	str_clear(&lines->line);
	if (!lines->ended)
		n = getline(&lines->buffer, &lines->room, stdin);
	if (n < 0) {
		lines->ended = true;
		return false;
	}
	if (n > 0 && lines->buffer[n - 1] == '\n')
		n--;
	if (n > 0 && lines->buffer[n - 1] == '\r')
		n--;
	utf8_repair(&lines->line, lines->buffer, (size_t)n);
	return true;
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
		printf("That is no number from %d to %d.\n", low, high);
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
		puts("That is neither y nor n.");
	}
}
