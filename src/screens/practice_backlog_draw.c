/* SPDX-License-Identifier: MIT */
/* The backlog on screen: a table, or lines with what is known of one. */
#include <stdio.h>
#include <stdlib.h>

#include "core/priority.h"
#include "screens/practice_backlog_parts.h"
#include "screens/practice_band.h"
#include "tui/flow.h"
#include "tui/layout.h"

enum {
	RANK_COL = 2,
	SAID_COL = 4, /* of the mark that a line has a trade-off */
	LINE_SIZE = 32,
};

static const char said_short[] = "Why: ";
static const char said_nothing[] = "none yet; Enter writes it";

static void
draw_head(const struct practice_state *state, struct surface *surface,
    const struct backlog_place *place)
{
	static const char *const names[] = {
	    "Feature", "Effort", "Reach", "Evidence"};
	struct area head = place->head;
	struct backlog_columns columns =
	    backlog_columns(state, place->table, head.cols);
	int col = head.col + BACKLOG_MARK;

	if (head.rows < 1)
		return;
	for (int i = 0; i < BACKLOG_FIGURES && columns.cols[i] > 0; i++) {
		surface_text_cut(surface, head.row, col, columns.cols[i],
		    ROLE_DIM, names[i]);
		col += columns.cols[i] + BACKLOG_GAP;
	}
}

/* The figures in their columns, in one row or in as many as they take. */
static void
draw_figures(const struct practice_state *state, struct surface *surface,
    struct area area, int at, bool table, enum role role)
{
	struct backlog_columns columns =
	    backlog_columns(state, table, area.cols);
	struct feature feature = backlog_figures(state, at);
	const char *const cells[] = {
	    feature.label, feature.effort, feature.reach, feature.evidence};
	struct area cell = area;

	cell.col += BACKLOG_MARK;
	for (int i = 0; i < BACKLOG_FIGURES && columns.cols[i] > 0; i++) {
		cell.cols = columns.cols[i];
		if (!table)
			surface_text_cut(surface, cell.row, cell.col, cell.cols,
			    role, cells[i]);
		else
			flow_draw(surface, cell, role, cells[i], 0);
		cell.col += cell.cols + BACKLOG_GAP;
	}
}

/* A feature in the rows of its figures: place, mark, figures. */
static void
draw_feature(const struct practice_state *state, struct surface *surface,
    struct area area, int at, bool table)
{
	bool selected = at == state->run->session.take.selected;
	bool lit = selected && state->backlog.focus != BACKLOG_NOTES;
	enum role role = lit ? ROLE_SELECTED : ROLE_TEXT;
	char rank[LINE_SIZE];

	if (lit)
		surface_fill(surface, area, role, true);
	if (selected)
		surface_text(surface, area.row, area.col, 1, role, ">");
	snprintf(rank, sizeof(rank), "%d", at + 1);
	surface_text(surface, area.row, area.col + RANK_COL,
	    SAID_COL - RANK_COL, role, rank);
	if (!table && *backlog_feature(state, at)->text != '\0')
		surface_text(
		    surface, area.row, area.col + SAID_COL, 1, role, "+");
	draw_figures(state, surface, area, at, table, role);
	if (selected && state->backlog.focus == BACKLOG_LIST)
		surface_caret(surface, area.row, area.col);
}

/* The trade-off of a feature, or the field that it is written in. */
static void
draw_said(const struct practice_state *state, struct surface *surface,
    struct area area, int at)
{
	const char *text = backlog_feature(state, at)->text;
	bool narrow = backlog_is_narrow(area.cols);
	int label;

	layout_left(&area, backlog_indent(area.cols));
	label = surface_text(surface, area.row, area.col, area.cols, ROLE_DIM,
	    narrow ? said_short : BACKLOG_SAID);
	layout_left(&area, label);
	if (backlog_writes(state, at))
		field_draw(&state->backlog.field, surface, area.row, area.col,
		    area.cols, true);
	else if (*text != '\0')
		flow_draw(surface, area, ROLE_ACCENT, text, 0);
	else
		surface_text_cut(surface, area.row, area.col, area.cols,
		    ROLE_DIM,
		    at == state->run->session.take.selected &&
			    state->backlog.focus == BACKLOG_LIST
			? said_nothing
			: "none yet");
}

