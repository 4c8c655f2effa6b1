/* SPDX-License-Identifier: MIT */
/* An answer that is written over days: the time away, its headings, and how
 * its words are spread over them. */
#include <stdlib.h>
#include <string.h>

#include "screens/practice.h"
#include "screens/practice_band.h"
#include "screens/sections.h"
#include "tui/layout.h"

enum {
	CELL_COLS = 40, /* of a section, under the text */
	MARK_COLS = 1,
	GAP = 2,
	TEXT_LEAST = 7, /* rows that they must leave */
};

static const struct session *
session_of(const struct practice_state *state)
{
	return &state->run->session;
}

static const struct rubric *
rubric_of(const struct practice_state *state)
{
	return &session_task(session_of(state))->rubric;
}

/* Over days a machine sleeps, and programs are suspended; an editor of one's
 * own is work. */
void
practice_leave_out_absence(
    struct practice_state *state, const struct event *event)
{
	struct session *session = &state->run->session;
	int64_t away_ms = event->now.mono_ms - state->awake_ms;
	bool outside = state->outside;

	if (event->kind == EVENT_RESUME)
		state->outside = false;
	if (!session_over_days(session) || outside || session_paused(session))
		return;
	if (away_ms > AWAY_MS || event->kind == EVENT_RESUME)
		session_shift(session, away_ms);
}

bool
practice_has_sections(const struct practice_state *state)
{
	return session_of(state)->phase == PHASE_ANSWER &&
	       session_over_days(session_of(state)) &&
	       !practice_speaks(state) && !practice_clarifies(state);
}

void
practice_set_headings(struct practice_state *state)
{
	size_t first;
	char *text;

	if (!practice_has_sections(state) || session_of(state)->take.text.len)
		return;
	text = sections_skeleton(rubric_of(state), &first);
	editor_set(&state->editor, text, strlen(text), first);
	free(text);
}

bool
practice_is_bare(const struct practice_state *state)
{
	size_t n;
	const char *text = editor_text(&state->editor, &n);

	return practice_has_sections(state) &&
	       sections_bare(rubric_of(state), text, n);
}

bool
practice_count_sections(struct practice_state *state)
{
	size_t n;
	const char *text = editor_text(&state->editor, &n);

	if (practice_has_sections(state))
		sections_count(rubric_of(state), text, n, &state->sections);
	return practice_has_sections(state);
}

/* How many stand in one row under the text. */
static int
per_row(int cols)
{
	return cols >= CELL_COLS ? cols / CELL_COLS : 1;
}

static void
place_sections(
    const struct practice_state *state, struct practice_layout *layout)
{
	int n = (int)rubric_of(state)->n, in_row = per_row(layout->body.cols);
	int rows = (n + in_row - 1) / in_row;

	if (!practice_has_sections(state) || layout_shows(layout->side) ||
	    layout->body.rows - rows < TEXT_LEAST)
		return;
	layout->sections = layout_bottom(&layout->body, rows);
}

static int
present(const struct practice_state *state)
{
	size_t n;
	const char *text = editor_text(&state->editor, &n);

	return sections_find(rubric_of(state), text, n, state->editor.caret);
}

static void
draw_section(const struct practice_state *state, struct surface *surface,
    struct area cell, int i, bool at)
{
	enum role role = at ? ROLE_TITLE : ROLE_DIM;

	surface_text(
	    surface, cell.row, cell.col, MARK_COLS, role, at ? ">" : "");
	cell.col += MARK_COLS;
	cell.cols -= MARK_COLS;
	sections_draw_row(
	    rubric_of(state), &state->sections, (size_t)i, surface, cell, role);
}

static void
draw_all(const struct practice_state *state, struct surface *surface,
    struct area area, int in_row)
{
	int cols = in_row > 1 ? CELL_COLS : area.cols, at = present(state);

	for (int i = 0; i < (int)rubric_of(state)->n; i++) {
		struct area cell = {area.row + i / in_row,
		    area.col + i % in_row * cols, 1,
		    in_row > 1 ? cols - GAP : cols};

		if (i / in_row < area.rows)
			draw_section(state, surface, cell, i, i == at);
	}
}

static void
draw_sections(const struct practice_state *state, struct surface *surface,
    const struct practice_layout *layout)
{
	if (layout_shows(layout->sections))
		draw_all(state, surface, layout->sections,
		    per_row(layout->sections.cols));
}

const struct practice_band practice_sections_band = {
    .place = place_sections,
    .draw = draw_sections,
};

/* In a column they stand beside the answer. */
static int
side_rows(const struct practice_state *state, struct practice_room room)
{
	int n = (int)rubric_of(state)->n;

	return practice_has_sections(state) && room.column &&
		       n <= room.area.rows
		   ? n
		   : 0;
}

static void
side_draw(const struct practice_state *state, struct surface *surface,
    struct practice_room room, struct practice_clock clock, struct instant now)
{
	(void)clock;
	(void)now;
	draw_all(state, surface, room.area, 1);
}

const struct practice_part practice_sections = {
    .rows = side_rows,
    .draw = side_draw,
};

int
practice_draw_present_section(const struct practice_state *state,
    struct surface *surface, struct area row)
{
	int at = present(state);

	if (at < 0)
		return 0;
	sections_draw_row(rubric_of(state), &state->sections, (size_t)at,
	    surface, row, ROLE_DIM);
	return row.cols;
}
