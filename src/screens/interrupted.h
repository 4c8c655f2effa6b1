/* SPDX-License-Identifier: MIT */
/* What an answer was interrupted with, on a page: used by reveal and answer. */
#ifndef SCREENS_INTERRUPTED_H
#define SCREENS_INTERRUPTED_H

#include "core/part.h"
#include "tui/page.h"

/* A gap, a title and what was said; nothing where nothing was. */
void interrupted_draw(struct page *page, const struct parts *parts);

#endif
