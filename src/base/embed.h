/* SPDX-License-Identifier: MIT */
/* The data files that are built into the program (see data/embed.c). */
#ifndef BASE_EMBED_H
#define BASE_EMBED_H

#include <stddef.h>

struct embedded {
	const char *name; /* as in the source tree, "data/rounds.csv" */
	const char *bytes;
	size_t n;
};

/* Sorted by name; ended by a NULL name. */
extern const struct embedded embedded_files[];

/* Changes whenever a built-in CSV file changes. */
extern const char embedded_version[];

/* NULL when there is none of that name. */
const struct embedded *embedded_find(const char *name);

#endif
