/* SPDX-License-Identifier: MIT */
/* Two parts of the history side by side, a signal a row. */
#include <stdio.h>

#include "base/csv.h"
#include "base/number.h"
#include "screens/contrast_side.h"
#include "screens/export_here.h"
#include "screens/frame.h"
#include "tui/layout.h"
#include "tui/list.h"

enum action { NO_ACTION, KIND, LEFT, RIGHT, EXPORT, BACK, MOVE };

static const struct key_binding contrast_keys[] = {
    {{'\t'}, KIND, "what", "compare periods, rounds, levels, attempts"},
    {{'a'}, LEFT, "left", "the next period, round or level at the left"},
    {{'b'}, RIGHT, "right", "the next one at the right"},
    REVIEWING_KEYS,
    {{'e'}, EXPORT, "export", "export the comparison as CSV"},
    {{K_ESC, 'q'}, BACK, "back", "go back"},
    FRAME_LIST_KEYS(MOVE),
    {{0}, NO_ACTION, NULL, NULL},
};

enum {
	HEAD_ROWS = 3,
	LABEL_COLS = 20,
	SIDE_COLS = 15,
	SIDE_TEXT = 32,
	BY_COLS = 7,
	WIDE_COLS = LABEL_COLS + 2 * SIDE_COLS + BY_COLS + 12,
	NARROW_LABEL = 16, /* where only the numbers fit beside it */
	NARROW_SIDE = 5,
	SENTENCE = 160,
};

static const char *const titles[CONTRAST_KINDS] = {
    [CONTRAST_PERIODS] = "Compare two periods",
    [CONTRAST_ROUNDS] = "Compare two rounds",
    [CONTRAST_LEVELS] = "Compare two levels",
    [CONTRAST_ATTEMPTS] = "Compare first and latest attempts",
};

/* Where there is no room for contrast_word(). */
static const char *const short_words[] = {
    [CONTRAST_FEW] = "few",
    [CONTRAST_NOISE] = "~",
    [CONTRAST_HIGHER] = "up",
    [CONTRAST_LOWER] = "down",
};

struct contrast_state {
	struct reviewing *shared; /* the review's */
	struct contrast_choice choice;
	struct contrast_rows rows;
	struct list list;
};

static int
list_rows(int rows)
{
	int left = frame_rows(rows) - HEAD_ROWS;

	return left > 1 ? left : 1;
}

static void
load(struct contrast_state *state, const struct event *event)
{
	struct reviewing *shared = state->shared;
	struct err err = {0};

	contrast_release(&state->rows);
	if (contrast_load(
		shared, &state->choice, event->now, &state->rows, &err) != 0)
		snprintf(
		    shared->notice, sizeof(shared->notice), "%s", err.text);
	list_fit(&state->list, state->rows.n, list_rows(event->rows));
}

static int
contrast_open(void *data, void *desk, const void *arg,
    const struct event *event, struct err *err)
{
	struct contrast_state *state = data;

	(void)desk;
	(void)err;
	/* The review stands below this screen and outlives it. */
	state->shared = *(struct reviewing *const *)arg;
	state->shared->notice[0] = '\0';
	load(state, event);
	return 0;
}

static void
contrast_close(void *data)
{
	struct contrast_state *state = data;

	contrast_release(&state->rows);
}

/* The first two there are. */
static void
next_kind(struct contrast_state *state)
{
	state->choice = (struct contrast_choice){
	    .kind = (state->choice.kind + 1) % CONTRAST_KINDS,
	};
	if (state->choice.kind != CONTRAST_PERIODS)
		contrast_next(state->shared, &state->choice, 1);
	state->list = (struct list){0};
}

