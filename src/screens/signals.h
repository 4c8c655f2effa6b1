/* SPDX-License-Identifier: MIT */
/* Ratings of one answer on a page: used by reveal and answer. */
#ifndef SCREENS_SIGNALS_H
#define SCREENS_SIGNALS_H

#include "core/answer.h"
#include "store/judge.h"
#include "tui/page.h"

/*
 * The verdict in one line, the caps that applied, what to fix next, and a row
 * a signal with its rating as a bar, the ratings of an earlier attempt beside
 * it where `before` is given.
 */
void signals_draw(struct page *page, const struct answer *answer,
    const struct answer_judged *judged, const struct answer_judged *before);

/* `2:47 of 3:00, 0:12 to think`, overtime and pauses told. */
void signals_times(struct page *page, const struct answer *answer);

#endif
