/* SPDX-License-Identifier: MIT */
/* The surface's table of clusters that are more than one code point. */
#ifndef TUI_CLUSTER_H
#define TUI_CLUSTER_H

#include "tui/surface.h"

/* The glyph of the cluster: the same for the same bytes in every draw of a
 * generation, so that equal rows stay equal byte by byte. */
uint32_t cluster_glyph(struct surface *surface, const char *text, size_t n);

/* Empties the table and begins a new generation. */
void cluster_forget(struct surface *surface);

#endif
