/* SPDX-License-Identifier: MIT */
/*
 * How the roles look, as plain numbers: term.c turns them into what the
 * terminal can do.  Meaning never rests on colour alone: whatever a colour
 * says is also said by a word, a mark or an attribute.
 */
#ifndef TUI_THEME_H
#define TUI_THEME_H

#include "tui/surface.h"

enum scheme {
	SCHEME_DARK,
	SCHEME_LIGHT,
	SCHEME_HIGH_CONTRAST,
	SCHEME_COLOUR_BLIND,
	SCHEME_MONO,
	SCHEME_COUNT,
};

/* NULL-terminated names in the order of the enum. */
extern const char *const scheme_names[];

/* The eight colours that every colour terminal has, numbered as terminals
 * number them. */
enum {
	COLOUR_DEFAULT = -1,
	COLOUR_BLACK,
	COLOUR_RED,
	COLOUR_GREEN,
	COLOUR_YELLOW,
	COLOUR_BLUE,
	COLOUR_MAGENTA,
	COLOUR_CYAN,
	COLOUR_WHITE,
};

enum {
	STYLE_BOLD = 1,
	STYLE_DIM = 2,
	STYLE_REVERSE = 4,
	STYLE_UNDERLINE = 8,
};

struct style {
	int foreground, background; /* COLOUR_… */
	int attributes;             /* STYLE_… */
};

const struct style *theme_style(enum scheme scheme, enum role role);

#endif
