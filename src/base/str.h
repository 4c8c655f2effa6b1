/* SPDX-License-Identifier: MIT */
/*
 * A string that grows.  Invariant: `s[len]` is always NUL and `s` is never
 * NULL, so a `struct str` can be read as a C string at any time.  Start with
 * STR_INIT or str_init(); end with str_release() or str_detach().
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stddef.h>

struct str {
	char *s;
	size_t len;
	size_t room; /* bytes allocated, 0 while `s` is the shared "" */
};

extern char str_empty[1];

#define STR_INIT                                                               \
	{                                                                      \
		.s = str_empty                                                 \
	}

void str_init(struct str *str);
void str_release(struct str *str);

/* Forgets the content, keeps the memory. */
void str_clear(struct str *str);

/* Shortens to `len` bytes; `len` is at most the present length. */
void str_cut(struct str *str, size_t len);

void str_add(struct str *str, const char *text);
void str_addn(struct str *str, const char *bytes, size_t n);
void str_addf(struct str *str, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* Makes room for `n` bytes more, and the NUL. */
void str_grow(struct str *str, size_t n);

/* Here, as a call would take longer than the byte. */
static inline void
str_ch(struct str *str, char c)
{
	if (str->room - str->len <= 1)
		str_grow(str, 1);
	str->s[str->len++] = c;
	str->s[str->len] = '\0';
}

/* The owned content, never NULL; the str is empty afterwards. */
char *str_detach(struct str *str);

#endif
