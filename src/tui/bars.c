/* SPDX-License-Identifier: MIT */
#include "tui/bars.h"

/* By part; in Unicode, in ASCII. */
static const struct {
	const char *glyph, *ascii;
	enum role role;
} parts[BAR_PARTS] = {
    {"█", "#", ROLE_SERIES},
    {"▓", "+", ROLE_SERIES},
    {"▒", "=", ROLE_SMOOTH},
    {"░", ".", ROLE_SMOOTH},
};

static const char *const heats[HEAT_LEVELS][2] = {
    {"·", "."},
    {"░", "-"},
    {"▒", "+"},
    {"▓", "*"},
    {"█", "#"},
};

const char *
bar_glyph(const struct surface *surface, int part)
{
	return surface->ascii ? parts[part].ascii : parts[part].glyph;
}

enum role
bar_role(int part)
{
	return parts[part].role;
}

/* Cells from the left that so much takes. */
static int
cells(const struct bar *bar, double upto, int cols)
{
	int n;

	if (!(bar->most > 0) || !(upto > 0))
		return 0;
	n = (int)(upto / bar->most * cols + 0.5);
	return n < cols ? n : cols;
}

void
bar_draw(
    const struct bar *bar, struct surface *surface, int row, int col, int cols)
{
	double upto = 0;
	int at = 0;

	for (int part = 0; part < BAR_PARTS; part++) {
		int end;

		upto += bar->parts[part];
		end = cells(bar, upto, cols);
		if (bar->parts[part] > 0 && end == at && at < cols)
			end++;
		for (; at < end; at++)
			surface_text(surface, row, col + at, 1, bar_role(part),
			    bar_glyph(surface, part));
	}
	if (bar->mark >= 0 && cols > 0) {
		int mark = cells(bar, bar->mark, cols - 1);

		surface_text(surface, row, col + mark, 1, ROLE_BAR,
		    surface->ascii ? "|" : "│");
	}
}

void
heat_draw(struct surface *surface, int row, int col, int level)
{
	surface_text(surface, row, col, 1, level == 0 ? ROLE_DIM : ROLE_SERIES,
	    heats[level][surface->ascii]);
}
