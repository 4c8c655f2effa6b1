/* SPDX-License-Identifier: MIT */
/* The ratings of a session at its level, as part of a page. */
#ifndef SCREENS_LEVEL_H
#define SCREENS_LEVEL_H

#include "store/level.h"
#include "tui/page.h"

/* What was rated, or that it can be rated with l; nothing where there is no
 * level to rate. */
void level_draw(const struct level_rated *level, struct page *page);

/* In one row. */
void level_draw_short(const struct level_rated *level, struct page *page);

#endif
