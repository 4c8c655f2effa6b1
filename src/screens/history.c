/* SPDX-License-Identifier: MIT */
/* Past sessions, newest first. */
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "screens/browser.h"
#include "screens/frame.h"
#include "screens/history_change.h"
#include "screens/session_page.h"
#include "store/history.h"
#include "store/judge.h"
#include "store/search.h"
#include "tui/layout.h"

enum action { NO_ACTION, OPEN, NOTE, TAG, DELETE, UNDO, ORDER };

static const struct key_binding history_keys[] = {
    {{'\n'}, OPEN, "open", "open the session"},
    BROWSER_KEYS,
    {{'m'}, NOTE, "note", "note something about the session"},
    {{'t'}, TAG, "tag", "put a tag on the session, or take it off"},
    {{'d'}, DELETE, "delete", "delete the session; u brings it back"},
    {{'u'}, UNDO, "undo", "bring the session back that was deleted last"},
    {{'o'}, ORDER, "order", "newest, oldest, by round, company or level"},
    FRAME_LIST_KEYS(BROWSER_MOVE),
    {{0}, NO_ACTION, NULL, NULL},
};

enum {
	QUIET_MS = 300, /* after a key */
	SLICE_MS = 10,  /* from one slice to the next */
	TITLE_SIZE = 64,
};

struct history_state {
	struct browser browser;
	struct history_change change;
	int order;          /* in `orders` */
	int unindexed;      /* answers; 0: nothing to do (search.h) */
	int64_t quiet_from; /* mono_ms; no key is expected at once */
	int n;
	struct session_row rows[BROWSER_WINDOW];
	struct session_judged judged[BROWSER_WINDOW];
	struct session_page preview; /* of the selected session, where wide */
	bool previewed;              /* there is one */
};

/* NULL: the newest first. */
static const char *const orders[] = {
    NULL, "oldest", "round", "company", "level"};

enum { LIST_COLS = 100 }; /* where the preview stands beside it */

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

/* Under the head; the preview is what it leaves. */
static struct area
list_area(int rows, int cols, struct area *preview)
{
	struct area left = frame_body(rows, cols), list;

	layout_top(&left, BROWSER_HEAD);
	list = layout_left(&left, cols >= LAYOUT_WIDE_COLS ? LIST_COLS : cols);
	layout_left(&left, LAYOUT_GAP);
	*preview = left;
	return list;
}

static void
drop_preview(struct history_state *state)
{
	if (state->previewed)
		session_page_release(&state->preview);
	state->previewed = false;
}

/* What can't be read is not previewed; opening it says why. */
static void
follow_selection(struct history_state *state, int cols)
{
	int at = browser_selected(&state->browser);
	struct err err;

	if (state->previewed && at >= 0 && cols >= LAYOUT_WIDE_COLS &&
	    strcmp(state->preview.row.id, state->rows[at].id) == 0)
		return;
	drop_preview(state);
	if (at >= 0 && cols >= LAYOUT_WIDE_COLS)
		state->previewed = session_page_load(&state->preview,
				       state->browser.desk->store,
				       state->rows[at].id, &err) == 0;
}

/* The answers of a long history are indexed for the search while nobody
 * presses a key.  If that fails, they are read. */
static void
look_unindexed(struct history_state *state)
{
	struct err ignored = {0};

	if (store_search_left(
		state->browser.desk->store, &state->unindexed, &ignored) != 0)
		state->unindexed = 0;
}

static void
index_slice(struct history_state *state)
{
	struct err ignored = {0};

	if (store_search_index(
		state->browser.desk->store, SEARCH_SLICE, &ignored) != 0)
		state->unindexed = 0;
	else
		look_unindexed(state);
}

static int64_t
history_deadline(const void *data, struct instant now)
{
	const struct history_state *state = data;

	if (state->unindexed == 0)
		return -1;
	return state->quiet_from > now.mono_ms ? state->quiet_from
					       : now.mono_ms;
}

static int
history_open(void *data, void *desk, const void *arg, const struct event *event,
    struct err *err)
{
	struct history_state *state = data;

