/* SPDX-License-Identifier: MIT */
/* The first screen: what to practise next, and the way to everything else. */
#include <stdio.h>
#include <stdlib.h>

#include "base/date.h"
#include "screens/export_here.h"
#include "screens/frame.h"
#include "screens/import.h"
#include "screens/offer.h"
#include "store/cold.h"
#include "store/history.h"
#include "store/latest.h"
#include "tui/layout.h"
#include "tui/page.h"

enum action {
	NO_ACTION,
	START,
	SETUP,
	CALIBRATE,
	LOOPS,
	STATUS,
	REVIEW,
	HISTORY,
	BANK,
	IMPORT,
	EXPORT,
	QUIT_PROGRAM,
};

static const struct key_binding home_keys[] = {
    {{'\n'}, START, "practise", "start the suggested round: the clock runs"},
    {{'p'}, SETUP, "choose", "choose round, company, level and times"},
    {{'c'}, CALIBRATE, NULL,
	"rate answers again a day later, and test your eye"},
    {{'l'}, LOOPS, NULL, "a whole interview loop, round after round"},
    {{'s'}, STATUS, "status", "how ready you are, and what is missing"},
    {{'v'}, REVIEW, "review", "your signals across sessions"},
    {{'h'}, HISTORY, "history", "past sessions"},
    {{'b'}, BANK, NULL, "the question bank"},
    {{'i'}, IMPORT, NULL, "bring in questions from a CSV file"},
    {{'e'}, EXPORT, NULL, "export your progress as CSV into this directory"},
    {{'q'}, QUIT_PROGRAM, "quit", "leave rehearse"},
    {{0}, NO_ACTION, NULL, NULL},
};

enum {
	RECENT = 8,     /* sessions shown */
	MENU_COLS = 80, /* where they stand beside the menu */
};

struct recent_row {
	struct latest session;
	char *label; /* owned: the round's */
};

struct home_state {
	struct desk *desk;
	struct offer offer;
	struct suggestion next;
	char *next_label; /* owned */
	struct recent_row recent[RECENT];
	int n_recent;
	int n_cold; /* answers that wait to be rated again */
	char notice[sizeof(struct err)];
};

static void
release_lists(struct home_state *state)
{
	for (int i = 0; i < state->n_recent; i++) {
		latest_release(&state->recent[i].session);
		free(state->recent[i].label);
	}
	state->n_recent = 0;
	free(state->next_label);
	state->next_label = NULL;
}

static int
load_recent(struct home_state *state, struct err *err)
{
	struct store *store = state->desk->store;
	struct latest rows[RECENT];
	int n, rc = store_latest(store, RECENT, rows, &n, err);

	for (int i = 0; i < n; i++) {
		struct recent_row *recent = &state->recent[i];

		*recent = (struct recent_row){.session = rows[i]};
		if (rc == 0)
			rc = store_round_label(
			    store, rows[i].round, &recent->label, err);
	}
	state->n_recent = n;
	return rc;
}

static int
load(struct home_state *state, struct instant now, struct err *err)
{
	struct store *store = state->desk->store;
	bool any;

	release_lists(state);
	state->n_cold = 0;
	if (store_suggest_round(store, now, &state->next, err) != 0 ||
	    store_round_label(
		store, state->next.round, &state->next_label, err) != 0 ||
	    store_any_history(store, &any, err) != 0)
		return -1;
	if (!any)
		return 0;
	if (load_recent(state, err) != 0)
		return -1;
	return store_cold_count(store, now, COLD_MANY, &state->n_cold, err);
}

/* All of it as of one moment; the offer once, at the beginning. */
static int
load_at_once(struct home_state *state, bool with_offer, struct instant now,
    struct err *err)
{
	struct store *store = state->desk->store;
	int rc;

	if (store_read_begin(store, err) != 0)
		return -1;
	rc = load(state, now, err);
	if (rc == 0 && with_offer)
		rc = offer_load(&state->offer, state->desk, now, err);
	store_read_end(store);
	return rc;
}

static void
home_close(void *data)
{
	struct home_state *state = data;

	offer_release(&state->offer);
	release_lists(state);
}

static int
home_open(void *data, void *desk, const void *arg, const struct event *event,
    struct err *err)
{
	struct home_state *state = data;

	(void)arg;
	state->desk = desk;
	if (load_at_once(state, true, event->now, err) != 0) {
		home_close(state);
		return -1;
	}
	return 0;
}

static struct outcome
push(const struct screen *screen)
{
	return (struct outcome){.kind = PUSH, .screen = screen};
}

static void
export_here(struct home_state *state, struct instant now)
{
	struct err err = {0};
	char path[EXPORT_PATH_SIZE];

	if (export_progress_here(
		state->desk->store, NULL, NULL, now, path, &err))
		snprintf(state->notice, sizeof(state->notice), "%s", err.text);
	else
		snprintf(state->notice, sizeof(state->notice),
		    "progress written to %s", path);
}

static struct outcome
answer_offer(struct home_state *state, const struct event *event)
{
	struct err err = {0};
	struct run *run;

	if (offer_key(&state->offer, state->desk, event, &run, &err) ==
	    OFFER_RESUME)
		return run_next(run, PUSH);
	snprintf(state->notice, sizeof(state->notice), "%s", err.text);
	return OUTCOME_STAY;
}

