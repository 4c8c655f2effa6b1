/* SPDX-License-Identifier: MIT */
/* Choosing a session: one row a choice, changed with left and right. */
#include <stdio.h>
#include <stdlib.h>

#include "base/date.h"
#include "screens/frame.h"
#include "screens/desk.h"
#include "store/question.h"
#include "store/reference.h"
#include "tui/layout.h"
#include "tui/list.h"

enum action { NO_ACTION, START, BACK, LESS, MORE, MOVE };

static const struct key_binding setup_keys[] = {
    {{'\n'}, START, "start", "start: the clock runs"},
    {{K_LEFT, 'h'}, LESS, "change", "the choice before"},
    {{K_RIGHT, 'l', ' '}, MORE, NULL, "the choice after"},
    {{K_ESC, 'q'}, BACK, "back", "go back"},
    FRAME_LIST_KEYS(MOVE),
    {{0}, NO_ACTION, NULL, NULL},
};

enum row {
	ROW_ROUND,
	ROW_COMPANY,
	ROW_LEVEL,
	ROW_QUESTIONS,
	ROW_LIMIT,
	ROW_THINK,
	ROW_PROBES,
	ROW_MODE,
	ROW_STRICT,
	ROW_INTERRUPTED,
	ROW_COUNT,
};

static const char *const row_labels[ROW_COUNT] = {
    [ROW_ROUND] = "Round",
    [ROW_COMPANY] = "Company",
    [ROW_LEVEL] = "Level",
    [ROW_QUESTIONS] = "Questions",
    [ROW_LIMIT] = "Limit",
    [ROW_THINK] = "Think time",
    [ROW_PROBES] = "Probes",
    [ROW_MODE] = "Mode",
    [ROW_STRICT] = "Strict",
    [ROW_INTERRUPTED] = "Interrupt",
};

enum {
	MAX_QUESTIONS = 10,
	NUMBER_CHOICES = 8,
	MODE_CHOICES = 3,
	FITTING_ROWS = 2, /* below the list */
};

/* 0: the question's own; −1: the round's own. */
static const int limits_s[NUMBER_CHOICES] = {
    0, 60, 120, 180, 300, 600, 1200, 3600};
static const int thinks_s[NUMBER_CHOICES] = {-1, 0, 15, 30, 60, 120, 180, 300};

/* The first one is not looked at: it is the round's own. */
static const enum mode modes[MODE_CHOICES] = {
    MODE_TYPED, MODE_TYPED, MODE_SPOKEN};

struct setup_state {
	struct desk *desk;
	struct names rounds, companies, levels;
	struct suggestion next; /* the round where none is chosen */
	char *next_label;       /* owned */
	int choice[ROW_COUNT];  /* index among the row's choices */
	struct list list;
	int fitting; /* questions that fit the choice */
	struct plan plan;
	enum outcome_kind enters; /* how the session is entered from here */
	char notice[sizeof(struct err)];
};

static int
choices_of(const struct setup_state *state, int row)
{
	switch ((enum row)row) {
	case ROW_ROUND:
		return state->rounds.n + 1;
	case ROW_COMPANY:
		return state->companies.n;
	case ROW_LEVEL:
		return state->levels.n + 1;
	case ROW_QUESTIONS:
		return MAX_QUESTIONS + 1;
	case ROW_LIMIT:
	case ROW_THINK:
		return NUMBER_CHOICES;
	case ROW_PROBES:
		return SESSION_PROBES + 1;
	case ROW_MODE:
		return MODE_CHOICES;
	case ROW_STRICT:
	case ROW_INTERRUPTED:
		return 2;
	case ROW_COUNT:
		return 0;
	}
	return 0;
}

/* The chosen key; NULL where the first choice leaves it open. */
static const char *
chosen(const struct names *names, int choice)
{
	return choice == 0 ? NULL : names->keys[choice - 1];
}

static const char *
chosen_company(const struct setup_state *state)
{
	const char *key =
	    state->companies.n > 0
		? state->companies.keys[state->choice[ROW_COMPANY]]
		: NULL;

	return question_any(key) ? NULL : key;
}

