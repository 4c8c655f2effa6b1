/* SPDX-License-Identifier: MIT */
/* The questions back, before the answer: lines that are written where the
 * answer will be, and stay in view above it. */
#include <string.h>

#include "core/clarify.h"
#include "screens/practice.h"
#include "screens/practice_band.h"
#include "tui/layout.h"

enum {
	WIDE_COLS = 60,  /* from here the long words fit */
	TEXT_LEAST = 6,  /* rows that the questions asked must leave */
	NUMBER_COLS = 4, /* `12  ` */
	MARK_COLS = 2,   /* `? ` */
};

static struct session *
session_of(struct practice_state *state)
{
	return &state->run->session;
}

static const struct parts *
parts_of(const struct practice_state *state)
{
	return &state->run->session.take.parts;
}

bool
practice_clarifies(const struct practice_state *state)
{
	return clarify_runs(&state->run->session);
}

static void
go_to(struct practice_state *state, size_t nth)
{
	state->clarify_at = nth;
	field_set(&state->clarify, clarify_text(parts_of(state), nth));
}

void
practice_begin_clarify(struct practice_state *state)
{
	go_to(state, clarify_count(parts_of(state)));
}

void
practice_take_clarify(struct practice_state *state)
{
	clarify_put(&session_of(state)->take.parts, state->clarify_at,
	    field_text(&state->clarify));
}

static void
end(struct practice_state *state)
{
	practice_take_clarify(state);
	clarify_end(session_of(state));
	practice_load_editor(state);
}

void
practice_leave_clarify(struct practice_state *state, const struct event *event)
{
	if (!practice_clarifies(state))
		return;
	end(state);
	practice_changed(state, event->now.mono_ms);
}

/* Keeps the line, which may have become empty, and goes `by` lines on. */
static void
step(struct practice_state *state, int by)
{
	size_t at = state->clarify_at, n;
	bool gone;

	n = clarify_count(parts_of(state));
	practice_take_clarify(state);
	gone = clarify_count(parts_of(state)) < n;
	if (by < 0 && at > 0)
		at--;
	else if (by > 0 && !gone && at < clarify_count(parts_of(state)))
		at++;
	go_to(state, at);
}

/* Enter on the empty line behind the last question is the way on. */
static void
enter(struct practice_state *state)
{
	bool empty = *field_text(&state->clarify) == '\0';
	bool last = state->clarify_at >= clarify_count(parts_of(state));

	if ((empty && last) || state->clarify_at + 1 >= CLARIFY_MOST)
		end(state);
	else
		step(state, 1);
}

void
practice_clarify_key(struct practice_state *state, const struct event *event)
{
	bool empty = *field_text(&state->clarify) == '\0';

	practice_changed(state, event->now.mono_ms);
	if (event->key == '\n')
		enter(state);
	else if (event->key == K_UP || (event->key == K_BACKSPACE && empty))
		step(state, -1);
	else if (event->key == K_DOWN)
		step(state, 1);
	else
		field_key(&state->clarify, event->key);
}

/* One question and the field, as many rows around it as fit. */
static void
draw_lines(const struct practice_state *state, struct surface *surface,
    struct area area)
{
	size_t n = clarify_count(parts_of(state));
	size_t rows = (size_t)(area.rows > 0 ? area.rows : 0), first = 0;

	if (state->clarify_at >= n)
		n = state->clarify_at + 1;
	if (state->clarify_at >= rows)
		first = state->clarify_at + 1 - rows;
	for (size_t i = first; i < n && i - first < rows; i++) {
		int row = area.row + (int)(i - first);
		int room = area.cols - NUMBER_COLS;

		surface_textf(surface, row, area.col, NUMBER_COLS,
		    i == state->clarify_at ? ROLE_KEY : ROLE_DIM, "%2zu",
		    i + 1);
		if (i == state->clarify_at)
			field_draw(&state->clarify, surface, row,
			    area.col + NUMBER_COLS, room, true);
		else
			surface_text_cut(surface, row, area.col + NUMBER_COLS,
			    room, ROLE_TEXT, clarify_text(parts_of(state), i));
	}
}

void
practice_draw_clarify(const struct practice_state *state,
    struct surface *surface, const struct practice_layout *layout)
{
	struct area area = layout->body, title;

	if (area.rows > 1) {
		title = layout_top(&area, 1);
		surface_text_cut(surface, title.row, title.col, title.cols,
		    ROLE_TITLE,
		    area.cols < WIDE_COLS
			? "What would you ask first?"
			: "Ask before you answer: what would you ask the "
			  "interviewer?");
	}
	draw_lines(state, surface, area);
}

void
practice_add_asked(const struct practice_state *state, struct str *text)
{
	size_t n = clarify_count(parts_of(state));

	if (n > 0)
		str_addf(text, "\n\nAsked before the answer: %zu", n);
	for (size_t i = 0; i < n; i++)
		str_addf(text, "\n? %s", clarify_text(parts_of(state), i));
}

static void
place_asked(const struct practice_state *state, struct practice_layout *layout)
{
	int rows = (int)clarify_count(parts_of(state));

	if (rows == 0 || !practice_writes(state) || practice_clarifies(state) ||
	    layout->body.rows - rows - 1 < TEXT_LEAST)
		return;
	layout->asked = layout_top(&layout->body, rows);
	layout_top(&layout->body, 1);
}

/* What was asked, each with a mark. */
static void
draw_asked(const struct practice_state *state, struct surface *surface,
    const struct practice_layout *layout)
{
	const struct area *area = &layout->asked;

	for (int i = 0; i < area->rows; i++) {
		surface_text(surface, area->row + i, area->col, MARK_COLS,
		    ROLE_DIM, "?");
		surface_text_cut(surface, area->row + i, area->col + MARK_COLS,
		    area->cols - MARK_COLS, ROLE_TEXT,
		    clarify_text(parts_of(state), (size_t)i));
	}
}

const struct practice_band practice_asked_band = {
    .place = place_asked,
    .draw = draw_asked,
};