static struct outcome
on_key(struct home_state *state, const struct event *event)
{
	state->notice[0] = '\0';
	if (offer_open(&state->offer))
		return answer_offer(state, event);
	switch ((enum action)keymap_action(home_keys, event->key)) {
	case START:
		return push(&start_screen);
	case SETUP:
		return push(&setup_screen);
	case CALIBRATE:
		return push(&calibrate_screen);
	case LOOPS:
		return push(&loops_screen);
	case STATUS:
		return push(&status_screen);
	case REVIEW:
		return push(&review_screen);
	case HISTORY:
		return push(&history_screen);
	case BANK:
		return push(&bank_screen);
	case IMPORT:
		return push(&choose_screen);
	case EXPORT:
		export_here(state, event->now);
		break;
	case QUIT_PROGRAM:
		return OUTCOME_POP;
	case NO_ACTION:
		break;
	}
	return OUTCOME_STAY;
}

static struct outcome
home_event(void *data, const struct event *event)
{
	struct home_state *state = data;
	struct err err = {0};

	if (event->kind == EVENT_KEY)
		return on_key(state, event);
	if (event->kind == EVENT_RESUME &&
	    load_at_once(state, false, event->now, &err) != 0)
		snprintf(state->notice, sizeof(state->notice), "%s", err.text);
	return OUTCOME_STAY;
}

static void
draw_recent(struct page *page, const struct recent_row *recent)
{
	const struct latest *session = &recent->session;
	char when[DATE_SIZE], overall[16];
	int col = page->area.col + 2, end = page->area.col + page->area.cols;
	int row = page_row(page);

	if (row < 0)
		return;
	date_local(when, session->started_at, session->utc_offset_min);
	score_text(overall, session->overall);
	col += surface_textf(
	    page->surface, row, col, end - col, ROLE_DIM, "%s  ", when);
	col += surface_textf(page->surface, row, col, end - col, ROLE_TEXT,
	    "%-16s ", session->round[0] ? recent->label : "mixed rounds");
	surface_textf(page->surface, row, col, end - col,
	    verdict_role(session->verdict), "%s %s%s", overall,
	    session->verdict == VERDICT_NONE ? "not rated"
					     : verdict_name(session->verdict),
	    session->clean ? ", clean" : "");
}

/* What waits is told where the key stands. */
static void
draw_choice(const struct home_state *state, const struct key_binding *key,
    struct surface *surface, int row, int room)
{
	enum { COL = 9 };
	char waiting[COLD_TEXT];

	if (key->action != CALIBRATE || state->n_cold == 0) {
		surface_text_cut(
		    surface, row, COL, room - COL, ROLE_TEXT, key->help);
		return;
	}
	cold_text(waiting, state->n_cold);
	surface_textf(surface, row, COL, room - COL, ROLE_ACCENT,
	    "rate again: %s", waiting);
}

static void
draw_menu(const struct home_state *state, struct page *page)
{
	for (const struct key_binding *key = home_keys; key->action != 0;
	     key++) {
		char name[KEY_NAME_SIZE];
		int row = page_row(page);

		if (row < 0)
			continue;
		key_name(name, key->keys[0]);
		surface_text(page->surface, row, 2, 6, ROLE_KEY, name);
		draw_choice(state, key, page->surface, row, page->area.cols);
	}
}

static void
draw_next(const void *data, struct page *page)
{
	const struct home_state *state = data;

	page_textf(page, 0, ROLE_TITLE, "Next: %s", state->next_label);
	page_textf(page, 0, ROLE_TEXT, "%s", state->next.reason);
	page_gap(page);
}

static void
draw_last(const struct home_state *state, struct page *page)
{
	if (state->n_recent == 0) {
		page_text(page, 0, ROLE_DIM,
		    "No session yet. Press Enter and answer one question; it "
		    "will stand here.");
		return;
	}
	page_text(page, 0, ROLE_TITLE, "Last sessions");
	for (int i = 0; i < state->n_recent; i++)
		draw_recent(page, &state->recent[i]);
}

/* The last sessions stand under the menu, or beside it. */
static void
draw_panes(
    const struct home_state *state, struct surface *surface, struct area body)
{
	bool wide = body.cols >= LAYOUT_WIDE_COLS;
	struct area menu = layout_left(&body, wide ? MENU_COLS : body.cols);
	struct page page = page_begin(surface, menu, 0);

	draw_next(state, &page);
	draw_menu(state, &page);
	if (wide)
		page = page_begin(surface, body, 0);
	else
		page_gap(&page);
	draw_last(state, &page);
}

/* A click on a line of the menu is its key. */
static int
home_mouse(void *data, const struct event *event)
{
	struct home_state *state = data;
	struct area menu = frame_body(event->rows, event->cols);
	int keys = (int)(sizeof(home_keys) / sizeof(home_keys[0])) - 1;

	if (event->cols >= LAYOUT_WIDE_COLS)
		menu = layout_left(&menu, MENU_COLS);
	layout_top(&menu, page_rows(draw_next, state, menu.cols));
	if (event->mouse != MOUSE_CLICK || offer_open(&state->offer) ||
	    !layout_holds(menu, event->row, event->col) ||
	    event->row - menu.row >= keys)
		return 0;
	return home_keys[event->row - menu.row].keys[0];
}

static void
home_draw(const void *data, struct surface *surface, struct instant now)
{
	const struct home_state *state = data;
	struct area body = frame_draw(
	    surface, "rehearse", "? shows every key", ROLE_DIM, home_keys);

	(void)now;
	surface_caret(surface, body.row, 0);
	draw_panes(state, surface, body);
	if (offer_open(&state->offer))
		offer_draw(&state->offer, surface, body);
	frame_notice(surface, state->notice);
}

const struct screen home_screen = {
    .name = "home",
    .about = "What to practise next, and the way to everything else.",
    .state_size = sizeof(struct home_state),
    .keys = home_keys,
    .open = home_open,
    .draw = home_draw,
    .event = home_event,
    .mouse = home_mouse,
    .close = home_close,
};
