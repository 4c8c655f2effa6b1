/* SPDX-License-Identifier: MIT */
/* Where the panes of the practice screen stand; nothing is drawn here. */
#include <stdlib.h>

#include "screens/practice.h"
#include "screens/practice_band.h"
#include "tui/layout.h"

enum {
	HEAD_ROWS = 2, /* title and rule */
	FOOT_ROWS = 2, /* status line and keys */
	RULE_ROWS = 1,
	PROMPT_SHARE = 3, /* of the rows, while an answer is written under it */
	BODY_ROWS = 6,    /* that a band must leave, but for one row of it */

	/* From here the side is a column, and from LAYOUT_WIDE_COLS the prompt
	 * is one too. */
	COLUMN_COLS = 100,
	THINK_COLS = 60, /* from here the think time's big clock shows */
	SIDE_COLS = 46,
	PROMPT_COLS = 48, /* of a wide screen, at most */
	PROMPT_LEAST = 36,
};

static const struct session *
session_of(const struct practice_state *state)
{
	return &state->run->session;
}

static bool
has_column(int cols)
{
	return cols >= COLUMN_COLS;
}

/* A hint that has a column stands beside the answer. */
bool
practice_is_covered(const struct practice_state *state, int cols)
{
	return state->over == OVER_QUESTION ||
	       (state->over == OVER_HINT && !has_column(cols));
}

bool
practice_shows_editor(const struct practice_state *state, int cols)
{
	return practice_writes(state) && !practice_is_covered(state, cols);
}

/* Lays out the whole of what is asked; returns its rows. */
static int
prompt_rows(const struct practice_state *state, int cols)
{
	char *text = practice_prompt_text(state);
	int rows = laid_rows(state->asked, text, cols);

	free(text);
	return rows;
}

/* A column at the right end of `left`; the big clock of the think time has
 * one of its own width where there is no other. */
static void
place_column(const struct practice_state *state, struct practice_layout *layout,
    struct area *left, int cols)
{
	struct area rest = *left;
	struct practice_room room = {.column = true};

	room.area = layout_right(&rest, cols);
	layout_right(&rest, has_column(left->cols) ? LAYOUT_GAP : 1);
	if (!layout_shows(rest) || practice_side_rows(state, room) == 0)
		return;
	layout->side = room.area;
	*left = rest;
}

static void
place_band(const struct practice_state *state, struct practice_layout *layout,
    struct area *left)
{
	struct practice_room room = {.area = *left};
	int rows;

	room.area.rows -= RULE_ROWS + BODY_ROWS;
	if (room.area.rows < 1)
		room.area.rows = 1;
	rows = practice_side_rows(state, room);
	layout->side = layout_top(left, rows);
	if (rows > 1)
		layout_top(left, RULE_ROWS);
}

static void
place_side(const struct practice_state *state, struct practice_layout *layout,
    struct area *left)
{
	if (has_column(left->cols))
		place_column(state, layout, left, SIDE_COLS);
	else if (session_of(state)->phase == PHASE_THINK &&
		 left->cols >= THINK_COLS)
		place_column(state, layout, left, practice_clock_cols(state));
	else if (practice_writes(state))
		place_band(state, layout, left);
}

/* Prompt, answer and side beside each other. */
static void
place_wide(const struct practice_state *state, struct practice_layout *layout,
    struct area left)
{
	int cols;

	place_column(state, layout, &left, SIDE_COLS);
	cols = left.cols - LAYOUT_GAP - LAYOUT_MEASURE;
	if (cols > PROMPT_COLS)
		cols = PROMPT_COLS;
	if (cols < PROMPT_LEAST)
		cols = PROMPT_LEAST;
	layout->prompt = layout_left(&left, cols);
	layout->prompt_rows = prompt_rows(state, cols);
	layout_left(&left, LAYOUT_GAP);
	layout->body = layout_readable(left);
}

/* Below each other: the prompt gets what it needs, but while the answer is
 * written no more than a third of the screen. */
static void
place_tall(const struct practice_state *state, struct practice_layout *layout,
    struct area left, bool covered)
{
	struct area prompt = layout_readable(left);
	int most = left.rows;

	layout->prompt_rows = prompt_rows(state, prompt.cols);
	if (practice_writes(state) && !covered)
		most = practice_backlog_spares(state, most,
		    most / PROMPT_SHARE > 0 ? most / PROMPT_SHARE : 1);
	if (most > layout->prompt_rows)
		most = layout->prompt_rows;
	prompt.rows = layout_top(&left, most).rows;
	layout->prompt = prompt;
	layout_top(&left, RULE_ROWS);
	if (!covered)
		place_side(state, layout, &left);
	layout->body = layout_readable(left);
}

struct practice_layout
practice_layout(const struct practice_state *state, int rows, int cols)
{
	struct practice_layout layout = {.rows = rows, .cols = cols};
	struct area left = {.rows = rows, .cols = cols};
	bool covered = practice_is_covered(state, cols);

	/* The foot stands fast, whatever is above it. */
	layout.foot = (struct area){rows - FOOT_ROWS, 0, FOOT_ROWS, cols};
	layout_bottom(&left, FOOT_ROWS);
	layout.head = layout_top(&left, HEAD_ROWS);
	layout.wide = cols >= LAYOUT_WIDE_COLS && !covered;
	if (session_of(state)->phase == PHASE_READY) {
		layout_top(&left, RULE_ROWS);
		layout.body = layout_readable(left);
	} else if (layout.wide) {
		place_wide(state, &layout, left);
	} else {
		place_tall(state, &layout, left, covered);
	}
	if (!covered)
		practice_place_bands(state, &layout);
	return layout;
}