static void
write_rows(const void *arg, FILE *to)
{
	const struct contrast_rows *rows = arg;

	fputs("signal,side_a,n_a,mean_a,side_b,n_b,mean_b,difference,low,"
	      "high,verdict\r\n",
	    to);
	for (int i = 0; i < rows->n; i++) {
		const struct contrast_row *row = &rows->rows[i];
		const struct contrast *contrast = &row->contrast;
		double numbers[] = {
		    contrast->by, contrast->low, contrast->high};
		char text[NUMBER_SIZE];

		csv_write_text(
		    to, row->signal != NULL ? row->signal : "overall", false);
		for (int side = 0; side < CONTRAST_SIDES; side++) {
			fputc(',', to);
			csv_write_text(to, rows->sides[side], false);
			number_text(text, row->sides[side].mean);
			fprintf(to, ",%d,%s", row->sides[side].n,
			    row->sides[side].n > 0 ? text : "");
		}
		for (int k = 0; k < 3; k++) {
			number_text(text, numbers[k]);
			fprintf(to, ",%s",
			    contrast->verdict == CONTRAST_FEW ? "" : text);
		}
		fprintf(to, ",%s\r\n", contrast_word(contrast->verdict));
	}
}

static void
export_shown(struct contrast_state *state, struct instant now)
{
	struct reviewing *shared = state->shared;
	char path[EXPORT_PATH_SIZE];
	struct err err = {0};
	int done = export_rows_here(
	    "comparison", now, write_rows, &state->rows, path, &err);

	export_notice(shared->notice, sizeof(shared->notice), done, path, &err);
}

static struct outcome
on_key(struct contrast_state *state, const struct event *event)
{
	int action = keymap_action(contrast_keys, event->key);

	state->shared->notice[0] = '\0';
	if (reviewing_key(state->shared, action, event->now)) {
		load(state, event);
		return OUTCOME_STAY;
	}
	switch ((enum action)action) {
	case KIND:
		next_kind(state);
		load(state, event);
		break;
	case LEFT:
	case RIGHT:
		contrast_next(state->shared, &state->choice, action == RIGHT);
		load(state, event);
		break;
	case EXPORT:
		export_shown(state, event->now);
		break;
	case BACK:
		return OUTCOME_POP;
	case MOVE:
	case NO_ACTION:
		list_key(&state->list, event->key, list_rows(event->rows));
		break;
	}
	return OUTCOME_STAY;
}

static struct outcome
contrast_event(void *data, const struct event *event)
{
	struct contrast_state *state = data;
	struct outcome outcome = OUTCOME_STAY;

	if (event->kind == EVENT_KEY) {
		outcome = on_key(state, event);
	} else if (event->kind == EVENT_TICK) {
		reviewing_tick(state->shared);
		if (state->shared->reader.done)
			load(state, event);
	}
	list_fit(&state->list, state->rows.n, list_rows(event->rows));
	return outcome;
}

static int64_t
contrast_deadline(const void *data, struct instant now)
{
	const struct contrast_state *state = data;

	return reviewing_deadline(state->shared, now);
}

static enum role
word_role(enum contrast_verdict verdict, enum role row)
{
	if (row == ROLE_SELECTED)
		return row;
	switch (verdict) {
	case CONTRAST_HIGHER:
		return ROLE_GOOD;
	case CONTRAST_LOWER:
		return ROLE_WARN;
	case CONTRAST_FEW:
	case CONTRAST_NOISE:
		break;
	}
	return ROLE_DIM;
}

static void
side_text(const struct sample *side, bool wide, char out[SIDE_TEXT])
{
	if (side->n == 0)
		snprintf(out, SIDE_TEXT, "   -");
	else if (wide)
		snprintf(out, SIDE_TEXT, "%.2f (n %d)", side->mean, side->n);
	else
		snprintf(out, SIDE_TEXT, "%.2f", side->mean);
}

/* Without its count where there is no room for it. */
static void
draw_row(const void *data, int i, struct surface *surface, struct area area,
    enum role role)
{
	const struct contrast_state *state = data;
	const struct contrast_row *row = &state->rows.rows[i];
	bool wide = area.cols >= WIDE_COLS - LIST_MARK;
	char text[SIDE_TEXT];
	struct area cell = layout_left(&area, wide ? LABEL_COLS : NARROW_LABEL);

