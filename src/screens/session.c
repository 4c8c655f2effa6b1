/* SPDX-License-Identifier: MIT */
/* A past session: its verdict, and its answers as a list. */
#include <stdio.h>
#include <stdlib.h>

#include "base/date.h"
#include "base/mem.h"
#include "screens/desk.h"
#include "screens/frame.h"
#include "screens/level.h"
#include "screens/session_hit.h"
#include "screens/session_page.h"
#include "store/told.h"
#include "tui/layout.h"
#include "tui/list.h"

enum action { NO_ACTION, OPEN, LEVEL, BACK, MOVE };

static const struct key_binding session_keys[] = {
    {{'\n'}, OPEN, "open", "open the answer"},
    {{'l'}, LEVEL, "level", "rate the session at its level, once"},
    {{K_ESC, 'q'}, BACK, "back", "go back"},
    FRAME_LIST_KEYS(MOVE),
    {{0}, NO_ACTION, NULL, NULL},
};

enum {
	HEAD_ROWS = 7, /* at least: verdict, level, a gap */
	LIST_ROWS = 2, /* that a long note leaves */
};

struct session_state {
	struct desk *desk;
	struct session_page page;
	struct told_names names;
	struct list list;
	char *search; /* owned; NULL: nothing was searched for */
	struct session_hit hit;
};

static int
session_open(void *data, void *desk, const void *arg, const struct event *event,
    struct err *err)
{
	struct session_state *state = data;

	state->desk = desk;
	state->hit.answer = -1;
	if (told_names_load(&state->names, state->desk->store, err) != 0 ||
	    session_page_load(&state->page, state->desk->store, arg, err) !=
		0) {
		told_names_release(&state->names);
		return -1;
	}
	list_fit(&state->list, state->page.n, frame_rows(event->rows));
	return 0;
}

static int
session_found_open(void *data, void *desk, const void *arg,
    const struct event *event, struct err *err)
{
	struct session_state *state = data;
	const struct session_found *found = arg;

	if (session_open(data, desk, found->id, event, err) != 0)
		return -1;
	state->search = mem_text(found->search);
	state->hit = session_hit_find(state->page.answers, state->page.n,
	    state->page.remarks.note, state->search);
	if (state->hit.answer > 0)
		state->list.selected = state->hit.answer;
	return 0;
}

static void
draw_hit(const struct session_state *state, struct page *page)
{
	struct str told = STR_INIT;

	if (state->search == NULL)
		return;
	session_hit_tell(
	    &state->hit, state->page.answers, state->search, &told);
	if (told.len > 0)
		page_textf(page, 0, ROLE_KEY, "'%s' %s", state->search, told.s);
	str_release(&told);
}

static void
draw_head(const void *data, struct page *page)
{
	const struct session_state *state = data;
	const struct session_row *row = &state->page.row;

	page_textf(page, 0, ROLE_DIM, "company %s  level %s",
	    names_label(&state->names.companies, row->company, "any"),
	    names_label(&state->names.levels, row->level, "any"));
	session_page_verdict(&state->page, page);
	level_draw_short(&state->page.level, page);
	draw_hit(state, page);
	session_page_remarks(&state->page, page);
}

/* What stands above the list: as much as leaves some of it. */
static struct area
head_area(const struct session_state *state, struct area *body)
{
	int rows = page_rows(draw_head, state, body->cols) + 1;

	if (rows > body->rows - LIST_ROWS)
		rows = body->rows - LIST_ROWS;
	return layout_top(body, rows > HEAD_ROWS ? rows : HEAD_ROWS);
}

static int
list_rows(const struct session_state *state, int rows, int cols)
{
	struct area left = frame_body(rows, cols);

	head_area(state, &left);
	return left.rows > 1 ? left.rows : 1;
}

static int
session_mouse(void *data, const struct event *event)
{
	struct session_state *state = data;
	struct area area = frame_body(event->rows, event->cols);

	head_area(state, &area);
	return list_mouse(&state->list, event, area);
}

static struct outcome
session_event(void *data, const struct event *event)
{
	struct session_state *state = data;
	int rows;

	if (event->kind == EVENT_RESUME)
		session_page_resume(&state->page, state->desk->store);
	rows = list_rows(state, event->rows, event->cols);
	if (event->kind == EVENT_KEY) {
		switch ((enum action)keymap_action(session_keys, event->key)) {
		case OPEN:
			if (state->page.n > 0)
				return (struct outcome){
				    .kind = PUSH,
				    .screen = &answer_screen,
				    .arg = state->page
					       .answers[state->list.selected]
					       .answer.id,
				};
			break;
		case LEVEL:
			return session_page_rate_level(&state->page);
		case BACK:
			return OUTCOME_POP;
		case MOVE:
		case NO_ACTION:
			list_key(&state->list, event->key, rows);
			break;
		}
	}
	list_fit(&state->list, state->page.n, rows);
	return OUTCOME_STAY;
}

static void
draw_row(const void *data, int i, struct surface *surface, struct area area,
    enum role role)
{
	const struct session_state *state = data;
	const struct session_page *page = &state->page;
	const struct answer *answer = &page->answers[i].answer;
	const struct judged *judged = &page->verdicts[i].judged;
	char overall[16], used[DATE_SIZE];
	int col;

	score_text(overall, judged->overall);
	date_clock(used, (int64_t)answer->answer_s);
	col = surface_textf(surface, area.row, area.col, area.cols, role,
	    "%-5s %-12s %7s  %s", overall,
	    answer->skipped ? "skipped" : verdict_name(judged->verdict), used,
	    i == state->hit.answer ? "* " : "");
	surface_text_cut(surface, area.row, area.col + col, area.cols - col,
	    role, answer->prompt);
}

static void
session_draw(const void *data, struct surface *surface, struct instant now)
{
	const struct session_state *state = data;
	const struct session_row *row = &state->page.row;
	char when[DATE_SIZE], title[160];
	struct page page;
	struct area body, head;

	(void)now;
	date_local(when, row->started_at, row->utc_offset_min);
	snprintf(title, sizeof(title), "%s  %s", when,
	    *row->round ? state->page.round_label : "mixed rounds");
	body = frame_draw(surface, title, row->mode, ROLE_DIM, session_keys);
	head = head_area(state, &body);
	page = page_begin(surface, head, 0);
	draw_head(state, &page);
	if (body.rows > 0)
		list_draw(&state->list, surface, body, draw_row, state);
}

static void
session_close(void *data)
{
	struct session_state *state = data;

	session_page_release(&state->page);
	told_names_release(&state->names);
	free(state->search);
}

const struct screen session_screen = {
    .name = "session",
    .about = "A past session: its verdict and its answers.",
    .state_size = sizeof(struct session_state),
    .keys = session_keys,
    .open = session_open,
    .draw = session_draw,
    .event = session_event,
    .mouse = session_mouse,
    .close = session_close,
};

const struct screen session_found_screen = {
    .name = "session",
    .about = "A past session: its verdict and its answers.",
    .state_size = sizeof(struct session_state),
    .keys = session_keys,
    .open = session_found_open,
    .draw = session_draw,
    .event = session_event,
    .mouse = session_mouse,
    .close = session_close,
};
