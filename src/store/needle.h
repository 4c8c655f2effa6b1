/* SPDX-License-Identifier: MIT */
/*
 * A text that is looked for in others, as LIKE '%text%' would find it: as it
 * stands, the case of ASCII letters aside.  Several times as fast as LIKE, for
 * it looks for the rarest byte first.
 */
#ifndef STORE_NEEDLE_H
#define STORE_NEEDLE_H

#include <stdbool.h>
#include <stddef.h>

struct needle {
	char *text; /* owned, its ASCII letters small; NULL: none */
	size_t n;
	size_t rarest; /* index of the byte that is looked for first */
};

void needle_init(struct needle *needle, const char *text);
void needle_release(struct needle *needle);

bool needle_in(const struct needle *needle, const char *text, size_t n);

/* As LIKE compares: A to Z are small, all else is as it is. */
static inline unsigned char
needle_fold(char c)
{
	return (unsigned char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
}

#endif
