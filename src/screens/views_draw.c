/* SPDX-License-Identifier: MIT */
/* What is seen of a view. */
#include <string.h>

#include "base/utf8.h"
#include "screens/frame.h"
#include "screens/views_parts.h"
#include "tui/flow.h"
#include "tui/layout.h"

enum {
	SENTENCE_ROWS = 2, /* at most */
	BODY_LEAST = SENTENCE_ROWS + WEEK_DAYS,
	LEGEND_MARK = 2, /* cells of a mark and the blank behind it */
	LEGEND_GAP = 3,
	TITLE_SIZE = 96,
	GAP = 2,
	BAR_LEAST = 6,
	BAR_MOST = 100,
};

/* Dry with a NULL surface; how many rows it takes. */
static int
draw_legend(const struct view *view, struct surface *surface, struct area area)
{
	int row = 0, col = 0;

	for (int part = 0; part < BAR_PARTS; part++) {
		const char *text = view->parts[part];
		int cells;

		if (text == NULL)
			continue;
		cells = LEGEND_MARK + utf8_cells(text, strlen(text));
		if (col > 0 && col + cells > area.cols) {
			row++;
			col = 0;
		}
		if (surface != NULL && row < area.rows) {
			surface_text(surface, area.row + row, area.col + col, 1,
			    bar_role(part), bar_glyph(surface, part));
			surface_text_cut(surface, area.row + row,
			    area.col + col + LEGEND_MARK, cells - LEGEND_MARK,
			    ROLE_DIM, text);
		}
		col += cells + LEGEND_GAP;
	}
	return row + 1;
}

/* What stands in the body, from the top. */
struct body {
	struct area sentence, filters, legend, rest;
};

/* Over a week's days a sentence has its second row where these still fit. */
static struct body
lay_out(const struct views_state *state, struct area area)
{
	const struct view *view = views_all[state->at];
	int rows = flow_rows(state->sentence, area.cols);
	bool filtered =
	    reviewing_states_filters(state->shared, view->without, area.cols);
	bool tight = view->draw != NULL && area.rows - filtered < BODY_LEAST;
	int most = tight ? 1 : SENTENCE_ROWS;
	struct body at;

	at.sentence = layout_top(&area, rows < most ? rows : most);
	at.filters = layout_top(&area, filtered);
	at.legend = layout_top(
	    &area, view->draw == NULL ? draw_legend(view, NULL, area) : 0);
	at.rest = area;
	return at;
}

int
views_room(const struct views_state *state, struct area body)
{
	return lay_out(state, body).rest.rows;
}

static int
widest(const struct view_rows *rows, bool label)
{
	int most = 0;

	for (int i = 0; i < rows->n; i++) {
		const char *text =
		    label ? rows->rows[i].label : rows->rows[i].text;
		int cells = utf8_cells(text, strlen(text));

		most = cells > most ? cells : most;
	}
	return most;
}

/* Where the label, the bar and the text stand; on a narrow screen the bar
 * goes first, then the label is cut. */
struct columns {
	int label, bar, text;
};

static struct columns
columns_of(const struct view_rows *rows, int cols)
{
	struct columns at = {
	    .label = widest(rows, true),
	    .text = widest(rows, false),
	};

	at.bar = cols - at.label - at.text - 2 * GAP;
	if (at.bar < BAR_LEAST) {
		at.bar = 0;
		if (at.label > cols - at.text - GAP)
			at.label = cols - at.text - GAP;
	}
	if (at.bar > BAR_MOST)
		at.bar = BAR_MOST;
	return at;
}

static void
draw_rows(
    const struct views_state *state, struct surface *surface, struct area area)
{
	struct columns at = columns_of(&state->rows, area.cols);

	for (int i = 0; i < area.rows && state->top + i < state->rows.n; i++) {
		const struct view_row *row = &state->rows.rows[state->top + i];
		struct bar bar = {.most = state->rows.most, .mark = row->mark};
		int col = area.col + at.label + GAP;

		memcpy(bar.parts, row->parts, sizeof(bar.parts));
		surface_text_cut(surface, area.row + i, area.col, at.label,
		    ROLE_TEXT, row->label);
		if (at.bar > 0) {
			bar_draw(&bar, surface, area.row + i, col, at.bar);
			col += at.bar + GAP;
		}
		surface_text_cut(
		    surface, area.row + i, col, at.text, ROLE_TEXT, row->text);
	}
}

static void
draw_body(
    const struct views_state *state, struct surface *surface, struct area area)
{
	const struct view *view = views_all[state->at];
	struct body at = lay_out(state, area);

	if (at.sentence.rows > 1)
		flow_draw(surface, at.sentence, ROLE_TITLE, state->sentence, 0);
	else
		surface_text_cut(surface, at.sentence.row, area.col, area.cols,
		    ROLE_TITLE, state->sentence);
	if (at.filters.rows > 0)
		reviewing_draw_filters(
		    state->shared, view->without, surface, at.filters);
	if (at.legend.rows > 0)
		draw_legend(view, surface, at.legend);
	if (view->draw != NULL)
		view->draw(&state->data, surface, at.rest);
	else
		draw_rows(state, surface, at.rest);
}

static void
draw_nothing(
    const struct views_state *state, struct surface *surface, struct area area)
{
	const struct view *view = views_all[state->at];

	reviewing_draw_filters(
	    state->shared, view->without, surface, layout_top(&area, 1));
	frame_empty(surface, area, view->empty);
}

void
views_draw(const void *data, struct surface *surface, struct instant now)
{
	const struct views_state *state = data;
	const struct view *view = views_all[state->at];
	char title[TITLE_SIZE], reading[REVIEWING_TEXT];
	struct area body;

	(void)now;
	snprintf(title, sizeof(title), "%s  %d/%d", view->title, state->at + 1,
	    VIEWS);
	body = frame_draw(surface, title,
	    reviewing_progress(state->shared, reading), ROLE_DIM, views_keys);
	if (!layout_shows(body))
		return;
	if (state->rows.n == 0)
		draw_nothing(state, surface, body);
	else
		draw_body(state, surface, body);
	surface_caret(surface, body.row, 0);
	frame_notice(surface, state->shared->notice);
}
