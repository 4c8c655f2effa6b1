/* SPDX-License-Identifier: MIT */
/* The words of each section of a written answer, on a page. */
#ifndef SCREENS_SECTIONS_H
#define SCREENS_SECTIONS_H

#include "core/section.h"
#include "tui/page.h"

/* One section in one row: its words, their share and the share that the
 * rubric's weights give it, `212 words  34% (30)`. */
void
sections_draw_row(const struct rubric *rubric, const struct sections *sections,
    size_t i, struct surface *surface, struct area row, enum role role);

/* A gap, then each section of the text; nothing at all where no heading is
 * one.  `rubric` may be NULL. */
void
sections_draw(struct page *page, const struct rubric *rubric, const char *text);

#endif
