/* SPDX-License-Identifier: MIT */
/* What is seen of the history: a row a session, and the selected one. */
#include <stdio.h>

#include "base/date.h"
#include "screens/frame.h"
#include "screens/history_parts.h"
#include "tui/layout.h"

enum {
	TITLE_SIZE = 64,
	LIST_COLS = 100, /* where the preview stands beside it */
};

struct area
history_list_area(int rows, int cols, struct area *preview)
{
	struct area left = frame_body(rows, cols), list;

	layout_top(&left, BROWSER_HEAD);
	list = layout_left(&left, cols >= LAYOUT_WIDE_COLS ? LIST_COLS : cols);
	layout_left(&left, LAYOUT_GAP);
	*preview = left;
	return list;
}

static void
draw_row(const void *data, int i, struct surface *surface, struct area area,
    enum role role)
{
	const struct history_state *state = data;
	const struct session_row *row;
	const struct session_judged *judged;
	char when[DATE_SIZE], overall[16];
	int at = browser_at(&state->browser, i), col;

	if (at < 0)
		return;
	row = &state->rows[at];
	judged = &state->judged[at];
	date_local(when, row->started_at, row->utc_offset_min);
	score_text(overall, judged->overall);
	col = surface_textf(surface, area.row, area.col, area.cols, role,
	    "%s  %-5s %-12s ", when, overall,
	    judged->verdict == VERDICT_NONE ? "not rated"
					    : verdict_name(judged->verdict));
	surface_textf(surface, area.row, area.col + col, area.cols - col, role,
	    "%-15s %d/%d%s%s%s%s%s", row->round[0] ? row->round : "mixed",
	    judged->answered, row->questions, judged->clean ? "  clean" : "",
	    *row->level ? "  " : "", row->level,
	    *judged->limiting ? "  fix " : "", judged->limiting);
}

static void
draw_empty(const struct history_state *state, struct surface *surface,
    struct area area)
{
	static const char *const none[] = {
	    "No session yet.",
	    "Practise one: q goes back, then Enter starts.",
	    NULL,
	};
	static const char *const limited[] = {
	    "No session fits.",
	    "r, c and l change the filters, Esc ends a search.",
	    NULL,
	};

	frame_empty(
	    surface, area, browser_limited(&state->browser) ? limited : none);
}

static void
draw_preview(const struct history_state *state, struct surface *surface,
    struct area area)
{
	struct page page = page_begin(surface, layout_readable(area), 0);

	page_textf(&page, 0, ROLE_TITLE, "%s",
	    *state->preview.row.round ? state->preview.round_label
				      : "mixed rounds");
	session_page_verdict(&state->preview, &page);
	page_gap(&page);
	for (int i = 0; i < state->preview.n; i++)
		session_page_answer(&state->preview, i, &page);
}

void
history_draw(const void *data, struct surface *surface, struct instant now)
{
	const struct history_state *state = data;
	char left[TITLE_SIZE] = "";
	struct area body, preview;
	struct area list =
	    history_list_area(surface->rows, surface->cols, &preview);

	(void)now;
	if (state->unindexed > 0)
		snprintf(left, sizeof(left), "making search fast: %d left",
		    state->unindexed);
	body = frame_draw(surface, "History",
	    state->unindexed > 0 ? left : NULL, ROLE_DIM, history_keys);
	if (list.rows > 0 && state->browser.list.n == 0)
		draw_empty(state, surface, list);
	else if (list.rows > 0)
		list_draw(&state->browser.list, surface, list, draw_row, state);
	if (state->previewed && layout_shows(preview))
		draw_preview(state, surface, preview);
	browser_draw_head(&state->browser, surface, body);
	browser_draw_notice(&state->browser, surface);
	history_change_draw(&state->change, surface);
}
