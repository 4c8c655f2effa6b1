/* SPDX-License-Identifier: MIT */
#include "screens/practice_band.h"

#include <stddef.h>

/* The first ones get their room first; the backlog shares what is left with
 * the notes. */
static const struct practice_band *const bands[] = {
    &practice_interruption_band,
    &practice_table_band,
    &practice_asked_band,
    &practice_sections_band,
    &practice_backlog_band,
};

enum { BANDS = sizeof(bands) / sizeof(bands[0]) };

void
practice_place_bands(
    const struct practice_state *state, struct practice_layout *layout)
{
	for (size_t i = 0; i < BANDS; i++)
		bands[i]->place(state, layout);
}

void
practice_draw_bands(const struct practice_state *state, struct surface *surface,
    const struct practice_layout *layout)
{
	for (size_t i = 0; i < BANDS; i++)
		bands[i]->draw(state, surface, layout);
}
