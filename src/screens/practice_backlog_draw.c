/* SPDX-License-Identifier: MIT */
/*
 * The backlog on screen.  Where there is room it is a table with every figure
 * and trade-off.  Else each feature has one line, cut, and what is known of
 * the selected one stands below them; while notes are written the lines make
 * room for these.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "core/priority.h"
#include "screens/practice.h"
#include "tui/flow.h"
#include "tui/layout.h"

enum {
	TABLE_COLS = 64, /* from here reach and evidence have columns */
	MARK_COLS = 6,   /* `> 1 + ` */
	RANK_COL = 2,
	SAID_COL = 4,
	GAP = 2,
	RULE_ROWS = 1,
	NOTES_LEAST = 3,
	BELOW_LEAST = 3, /* rows under the lines: two of figures, a trade-off */
	EFFORT_COLS = 8, /* in a line */
	NAME_PERCENT = 60, /* of what is left there */
	FEATURE_PERCENT = 27,
	EFFORT_PERCENT = 13,
	REACH_PERCENT = 24,
	PERCENT = 100,
	FIGURES = 4, /* columns, the feature's name one of them */
	LINE_SIZE = 32,
};

static const char said_label[] = "Trade-off: ";
static const char said_short[] = "Why: ";
static const char said_nothing[] = "none yet; Enter writes it";

/* Where it stands within the pane that it shares with the notes. */
struct place {
	bool table;
	struct area head;   /* the names of the columns */
	struct area list;   /* of the features */
	struct area detail; /* figures of the selected one, below lines */
	struct area said;   /* its trade-off there */
	struct area notes;
};

/* Widths of feature, effort, reach and evidence; 0: not shown. */
struct columns {
	int cols[FIGURES];
};

static bool
is_narrow(int cols)
{
	return cols < TABLE_COLS;
}

/* Under a narrow line there is no cell to lose. */
static int
indent(int cols)
{
	return is_narrow(cols) ? GAP : MARK_COLS;
}

static const struct take *
take_of(const struct practice_state *state)
{
	return &state->run->session.take;
}

static int
count(const struct practice_state *state)
{
	return (int)priority_count(&take_of(state)->parts);
}

static const struct part *
feature_at(const struct practice_state *state, int at)
{
	return parts_nth(&take_of(state)->parts, PART_PRIORITY, (size_t)at);
}

/* Of the feature, as the bank has them now: all "" where it has them no
 * more. */
static struct feature
figures_at(const struct practice_state *state, int at)
{
	static char none[] = "";
	const struct part *part = feature_at(state, at);
	const struct feature *found = material_feature(
	    &session_task(&state->run->session)->material, part->name);

	return (struct feature){
	    .label = part->name,
	    .effort = found != NULL ? found->effort : none,
	    .reach = found != NULL ? found->reach : none,
	    .evidence = found != NULL ? found->evidence : none,
	};
}

static int
most(int a, int b)
{
	return a > b ? a : b;
}

static int
least(int a, int b)
{
	return a < b ? a : b;
}

/* All four, with room for the longest in several rows. */
static struct columns
table_columns(int cols)
{
	int rest = cols - MARK_COLS - (FIGURES - 1) * GAP;
	int feature = rest * FEATURE_PERCENT / PERCENT;
	int effort = rest * EFFORT_PERCENT / PERCENT;
	int reach = rest * REACH_PERCENT / PERCENT;

	return (struct columns){
	    {feature, effort, reach, rest - feature - effort - reach}};
}

static int
cells_of(const char *text)
{
	return utf8_cells(text, strlen(text));
}

/* In one row the name matters most, then effort, then reach; the evidence
 * stands below. */
static struct columns
line_columns(const struct practice_state *state, int cols)
{
	int rest = cols - MARK_COLS - GAP - EFFORT_COLS;
	int feature = 0;

	for (int i = 0; i < count(state); i++)
		feature = most(feature, cells_of(feature_at(state, i)->name));
	if (is_narrow(cols))
		return (struct columns){{rest, EFFORT_COLS}};
	feature = least(feature, rest * NAME_PERCENT / PERCENT);
	return (struct columns){{feature, EFFORT_COLS, rest - feature - GAP}};
}

static struct columns
columns_of(const struct practice_state *state, bool table, int cols)
{
	return table ? table_columns(cols) : line_columns(state, cols);
}

/* The rows of the feature's figures in the table. */
static int
figure_rows(
    const struct practice_state *state, int at, const struct columns *columns)
{
	struct feature feature = figures_at(state, at);
	const char *const cells[] = {
	    feature.label, feature.effort, feature.reach, feature.evidence};
	int rows = 1;

	for (int i = 0; i < FIGURES; i++)
		rows = most(rows, flow_rows(cells[i], columns->cols[i]));
	return rows;
}

