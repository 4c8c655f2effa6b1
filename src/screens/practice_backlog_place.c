/* SPDX-License-Identifier: MIT */
/*
 * Where the backlog stands; nothing is drawn here.  Where there is room it is a
 * table with every figure and trade-off.  Else each feature has one line, cut,
 * and what is known of the selected one stands below them; while notes are
 * written the lines make room for these.
 */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "core/priority.h"
#include "screens/practice_backlog_parts.h"
#include "tui/flow.h"
#include "tui/layout.h"

enum {
	TABLE_COLS = 64, /* from here reach and evidence have columns */
	NOTES_LEAST = 3, /* rows */
	BELOW_LEAST = 3, /* rows under the lines: two of figures, a trade-off */
	EFFORT_COLS = 8, /* in a line */
	NAME_PERCENT = 60, /* of what is left there */
	FEATURE_PERCENT = 27,
	EFFORT_PERCENT = 13,
	REACH_PERCENT = 24,
	PERCENT = 100,
};

bool
backlog_is_narrow(int cols)
{
	return cols < TABLE_COLS;
}

int
backlog_indent(int cols)
{
	return backlog_is_narrow(cols) ? BACKLOG_GAP : BACKLOG_MARK;
}

static const struct take *
take_of(const struct practice_state *state)
{
	return &state->run->session.take;
}

int
backlog_count(const struct practice_state *state)
{
	return (int)priority_count(&take_of(state)->parts);
}

const struct part *
backlog_feature(const struct practice_state *state, int at)
{
	return parts_nth(&take_of(state)->parts, PART_PRIORITY, (size_t)at);
}

struct feature
backlog_figures(const struct practice_state *state, int at)
{
	static char none[] = "";
	const struct part *part = backlog_feature(state, at);
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
static struct backlog_columns
table_columns(int cols)
{
	int rest = cols - BACKLOG_MARK - (BACKLOG_FIGURES - 1) * BACKLOG_GAP;
	int feature = rest * FEATURE_PERCENT / PERCENT;
	int effort = rest * EFFORT_PERCENT / PERCENT;
	int reach = rest * REACH_PERCENT / PERCENT;

	return (struct backlog_columns){
	    {feature, effort, reach, rest - feature - effort - reach}};
}

static int
cells_of(const char *text)
{
	return utf8_cells(text, strlen(text));
}

/* In one row the name matters most, then effort, then reach; the evidence
 * stands below. */
static struct backlog_columns
line_columns(const struct practice_state *state, int cols)
{
	int rest = cols - BACKLOG_MARK - BACKLOG_GAP - EFFORT_COLS;
	int feature = 0;

	for (int i = 0; i < backlog_count(state); i++)
		feature =
		    most(feature, cells_of(backlog_feature(state, i)->name));
	if (backlog_is_narrow(cols))
		return (struct backlog_columns){{rest, EFFORT_COLS}};
	feature = least(feature, rest * NAME_PERCENT / PERCENT);
	return (struct backlog_columns){
	    {feature, EFFORT_COLS, rest - feature - BACKLOG_GAP}};
}

struct backlog_columns
backlog_columns(const struct practice_state *state, bool table, int cols)
{
	return table ? table_columns(cols) : line_columns(state, cols);
}

int
backlog_figure_rows(const struct practice_state *state, int at,
    const struct backlog_columns *columns)
{
	struct feature feature = backlog_figures(state, at);
	const char *const cells[] = {
	    feature.label, feature.effort, feature.reach, feature.evidence};
	int rows = 1;

	for (int i = 0; i < BACKLOG_FIGURES; i++)
		rows = most(rows, flow_rows(cells[i], columns->cols[i]));
	return rows;
}

bool
backlog_writes(const struct practice_state *state, int at)
{
	return state->backlog.focus == BACKLOG_TRADE_OFF &&
	       at == take_of(state)->selected;
}

/* One row has the trade-off that is being written. */
int
backlog_said_rows(const struct practice_state *state, int at, int cols)
{
	int label = (int)sizeof(BACKLOG_SAID) - 1;

	if (backlog_writes(state, at))
		return 1;
	return most(1, flow_rows(backlog_feature(state, at)->text,
			   cols - BACKLOG_MARK - label));
}

static int
table_rows(const struct practice_state *state, int cols)
{
	struct backlog_columns columns = table_columns(cols);
	int rows = 0;

	for (int i = 0; i < backlog_count(state); i++)
		rows += backlog_figure_rows(state, i, &columns) +
			backlog_said_rows(state, i, cols);
	return rows;
}

char *
backlog_figures_text(const struct practice_state *state, int at)
{
	struct feature feature = backlog_figures(state, at);
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

	for (int i = 0; i < backlog_count(state); i++) {
		char *text = backlog_figures_text(state, i);

		rows = most(rows, flow_rows(text, cols - backlog_indent(cols)));
		free(text);
	}
	return rows;
}

static void
place_table(struct backlog_place *place, struct area left, int rows)
{
	place->table = true;
	place->head = layout_top(&left, 1);
	place->list = layout_top(&left, rows);
	layout_top(&left, BACKLOG_RULE);
	place->notes = left;
}

/* Lines with what is known of the selected one, and whatever is left to the
 * notes. */
static void
place_lines(const struct practice_state *state, struct backlog_place *place,
    struct area left, int detail)
{
	int lines = least(backlog_count(state), most(1, left.rows - 1));
	int spare = left.rows - lines - 1 - detail;

	if (spare > BACKLOG_RULE + NOTES_LEAST)
		place->head = layout_top(&left, 1);
	place->list = layout_top(&left, lines);
	place->detail =
	    layout_top(&left, spare > BACKLOG_RULE ? detail : left.rows - 1);
	place->said = layout_top(&left, 1);
	layout_top(&left, BACKLOG_RULE);
	place->notes = left;
}

/* Lines alone, as many as leave room to write. */
static void
place_above_notes(const struct practice_state *state,
    struct backlog_place *place, struct area left)
{
	int lines =
	    least(backlog_count(state), left.rows - BACKLOG_RULE - NOTES_LEAST);

	*place = (struct backlog_place){0};
	place->list = layout_top(&left, most(1, lines));
	layout_top(&left, BACKLOG_RULE);
	place->notes = left;
}

struct backlog_place
backlog_place_in(const struct practice_state *state, struct area body)
{
	struct backlog_place place = {0};
	int rows = table_rows(state, body.cols);

	if (!backlog_is_narrow(body.cols) &&
	    1 + rows + BACKLOG_RULE + NOTES_LEAST <= body.rows) {
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
	spare = rows - BACKLOG_RULE - backlog_count(state) - BELOW_LEAST;
	return most(1, least(share, spare));
}

void
practice_backlog_place(
    const struct practice_state *state, struct practice_layout *layout)
{
	if (!practice_has_backlog(state))
		return;
	layout->backlog = layout->body;
	/* Rather the figures than a rule under the prompt. */
	if (!layout->wide && !layout_shows(layout->side) &&
	    layout->body.rows <= backlog_count(state) + 1) {
		layout->backlog.row -= BACKLOG_RULE;
		layout->backlog.rows += BACKLOG_RULE;
	}
	layout->body = backlog_place_in(state, layout->backlog).notes;
}
