/* SPDX-License-Identifier: MIT */
/* What a question lays before the candidate beside its words. */
#ifndef CORE_MATERIAL_H
#define CORE_MATERIAL_H

#include <stddef.h>

#include "base/str.h"

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

/* NULL where none is called so. */
const struct feature *
material_feature(const struct material *material, const char *label);

/* Appends `effort 14 days; reach 8% of orders; evidence: a test`, as far as it
 * is known. */
void feature_figures(const struct feature *feature, struct str *out);

/* Appends the backlog, `Feature: figures`, a line for each. */
void material_backlog(const struct material *material, struct str *out);

/* Appends a row of the table as a sentence for a listener, each cell behind
 * its header: `Step: paid; People: 40`.  Empty cells are left out. */
void
material_line(const struct material *material, size_t row, struct str *out);

/* Appends all rows under the header so, each on a line of its own; a line end
 * comes before each. */
void material_lines(const struct material *material, struct str *out);

void material_release(struct material *material);

#endif
