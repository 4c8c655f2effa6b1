/* SPDX-License-Identifier: MIT */
#include "tui/digits.h"

#include <stddef.h>
#include <string.h>

enum {
	DIGIT_COLS = 4,
	COLON_COLS = 1,
	PLUS_COLS = 3,
	GAP = 1, /* between two of them */
};

/* Strokes as areas from the top left cell of a digit. */
enum stroke {
	TOP = 1 << 0,
	UPPER_LEFT = 1 << 1,
	UPPER_RIGHT = 1 << 2,
	MIDDLE = 1 << 3,
	LOWER_LEFT = 1 << 4,
	LOWER_RIGHT = 1 << 5,
	BOTTOM = 1 << 6,
	UPPER_DOT = 1 << 7,
	LOWER_DOT = 1 << 8,
	ACROSS = 1 << 9,
	UPRIGHT = 1 << 10,
	STROKES = 11,
};

static const struct area strokes[STROKES] = {
    {0, 0, 1, DIGIT_COLS},
    {0, 0, 3, 1},
    {0, DIGIT_COLS - 1, 3, 1},
    {2, 0, 1, DIGIT_COLS},
    {2, 0, 3, 1},
    {2, DIGIT_COLS - 1, 3, 1},
    {4, 0, 1, DIGIT_COLS},
    {1, 0, 1, 1},
    {3, 0, 1, 1},
    {2, 0, 1, PLUS_COLS},
    {1, 1, 3, 1},
};

enum {
	LEFT = UPPER_LEFT | LOWER_LEFT,
	RIGHT = UPPER_RIGHT | LOWER_RIGHT,
};

static const struct {
	char character;
	int cols;
	unsigned strokes;
} glyphs[] = {
    {'0', DIGIT_COLS, TOP | LEFT | RIGHT | BOTTOM},
    {'1', DIGIT_COLS, RIGHT},
    {'2', DIGIT_COLS, TOP | UPPER_RIGHT | MIDDLE | LOWER_LEFT | BOTTOM},
    {'3', DIGIT_COLS, TOP | RIGHT | MIDDLE | BOTTOM},
    {'4', DIGIT_COLS, UPPER_LEFT | RIGHT | MIDDLE},
    {'5', DIGIT_COLS, TOP | UPPER_LEFT | MIDDLE | LOWER_RIGHT | BOTTOM},
    {'6', DIGIT_COLS, TOP | LEFT | MIDDLE | LOWER_RIGHT | BOTTOM},
    {'7', DIGIT_COLS, TOP | RIGHT},
    {'8', DIGIT_COLS, TOP | LEFT | RIGHT | MIDDLE | BOTTOM},
    {'9', DIGIT_COLS, TOP | UPPER_LEFT | RIGHT | MIDDLE | BOTTOM},
    {':', COLON_COLS, UPPER_DOT | LOWER_DOT},
    {'+', PLUS_COLS, ACROSS | UPRIGHT},
    {'_', DIGIT_COLS, BOTTOM},
};

enum { GLYPHS = sizeof(glyphs) / sizeof(glyphs[0]) };

/* GLYPHS where there is none. */
static size_t
glyph_of(char character)
{
	size_t i = 0;

	while (i < GLYPHS && glyphs[i].character != character)
		i++;
	return i;
}

int
digits_cols(const char *text)
{
	int cols = 0;

	for (; *text != '\0'; text++) {
		size_t glyph = glyph_of(*text);

		if (glyph < GLYPHS)
			cols += (cols > 0 ? GAP : 0) + glyphs[glyph].cols;
	}
	return cols;
}

static void
draw_strokes(struct surface *surface, int row, int col, enum role role,
    unsigned of_glyph)
{
	for (int i = 0; i < STROKES; i++) {
		struct area stroke = strokes[i];

		stroke.row += row;
		stroke.col += col;
		if ((of_glyph & 1U << i) != 0)
			surface_block(surface, stroke, role);
	}
}

void
digits_draw(
    struct surface *surface, struct area area, enum role role, const char *text)
{
	int cols = digits_cols(text), col = area.col + area.cols - cols;

	if (cols > area.cols || area.rows < DIGITS_ROWS)
		return;
	for (; *text != '\0'; text++) {
		size_t glyph = glyph_of(*text);

		if (glyph == GLYPHS)
			continue;
		draw_strokes(
		    surface, area.row, col, role, glyphs[glyph].strokes);
		col += glyphs[glyph].cols + GAP;
	}
}
