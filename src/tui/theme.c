/* SPDX-License-Identifier: MIT */
#include "tui/theme.h"

#include <stddef.h>

const char *const scheme_names[] = {
    [SCHEME_DARK] = "dark",
    [SCHEME_LIGHT] = "light",
    [SCHEME_HIGH_CONTRAST] = "high-contrast",
    [SCHEME_COLOUR_BLIND] = "colour-blind",
    [SCHEME_MONO] = "mono",
    [SCHEME_COUNT] = NULL,
};

#define PLAIN(attributes)                                                      \
	{                                                                      \
		COLOUR_DEFAULT, COLOUR_DEFAULT, (attributes)                   \
	}
#define INK(colour, attributes)                                                \
	{                                                                      \
		(colour), COLOUR_DEFAULT, (attributes)                         \
	}
#define ON(paper, ink, attributes)                                             \
	{                                                                      \
		(ink), (paper), (attributes)                                   \
	}

/*
 * Charts are told apart by blue (cyan where blue is too dark to read) and
 * orange (the nearest of eight is yellow), which the colour-blind can tell
 * too; yellow ink can't be read on white paper, so where that may be it is the
 * paper, or has black under it.
 *
 * Good, warning and bad are what the clock goes through.  A warning differs
 * from what is good by an attribute too; so does what is bad, and the clock
 * says that by a `!`.
 */
static const struct style styles[SCHEME_COUNT][ROLE_COUNT] =
    {
	[SCHEME_DARK] =
	    {
		[ROLE_TEXT] = PLAIN(0),
		[ROLE_DIM] = PLAIN(STYLE_DIM),
		[ROLE_TITLE] = PLAIN(STYLE_BOLD),
		[ROLE_SELECTED] = PLAIN(STYLE_REVERSE),
		[ROLE_KEY] = INK(COLOUR_CYAN, STYLE_BOLD),
		[ROLE_FIELD] = PLAIN(STYLE_UNDERLINE),
		[ROLE_GOOD] = INK(COLOUR_GREEN, 0),
		[ROLE_WARN] = INK(COLOUR_YELLOW, STYLE_BOLD),
		[ROLE_BAD] = INK(COLOUR_RED, STYLE_BOLD),
		[ROLE_ACCENT] = INK(COLOUR_CYAN, 0),
		[ROLE_BAR] = INK(COLOUR_YELLOW, 0),
		[ROLE_SERIES] = INK(COLOUR_CYAN, STYLE_BOLD),
		[ROLE_SMOOTH] = INK(COLOUR_BLUE, STYLE_BOLD),
	    },
	[SCHEME_LIGHT] =
	    {
		[ROLE_TEXT] = PLAIN(0),
		[ROLE_DIM] = PLAIN(STYLE_DIM),
		[ROLE_TITLE] = PLAIN(STYLE_BOLD),
		[ROLE_SELECTED] = PLAIN(STYLE_REVERSE),
		[ROLE_KEY] = INK(COLOUR_BLUE, STYLE_BOLD),
		[ROLE_FIELD] = PLAIN(STYLE_UNDERLINE),
		[ROLE_GOOD] = INK(COLOUR_GREEN, 0),
		[ROLE_WARN] = ON(COLOUR_YELLOW, COLOUR_BLACK, STYLE_BOLD),
		[ROLE_BAD] = INK(COLOUR_RED, STYLE_BOLD),
		[ROLE_ACCENT] = INK(COLOUR_BLUE, 0),
		[ROLE_BAR] = INK(COLOUR_RED, 0),
		[ROLE_SERIES] = INK(COLOUR_BLUE, STYLE_BOLD),
		[ROLE_SMOOTH] = INK(COLOUR_MAGENTA, 0),
	    },
	/* Nothing is dim; what warns has paper of its own, so that it doesn't
	 * hang on what the terminal's is. */
	[SCHEME_HIGH_CONTRAST] =
	    {
		[ROLE_TEXT] = PLAIN(0),
		[ROLE_DIM] = PLAIN(0),
		[ROLE_TITLE] = PLAIN(STYLE_BOLD | STYLE_UNDERLINE),
		[ROLE_SELECTED] = PLAIN(STYLE_REVERSE | STYLE_BOLD),
		[ROLE_KEY] = PLAIN(STYLE_BOLD),
		[ROLE_FIELD] = PLAIN(STYLE_UNDERLINE),
		[ROLE_GOOD] = PLAIN(0),
		[ROLE_WARN] = ON(COLOUR_YELLOW, COLOUR_BLACK, STYLE_BOLD),
		[ROLE_BAD] =
		    ON(COLOUR_RED, COLOUR_WHITE, STYLE_BOLD | STYLE_UNDERLINE),
		[ROLE_ACCENT] = PLAIN(STYLE_BOLD),
		[ROLE_BAR] = PLAIN(STYLE_UNDERLINE),
		[ROLE_SERIES] = PLAIN(STYLE_BOLD),
		[ROLE_SMOOTH] = PLAIN(0),
	    },
	/* Blue and orange only, on dark and on light paper alike. */
	[SCHEME_COLOUR_BLIND] =
	    {
		[ROLE_TEXT] = PLAIN(0),
		[ROLE_DIM] = PLAIN(STYLE_DIM),
		[ROLE_TITLE] = PLAIN(STYLE_BOLD),
		[ROLE_SELECTED] = PLAIN(STYLE_REVERSE),
		[ROLE_KEY] = PLAIN(STYLE_BOLD),
		[ROLE_FIELD] = PLAIN(STYLE_UNDERLINE),
		[ROLE_GOOD] = INK(COLOUR_BLUE, STYLE_BOLD),
		[ROLE_WARN] = ON(COLOUR_BLACK, COLOUR_YELLOW, STYLE_UNDERLINE),
		[ROLE_BAD] =
		    ON(COLOUR_YELLOW, COLOUR_BLACK,
			STYLE_BOLD | STYLE_UNDERLINE),
		[ROLE_ACCENT] = PLAIN(STYLE_BOLD),
		[ROLE_BAR] = PLAIN(STYLE_DIM),
		[ROLE_SERIES] = INK(COLOUR_BLUE, STYLE_BOLD),
		[ROLE_SMOOTH] = ON(COLOUR_BLACK, COLOUR_YELLOW, 0),
	    },
	[SCHEME_MONO] =
	    {
		[ROLE_TEXT] = PLAIN(0),
		[ROLE_DIM] = PLAIN(STYLE_DIM),
		[ROLE_TITLE] = PLAIN(STYLE_BOLD),
		[ROLE_SELECTED] = PLAIN(STYLE_REVERSE),
		[ROLE_KEY] = PLAIN(STYLE_BOLD),
		[ROLE_FIELD] = PLAIN(STYLE_UNDERLINE),
		[ROLE_GOOD] = PLAIN(0),
		[ROLE_WARN] = PLAIN(STYLE_BOLD),
		[ROLE_BAD] = PLAIN(STYLE_BOLD | STYLE_REVERSE),
		[ROLE_ACCENT] = PLAIN(STYLE_BOLD),
		[ROLE_BAR] = PLAIN(STYLE_DIM),
		[ROLE_SERIES] = PLAIN(STYLE_BOLD),
		[ROLE_SMOOTH] = PLAIN(0),
	    },
};

const struct style *
theme_style(enum scheme scheme, enum role role)
{
	return &styles[scheme][role];
}
