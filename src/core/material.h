/* SPDX-License-Identifier: MIT */
/* What a question lays before the candidate beside its words. */
#ifndef CORE_MATERIAL_H
#define CORE_MATERIAL_H

#include <stddef.h>

enum { FIGURE_COLUMNS = 8 };

/* One entry of a backlog that is to be put in order (B4). */
struct feature {
	char *label; /* owned, as all four; "" where nothing is known */
	char *effort;
	char *reach;
	char *evidence;
};

/* One row of the table of a question that comes with data (B5). */
struct figure_row {
	char *cells[FIGURE_COLUMNS]; /* owned */
	int n;
};

struct material {
	struct feature *features; /* owned, in the order of the file */
	size_t n_features;
	struct figure_row *rows; /* owned; the first is the header */
	size_t n_rows;
};

void material_add_feature(struct material *material, const char *label,
    const char *effort, const char *reach, const char *evidence);

/* `cells` is joined with `|`; cells beyond FIGURE_COLUMNS are left out. */
void material_add_row(struct material *material, const char *cells);

void material_release(struct material *material);

#endif
