/* SPDX-License-Identifier: MIT */
/*
 * The words of a text that is being typed: what stands before the line of the
 * caret, and has not changed since the last time, is not counted again.
 */
#ifndef SCREENS_WORDS_H
#define SCREENS_WORDS_H

#include <stddef.h>

#include "base/str.h"

struct words {
	struct str lines; /* whole ones, from the start of the text */
	size_t n;         /* the words in them */
};

void words_init(struct words *words);
void words_release(struct words *words);

/* As utf8_words(). */
size_t
words_count(struct words *words, const char *text, size_t n, size_t caret);

#endif
