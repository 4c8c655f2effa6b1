/* SPDX-License-Identifier: MIT */
/* More ways to look at what was practised, one at a time. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/csv.h"
#include "base/mem.h"
#include "base/number.h"
#include "base/utf8.h"
#include "screens/export_here.h"
#include "screens/frame.h"
#include "screens/views_parts.h"
#include "tui/flow.h"
#include "tui/layout.h"
#include "tui/page.h"

enum action { NO_ACTION, NEXT, BEFORE, EXPORT, BACK, SCROLL };

static const struct key_binding views_keys[] = {
    {{'\t', K_RIGHT}, NEXT, "next view", "the next view"},
    {{K_BACKTAB, K_LEFT}, BEFORE, NULL, "the view before"},
    REVIEWING_KEYS,
    {{'e'}, EXPORT, "export", "export this view as CSV"},
    {{K_ESC, 'q'}, BACK, "back", "go back"},
    FRAME_SCROLL_KEYS(SCROLL),
    {{0}, NO_ACTION, NULL, NULL},
};

static const struct view *const views[] = {
    &verdicts_view,
    &times_view,
    &splits_view,
    &words_view,
    &judgement_view,
    &habit_view,
    &coverage_view,
};

enum {
	N_VIEWS = sizeof(views) / sizeof(views[0]),
	SENTENCE_ROWS = 2, /* at most */
	BODY_LEAST = SENTENCE_ROWS + WEEK_DAYS,
	LEGEND_MARK = 2, /* cells of a mark and the blank behind it */
	LEGEND_GAP = 3,
	TITLE_SIZE = 96,
	GAP = 2,
	BAR_LEAST = 6,
	BAR_MOST = 100,
};

struct views_state {
	struct reviewing *shared; /* the review's */
	struct views_data data;
	int at; /* in `views` */
	struct view_rows rows;
	char sentence[VIEW_SENTENCE];
	int top; /* rows scrolled away */
};

struct view_row *
view_add(struct view_rows *rows)
{
	struct view_row *row;

	rows->rows =
	    mem_grow(rows->rows, (size_t)rows->n + 1, sizeof(*rows->rows));
	row = &rows->rows[rows->n++];
	*row = (struct view_row){.mark = -1};
	return row;
}

void
view_forget(struct view_rows *rows)
{
	free(rows->rows);
	*rows = (struct view_rows){0};
}

static void
fill(struct views_state *state, struct instant now)
{
	struct reviewing *shared = state->shared;
	struct err err = {0};

	state->data.now = now;
	state->data.filter = reviewing_filter(shared);
	view_forget(&state->rows);
	state->sentence[0] = '\0';
	if (views[state->at]->fill(
		&state->data, &state->rows, state->sentence, &err) != 0)
		snprintf(
		    shared->notice, sizeof(shared->notice), "%s", err.text);
}

static int
views_open(void *data, void *desk, const void *arg, const struct event *event,
    struct err *err)
{
	struct views_state *state = data;

	(void)desk;
	(void)err;
	/* The review stands below this screen and outlives it. */
	state->shared = *(struct reviewing *const *)arg;
	state->shared->notice[0] = '\0';
	state->data.shared = state->shared;
	state->data.rounds = &state->shared->filters.rounds;
	state->data.levels = &state->shared->filters.levels;
	fill(state, event->now);
	return 0;
}

static void
views_close(void *data)
{
	struct views_state *state = data;

	view_forget(&state->rows);
}

void
view_write(const struct view *view, const struct view_rows *rows, FILE *to)
{
	char number[NUMBER_SIZE];

	fprintf(to, "%s\r\n", view->columns);
	for (int i = 0; i < rows->n; i++) {
		const struct view_row *row = &rows->rows[i];
		const char *label = row->label;

		csv_write_text(to, label + strspn(label, " "), false);
		for (int k = 0; k < view->values; k++) {
			number_text(number, row->values[k]);
			fprintf(to, ",%s", isnan(row->values[k]) ? "" : number);
		}
		fputs("\r\n", to);
	}
}

static void
write_rows(const void *arg, FILE *to)
{
	const struct views_state *state = arg;

	view_write(views[state->at], &state->rows, to);
}

static void
export_shown(struct views_state *state, struct instant now)
{
	struct reviewing *shared = state->shared;
	char path[EXPORT_PATH_SIZE];
	struct err err = {0};
	int done = export_rows_here(
	    views[state->at]->name, now, write_rows, state, path, &err);

	export_notice(shared->notice, sizeof(shared->notice), done, path, &err);
}

static void
turn(struct views_state *state, int by, struct instant now)
{
	state->at = (state->at + by + N_VIEWS) % N_VIEWS;
	state->top = 0;
	fill(state, now);
}

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
	const struct view *view = views[state->at];
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

static struct outcome
on_key(struct views_state *state, const struct event *event)
{
	switch ((enum action)keymap_action(views_keys, event->key)) {
	case NEXT:
		turn(state, 1, event->now);
		break;
	case BEFORE:
		turn(state, -1, event->now);
		break;
	case EXPORT:
		export_shown(state, event->now);
		break;
	case BACK:
		return OUTCOME_POP;
	case SCROLL:
		page_key(&state->top, event->key, state->rows.n,
		    lay_out(state, frame_body(event->rows, event->cols))
			.rest.rows);
		break;
	case NO_ACTION:
		break;
	}
	return OUTCOME_STAY;
}

static struct outcome
views_event(void *data, const struct event *event)
{
	struct views_state *state = data;

	switch (reviewing_event(state->shared, views_keys, event)) {
	case REVIEWING_MORE: /* the rest of them is shown once it is there */
		break;
	case REVIEWING_OTHER:
		state->top = 0;
		fill(state, event->now);
		break;
	case REVIEWING_ALL:
		fill(state, event->now);
		break;
	case REVIEWING_SAME:
		if (event->kind == EVENT_KEY)
			return on_key(state, event);
		break;
	}
	return OUTCOME_STAY;
}

static int64_t
views_deadline(const void *data, struct instant now)
{
	const struct views_state *state = data;

	return reviewing_deadline(state->shared, now);
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
	const struct view *view = views[state->at];
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
	const struct view *view = views[state->at];

	reviewing_draw_filters(
	    state->shared, view->without, surface, layout_top(&area, 1));
	frame_empty(surface, area, view->empty);
}

static void
views_draw(const void *data, struct surface *surface, struct instant now)
{
	const struct views_state *state = data;
	const struct view *view = views[state->at];
	char title[TITLE_SIZE], reading[REVIEWING_TEXT];
	struct area body;

	(void)now;
	snprintf(title, sizeof(title), "%s  %d/%d", view->title, state->at + 1,
	    N_VIEWS);
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

const struct screen views_screen = {
    .name = "views",
    .about = "Verdicts over time, time used, sections, pace, how ratings "
	     "agree, days with practice, and the bank.",
    .state_size = sizeof(struct views_state),
    .keys = views_keys,
    .open = views_open,
    .draw = views_draw,
    .event = views_event,
    .deadline = views_deadline,
    .close = views_close,
};
