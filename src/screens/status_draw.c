/* SPDX-License-Identifier: MIT */
/* What is seen of the status: sections of rows, and what there is to say. */
#include <string.h>

#include "base/utf8.h"
#include "screens/frame.h"
#include "screens/status_parts.h"
#include "tui/flow.h"
#include "tui/layout.h"
#include "tui/page.h"

enum {
	TITLE_GAP = 2,
	LIST_COLS = 110, /* where what there is to say stands beside it */
};

static const char title[] = "Status";

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

int
status_told_rows(const struct status_state *state, int cols)
{
	return page_rows(draw_reading, state, cols);
}

/* The page as it is written, and on which line the cursor came to stand. */
struct writing {
	const struct status_state *state;
	struct page page;
	int row;         /* over all sections */
	int cursor_line; /* of the page */
	int line;        /* of the page, which row stands there is asked */
	int row_there;   /* STATUS_NOWHERE: none */
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
	    .row_there = STATUS_NOWHERE,
	};

	write_page(&dry);
	return dry;
}

/* Scrolled so that the cursor stays in the middle, where there is more than
 * fits. */
static int
page_top(const struct status_state *state, struct area area)
{
	struct writing dry = lay_out(state, area.cols, STATUS_NOWHERE);
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
	    .line = STATUS_NOWHERE,
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

bool
status_row_at(
    const struct status_state *state, const struct event *event, int *row)
{
	struct area told;
	struct area area =
	    sections_area(state, frame_body(event->rows, event->cols), &told);
	int line = page_top(state, area) + event->row - area.row;

	if (!layout_holds(area, event->row, event->col))
		return false;
	*row = lay_out(state, area.cols, line).row_there;
	return true;
}

void
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
