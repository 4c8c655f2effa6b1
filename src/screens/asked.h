/* SPDX-License-Identifier: MIT */
/* The questions that were asked before the answer, on a page. */
#ifndef SCREENS_ASKED_H
#define SCREENS_ASKED_H

#include <stdbool.h>

#include "core/part.h"
#include "tui/page.h"

/* How many were asked, and which; that there were none is said where some were
 * wanted. */
void asked_draw(struct page *page, const struct parts *parts, bool wanted);

#endif
