/* SPDX-License-Identifier: MIT */
/* What the files of the surface share. */
#ifndef TUI_SURFACE_CELLS_H
#define TUI_SURFACE_CELLS_H

#include "tui/surface.h"

/* Fills `n` cells. */
void surface_repeat(struct cell *cells, size_t n, struct cell cell);

#endif
