/* SPDX-License-Identifier: MIT */
/* What was just rated, beside what was hidden: then and now, the reference
 * and you, you and a peer. */
#include <stdlib.h>

#include "core/calibration.h"
#include "screens/frame.h"
#include "screens/rate_kept.h"
#include "tui/spread.h"

enum action { NO_ACTION, BACK, SCROLL };

static const struct key_binding compare_keys[] = {
    {{'\n', K_ESC, 'q'}, BACK, "go on", "go back"},
    FRAME_SCROLL_KEYS(SCROLL),
    {{0}, NO_ACTION, NULL, NULL},
};

enum {
	WIDE_COLS = 76, /* from here the words stand in the signal's row */
	LABEL_COLS = 24,
	SCORE_COLS = 12, /* of each of the two */
};

struct compare_state {
	struct subject subject;
	struct comparison comparison;
	int top;
};

static void
compare_close(void *data)
{
	struct compare_state *state = data;

	comparison_release(&state->comparison);
	subject_release(&state->subject);
}

static int
compare_open(void *data, void *desk, const void *arg, const struct event *event,
    struct err *err)
{
	struct compare_state *state = data;
	struct store *store = ((struct desk *)desk)->store;
	const struct rate_kept *kept = arg;

	(void)event;
	if (store_subject(store, kept->way->kind, kept->rater, kept->id,
		&state->subject, err) != 0)
		return -1;
	if (store_compare(store, &state->subject, &state->comparison, err) !=
	    0) {
		compare_close(state);
		return -1;
	}
	return 0;
}

/* What the two columns are. */
struct columns {
	const char *title, *from, *to;
};

static struct columns
columns_of(const struct subject *subject)
{
	switch (subject->kind) {
	case SUBJECT_PEER:
		return (struct columns){
		    "You and a peer", "you", subject->rater};
	case SUBJECT_CALIBRATION:
		return (struct columns){
		    "The reference and you", "reference", "you"};
	case SUBJECT_COLD:
	case SUBJECT_SELF:
		break;
	}
	return (struct columns){"Then and now", "then", "now"};
}

static void
draw_head(const struct compare_state *state, struct page *page)
{
	struct columns columns = columns_of(&state->subject);
	int row = page_row(page), col = page->area.col + LABEL_COLS;

	if (row < 0)
		return;
	surface_text_cut(
	    page->surface, row, col, SCORE_COLS - 1, ROLE_KEY, columns.from);
	surface_text_cut(page->surface, row, col + SCORE_COLS, SCORE_COLS - 1,
	    ROLE_KEY, columns.to);
}

/* A rating that there is not is a dash. */
static void
draw_scores(struct page *page, const char *label, int from, int to)
{
	int row = page_row(page), col = page->area.col;
	const int scores[] = {from, to};

	if (row < 0)
		return;
	surface_text_cut(
	    page->surface, row, col, LABEL_COLS - 1, ROLE_TEXT, label);
	for (int i = 0; i < 2; i++) {
		char text[] = {"-12345"[scores[i]], '\0'};

		surface_text(page->surface, row,
		    col + LABEL_COLS + i * SCORE_COLS, SCORE_COLS, ROLE_TITLE,
		    text);
	}
}

/* Beside the scores where there is room, else under them. */
static void
draw_difference(const struct compare_state *state, struct page *before,
    struct page *page, int from, int to)
{
	bool wide = page->area.cols >= WIDE_COLS;
	int col = LABEL_COLS + 2 * SCORE_COLS;
	enum role role = from == to ? ROLE_GOOD : ROLE_WARN;
	char text[DRIFT_WORDS];
	int row;

	if (from == 0 || to == 0)
		return;
	drift_pair_text(text, state->comparison.of, from, to);
	if (!wide) {
		page_text(page, 2, role, text);
		return;
	}
	row = page_row(before);
	if (row >= 0)
		surface_text_cut(page->surface, row, page->area.col + col,
		    page->area.cols - col, role, text);
}

static void
draw_signal(const struct compare_state *state, struct page *page, int i)
{
	const struct comparison *comparison = &state->comparison;
	const struct signal_spec *signal = &comparison->rubric->signals[i];
	char *why = calibration_why(comparison->why, signal->key);
	struct page before = *page;

	draw_scores(
	    page, signal->label, comparison->from[i], comparison->to[i]);
	draw_difference(
	    state, &before, page, comparison->from[i], comparison->to[i]);
	if (*why != '\0')
		page_text(page, 2, ROLE_DIM, why);
	free(why);
}

static void
draw_sum(const struct compare_state *state, struct page *page)
{
	struct drift drift = comparison_drift(&state->comparison);
	char text[DRIFT_WORDS];

	if (drift.n == 0)
		return;
	drift_mean_text(text, state->comparison.of, &drift);
	page_gap(page);
	page_textf(page, 0, ROLE_TITLE, "Over all: %s, %.2f apart.", text,
	    drift_spread(&drift));
}

static void
draw_compared(const void *data, struct page *page)
{
	const struct compare_state *state = data;

	draw_head(state, page);
	for (size_t i = 0; i < state->comparison.rubric->n; i++)
		draw_signal(state, page, (int)i);
	draw_sum(state, page);
}

static void
draw_text(const void *data, struct page *page)
{
	const struct compare_state *state = data;

	page_text(page, 0, ROLE_ACCENT, state->subject.prompt);
	page_text(page, 0, ROLE_DIM,
	    *state->subject.text != '\0' ? state->subject.text : "(no text)");
}

static const struct spread spread = {draw_compared, draw_text};

static struct outcome
compare_event(void *data, const struct event *event)
{
	struct compare_state *state = data;

	if (event->kind != EVENT_KEY)
		return OUTCOME_STAY;
	if (keymap_action(compare_keys, event->key) == BACK)
		return OUTCOME_POP;
	page_key(&state->top, event->key,
	    spread_rows(&spread, state, event->cols), frame_rows(event->rows));
	return OUTCOME_STAY;
}

static void
compare_draw(const void *data, struct surface *surface, struct instant now)
{
	const struct compare_state *state = data;
	struct area body = frame_draw(surface,
	    columns_of(&state->subject).title, NULL, ROLE_DIM, compare_keys);

	(void)now;
	surface_caret(surface, body.row, 0);
	spread_draw(&spread, state, surface, body, state->top);
}

const struct screen compare_screen = {
    .name = "comparison",
    .about = "What you just rated, beside the scores that were hidden.",
    .state_size = sizeof(struct compare_state),
    .keys = compare_keys,
    .open = compare_open,
    .draw = compare_draw,
    .event = compare_event,
    .close = compare_close,
};