	if (browser_open(&state->browser, &source, state, desk, arg,
		list_rows(event->rows), err) != 0) {
		release_window(state);
		return -1;
	}
	history_change_init(&state->change);
	look_unindexed(state);
	follow_selection(state, event->cols);
	state->quiet_from = event->now.mono_ms + QUIET_MS;
	return 0;
}

static void
history_close(void *data)
{
	struct history_state *state = data;

	drop_preview(state);
	release_window(state);
	history_change_release(&state->change);
	browser_release(&state->browser);
}

/* What has changed shows at once, also in the preview. */
static void
show_again(struct history_state *state, int rows)
{
	drop_preview(state);
	browser_again(&state->browser, list_rows(rows));
}

static void
next_order(struct history_state *state, int rows)
{
	state->order =
	    (state->order + 1) % (int)(sizeof(orders) / sizeof(orders[0]));
	state->browser.order = orders[state->order];
	state->browser.list = (struct list){0};
	show_again(state, rows);
}

/* At the session `at` of the window; -1: there is none. */
static struct outcome
on_key(struct history_state *state, const struct event *event, int at)
{
	enum action action =
	    (enum action)keymap_action(history_keys, event->key);
	struct store *store = state->browser.desk->store;
	char *notice = state->browser.notice;
	size_t size = sizeof(state->browser.notice);

	if (action == UNDO &&
	    history_undelete(&state->change, store, notice, size))
		show_again(state, event->rows);
	if (action == ORDER)
		next_order(state, event->rows);
	if (at < 0)
		return OUTCOME_STAY;
	if (action == NOTE || action == TAG)
		history_change_ask(&state->change,
		    action == NOTE ? ASK_NOTE : ASK_TAG, state->rows[at].id);
	if (action == DELETE &&
	    history_delete(&state->change, store, state->rows[at].id,
		event->now, notice, size))
		show_again(state, event->rows);
	if (action != OPEN)
		return OUTCOME_STAY;
	return (struct outcome){
	    .kind = PUSH,
	    .screen = &session_screen,
	    .arg = state->rows[at].id,
	};
}

static struct outcome
history_event(void *data, const struct event *event)
{
	struct history_state *state = data;
	struct outcome outcome;
	bool taken;

	if (state->change.line.open &&
	    (event->kind == EVENT_KEY || event->kind == EVENT_PASTE)) {
		if (history_change_event(&state->change,
			state->browser.desk->store, event,
			state->browser.notice, sizeof(state->browser.notice)))
			show_again(state, event->rows);
		follow_selection(state, event->cols);
		return OUTCOME_STAY;
	}
	if (event->kind == EVENT_TICK) {
		index_slice(state);
		state->quiet_from = event->now.mono_ms + SLICE_MS;
		return OUTCOME_STAY;
	}
	taken = browser_event(&state->browser, history_keys, event,
	    list_rows(event->rows), &outcome);
	if (event->kind == EVENT_RESUME) /* ratings may have changed */
		drop_preview(state);
	follow_selection(state, event->cols);
	state->quiet_from = event->now.mono_ms + QUIET_MS;
	if (taken || event->kind != EVENT_KEY)
		return outcome;
	outcome = on_key(state, event, browser_selected(&state->browser));
	follow_selection(state, event->cols);
	return outcome;
}

static int
history_mouse(void *data, const struct event *event)
{
	struct history_state *state = data;
	struct area preview;
	int key = browser_mouse(&state->browser, event,
	    list_area(event->rows, event->cols, &preview));

	follow_selection(state, event->cols);
	return key;
}

static bool
history_takes_text(const void *data)
{
	const struct history_state *state = data;

	return state->browser.searching || state->change.line.open;
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

static void
history_draw(const void *data, struct surface *surface, struct instant now)
{
	const struct history_state *state = data;
	char left[TITLE_SIZE] = "";
	struct area body, preview;
	struct area list = list_area(surface->rows, surface->cols, &preview);

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

const struct screen history_screen = {
    .name = "history",
    .about = "Past sessions, newest first.",
    .state_size = sizeof(struct history_state),
    .keys = history_keys,
    .open = history_open,
    .draw = history_draw,
    .event = history_event,
    .mouse = history_mouse,
    .takes_text = history_takes_text,
    .deadline = history_deadline,
    .close = history_close,
};
