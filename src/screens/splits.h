/* SPDX-License-Identifier: MIT */
/* The sections of a spoken answer, target against actual: used by reveal and
 * answer. */
#ifndef SCREENS_SPLITS_H
#define SCREENS_SPLITS_H

#include "core/answer.h"
#include "core/rubric.h"
#include "tui/page.h"

/* A gap, then two bars a section of the answer's rubric, which may be NULL;
 * nothing at all where no section was marked. */
void splits_draw(struct page *page, const struct answer *answer,
    const struct rubric *rubric);

#endif
