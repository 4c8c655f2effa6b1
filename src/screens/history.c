/* SPDX-License-Identifier: MIT */
/*
 * Past sessions, newest first.  Only the rows around the selection are read,
 * so that a long history opens as fast as a short one.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/date.h"
#include "base/mem.h"
#include "screens/desk.h"
#include "screens/filter_bar.h"
#include "screens/frame.h"
#include "store/history.h"
#include "store/judge.h"
#include "tui/field.h"
#include "tui/list.h"

enum action {
	NO_ACTION,
	OPEN,
	SEARCH,
	ROUND,
	COMPANY,
	LEVEL,
	BACK,
	MOVE,
};

static const struct key_binding history_keys[] = {
    {{'\n'}, OPEN, "open", "open the session; end typing a search"},
    {{'/'}, SEARCH, "search", "search prompts and answers"},
    {{'r'}, ROUND, "round", "show the next round only"},
    {{'c'}, COMPANY, "company", "show the next company only"},
    {{'l'}, LEVEL, "level", "show the next level only"},
    {{K_ESC, 'q'}, BACK, "back", "end the search, then go back"},
    FRAME_LIST_KEYS(MOVE),
    {{0}, NO_ACTION, NULL, NULL},
};

enum { WINDOW = 128, FILTER_SIZE = 256, HEAD_ROWS = 2 };

struct history_state {
	struct desk *desk;
	struct filter_bar filters;
	struct field search;
	bool searching; /* keys go to the search line */
	struct list list;
	int from; /* of the window */
	int n;
	struct session_row rows[WINDOW];
	struct session_judged judged[WINDOW];
	char notice[sizeof(struct err)];
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
load_window(struct history_state *state, struct err *err)
{
	struct store_filter filter =
	    filter_bar_now(&state->filters, field_text(&state->search));
	struct store *store = state->desk->store;
	int from = state->list.selected - WINDOW / 2, n;

	release_window(state);
	state->from = from > 0 ? from : 0;
	if (store_session_window(
		store, &filter, state->from, WINDOW, state->rows, &n, err) != 0)
		return -1;
	state->n = n;
	for (int i = 0; i < n; i++)
		if (judge_session(store, state->rows[i].pk, "self",
			&state->judged[i], err) != 0)
			return -1;
	return 0;
}

static int
load(struct history_state *state, int rows, struct err *err)
{
	struct store_filter filter =
	    filter_bar_now(&state->filters, field_text(&state->search));
	int n;

	if (store_session_count(state->desk->store, &filter, &n, err) != 0)
		return -1;
	list_fit(&state->list, n, rows);
	return load_window(state, err);
}

static int
list_rows(int rows)
{
	int left = frame_rows(rows) - HEAD_ROWS;

	return left > 1 ? left : 1;
}

static void
history_close(void *data)
{
	struct history_state *state = data;

	release_window(state);
	filter_bar_release(&state->filters);
	field_release(&state->search);
}

static int
history_open(void *data, void *desk, const void *arg, const struct event *event,
    struct err *err)
{
	struct history_state *state = data;
	const struct store_filter *from = arg;

	state->desk = desk;
	field_init(&state->search);
	if (from != NULL && from->search != NULL)
		field_set(&state->search, from->search);
	if (filter_bar_load(&state->filters, state->desk->store, from, err) ||
	    load(state, list_rows(event->rows), err) != 0) {
		history_close(state);
		return -1;
	}
	return 0;
}

static void
load_or_say(struct history_state *state, const struct event *event)
{
	struct err err = {0};

	if (load(state, list_rows(event->rows), &err) != 0)
		snprintf(state->notice, sizeof(state->notice), "%s", err.text);
}

static void
search_key(struct history_state *state, const struct event *event)
{
	if (event->key == '\n') {
		state->searching = false;
		return;
	}
	if (event->key == K_ESC) {
		state->searching = false;
		field_set(&state->search, "");
	} else if (!field_key(&state->search, event->key)) {
		return;
	}
	state->list = (struct list){0};
	load_or_say(state, event);
}

static bool
window_holds(const struct history_state *state)
{
	int at = state->list.selected;

	return at >= state->from && at < state->from + state->n;
}

static void
filter_key(struct history_state *state, const struct event *event,
    void (*next)(struct filter_bar *))
{
	next(&state->filters);
	state->list = (struct list){0};
	load_or_say(state, event);
}

