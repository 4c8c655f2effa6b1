/* SPDX-License-Identifier: MIT */
/* The question bank: browse, search, practise one. */
#include <stdio.h>

#include "base/date.h"
#include "screens/desk.h"
#include "screens/filter_bar.h"
#include "screens/frame.h"
#include "store/question.h"
#include "tui/field.h"
#include "tui/list.h"
#include "tui/page.h"

enum action {
	NO_ACTION,
	START,
	SEARCH,
	ROUND,
	COMPANY,
	LEVEL,
	BACK,
	MOVE,
};

static const struct key_binding bank_keys[] = {
    {{'\n', 'p'}, START, "practise",
	"answer this question now; end typing a search"},
    {{'/'}, SEARCH, "search", "search prompts, tags and ids"},
    {{'r'}, ROUND, "round", "show the next round only"},
    {{'c'}, COMPANY, "company", "questions that fit the next company"},
    {{'l'}, LEVEL, "level", "questions that fit the next level"},
    {{K_ESC, 'q'}, BACK, "back", "end the search, then go back"},
    FRAME_LIST_KEYS(MOVE),
    {{0}, NO_ACTION, NULL, NULL},
};

enum { WINDOW = 160, FILTER_SIZE = 256, HEAD_ROWS = 2, DETAIL_SHARE = 3 };

struct bank_state {
	struct desk *desk;
	struct filter_bar filters;
	struct field search;
	bool searching;
	struct list list;
	int from, n; /* of the window */
	struct question questions[WINDOW];
	struct plan plan;
	char notice[sizeof(struct err)];
};

static void
release_window(struct bank_state *state)
{
	for (int i = 0; i < state->n; i++)
		question_release(&state->questions[i]);
	state->n = 0;
}

static int
load_window(struct bank_state *state, struct err *err)
{
	struct store_filter filter =
	    filter_bar_now(&state->filters, field_text(&state->search));
	int from = state->list.selected - WINDOW / 2;

	release_window(state);
	state->from = from > 0 ? from : 0;
	return store_question_window(state->desk->store, &filter, state->from,
	    WINDOW, state->questions, &state->n, err);
}

static int
load(struct bank_state *state, int rows, struct err *err)
{
	struct store_filter filter =
	    filter_bar_now(&state->filters, field_text(&state->search));
	int n;

	if (store_question_count(state->desk->store, &filter, &n, err) != 0)
		return -1;
	list_fit(&state->list, n, rows);
	return load_window(state, err);
}

/* The list has the upper part, the selected question the lower. */
static int
list_rows(int rows)
{
	int body = frame_rows(rows) - HEAD_ROWS;
	int left = body - body / DETAIL_SHARE;

	return left > 1 ? left : 1;
}

static void
bank_close(void *data)
{
	struct bank_state *state = data;

	release_window(state);
	filter_bar_release(&state->filters);
	field_release(&state->search);
}

static int
bank_open(void *data, void *desk, const void *arg, const struct event *event,
    struct err *err)
{
	struct bank_state *state = data;
	const struct store_filter *from = arg;

	state->desk = desk;
	field_init(&state->search);
	if (from != NULL && from->search != NULL)
		field_set(&state->search, from->search);
	if (filter_bar_load(&state->filters, state->desk->store, from, err) ||
	    load(state, list_rows(event->rows), err) != 0) {
		bank_close(state);
		return -1;
	}
	return 0;
}

static void
load_or_say(struct bank_state *state, const struct event *event)
{
	struct err err = {0};

	if (load(state, list_rows(event->rows), &err) != 0)
		snprintf(state->notice, sizeof(state->notice), "%s", err.text);
}

static void
search_key(struct bank_state *state, const struct event *event)
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

static const struct question *
selected(const struct bank_state *state)
{
	int at = state->list.selected - state->from;

	return at >= 0 && at < state->n ? &state->questions[at] : NULL;
}

static void
filter_key(struct bank_state *state, const struct event *event,
    void (*next)(struct filter_bar *))
{
	next(&state->filters);
	state->list = (struct list){0};
	load_or_say(state, event);
}

static struct outcome
start(struct bank_state *state)
{
	const struct question *question = selected(state);

	if (question == NULL)
		return OUTCOME_STAY;
	state->plan = plan_default();
	state->plan.question = question->id;
	state->plan.probes = state->desk->probes;
	return (struct outcome){
	    .kind = PUSH,
	    .screen = &start_screen,
	    .arg = &state->plan,
	};
}

static struct outcome
go_back(struct bank_state *state, const struct event *event)
{
	if (*field_text(&state->search) == '\0')
		return OUTCOME_POP;
	field_set(&state->search, "");
	load_or_say(state, event);
	return OUTCOME_STAY;
}

static struct outcome
act(struct bank_state *state, const struct event *event)
{
	switch ((enum action)keymap_action(bank_keys, event->key)) {
	case START:
		return start(state);
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
		list_key(&state->list, event->key, list_rows(event->rows));
		break;
	}
	return OUTCOME_STAY;
}

/* The rows that a page may show must be in the window. */
static void
follow(struct bank_state *state, int rows)
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
bank_event(void *data, const struct event *event)
{
	struct bank_state *state = data;
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
bank_takes_text(const void *data)
{
	const struct bank_state *state = data;

	return state->searching;
}

static void
draw_row(const void *data, int i, struct surface *surface, struct area area,
    enum role role)
{
	const struct bank_state *state = data;
	const struct question *question;
	int col;

	i -= state->from;
	if (i < 0 || i >= state->n)
		return;
	question = &state->questions[i];
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
	surface_rule(surface, area.row, 0, area.cols, ROLE_DIM);
	page_gap(&page);
	page_textf(&page, 0, ROLE_DIM, "%s  company %s  limit %s  rubric %s",
	    question->id,
	    question_any(question->company) ? "any" : question->company,
	    question->seconds > 0 ? limit : "the round's",
	    *question->rubric ? question->rubric : "the round's");
	page_text(&page, 0, ROLE_TEXT, question->prompt);
}

static void
draw_head(
    const struct bank_state *state, struct surface *surface, struct area area)
{
	char text[FILTER_SIZE];
	int used;

	filter_bar_text(&state->filters, text, sizeof(text));
	used = surface_textf(surface, area.row, 0, area.cols, ROLE_DIM,
	    "%d question%s  ", state->list.n, state->list.n == 1 ? "" : "s");
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
	struct area list = body;

	(void)now;
	list.row += HEAD_ROWS;
	list.rows = list_rows(surface->rows);
	if (state->list.n == 0)
		frame_empty(surface, list, none);
	else
		list_draw(&state->list, surface, list, draw_row, state);
	draw_detail(state, surface,
	    (struct area){list.row + list.rows, 0,
		body.rows - HEAD_ROWS - list.rows, body.cols});
	draw_head(state, surface, body);
	if (state->notice[0] != '\0')
		surface_text_cut(surface, surface->rows - 2, 0, surface->cols,
		    ROLE_WARN, state->notice);
}

const struct screen bank_screen = {
    .name = "bank",
    .about = "The question bank: browse, search, practise one question.",
    .state_size = sizeof(struct bank_state),
    .keys = bank_keys,
    .open = bank_open,
    .draw = bank_draw,
    .event = bank_event,
    .takes_text = bank_takes_text,
    .close = bank_close,
};
