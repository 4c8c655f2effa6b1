/* SPDX-License-Identifier: MIT */
/*
 * How ready the candidate is: sections of rows under one cursor, and below
 * them what there is to say of the row that it stands on.
 */
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "screens/desk.h"
#include "screens/frame.h"
#include "screens/status_section.h"
#include "tui/flow.h"
#include "tui/layout.h"
#include "tui/list.h"
#include "tui/page.h"

enum action { NO_ACTION, TICK, READ, NEXT_SECTION, BACK, MOVE };

static const struct key_binding status_keys[] = {
    {{' '}, TICK, "tick", "tick the item off, or take that back"},
    {{'\n'}, READ, "read", "read all that there is to say of the row"},
    {{K_ESC, 'q'}, BACK, "back", "go back"},
    {{'\t'}, NEXT_SECTION, "section", "to the next section"},
    FRAME_LIST_KEYS(MOVE),
    {{0}, NO_ACTION, NULL, NULL},
};

enum {
	SECOND_MS = 1000,
	TITLE_GAP = 2,
	LIST_COLS = 110, /* where what there is to say stands beside it */
	NOWHERE = -1,
};

static const char title[] = "Status";

struct status_state {
	struct desk *desk;
	struct status status;
	struct list list; /* over the rows of all sections */
	bool reading;     /* of its row all that there is to say */
	int top;          /* rows of that scrolled away */
	char notice[sizeof(struct err)];
};

static int
load(struct status_state *state, struct instant now, struct err *err)
{
	struct status status;

	if (store_status(state->desk->store, now, &status, err) != 0) {
		status_release(&status);
		return -1;
	}
	status_release(&state->status);
	state->status = status;
	list_fit(&state->list, status_rows(&status), 1);
	return 0;
}

static int
status_open(void *data, void *desk, const void *arg, const struct event *event,
    struct err *err)
{
	struct status_state *state = data;

	(void)arg;
	state->desk = desk;
	return load(state, event->now, err);
}

static int
flip(struct status_state *state, const struct checklist_row *row,
    struct instant now, struct err *err)
{
	if (store_tick(state->desk->store, row->item.item, !row->state.done,
		now.wall_ms / SECOND_MS, err) != 0)
		return -1;
	return load(state, now, err);
}

static void
tick(struct status_state *state, struct instant now)
{
	int i = state->list.selected;
	const struct section *section = status_section_at(&state->status, &i);
	struct err err = {0};

	if (section == NULL || !section->ticks)
		snprintf(state->notice, sizeof(state->notice),
		    "only an item of the checklist can be ticked");
	else if (state->status.checklist[i].item.check != CHECK_SELF)
		snprintf(state->notice, sizeof(state->notice),
		    "counted from your sessions: nothing to tick");
	else if (flip(state, &state->status.checklist[i], now, &err) != 0)
		snprintf(state->notice, sizeof(state->notice), "%s", err.text);
}

/* To the first row of the section after this one, round and round. */
static void
next_section(struct status_state *state)
{
	int first = 0;

	for (int i = 0; i < STATUS_SECTIONS; i++) {
		if (first > state->list.selected && first < state->list.n)
			break;
		first += status_sections[i].rows(&state->status);
	}
	state->list.selected = first < state->list.n ? first : 0;
}

static void
tell(const struct status_state *state, struct str *out)
{
	int at = state->list.selected;
	const struct section *section = status_section_at(&state->status, &at);

	if (section != NULL)
		section->tell(&state->status, at, out);
}

static void
draw_reading(const void *data, struct page *page)
{
	struct str told = STR_INIT;

	tell(data, &told);
	page_text(page, 0, ROLE_TEXT, told.s);
	str_release(&told);
}

static void
read_on(struct status_state *state, const struct event *event)
{
	enum action action =
	    (enum action)keymap_action(status_keys, event->key);

	if (action == READ || action == BACK)
		state->reading = false;
	else
		page_key(&state->top, event->key,
		    page_rows(draw_reading, state, event->cols),
		    frame_rows(event->rows));
}

static void
read_row(struct status_state *state)
{
	state->reading = state->list.n > 0;
	state->top = 0;
}

