/* SPDX-License-Identifier: MIT */
/*
 * A text that stays on screen while others change: it is laid out anew only
 * where the text or the width is another than the last time.
 */
#ifndef TUI_LAID_H
#define TUI_LAID_H

#include "tui/surface.h"

struct laid_row {
	size_t at, n; /* bytes that are drawn */
};

struct laid {
	char *text; /* owned; NULL: nothing was laid out yet */
	int cols;
	struct laid_row *rows; /* owned */
	int n, room;
};

void laid_release(struct laid *laid);

/* As flow_rows(). */
int laid_rows(struct laid *laid, const char *text, int cols);

/* Draws what was laid out last, leaving out its first `skip` rows. */
void laid_draw(const struct laid *laid, struct surface *surface,
    struct area area, enum role role, int skip);

#endif
