/* SPDX-License-Identifier: MIT */
/*
 * A text with what is gone and what is new in it marked as git does it,
 * `[-gone-]` and `{+new+}`: colour alone would say nothing to some readers and
 * in some terminals.  White space at the end of what is marked stands behind
 * the mark.
 */
#ifndef SCREENS_MARKED_H
#define SCREENS_MARKED_H

#include "base/str.h"
#include "core/diff.h"
#include "tui/page.h"

struct marked {
	struct str text;
	struct span *spans; /* owned */
	size_t n;
};

/* Which of the two texts are in it. */
enum marked_side {
	MARKED_BOTH,
	MARKED_OLD,
	MARKED_NEW,
};

void marked_init(struct marked *marked, enum marked_side side,
    const struct diff *diff, const char *old_text, const char *new_text);
void marked_release(struct marked *marked);

void marked_draw(const struct marked *marked, struct page *page);

#endif
