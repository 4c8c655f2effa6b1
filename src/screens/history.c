/* SPDX-License-Identifier: MIT */
/* Past sessions, newest first. */
#include <stdio.h>

#include "base/date.h"
#include "screens/browser.h"
#include "screens/frame.h"
#include "store/history.h"
#include "store/judge.h"

enum action { NO_ACTION, OPEN };

static const struct key_binding history_keys[] = {
    {{'\n'}, OPEN, "open", "open the session"},
    BROWSER_KEYS,
    FRAME_LIST_KEYS(BROWSER_MOVE),
    {{0}, NO_ACTION, NULL, NULL},
};

struct history_state {
	struct browser browser;
	int n;
	struct session_row rows[BROWSER_WINDOW];
	struct session_judged judged[BROWSER_WINDOW];
};

static void
release_window(struct history_state *state)
{
	for (int i = 0; i < state->n; i++) {
		session_row_release(&state->rows[i]);
		session_judged_release(&state->judged[i]);
	}
	state->n = 0;
}

static int
load_window(void *data, const struct store_filter *filter, int from, int *n,
    struct err *err)
{
	struct history_state *state = data;
	struct store *store = state->browser.desk->store;

	release_window(state);
	*n = 0;
	if (store_session_window(store, filter, from, BROWSER_WINDOW,
		state->rows, &state->n, err) != 0)
		return -1;
	for (int i = 0; i < state->n; i++)
		if (judge_session(store, state->rows[i].pk, "self",
			&state->judged[i], err) != 0)
			return -1;
	*n = state->n;
	return 0;
}

static const struct browser_source source = {
    .noun = "session",
    .count = store_session_count,
    .load = load_window,
};

static int
list_rows(int rows)
{
	int left = frame_rows(rows) - BROWSER_HEAD;

	return left > 1 ? left : 1;
}

static int
history_open(void *data, void *desk, const void *arg, const struct event *event,
    struct err *err)
{
	struct history_state *state = data;

	if (browser_open(&state->browser, &source, state, desk, arg,
		list_rows(event->rows), err) == 0)
		return 0;
	release_window(state);
	return -1;
}

static void
history_close(void *data)
{
	struct history_state *state = data;

	release_window(state);
	browser_release(&state->browser);
}

static struct outcome
history_event(void *data, const struct event *event)
{
	struct history_state *state = data;
	struct outcome outcome;
	int at;

	if (browser_event(&state->browser, history_keys, event,
		list_rows(event->rows), &outcome))
		return outcome;
	at = browser_selected(&state->browser);
	if (keymap_action(history_keys, event->key) != OPEN || at < 0)
		return OUTCOME_STAY;
	return (struct outcome){
	    .kind = PUSH,
	    .screen = &session_screen,
	    .arg = state->rows[at].id,
	};
}

static bool
history_takes_text(const void *data)
{
	const struct history_state *state = data;

	return state->browser.searching;
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
history_draw(const void *data, struct surface *surface, struct instant now)
{
	const struct history_state *state = data;
	struct area body =
	    frame_draw(surface, "History", NULL, ROLE_DIM, history_keys);
	struct area list = body;

	(void)now;
	list.row += BROWSER_HEAD;
	list.rows -= BROWSER_HEAD;
	if (list.rows > 0 && state->browser.list.n == 0)
		draw_empty(state, surface, list);
	else if (list.rows > 0)
		list_draw(&state->browser.list, surface, list, draw_row, state);
	browser_draw_head(&state->browser, surface, body);
	browser_draw_notice(&state->browser, surface);
}

const struct screen history_screen = {
    .name = "history",
    .about = "Past sessions, newest first.",
    .state_size = sizeof(struct history_state),
    .keys = history_keys,
    .open = history_open,
    .draw = history_draw,
    .event = history_event,
    .takes_text = history_takes_text,
    .close = history_close,
};
