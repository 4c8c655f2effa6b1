/* SPDX-License-Identifier: MIT */
/*
 * The sections of a written answer: what stands under a heading `## Label`
 * that is the label of a signal of the rubric, up to the next such heading.
 * Case, more or fewer `#` and a colon at the end don't matter.
 */
#ifndef CORE_SECTION_H
#define CORE_SECTION_H

#include <stdbool.h>
#include <stddef.h>

#include "core/rubric.h"

struct section {
	bool headed;  /* its heading is there */
	size_t words; /* as an export counts them, without the heading */
	int share;    /* percent of all words */
	int target;   /* percent: its share of the weights (D4) */
};

struct sections {
	struct section at[RUBRIC_SIGNALS]; /* by signal */
	size_t n;
	size_t words; /* of the whole text, without such headings */
	bool headed;  /* one of them is */
};

void sections_count(const struct rubric *rubric, const char *text, size_t n,
    struct sections *sections);

/* The signal in whose section the byte stands; -1 before the first. */
int sections_find(
    const struct rubric *rubric, const char *text, size_t n, size_t byte);

/* All headings with room under each, and the byte where the first section
 * begins; owned. */
char *sections_skeleton(const struct rubric *rubric, size_t *first);

/* True where there is nothing but such headings. */
bool sections_bare(const struct rubric *rubric, const char *text, size_t n);

#endif
