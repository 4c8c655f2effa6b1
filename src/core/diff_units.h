/* SPDX-License-Identifier: MIT */
/* The parts of a word diff: only diff*.c include this. */
#ifndef CORE_DIFF_UNITS_H
#define CORE_DIFF_UNITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/vocabulary.h"

/* What is compared; it reaches to the next one, or to the end of the text. */
struct diff_unit {
	size_t at;
	uint32_t number; /* in the vocabulary; 0: white space alone */
	bool is_word;    /* has a letter or digit */
	bool changed; /* removed from the old text, or added to the new one */
};

struct diff_units {
	struct diff_unit *at; /* owned */
	size_t n;
	size_t end; /* bytes of the text */
};

/* Splits a text; equal units of texts read with the same vocabulary have equal
 * numbers.  White space before the first unit belongs to that one. */
void diff_units_read(struct diff_units *units, struct vocabulary *vocabulary,
    const char *s, size_t n);
void diff_units_release(struct diff_units *units);

/* Where the unit begins; the end of the text for the one after the last. */
size_t diff_units_start(const struct diff_units *units, size_t i);

/* Marks the units that changed, as few as diff.h says. */
void diff_search(struct diff_units *old_units, struct diff_units *new_units);

#endif