static void
count_fitting(struct setup_state *state)
{
	int round = state->choice[ROW_ROUND];
	struct store_filter filter = {
	    .round =
		round == 0 ? state->next.round : chosen(&state->rounds, round),
	    .company = chosen_company(state),
	    .level = chosen(&state->levels, state->choice[ROW_LEVEL]),
	    .state = QUESTIONS_IN_USE,
	};
	struct err err;

	if (store_question_count(
		state->desk->store, &filter, &state->fitting, &err) != 0)
		state->fitting = 0;
}

static void
setup_close(void *data)
{
	struct setup_state *state = data;

	names_release(&state->rounds);
	names_release(&state->companies);
	names_release(&state->levels);
	free(state->next_label);
}

/* Another one after a session that was started from here. */
static int
load_suggestion(struct setup_state *state, struct instant now, struct err *err)
{
	struct store *store = state->desk->store;
	char *label;

	if (store_suggest_round(store, now, &state->next, err) != 0 ||
	    store_round_label(store, state->next.round, &label, err) != 0)
		return -1;
	free(state->next_label);
	state->next_label = label;
	return 0;
}

static int
load(struct setup_state *state, struct instant now, struct err *err)
{
	struct store *store = state->desk->store;

	if (store_names(store, NAMES_ROUNDS_IN_USE, &state->rounds, err) != 0 ||
	    store_names(store, NAMES_COMPANIES, &state->companies, err) != 0 ||
	    store_names(store, NAMES_LEVELS, &state->levels, err) != 0)
		return -1;
	return load_suggestion(state, now, err);
}

static void
look_again(struct setup_state *state, struct instant now)
{
	struct err err = {0};

	load_suggestion(state, now, &err);
	snprintf(state->notice, sizeof(state->notice), "%s", err.text);
	count_fitting(state);
}

static int
setup_open(void *data, void *desk, const void *arg, const struct event *event,
    struct err *err)
{
	struct setup_state *state = data;

	state->desk = desk;
	state->enters = arg != NULL ? REPLACE : PUSH;
	if (load(state, event->now, err) != 0) {
		setup_close(state);
		return -1;
	}
	state->choice[ROW_PROBES] = state->desk->probes;
	state->choice[ROW_INTERRUPTED] = state->desk->interrupted;
	count_fitting(state);
	list_fit(&state->list, ROW_COUNT, frame_rows(event->rows));
	return 0;
}

static struct outcome
start(struct setup_state *state)
{
	const int *choice = state->choice;

	state->plan = (struct plan){
	    .round = chosen(&state->rounds, choice[ROW_ROUND]),
	    .company = chosen_company(state),
	    .level = chosen(&state->levels, choice[ROW_LEVEL]),
	    .questions = choice[ROW_QUESTIONS],
	    .seconds = limits_s[choice[ROW_LIMIT]],
	    .think_s = thinks_s[choice[ROW_THINK]],
	    .probes = choice[ROW_PROBES],
	    .has_mode = choice[ROW_MODE] > 0,
	    .mode = modes[choice[ROW_MODE]],
	    .strict = choice[ROW_STRICT] == 1,
	    .interrupted = choice[ROW_INTERRUPTED] == 1,
	};
	return (struct outcome){
	    .kind = state->enters,
	    .screen = &start_screen,
	    .arg = &state->plan,
	};
}

static void
change(struct setup_state *state, int by)
{
	int row = state->list.selected, n = choices_of(state, row);

	if (n == 0)
		return;
	state->choice[row] = (state->choice[row] + by + n) % n;
	count_fitting(state);
}

/* A click on the selected row changes it: starting has the clock run. */
static int
setup_mouse(void *data, const struct event *event)
{
	struct setup_state *state = data;
	struct area area = frame_body(event->rows, event->cols);

	layout_bottom(&area, FITTING_ROWS);
	return list_mouse(&state->list, event, area) != 0 ? K_RIGHT : 0;
}

