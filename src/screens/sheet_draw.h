/* SPDX-License-Identifier: MIT */
/* How a rating sheet looks, for sheet_view.c. */
#ifndef SCREENS_SHEET_DRAW_H
#define SCREENS_SHEET_DRAW_H

#include "screens/sheet_view.h"

/* Where the text stands that scrolls, in a body of that size. */
struct area
sheet_draw_text_area(const struct sheet_view *view, struct area body);

/* The signal whose row that is, in such a body; -1: none. */
int sheet_draw_signal_at(
    const struct sheet_view *view, struct area body, const struct event *event);

/* The rating whose anchor stands there, 1 to 5; 0: none. */
int sheet_draw_rating_at(
    const struct sheet_view *view, struct area body, const struct event *event);

/* That text, a struct sheet_view's: the answer, the words that are asked for,
 * or the anchors of the signal under the cursor. */
void sheet_draw_text(const void *view, struct page *page);

/* The words that are asked for, down to the sentence that is picked. */
void sheet_draw_to_picked(const void *view, struct page *page);

#endif
