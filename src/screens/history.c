/* SPDX-License-Identifier: MIT */
/* Past sessions, newest first. */
#include <stdio.h>
#include <string.h>

#include "screens/frame.h"
#include "screens/history_parts.h"
#include "store/judge.h"
#include "store/search.h"
#include "tui/layout.h"

const struct key_binding history_keys[] = {
    {{'\n'}, HISTORY_OPEN, "open", "open the session"},
    BROWSER_KEYS,
    {{'m'}, HISTORY_NOTE, "note",
	"note something about the session, or change the note"},
    {{'t'}, HISTORY_TAG, "tag", "put a tag on the session, or take it off"},
    {{'d'}, HISTORY_DELETE, "delete", "delete the session; u brings it back"},
    {{'u'}, HISTORY_UNDO, "undo",
	"undo the last change: note, tag or deletion"},
    {{'o'}, HISTORY_ORDER, "order",
	"newest, oldest, worst, best first, by round, company, level"},
    {{'T'}, HISTORY_BY_TAG, "by tag", "show the next tag only"},
    {{'D'}, HISTORY_DELETED, "deleted",
	"show what was deleted, and u brings back; again: the others"},
    FRAME_LIST_KEYS(BROWSER_MOVE),
    {{0}, HISTORY_NO_ACTION, NULL, NULL},
};

enum {
	QUIET_MS = 300, /* after a key */
	SLICE_MS = 6,   /* from one slice to the next */
};

static const struct {
	const char *order, *text; /* NULL: the newest first */
} orders[] = {
    {NULL, NULL},
    {"oldest", "oldest first"},
    {"worst", "worst first"},
    {"best", "best first"},
    {"round", "by round"},
    {"company", "by company"},
    {"level", "by level"},
};

static void
release_window(struct history_state *state)
{
	for (int i = 0; i < state->n; i++) {
		session_row_release(&state->rows[i]);
		session_judged_release(&state->judged[i]);
		remarks_release(&state->remarks[i]);
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
	*n = state->n;
	return 0;
}

static void
judge_row(struct history_state *state, int i)
{
	struct store *store = state->browser.desk->store;
	int64_t pk = state->rows[i].pk;
	struct err err = {0};

	if (state->judged[i].limiting != NULL)
		return;
	if (judge_session(store, pk, "self", &state->judged[i], &err) != 0 ||
	    store_session_remarks(store, pk, &state->remarks[i], &err) != 0)
		browser_say(&state->browser, err.text);
}

/* What is not seen is not judged: it is most of the time that a key takes. */
static void
judge_page(struct history_state *state, int rows)
{
	struct browser *browser = &state->browser;
	bool joined = store_read_join(browser->desk->store);

	for (int i = 0; i < rows; i++) {
		int at = browser_at(browser, browser->list.top + i);

		if (at >= 0)
			judge_row(state, at);
	}
	store_read_leave(browser->desk->store, joined);
}

static void
see(struct history_state *state, const struct event *event)
{
	judge_page(state, event->rows);
	history_follow(state, event->cols);
}

static void
narrow(const void *data, struct store_filter *filter)
{
	const struct history_state *state = data;

	history_filter_narrow(&state->own, filter);
}

static void
tell(const void *data, bool brief, char *out, size_t size)
{
	const struct history_state *state = data;

	if (brief) /* else the row is the columns' names */
		snprintf(out, size, "%s", state->hit.s);
}

static const struct browser_source source = {
    .noun = "session",
    .count = store_session_count,
    .load = load_window,
    .going = store_search_going,
    .search_on = store_search_on,
    .narrow = narrow,
    .tell = tell,
};

static int
list_rows(int rows)
{
	int left = frame_rows(rows) - BROWSER_HEAD;

	return left > 1 ? left : 1;
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

	if (state->browser.going)
		return browser_deadline(&state->browser, now);
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
	struct store *store = ((struct desk *)desk)->store;

	if (store_names(store, NAMES_SIGNALS, &state->signals, err) != 0)
		return -1;
	history_filter_init(&state->own, arg);
	str_init(&state->hit_of);
	str_init(&state->hit);
	if (browser_open(&state->browser, &source, state, desk, arg,
		list_rows(event->rows), err) != 0) {
		release_window(state);
		history_filter_release(&state->own);
		names_release(&state->signals);
		return -1;
	}
	history_change_init(&state->change);
	look_unindexed(state);
	see(state, event);
	state->quiet_from = event->now.mono_ms + QUIET_MS;
	return 0;
}

static void
history_close(void *data)
{
	struct history_state *state = data;

	history_drop_preview(state);
	release_window(state);
	names_release(&state->signals);
	history_change_release(&state->change);
	history_filter_release(&state->own);
	str_release(&state->hit_of);
	str_release(&state->hit);
	browser_release(&state->browser);
}

void
history_show_again(struct history_state *state, int rows)
{
	history_drop_preview(state);
	str_clear(&state->hit_of);
	browser_again(&state->browser, list_rows(rows));
}

void
history_next_order(struct history_state *state, int rows)
{
	state->order =
	    (state->order + 1) % (int)(sizeof(orders) / sizeof(orders[0]));
	state->browser.order = orders[state->order].order;
	state->browser.order_text = orders[state->order].text;
	state->browser.list = (struct list){0};
	history_show_again(state, rows);
}

void
history_show_others(struct history_state *state, int rows)
{
	history_drop_preview(state);
	browser_reload(&state->browser, list_rows(rows));
}

/* Esc goes back to the others, when it ends no search. */
static bool
leaves_deleted(const struct history_state *state, const struct event *event)
{
	return event->kind == EVENT_KEY && event->key == K_ESC &&
	       state->own.deleted &&
	       *field_text(&state->browser.search) == '\0' &&
	       !state->browser.searching;
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
			history_show_again(state, event->rows);
		see(state, event);
		return OUTCOME_STAY;
	}
	if (event->kind == EVENT_TICK && !state->browser.going) {
		index_slice(state);
		state->quiet_from = event->now.mono_ms + SLICE_MS;
		return OUTCOME_STAY;
	}
	if (event->kind == EVENT_KEY &&
	    keymap_action(history_keys, event->key) != HISTORY_UNDO)
		history_change_offer_none(&state->change);
	if (leaves_deleted(state, event)) {
		state->own.deleted = false;
		history_show_others(state, event->rows);
		see(state, event);
		return OUTCOME_STAY;
	}
	taken = browser_event(&state->browser, history_keys, event,
	    list_rows(event->rows), &outcome);
	if (event->kind == EVENT_RESUME) /* ratings may have changed */
		history_drop_preview(state);
	see(state, event);
	state->quiet_from = event->now.mono_ms + QUIET_MS;
	if (taken || event->kind != EVENT_KEY)
		return outcome;
	outcome = history_act(state, event);
	see(state, event);
	return outcome;
}

static int
history_mouse(void *data, const struct event *event)
{
	struct history_state *state = data;
	struct area preview;
	int key = browser_mouse(&state->browser, event,
	    history_list_area(event->rows, event->cols, &preview));

	see(state, event);
	return key;
}

static bool
history_takes_text(const void *data)
{
	const struct history_state *state = data;

	return state->browser.searching || state->change.line.open;
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
