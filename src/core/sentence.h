/* SPDX-License-Identifier: MIT */
/* The sentences of a text, to pick the one that earns a rating. */
#ifndef CORE_SENTENCE_H
#define CORE_SENTENCE_H

#include <stddef.h>

struct sentences {
	size_t n;
	struct sentence {
		size_t at, n; /* bytes */
	} * items;            /* owned */
};

/* English and Chinese sentences and lines, without the blanks around them. */
void sentences_read(struct sentences *sentences, const char *text);
void sentences_release(struct sentences *sentences);

/* One of them as text, its line ends made spaces; owned. */
char *sentence_copy(const char *text, const struct sentence *sentence);

#endif
