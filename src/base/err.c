/* SPDX-License-Identifier: MIT */
#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"

/*
 * Messages quote file names and words from files, and they go to a terminal:
 * so they are made harmless here, where nobody can forget it.
 */
static void
keep_visible(struct err *err, const char *text)
{
	struct str shown = STR_INIT;

	utf8_visible(&shown, text, strlen(text), false);
	if (shown.len >= sizeof(err->text))
		str_cut(
		    &shown, utf8_prev(shown.s, shown.len, sizeof(err->text)));
	memcpy(err->text, shown.s, shown.len + 1);
	str_release(&shown);
}

__attribute__((format(printf, 3, 0))) static void
fill(struct err *err, enum err_status status, const char *fmt, va_list args)
{
	/* Apart from err->text, which may be one of the arguments. */
	char text[sizeof(err->text)];

	vsnprintf(text, sizeof(text), fmt, args);
	err->status = status;
	keep_visible(err, text);
}

int
fail(struct err *err, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	fill(err, ERR_FAILED, fmt, args);
	va_end(args);
	return -1;
}

int
fail_as(struct err *err, enum err_status status, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	fill(err, status, fmt, args);
	va_end(args);
	return -1;
}
