/* SPDX-License-Identifier: MIT */
#include <stdio.h>

#include "base/date.h"
#include "screens/bank.h"
#include "screens/frame.h"
#include "tui/layout.h"
#include "tui/page.h"

enum {
	DETAIL_SHARE = 3, /* of the body: for the selected question */
	DETAIL_COLS = 64, /* where it stands beside the list */
	ROUND_COLS = 15,
	LEVEL_COLS = 9,
};

/* The list has the upper part, the selected question the lower; where it is
 * wide they stand beside each other. */
struct area
bank_list_area(int rows, int cols, struct area *detail)
{
	struct area left = frame_body(rows, cols), list;

	layout_top(&left, BROWSER_HEAD);
	if (cols >= LAYOUT_WIDE_COLS) {
		*detail = layout_right(&left, DETAIL_COLS);
		layout_right(&left, LAYOUT_GAP);
		return left;
	}
	list = layout_top(&left, left.rows - left.rows / DETAIL_SHARE);
	*detail = left;
	return list;
}

/* Dimmed where it is asked no more; the mark's column is there while
 * something is marked. */
static void
draw_row(const void *data, int i, struct surface *surface, struct area area,
    enum role role)
{
	const struct bank_state *state = data;
	const struct filter_bar *filters = &state->browser.filters;
	const struct question *question;
	int at = browser_at(&state->browser, i), col = 0;

	if (at < 0)
		return;
	question = &state->questions[at];
	if (question_retired(question) && role == ROLE_TEXT)
		role = ROLE_DIM;
	if (state->marks.n > 0)
		col = surface_text(surface, area.row, area.col, area.cols, role,
		    bank_marked(&state->marks, question->id) ? "* " : "  ");
	col = frame_column(surface, area, col, ROUND_COLS, role,
	    names_label(&filters->rounds, question->round, ""));
	col = frame_column(surface, area, col, LEVEL_COLS, role,
	    question_any(question->level)
		? "any"
		: names_label(&filters->levels, question->level, "any"));
	if (question_retired(question))
		col += surface_text(surface, area.row, area.col + col,
		    area.cols - col, role, "(retired) ");
	surface_text_cut(surface, area.row, area.col + col, area.cols - col,
	    role, question->prompt);
}

static void
say_facts(const struct question *question, const struct names *companies,
    struct page *page)
{
	char limit[DATE_SIZE];

	date_clock(limit, (int64_t)question->seconds);
	page_textf(page, 0, ROLE_DIM,
	    "%s  company %s  limit %s  rubric %s  %s%s%s", question->id,
	    question_any(question->company)
		? "any"
		: names_label(companies, question->company, "any"),
	    question->seconds > 0 ? limit : "the round's",
	    *question->rubric ? question->rubric : "the round's",
	    question->shipped ? "shipped" : "mine",
	    *question->tags ? "  tags " : "", question->tags);
}

static void
draw_detail(
    const struct bank_state *state, struct surface *surface, struct area area)
{
	const struct question *question = bank_selected(state);
	struct page page = page_begin(surface, area, 0);

	if (question == NULL || area.rows < 2)
		return;
	if (area.col == 0) {
		surface_rule(surface, area.row, 0, area.cols, ROLE_DIM);
		page_gap(&page);
	}
	page_text(&page, 0, ROLE_TEXT, question->prompt);
	say_facts(question, &state->browser.filters.companies, &page);
}

static void
draw_list(
    const struct bank_state *state, struct surface *surface, struct area area)
{
	static const char *const none[] = {
	    "No question fits.",
	    "r, c, l, n, m and t change the filters,",
	    "Esc ends a search; a adds a question,",
	    "i brings in a file of them.",
	    NULL,
	};

	if (state->browser.list.n == 0 && !state->browser.going)
		frame_empty(surface, area, none);
	else
		list_draw(&state->browser.list, surface, area, draw_row, state);
}

void
bank_draw(const void *data, struct surface *surface, struct instant now)
{
	const struct bank_state *state = data;
	char marked[32] = "";
	struct area body, detail, list;

	(void)now;
	if (state->marks.n > 0)
		snprintf(marked, sizeof(marked), "%d marked", state->marks.n);
	body = frame_draw(surface, "Question bank", marked, ROLE_ACCENT,
	    browser_footer(&state->browser, bank_keys));
	list = bank_list_area(surface->rows, surface->cols, &detail);
	if (!state->tags.ask.open)
		draw_list(state, surface, list);
	draw_detail(state, surface, detail);
	browser_draw_head(&state->browser, surface, body);
	browser_draw_notice(&state->browser, surface);
	if (state->tags.ask.open)
		bank_tags_draw(&state->tags, surface, list);
}