static struct outcome
setup_event(void *data, const struct event *event)
{
	struct setup_state *state = data;
	int rows = frame_rows(event->rows) - FITTING_ROWS;

	if (event->kind == EVENT_RESUME)
		look_again(state, event->now);
	if (event->kind == EVENT_KEY) {
		state->notice[0] = '\0';
		switch ((enum action)keymap_action(setup_keys, event->key)) {
		case START:
			return start(state);
		case BACK:
			return OUTCOME_POP;
		case LESS:
			change(state, -1);
			break;
		case MORE:
			change(state, 1);
			break;
		case MOVE:
		case NO_ACTION:
			list_key(&state->list, event->key, rows);
			break;
		}
	}
	list_fit(&state->list, ROW_COUNT, rows);
	return OUTCOME_STAY;
}

static void
seconds_text(int seconds, const char *otherwise, char *out, size_t size)
{
	char clock[DATE_SIZE];

	date_clock(clock, seconds);
	snprintf(out, size, "%s", seconds > 0 ? clock : otherwise);
}

static void
choice_text(const struct setup_state *state, int row, char *out, size_t size)
{
	int choice = state->choice[row];

	switch ((enum row)row) {
	case ROW_ROUND:
		snprintf(out, size, "%s%s", choice == 0 ? "suggested: " : "",
		    choice == 0 ? state->next_label
				: state->rounds.labels[choice - 1]);
		break;
	case ROW_COMPANY:
		snprintf(out, size, "%s",
		    state->companies.n > 0 ? state->companies.labels[choice]
					   : "any");
		break;
	case ROW_LEVEL:
		snprintf(out, size, "%s",
		    choice == 0 ? "any" : state->levels.labels[choice - 1]);
		break;
	case ROW_QUESTIONS:
		if (choice == 0)
			snprintf(out, size, "as usual for the round");
		else
			snprintf(out, size, "%d", choice);
		break;
	case ROW_LIMIT:
		seconds_text(limits_s[choice], "the question's", out, size);
		break;
	case ROW_THINK:
		seconds_text(thinks_s[choice],
		    thinks_s[choice] < 0 ? "the round's" : "none", out, size);
		break;
	case ROW_PROBES:
		snprintf(out, size, "%d after each answer", choice);
		break;
	case ROW_MODE:
		snprintf(out, size, "%s",
		    choice == 0 ? "as usual for the round"
				: mode_name(modes[choice]));
		break;
	case ROW_STRICT:
		snprintf(out, size, "%s",
		    choice ? "yes: the text locks at zero"
			   : "no: overtime is measured");
		break;
	case ROW_INTERRUPTED:
		snprintf(out, size, "%s",
		    choice ? "yes: the interviewer cuts in once"
			   : "no: you are left to speak");
		break;
	case ROW_COUNT:
		break;
	}
}

static void
draw_row(const void *data, int i, struct surface *surface, struct area area,
    enum role role)
{
	const struct setup_state *state = data;
	char text[128];

	if (i < 0 || i >= ROW_COUNT)
		return;
	choice_text(state, i, text, sizeof(text));
	surface_textf(surface, area.row, area.col, area.cols, role,
	    "%-12s < %s >", row_labels[i], text);
}

static void
setup_draw(const void *data, struct surface *surface, struct instant now)
{
	const struct setup_state *state = data;
	struct area body =
	    frame_draw(surface, "Choose a session", NULL, ROLE_DIM, setup_keys);

	(void)now;
	surface_textf(surface, body.row + body.rows - 1, 0, body.cols,
	    state->fitting > 0 ? ROLE_DIM : ROLE_WARN,
	    state->fitting == 1 ? "%d question fits" : "%d questions fit%s",
	    state->fitting,
	    state->fitting == 0 ? ": widen round, company or level" : "");
	body.rows -= FITTING_ROWS;
	if (body.rows > 0)
		list_draw(&state->list, surface, body, draw_row, state);
	frame_notice(surface, state->notice);
}

const struct screen setup_screen = {
    .name = "setup",
    .about = "Choose what to practise; left and right change a row.",
    .state_size = sizeof(struct setup_state),
    .keys = setup_keys,
    .open = setup_open,
    .draw = setup_draw,
    .event = setup_event,
    .mouse = setup_mouse,
    .close = setup_close,
};