static struct outcome
on_key(struct status_state *state, const struct event *event)
{
	state->notice[0] = '\0';
	if (state->reading) {
		read_on(state, event);
		return OUTCOME_STAY;
	}
	switch ((enum action)keymap_action(status_keys, event->key)) {
	case READ:
		read_row(state);
		break;
	case TICK:
		tick(state, event->now);
		break;
	case NEXT_SECTION:
		next_section(state);
		break;
	case BACK:
		return OUTCOME_POP;
	case MOVE:
	case NO_ACTION:
		list_key(&state->list, event->key, frame_rows(event->rows) / 2);
		break;
	}
	return OUTCOME_STAY;
}

static struct outcome
status_event(void *data, const struct event *event)
{
	struct status_state *state = data;
	struct err err = {0};

	if (event->kind == EVENT_KEY)
		return on_key(state, event);
	if (event->kind == EVENT_RESUME && load(state, event->now, &err) != 0)
		snprintf(state->notice, sizeof(state->notice), "%s", err.text);
	return OUTCOME_STAY;
}

/* The page as it is written, and on which line the cursor came to stand. */
struct writing {
	const struct status_state *state;
	struct page page;
	int row;         /* over all sections */
	int cursor_line; /* of the page */
	int line;        /* of the page, which row stands there is asked */
	int row_there;   /* NOWHERE: none */
};

static void
write_row(struct writing *writing, const struct section *section, int i)
{
	bool selected = writing->row++ == writing->state->list.selected;
	struct page *page = &writing->page;
	struct area area = {.cols = page->area.cols, .rows = 1};
	enum role role = selected ? ROLE_SELECTED : ROLE_TEXT;

	if (selected)
		writing->cursor_line = page->row;
	if (page->row == writing->line)
		writing->row_there = writing->row - 1;
	area.row = page_row(page);
	if (area.row < 0)
		return;
	if (selected) {
		surface_fill(page->surface, area, role, true);
		surface_text(page->surface, area.row, 0, area.cols, role, ">");
		surface_caret(page->surface, area.row, 0);
	}
	area.col += LIST_MARK;
	area.cols -= LIST_MARK;
	section->draw(&writing->state->status, i, page->surface, area, role);
}

/* Sessions, streak and drafts stand in the title row where it has the room. */
static bool
fits_beside_title(const char *counts, int cols)
{
	int taken = (int)sizeof(title) + TITLE_GAP;

	return taken + utf8_cells(counts, strlen(counts)) <= cols;
}

static void
write_title(struct page *page, const struct section *section,
    const struct status *status)
{
	struct str text = STR_INIT;

	str_add(&text, section->title);
	if (section->tally != NULL)
		section->tally(status, &text);
	page_text(page, 0, ROLE_TITLE, text.s);
	str_release(&text);
}

static void
write_page(struct writing *writing)
{
	const struct status *status = &writing->state->status;
	struct page *page = &writing->page;
	struct str counts = STR_INIT;

	status_counts_text(&counts, status);
	if (!fits_beside_title(counts.s, page->area.cols))
		page_text(page, 0, ROLE_DIM, counts.s);
	str_release(&counts);
	for (int s = 0; s < STATUS_SECTIONS; s++) {
		int n = status_sections[s].rows(status);

		if (page->row > 0)
			page_gap(page);
		write_title(page, &status_sections[s], status);
		if (n == 0)
			page_text(page, LIST_MARK, ROLE_DIM,
			    status_sections[s].when_empty);
		for (int i = 0; i < n; i++)
			write_row(writing, &status_sections[s], i);
	}
}

/* The page laid out, with nothing drawn. */
static struct writing
lay_out(const struct status_state *state, int cols, int line)
{
	struct writing dry = {
	    .state = state,
	    .page = page_begin(NULL, (struct area){.cols = cols}, 0),
	    .line = line,
	    .row_there = NOWHERE,
	};

	write_page(&dry);
	return dry;
}

/* Scrolled so that the cursor stays in the middle, where there is more than
 * fits. */
