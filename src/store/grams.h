/* SPDX-License-Identifier: MIT */
/*
 * Texts as the words of an index that finds parts of words, in any script:
 * every byte, every two and every three bytes in a row are a word, written in
 * hexadecimal digits.  ASCII letters are taken as small ones.
 *
 * Which texts hold a text of up to three bytes is then known for certain; one
 * of more bytes is held by none that lacks one of its threes.  A character of
 * Chinese or Japanese has three bytes.
 */
#ifndef STORE_GRAMS_H
#define STORE_GRAMS_H

#include <stdint.h>

#include "base/str.h"

enum { GRAM_BYTES = 3 };

/* The words of some texts, each once. */
struct grams {
	uint32_t *slots; /* a hash table; 0: free */
	size_t room, n;
};

void grams_release(struct grams *grams);

/* Forgets the words, keeps the memory. */
void grams_clear(struct grams *grams);
void grams_add(struct grams *grams, const char *text);

/* Appends the words, a space after each. */
void grams_words(const struct grams *grams, struct str *out);

/* Appends the words that all must stand where the text is held, as FTS5
 * asks for them; `text` is not empty. */
void grams_query(const char *text, struct str *out);

#endif
