/* SPDX-License-Identifier: MIT */
/* What takes its rows from the answer's, above it or below. */
#ifndef SCREENS_PRACTICE_BAND_H
#define SCREENS_PRACTICE_BAND_H

#include "tui/surface.h"

struct practice_state;
struct practice_layout;

/* A row of the table in practice_band.c. */
struct practice_band {
	/* Takes its room from the body, where it is shown and enough is left;
	 * not called while something covers the answer. */
	void (*place)(
	    const struct practice_state *state, struct practice_layout *layout);
	/* Draws into that room; nothing where it has none. */
	void (*draw)(const struct practice_state *state,
	    struct surface *surface, const struct practice_layout *layout);
};

extern const struct practice_band practice_interruption_band;
extern const struct practice_band practice_table_band;
extern const struct practice_band practice_asked_band;
extern const struct practice_band practice_sections_band;
extern const struct practice_band practice_backlog_band;

void practice_place_bands(
    const struct practice_state *state, struct practice_layout *layout);

void practice_draw_bands(const struct practice_state *state,
    struct surface *surface, const struct practice_layout *layout);

#endif