static int
page_top(const struct status_state *state, struct area area)
{
	struct writing dry = lay_out(state, area.cols, NOWHERE);
	int top = dry.cursor_line - area.rows / 2;
	int most = dry.page.row - area.rows;

	if (top > most)
		top = most;
	return top > 0 ? top : 0;
}

static void
draw_page(
    const struct status_state *state, struct surface *surface, struct area area)
{
	struct writing writing = {
	    .state = state,
	    .page = page_begin(surface, area, page_top(state, area)),
	    .line = NOWHERE,
	};

	write_page(&writing);
}

/* The rows below the rule: enough for the longest of them, so that the page
 * stands still while the cursor moves, but no more than half of the body. */
static int
told_rows(const struct status *status, struct area body)
{
	struct str told = STR_INIT;
	int rows = 1;

	for (int s = 0; s < STATUS_SECTIONS; s++) {
		for (int i = 0; i < status_sections[s].rows(status); i++) {
			int takes;

			str_clear(&told);
			status_sections[s].tell(status, i, &told);
			takes = flow_rows(told.s, body.cols);
			rows = takes > rows ? takes : rows;
		}
	}
	str_release(&told);
	return rows < body.rows / 2 ? rows : body.rows / 2;
}

static void
draw_told(
    const struct status_state *state, struct surface *surface, struct area area)
{
	struct str told = STR_INIT;

	if (area.col == 0)
		surface_rule(surface, area.row - 1, 0, area.cols, ROLE_DIM);
	if (state->notice[0] != '\0') {
		flow_draw(surface, area, ROLE_WARN, state->notice, 0);
		return;
	}
	tell(state, &told);
	flow_draw(surface, area, ROLE_TEXT, told.s, 0);
	str_release(&told);
}

/* What there is to say stands below the sections, or beside them. */
static struct area
sections_area(
    const struct status_state *state, struct area body, struct area *told)
{
	struct area sections;

	if (body.cols < LAYOUT_WIDE_COLS) {
		*told = layout_bottom(&body, told_rows(&state->status, body));
		layout_bottom(&body, 1);
		return body;
	}
	sections = layout_left(&body, LIST_COLS);
	layout_left(&body, LAYOUT_GAP);
	*told = body;
	return sections;
}

static void
draw_sections(
    const struct status_state *state, struct surface *surface, struct area body)
{
	struct area told, sections = sections_area(state, body, &told);

	if (sections.rows <= 0)
		return;
	draw_page(state, surface, sections);
	draw_told(state, surface, told);
}

/* A click on a row selects it, one on the selected row reads it. */
static int
status_mouse(void *data, const struct event *event)
{
	struct status_state *state = data;
	struct area told;
	struct area area =
	    sections_area(state, frame_body(event->rows, event->cols), &told);
	int line = page_top(state, area) + event->row - area.row, row;

	if (event->mouse != MOUSE_CLICK)
		return event->mouse == MOUSE_WHEEL_UP ? K_UP : K_DOWN;
	if (state->reading || !layout_holds(area, event->row, event->col))
		return 0;
	row = lay_out(state, area.cols, line).row_there;
	if (row == state->list.selected)
		return '\n';
	if (row != NOWHERE)
		state->list.selected = row;
	return 0;
}

static void
status_draw(const void *data, struct surface *surface, struct instant now)
{
	const struct status_state *state = data;
	struct str counts = STR_INIT;
	struct area body;
	struct page page;

	(void)now;
	status_counts_text(&counts, &state->status);
	body = frame_draw(surface, title,
	    fits_beside_title(counts.s, surface->cols) ? counts.s : NULL,
	    ROLE_DIM, status_keys);
	page = page_begin(surface, body, state->top);
	str_release(&counts);
	if (state->reading)
		draw_reading(state, &page);
	else
		draw_sections(state, surface, body);
}

static void
status_close(void *data)
{
	struct status_state *state = data;

	status_release(&state->status);
}

const struct screen status_screen = {
    .name = "status",
    .about = "How ready you are, and what to have done before the interview.",
    .state_size = sizeof(struct status_state),
    .keys = status_keys,
    .open = status_open,
    .draw = status_draw,
    .event = status_event,
    .mouse = status_mouse,
    .close = status_close,
};