static void
draw_table(const struct practice_state *state, struct surface *surface,
    struct area left)
{
	struct backlog_columns columns =
	    backlog_columns(state, true, left.cols);
	int cols = left.cols;

	for (int i = 0; i < backlog_count(state); i++) {
		draw_feature(state, surface,
		    layout_top(&left, backlog_figure_rows(state, i, &columns)),
		    i, true);
		draw_said(state, surface,
		    layout_top(&left, backlog_said_rows(state, i, cols)), i);
	}
}

/* Those around the selected one, where not all of them fit. */
static void
draw_lines(const struct practice_state *state, struct surface *surface,
    struct area left)
{
	int last = backlog_count(state) - left.rows;
	int first = state->run->session.take.selected - left.rows / 2;

	if (first > last)
		first = last;
	if (first < 0)
		first = 0;

	for (int i = first; i < backlog_count(state) && left.rows > 0; i++)
		draw_feature(state, surface, layout_top(&left, 1), i, false);
}

/* Where the figures have to be cut, they take the room of a trade-off that is
 * not there. */
static void
draw_detail(const struct practice_state *state, struct surface *surface,
    const struct backlog_place *place)
{
	int at = state->run->session.take.selected;
	struct area area = place->detail;
	char *text = backlog_figures_text(state, at);
	int rows;

	layout_left(&area, backlog_indent(area.cols));
	rows = flow_rows(text, area.cols);
	if (rows > area.rows && !backlog_writes(state, at) &&
	    *backlog_feature(state, at)->text == '\0')
		area.rows += place->said.rows;
	else
		draw_said(state, surface, place->said, at);
	flow_draw(surface, area, ROLE_TEXT, text, 0);
	if (rows > area.rows && area.rows > 0)
		surface_text_right(surface, area.row + area.rows - 1, area.col,
		    area.cols, ROLE_KEY, " F6: all");
	free(text);
}

/* Over the notes, which it names. */
static void
draw_rule(const struct practice_state *state, struct surface *surface,
    struct area notes)
{
	int row = notes.row - BACKLOG_RULE;

	surface_rule(surface, row, notes.col, notes.cols, ROLE_DIM);
	surface_text(surface, row, notes.col + BACKLOG_GAP,
	    notes.cols - BACKLOG_GAP, ROLE_DIM,
	    state->backlog.focus == BACKLOG_NOTES ? " Notes "
						  : " Notes (Tab) ");
}

int
practice_backlog_status(const struct practice_state *state,
    struct surface *surface, int row, int col)
{
	int all = backlog_count(state);
	int unsaid = (int)priority_unsaid(&state->run->session.take.parts);

	if (!practice_has_backlog(state))
		return 0;
	return surface_textf(surface, row, col, surface->cols - col, ROLE_DIM,
	    "trade-offs %d/%d   ", all - unsaid, all);
}

static void
draw_backlog(const struct practice_state *state, struct surface *surface,
    const struct practice_layout *layout)
{
	struct area area = layout->backlog;
	struct backlog_place place;

	if (!layout_shows(area))
		return;
	place = backlog_place_in(state, area);
	surface_fill(surface, area, ROLE_TEXT, true);
	draw_head(state, surface, &place);
	if (place.table)
		draw_table(state, surface, place.list);
	else
		draw_lines(state, surface, place.list);
	if (layout_shows(place.said))
		draw_detail(state, surface, &place);
	if (layout_shows(place.notes))
		draw_rule(state, surface, place.notes);
}

const struct practice_band practice_backlog_band = {
    .place = practice_backlog_place,
    .draw = draw_backlog,
};
