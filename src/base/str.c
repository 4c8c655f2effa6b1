/* SPDX-License-Identifier: MIT */
#include "base/str.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { FIRST_ROOM = 64 };

/* What every empty str points to; never written, as its room is 0. */
char str_empty[1];

void
str_init(struct str *str)
{
	*str = (struct str)STR_INIT;
}

void
str_release(struct str *str)
{
	if (str->room > 0)
		free(str->s);
	str_init(str);
}

void
str_clear(struct str *str)
{
	str_cut(str, 0);
}

void
str_cut(struct str *str, size_t len)
{
	if (str->room == 0 || len > str->len)
		return;
	str->len = len;
	str->s[len] = '\0';
}

void
str_grow(struct str *str, size_t n)
{
	size_t room = str->room > 0 ? str->room : FIRST_ROOM;

	/* A sum that overflows saturates, and the allocator refuses it. */
	size_t need = n < SIZE_MAX - str->len ? str->len + n + 1 : SIZE_MAX;

	while (room < need)
		room = room <= SIZE_MAX / 2 ? room * 2 : need;
	str->s = mem_grow(str->room > 0 ? str->s : NULL, room, 1);
	str->room = room;
}

/* Room for `n` bytes more and the NUL. */
static inline void
make_room(struct str *str, size_t n)
{
	if (n >= str->room - str->len)
		str_grow(str, n);
}

void
str_addn(struct str *str, const char *bytes, size_t n)
{
	if (n == 0)
		return;
	make_room(str, n);
	memcpy(str->s + str->len, bytes, n);
	str->len += n;
	str->s[str->len] = '\0';
}

void
str_add(struct str *str, const char *text)
{
	str_addn(str, text, strlen(text));
}

void
str_addf(struct str *str, const char *fmt, ...)
{
	va_list args, again;

	va_start(args, fmt);
	va_copy(again, args);
	int n = vsnprintf(NULL, 0, fmt, args);

	if (n > 0) {
		make_room(str, (size_t)n);
		vsnprintf(str->s + str->len, (size_t)n + 1, fmt, again);
		str->len += (size_t)n;
	}
	va_end(again);
	va_end(args);
}

char *
str_detach(struct str *str)
{
	char *s = str->room > 0 ? str->s : mem_text("");

	str_init(str);
	return s;
}