	surface_text_cut(
	    surface, cell.row, cell.col, cell.cols - 1, role, row->label);
	for (int side = 0; side < CONTRAST_SIDES; side++) {
		side_text(&row->sides[side], wide, text);
		cell = layout_left(&area, wide ? SIDE_COLS : NARROW_SIDE);
		surface_text(
		    surface, cell.row, cell.col, cell.cols, role, text);
	}
	if (row->sides[0].n > 0 && row->sides[1].n > 0)
		surface_textf(surface, area.row, area.col, BY_COLS, role,
		    "%+.2f", row->contrast.by);
	layout_left(&area, BY_COLS);
	surface_text_cut(surface, area.row, area.col, area.cols,
	    word_role(row->contrast.verdict, role),
	    wide ? contrast_word(row->contrast.verdict)
		 : short_words[row->contrast.verdict]);
}

/* The overalls, in words. */
static void
draw_sentence(const struct contrast_state *state, struct surface *surface,
    struct area area)
{
	const struct contrast_row *overall = &state->rows.rows[0];
	char text[SENTENCE];

	if (overall->contrast.verdict == CONTRAST_FEW)
		snprintf(text, sizeof(text),
		    "%s against %s: too few to tell (%d each tell).",
		    state->rows.sides[1], state->rows.sides[0],
		    state->shared->rules->trend_sessions);
	else
		snprintf(text, sizeof(text),
		    "%s against %s: %s, %+.2f to %+.2f.", state->rows.sides[1],
		    state->rows.sides[0],
		    contrast_word(overall->contrast.verdict),
		    overall->contrast.low, overall->contrast.high);
	surface_text_cut(surface, area.row, area.col, area.cols,
	    word_role(overall->contrast.verdict, ROLE_TEXT), text);
}

static void
draw_head(const struct contrast_state *state, struct surface *surface,
    struct area area)
{
	bool wide = area.cols >= WIDE_COLS;
	struct area cell;

	draw_sentence(state, surface, layout_top(&area, 1));
	reviewing_draw_filters(state->shared, surface, layout_top(&area, 1));
	area = layout_top(&area, 1);
	layout_left(&area, LIST_MARK);
	cell = layout_left(&area, wide ? LABEL_COLS : NARROW_LABEL);
	surface_text_cut(
	    surface, cell.row, cell.col, cell.cols - 1, ROLE_KEY, "signal");
	for (int side = 0; side < CONTRAST_SIDES; side++) {
		cell = layout_left(&area, wide ? SIDE_COLS : NARROW_SIDE);
		surface_text_cut(surface, cell.row, cell.col, cell.cols - 1,
		    ROLE_KEY, state->rows.sides[side]);
	}
	surface_text_cut(surface, area.row, area.col, area.cols, ROLE_KEY,
	    wide ? "change" : "by");
}

static void
contrast_draw(const void *data, struct surface *surface, struct instant now)
{
	static const char *const none[] = {
	    "Nothing to compare here.",
	    "Tab compares something else, a and b change the two sides.",
	    NULL,
	};
	const struct contrast_state *state = data;
	char reading[REVIEWING_TEXT];
	struct area body = frame_draw(surface, titles[state->choice.kind],
	    reviewing_progress(state->shared, reading), ROLE_DIM,
	    contrast_keys);

	(void)now;
	if (!layout_shows(body) || state->rows.n == 0)
		return;
	draw_head(state, surface, layout_top(&body, HEAD_ROWS));
	if (state->rows.n == 1)
		frame_empty(surface, body, none);
	else
		list_draw(&state->list, surface, body, draw_row, state);
	frame_notice(surface, state->shared->notice);
}

const struct screen contrast_screen = {
    .name = "contrast",
    .about = "Two periods, rounds or levels side by side, or first attempts "
	     "and the latest ones.",
    .state_size = sizeof(struct contrast_state),
    .keys = contrast_keys,
    .open = contrast_open,
    .draw = contrast_draw,
    .event = contrast_event,
    .deadline = contrast_deadline,
    .close = contrast_close,
};
