/* SPDX-License-Identifier: MIT */
/* Words by number: equal words have equal numbers, counted from 1. */
#ifndef CORE_VOCABULARY_H
#define CORE_VOCABULARY_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct vocabulary {
	struct str text; /* the words one after the other */
	struct vocabulary_word {
		uint32_t at, n, hash;
	} * words; /* owned; that of number 1 first */
	size_t n, room;
	uint32_t *slots; /* owned; numbers by hash, 0: free */
	size_t n_slots;  /* a power of two, or 0 */
};

void vocabulary_init(struct vocabulary *vocabulary);
void vocabulary_release(struct vocabulary *vocabulary);

/* The word's number, a new one where it is new. */
uint32_t vocabulary_add(struct vocabulary *vocabulary, const char *s, size_t n);

/* The word's number, 0 where it was never added. */
uint32_t
vocabulary_find(const struct vocabulary *vocabulary, const char *s, size_t n);

#endif