static bool
writes(const struct practice_state *state, int at)
{
	return state->backlog.focus == BACKLOG_TRADE_OFF &&
	       at == take_of(state)->selected;
}

/* One row has the trade-off that is being written. */
static int
said_rows(const struct practice_state *state, int at, int cols)
{
	int label = (int)sizeof(said_label) - 1;

	if (writes(state, at))
		return 1;
	return most(1,
	    flow_rows(feature_at(state, at)->text, cols - MARK_COLS - label));
}

static int
table_rows(const struct practice_state *state, int cols)
{
	struct columns columns = table_columns(cols);
	int rows = 0;

	for (int i = 0; i < count(state); i++)
		rows +=
		    figure_rows(state, i, &columns) + said_rows(state, i, cols);
	return rows;
}

static char *
figures_text(const struct practice_state *state, int at)
{
	struct feature feature = figures_at(state, at);
	struct str text = STR_INIT;
	static char shown[] = "";

	/* Its line says so already. */
	if (cells_of(feature.effort) <= EFFORT_COLS)
		feature.effort = shown;
	feature_figures(&feature, &text);
	return str_detach(&text);
}

/* Of the feature about which most is known, so that nothing moves when
 * another one is selected. */
static int
detail_rows(const struct practice_state *state, int cols)
{
	int rows = 0;

	for (int i = 0; i < count(state); i++) {
		char *text = figures_text(state, i);

		rows = most(rows, flow_rows(text, cols - indent(cols)));
		free(text);
	}
	return rows;
}

static void
place_table(struct place *place, struct area left, int rows)
{
	place->table = true;
	place->head = layout_top(&left, 1);
	place->list = layout_top(&left, rows);
	layout_top(&left, RULE_ROWS);
	place->notes = left;
}

/* Lines with what is known of the selected one, and whatever is left to the
 * notes. */
static void
place_lines(const struct practice_state *state, struct place *place,
    struct area left, int detail)
{
	int lines = least(count(state), most(1, left.rows - 1));
	int spare = left.rows - lines - 1 - detail;

	if (spare > RULE_ROWS + NOTES_LEAST)
		place->head = layout_top(&left, 1);
	place->list = layout_top(&left, lines);
	place->detail =
	    layout_top(&left, spare > RULE_ROWS ? detail : left.rows - 1);
	place->said = layout_top(&left, 1);
	layout_top(&left, RULE_ROWS);
	place->notes = left;
}

/* Lines alone, as many as leave room to write. */
static void
place_above_notes(
    const struct practice_state *state, struct place *place, struct area left)
{
	int lines = least(count(state), left.rows - RULE_ROWS - NOTES_LEAST);

	*place = (struct place){0};
	place->list = layout_top(&left, most(1, lines));
	layout_top(&left, RULE_ROWS);
	place->notes = left;
}

static struct place
place_in(const struct practice_state *state, struct area body)
{
	struct place place = {0};
	int rows = table_rows(state, body.cols);

	if (!is_narrow(body.cols) &&
	    1 + rows + RULE_ROWS + NOTES_LEAST <= body.rows) {
		place_table(&place, body, rows);
		return place;
	}
	place_lines(state, &place, body, detail_rows(state, body.cols));
	if (state->backlog.focus == BACKLOG_NOTES &&
	    place.notes.rows < NOTES_LEAST)
		place_above_notes(state, &place, body);
	return place;
}

int
practice_backlog_spares(const struct practice_state *state, int rows, int share)
{
	int spare;

	if (!practice_has_backlog(state))
		return share;
	spare = rows - RULE_ROWS - count(state) - BELOW_LEAST;
	return most(1, least(share, spare));
}

void
practice_backlog_place(
    const struct practice_state *state, struct practice_layout *layout)
{
	if (!practice_has_backlog(state))
		return;
	layout->backlog = layout->body;
	/* Rather the figures than a rule over the list. */
	if (!layout->wide && layout->body.rows <= count(state) + 1) {
		layout->backlog.row -= RULE_ROWS;
		layout->backlog.rows += RULE_ROWS;
	}
	layout->body = place_in(state, layout->backlog).notes;
}

