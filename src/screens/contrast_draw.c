/* SPDX-License-Identifier: MIT */
/* What is seen of the comparison: a sentence, then a signal a row. */
#include <stdio.h>

#include "screens/contrast_parts.h"
#include "screens/frame.h"
#include "tui/layout.h"

enum {
	LABEL_COLS = 20,
	SIDE_COLS = 15,
	SIDE_TEXT = 32,
	BY_COLS = 7,
	WIDE_COLS = LABEL_COLS + 2 * SIDE_COLS + BY_COLS + 12,
	NARROW_LABEL = 16, /* where only the numbers fit beside it */
	NARROW_SIDE = 5,
	SENTENCE = 160,
};

static const char *const titles[CONTRAST_KINDS] = {
    [CONTRAST_PERIODS] = "Compare two periods",
    [CONTRAST_ROUNDS] = "Compare two rounds",
    [CONTRAST_LEVELS] = "Compare two levels",
    [CONTRAST_ATTEMPTS] = "Compare first and latest attempts",
};

/* Where there is no room for contrast_word(). */
static const char *const short_words[] = {
    [CONTRAST_FEW] = "few",
    [CONTRAST_NOISE] = "~",
    [CONTRAST_HIGHER] = "up",
    [CONTRAST_LOWER] = "down",
};

static enum role
word_role(enum contrast_verdict verdict, enum role row)
{
	if (row == ROLE_SELECTED)
		return row;
	switch (verdict) {
	case CONTRAST_HIGHER:
		return ROLE_GOOD;
	case CONTRAST_LOWER:
		return ROLE_WARN;
	case CONTRAST_FEW:
	case CONTRAST_NOISE:
		break;
	}
	return ROLE_DIM;
}

static void
side_text(const struct sample *side, bool wide, char out[SIDE_TEXT])
{
	if (side->n == 0)
		snprintf(out, SIDE_TEXT, "   -");
	else if (wide)
		snprintf(out, SIDE_TEXT, "%.2f (n %d)", side->mean, side->n);
	else
		snprintf(out, SIDE_TEXT, "%.2f", side->mean);
}

/* Without its count where there is no room for it. */
static void
draw_row(const void *data, int i, struct surface *surface, struct area area,
    enum role role)
{
	const struct contrast_state *state = data;
	const struct contrast_row *row = &state->rows.rows[i];
	bool wide = area.cols >= WIDE_COLS - LIST_MARK;
	char text[SIDE_TEXT];
	struct area cell = layout_left(&area, wide ? LABEL_COLS : NARROW_LABEL);

	surface_text_cut(
	    surface, cell.row, cell.col, cell.cols - 1, role, row->label);
	for (int side = 0; side < CONTRAST_SIDES; side++) {
		side_text(&row->sides[side], wide, text);
		cell = layout_left(&area, wide ? SIDE_COLS : NARROW_SIDE);
		surface_text(
		    surface, cell.row, cell.col, cell.cols, role, text);
	}
	if (row->sides[0].n > 0 && row->sides[1].n > 0)
		surface_textf(surface, area.row, area.col, BY_COLS, role,
		    "%+.2f", row->contrast.by);
	layout_left(&area, BY_COLS);
	surface_text_cut(surface, area.row, area.col, area.cols,
	    word_role(row->contrast.verdict, role),
	    wide ? contrast_word(row->contrast.verdict)
		 : short_words[row->contrast.verdict]);
}

/* The overalls, in words. */
static void
draw_sentence(const struct contrast_state *state, struct surface *surface,
    struct area area)
{
	const struct contrast_row *overall = &state->rows.rows[0];
	char text[SENTENCE];

	if (overall->contrast.verdict == CONTRAST_FEW)
		snprintf(text, sizeof(text),
		    "%s against %s: too few to tell (%d each tell).",
		    state->rows.sides[1], state->rows.sides[0],
		    state->shared->rules->trend_sessions);
	else
		snprintf(text, sizeof(text),
		    "%s against %s: %s, %+.2f to %+.2f.", state->rows.sides[1],
		    state->rows.sides[0],
		    contrast_word(overall->contrast.verdict),
		    overall->contrast.low, overall->contrast.high);
	surface_text_cut(surface, area.row, area.col, area.cols,
	    word_role(overall->contrast.verdict, ROLE_TEXT), text);
}

static void
draw_head(const struct contrast_state *state, struct surface *surface,
    struct area area)
{
	bool wide = area.cols >= WIDE_COLS;
	struct area cell;

	draw_sentence(state, surface, layout_top(&area, 1));
	reviewing_draw_filters(state->shared, surface, layout_top(&area, 1));
	area = layout_top(&area, 1);
	layout_left(&area, LIST_MARK);
	cell = layout_left(&area, wide ? LABEL_COLS : NARROW_LABEL);
	surface_text_cut(
	    surface, cell.row, cell.col, cell.cols - 1, ROLE_KEY, "signal");
	for (int side = 0; side < CONTRAST_SIDES; side++) {
		cell = layout_left(&area, wide ? SIDE_COLS : NARROW_SIDE);
		surface_text_cut(surface, cell.row, cell.col, cell.cols - 1,
		    ROLE_KEY, state->rows.sides[side]);
	}
	surface_text_cut(surface, area.row, area.col, area.cols, ROLE_KEY,
	    wide ? "change" : "by");
}

void
contrast_draw(const void *data, struct surface *surface, struct instant now)
{
	static const char *const none[] = {
	    "Nothing to compare here.",
	    "Tab compares something else, a and b change the two sides.",
	    NULL,
	};
	const struct contrast_state *state = data;
	char reading[REVIEWING_TEXT];
	struct area body = frame_draw(surface, titles[state->choice.kind],
	    reviewing_progress(state->shared, reading), ROLE_DIM,
	    contrast_keys);

	(void)now;
	if (!layout_shows(body) || state->rows.n == 0)
		return;
	draw_head(state, surface, layout_top(&body, CONTRAST_HEAD_ROWS));
	if (state->rows.n == 1)
		frame_empty(surface, body, none);
	else
		list_draw(&state->list, surface, body, draw_row, state);
	frame_notice(surface, state->shared->notice);
}
