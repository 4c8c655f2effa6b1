/* SPDX-License-Identifier: MIT */
/* The question bank: browse, search, practise one. */
#include <stdio.h>

#include "base/date.h"
#include "screens/browser.h"
#include "screens/frame.h"
#include "store/question.h"
#include "tui/layout.h"
#include "tui/page.h"

enum action { NO_ACTION, START };

static const struct key_binding bank_keys[] = {
    {{'\n', 'p'}, START, "practise", "answer this question now"},
    BROWSER_KEYS,
    FRAME_LIST_KEYS(BROWSER_MOVE),
    {{0}, NO_ACTION, NULL, NULL},
};

enum {
	DETAIL_SHARE = 3, /* of the body: for the selected question */
	DETAIL_COLS = 64, /* where it stands beside the list */
};

struct bank_state {
	struct browser browser;
	int n;
	struct question questions[BROWSER_WINDOW];
	struct plan plan; /* of the question that is practised */
};

static void
release_window(struct bank_state *state)
{
	for (int i = 0; i < state->n; i++)
		question_release(&state->questions[i]);
	state->n = 0;
}

static int
load_window(void *data, const struct store_filter *filter, int from, int *n,
    struct err *err)
{
	struct bank_state *state = data;
	int rc;

	release_window(state);
	rc = store_question_window(state->browser.desk->store, filter, from,
	    BROWSER_WINDOW, state->questions, &state->n, err);
	*n = state->n;
	return rc;
}

static const struct browser_source source = {
    .noun = "question",
    .count = store_question_count,
    .load = load_window,
};

/* The list has the upper part, the selected question the lower; where it is
 * wide they stand beside each other. */
static struct area
list_area(int rows, int cols, struct area *detail)
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

static int
list_rows(const struct event *event)
{
	struct area detail;
	int rows = list_area(event->rows, event->cols, &detail).rows;

	return rows > 1 ? rows : 1;
}

static int
bank_open(void *data, void *desk, const void *arg, const struct event *event,
    struct err *err)
{
	struct bank_state *state = data;

	if (browser_open(&state->browser, &source, state, desk, arg,
		list_rows(event), err) == 0)
		return 0;
	release_window(state);
	return -1;
}

static void
bank_close(void *data)
{
	struct bank_state *state = data;

	release_window(state);
	browser_release(&state->browser);
}

static const struct question *
selected(const struct bank_state *state)
{
	int at = browser_selected(&state->browser);

	return at >= 0 ? &state->questions[at] : NULL;
}

static struct outcome
bank_event(void *data, const struct event *event)
{
	struct bank_state *state = data;
	const struct question *question;
	struct outcome outcome;

	if (browser_event(
		&state->browser, bank_keys, event, list_rows(event), &outcome))
		return outcome;
	question = selected(state);
	if (keymap_action(bank_keys, event->key) != START || question == NULL)
		return OUTCOME_STAY;
	state->plan = plan_default();
	state->plan.question = question->id;
	state->plan.probes = state->browser.desk->probes;
	state->plan.interrupted = state->browser.desk->interrupted;
	return (struct outcome){
	    .kind = PUSH,
	    .screen = &start_screen,
	    .arg = &state->plan,
	};
}

static int
bank_mouse(void *data, const struct event *event)
{
	struct bank_state *state = data;
	struct area detail;

	return browser_mouse(&state->browser, event,
	    list_area(event->rows, event->cols, &detail));
}

static bool
bank_takes_text(const void *data)
{
	const struct bank_state *state = data;

	return state->browser.searching;
}

static void
draw_row(const void *data, int i, struct surface *surface, struct area area,
    enum role role)
{
	const struct bank_state *state = data;
	const struct question *question;
	int at = browser_at(&state->browser, i), col;

	if (at < 0)
		return;
	question = &state->questions[at];
	col = surface_textf(surface, area.row, area.col, area.cols, role,
	    "%-14s %-6s ", question->round,
	    question_any(question->level) ? "any" : question->level);
	surface_text_cut(surface, area.row, area.col + col, area.cols - col,
	    role, question->prompt);
}

static void
draw_detail(
    const struct bank_state *state, struct surface *surface, struct area area)
{
	const struct question *question = selected(state);
	struct page page = page_begin(surface, area, 0);
	char limit[DATE_SIZE];

	if (question == NULL || area.rows < 2)
		return;
	date_clock(limit, (int64_t)question->seconds);
	if (area.col == 0) {
		surface_rule(surface, area.row, 0, area.cols, ROLE_DIM);
		page_gap(&page);
	}
	page_textf(&page, 0, ROLE_DIM, "%s  company %s  limit %s  rubric %s",
	    question->id,
	    question_any(question->company) ? "any" : question->company,
	    question->seconds > 0 ? limit : "the round's",
	    *question->rubric ? question->rubric : "the round's");
	page_text(&page, 0, ROLE_TEXT, question->prompt);
}

static void
bank_draw(const void *data, struct surface *surface, struct instant now)
{
	static const char *const none[] = {
	    "No question fits.",
	    "r, c and l change the filters, Esc ends a search;",
	    "rehearse import FILE brings in more.",
	    NULL,
	};
	const struct bank_state *state = data;
	struct area body =
	    frame_draw(surface, "Question bank", NULL, ROLE_DIM, bank_keys);
	struct area detail;
	struct area list = list_area(surface->rows, surface->cols, &detail);

	(void)now;
	if (state->browser.list.n == 0)
		frame_empty(surface, list, none);
	else
		list_draw(&state->browser.list, surface, list, draw_row, state);
	draw_detail(state, surface, detail);
	browser_draw_head(&state->browser, surface, body);
	browser_draw_notice(&state->browser, surface);
}

const struct screen bank_screen = {
    .name = "bank",
    .about = "The question bank: browse, search, practise one question.",
    .state_size = sizeof(struct bank_state),
    .keys = bank_keys,
    .open = bank_open,
    .draw = bank_draw,
    .event = bank_event,
    .mouse = bank_mouse,
    .takes_text = bank_takes_text,
    .close = bank_close,
};