static void
draw_head(const struct practice_state *state, struct surface *surface,
    const struct place *place)
{
	static const char *const names[] = {
	    "Feature", "Effort", "Reach", "Evidence"};
	struct area head = place->head;
	struct columns columns = columns_of(state, place->table, head.cols);
	int col = head.col + MARK_COLS;

	if (head.rows < 1)
		return;
	for (int i = 0; i < FIGURES && columns.cols[i] > 0; i++) {
		surface_text_cut(surface, head.row, col, columns.cols[i],
		    ROLE_DIM, names[i]);
		col += columns.cols[i] + GAP;
	}
}

/* The figures in their columns, in one row or in as many as they take. */
static void
draw_figures(const struct practice_state *state, struct surface *surface,
    struct area area, int at, bool table, enum role role)
{
	struct columns columns = columns_of(state, table, area.cols);
	struct feature feature = figures_at(state, at);
	const char *const cells[] = {
	    feature.label, feature.effort, feature.reach, feature.evidence};
	struct area cell = area;

	cell.col += MARK_COLS;
	for (int i = 0; i < FIGURES && columns.cols[i] > 0; i++) {
		cell.cols = columns.cols[i];
		if (!table)
			surface_text_cut(surface, cell.row, cell.col, cell.cols,
			    role, cells[i]);
		else
			flow_draw(surface, cell, role, cells[i], 0);
		cell.col += cell.cols + GAP;
	}
}

/* A feature in the rows of its figures: place, mark, figures. */
static void
draw_feature(const struct practice_state *state, struct surface *surface,
    struct area area, int at, bool table)
{
	bool selected = at == take_of(state)->selected;
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
	if (!table && *feature_at(state, at)->text != '\0')
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
	const char *text = feature_at(state, at)->text;
	bool narrow = is_narrow(area.cols);
	int label;

	layout_left(&area, indent(area.cols));
	label = surface_text(surface, area.row, area.col, area.cols, ROLE_DIM,
	    narrow ? said_short : said_label);
	layout_left(&area, label);
	if (writes(state, at))
		field_draw(&state->backlog.field, surface, area.row, area.col,
		    area.cols, true);
	else if (*text != '\0')
		flow_draw(surface, area, ROLE_ACCENT, text, 0);
	else
		surface_text_cut(surface, area.row, area.col, area.cols,
		    ROLE_DIM,
		    at == take_of(state)->selected &&
			    state->backlog.focus == BACKLOG_LIST
			? said_nothing
			: "none yet");
}

static void
draw_table(const struct practice_state *state, struct surface *surface,
    struct area left)
{
	struct columns columns = table_columns(left.cols);
	int cols = left.cols;

	for (int i = 0; i < count(state); i++) {
		draw_feature(state, surface,
		    layout_top(&left, figure_rows(state, i, &columns)), i,
		    true);
		draw_said(state, surface,
		    layout_top(&left, said_rows(state, i, cols)), i);
	}
}

/* Those around the selected one, where not all of them fit. */
static void
draw_lines(const struct practice_state *state, struct surface *surface,
    struct area left)
{
	int last = count(state) - left.rows;
	int first = least(take_of(state)->selected - left.rows / 2, last);

	for (int i = most(0, first); i < count(state) && left.rows > 0; i++)
		draw_feature(state, surface, layout_top(&left, 1), i, false);
}

/* Where the figures have to be cut, they take the room of a trade-off that is
 * not there. */
static void
draw_detail(const struct practice_state *state, struct surface *surface,
    const struct place *place)
{
	int at = take_of(state)->selected;
	struct area area = place->detail;
	char *text = figures_text(state, at);
	int rows;

	layout_left(&area, indent(area.cols));
	rows = flow_rows(text, area.cols);
	if (rows > area.rows && !writes(state, at) &&
	    *feature_at(state, at)->text == '\0')
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
	int row = notes.row - RULE_ROWS;

	surface_rule(surface, row, notes.col, notes.cols, ROLE_DIM);
	surface_text(surface, row, notes.col + GAP, notes.cols - GAP, ROLE_DIM,
	    state->backlog.focus == BACKLOG_NOTES ? " Notes "
						  : " Notes (Tab) ");
}

int
practice_backlog_status(const struct practice_state *state,
    struct surface *surface, int row, int col)
{
	int all = count(state);
	int unsaid = (int)priority_unsaid(&take_of(state)->parts);

	if (!practice_has_backlog(state))
		return 0;
	return surface_textf(surface, row, col, surface->cols - col, ROLE_DIM,
	    "trade-offs %d/%d   ", all - unsaid, all);
}

void
practice_backlog_draw(const struct practice_state *state,
    struct surface *surface, const struct practice_layout *layout)
{
	struct area area = layout->backlog;
	struct place place;

	if (!layout_shows(area))
		return;
	place = place_in(state, area);
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