static struct outcome
go_back(struct history_state *state, const struct event *event)
{
	if (*field_text(&state->search) == '\0')
		return OUTCOME_POP;
	field_set(&state->search, "");
	load_or_say(state, event);
	return OUTCOME_STAY;
}

static struct outcome
act(struct history_state *state, const struct event *event)
{
	int rows = list_rows(event->rows);

	switch ((enum action)keymap_action(history_keys, event->key)) {
	case OPEN:
		if (window_holds(state))
			return (struct outcome){
			    .kind = PUSH,
			    .screen = &session_screen,
			    .arg =
				state->rows[state->list.selected - state->from]
				    .id,
			};
		break;
	case SEARCH:
		state->searching = true;
		break;
	case ROUND:
		filter_key(state, event, filter_bar_next_round);
		break;
	case COMPANY:
		filter_key(state, event, filter_bar_next_company);
		break;
	case LEVEL:
		filter_key(state, event, filter_bar_next_level);
		break;
	case BACK:
		return go_back(state, event);
	case MOVE:
	case NO_ACTION:
		list_key(&state->list, event->key, rows);
		break;
	}
	return OUTCOME_STAY;
}

/* The rows that a page may show must be in the window. */
static void
follow(struct history_state *state, int rows)
{
	struct err err = {0};
	int last = state->list.top + rows;

	list_fit(&state->list, state->list.n, rows);
	if (last > state->list.n)
		last = state->list.n;
	if (state->list.top >= state->from && last <= state->from + state->n)
		return;
	if (load_window(state, &err) != 0)
		snprintf(state->notice, sizeof(state->notice), "%s", err.text);
}

static struct outcome
history_event(void *data, const struct event *event)
{
	struct history_state *state = data;
	struct outcome outcome = OUTCOME_STAY;

	if (event->kind == EVENT_KEY) {
		state->notice[0] = '\0';
		if (state->searching)
			search_key(state, event);
		else
			outcome = act(state, event);
	} else if (event->kind == EVENT_PASTE && state->searching) {
		field_paste(&state->search, event->text, event->len);
		load_or_say(state, event);
	}
	follow(state, list_rows(event->rows));
	return outcome;
}

static bool
history_takes_text(const void *data)
{
	const struct history_state *state = data;

	return state->searching;
}

static void
draw_row(const void *data, int i, struct surface *surface, struct area area,
    enum role role)
{
	const struct history_state *state = data;
	const struct session_row *row;
	const struct session_judged *judged;
	char when[DATE_SIZE], overall[16];
	int col;

	i -= state->from;
	if (i < 0 || i >= state->n)
		return;
	row = &state->rows[i];
	judged = &state->judged[i];
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
draw_head(const struct history_state *state, struct surface *surface,
    struct area area)
{
	char text[FILTER_SIZE];
	int used;

	filter_bar_text(&state->filters, text, sizeof(text));
	used = surface_textf(surface, area.row, 0, area.cols, ROLE_DIM,
	    "%d session%s  ", state->list.n, state->list.n == 1 ? "" : "s");
	surface_text_cut(
	    surface, area.row, used, area.cols - used, ROLE_DIM, text);
	if (!state->searching && *field_text(&state->search) == '\0')
		return;
	used = surface_text(
	    surface, area.row + 1, 0, area.cols, ROLE_KEY, "search: ");
	field_draw(&state->search, surface, area.row + 1, used,
	    area.cols - used, state->searching);
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
	static const char *const filtered[] = {
	    "No session fits.",
	    "r, c and l change the filters, Esc ends a search.",
	    NULL,
	};

	frame_empty(surface, area,
	    filter_bar_any(&state->filters) || *field_text(&state->search)
		? filtered
		: none);
}

static void
history_draw(const void *data, struct surface *surface, struct instant now)
{
	const struct history_state *state = data;
	struct area body =
	    frame_draw(surface, "History", NULL, ROLE_DIM, history_keys);

	(void)now;
	draw_head(state, surface, body);
	body.row += HEAD_ROWS;
	body.rows -= HEAD_ROWS;
	if (body.rows <= 0)
		return;
	if (state->list.n == 0)
		draw_empty(state, surface, body);
	else
		list_draw(&state->list, surface, body, draw_row, state);
	if (state->searching)
		field_draw(&state->search, surface, body.row - 1, 8,
		    body.cols - 8, true);
	if (state->notice[0] != '\0')
		surface_text_cut(surface, surface->rows - 2, 0, surface->cols,
		    ROLE_WARN, state->notice);
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
