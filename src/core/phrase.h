/* SPDX-License-Identifier: MIT */
/* The sentences of a text, to pick the one that earns a rating. */
#ifndef CORE_PHRASE_H
#define CORE_PHRASE_H

#include <stddef.h>

struct phrases {
	size_t n;
	struct phrase {
		size_t at, n; /* bytes */
	} * items;            /* owned */
};

/* English and Chinese sentences and lines, without the blanks around them. */
void phrases_read(struct phrases *phrases, const char *text);
void phrases_release(struct phrases *phrases);

/* One of them as text, its line ends made spaces; owned. */
char *phrase_copy(const char *text, const struct phrase *phrase);

#endif
