/* SPDX-License-Identifier: MIT */
/* An attempt against an earlier one: better or not, and what changed. */
#include <stdio.h>
#include <string.h>

#include "screens/desk.h"
#include "screens/frame.h"
#include "screens/marked.h"
#include "store/retake.h"

enum {
	WIDE_COLS = 100, /* from here the texts stand side by side */
	GUTTER_COLS = 3,
};

enum action { NO_ACTION, BACK, EARLIER, LATER, FIRST, SCROLL };

static const struct key_binding retake_keys[] = {
    {{K_ESC, 'q'}, BACK, "back", "go back"},
    {{'[', K_LEFT}, EARLIER, "earlier", "the pair of attempts before"},
    {{']', K_RIGHT}, LATER, "later", "the pair of attempts after"},
    {{'f'}, FIRST, "first",
	"compare with the first attempt, or with the one before"},
    FRAME_SCROLL_KEYS(SCROLL),
    {{0}, NO_ACTION, NULL, NULL},
};

struct retake_state {
	struct desk *desk;
	struct answer_row *rows; /* owned: every attempt, oldest first */
	int n;
	int at; /* the later one of the pair, from 1 */
	bool with_first;
	bool texts_differ;
	struct retake retake;
	struct marked both, old_text, new_text;
	int top;
};

/* The earlier one of the pair. */
static int
before(const struct retake_state *state)
{
	return state->with_first ? 0 : state->at - 1;
}

static void
forget_pair(struct retake_state *state)
{
	retake_release(&state->retake);
	marked_release(&state->both);
	marked_release(&state->old_text);
	marked_release(&state->new_text);
}

static void
compare_texts(struct retake_state *state)
{
	const char *old = state->rows[before(state)].answer.text;
	const char *new = state->rows[state->at].answer.text;
	struct diff diff;

	diff_words(&diff, old, strlen(old), new, strlen(new));
	state->texts_differ = diff.edits > 0;
	marked_init(&state->both, MARKED_BOTH, &diff, old, new);
	marked_init(&state->old_text, MARKED_OLD, &diff, old, new);
	marked_init(&state->new_text, MARKED_NEW, &diff, old, new);
	diff_release(&diff);
}

/* Compares the pair that is stepped to. */
static int
compare(struct retake_state *state, struct err *err)
{
	forget_pair(state);
	state->top = 0;
	compare_texts(state);
	return store_retake(state->desk->store, &state->rows[before(state)],
	    &state->rows[state->at], state->desk->private, &state->retake, err);
}

static int
load(struct retake_state *state, const char *id, struct err *err)
{
	struct store *store = state->desk->store;
	struct answer_row row;
	int rc = store_answer_get(store, id, &row, err);

	if (rc != 1)
		return rc < 0 ? -1 : fail(err, "no answer '%s'", id);
	rc = store_question_attempts(
	    store, row.answer.question_id, &state->rows, &state->n, err);
	answer_row_release(&row);
	if (rc != 0)
		return -1;
	for (state->at = state->n - 1; state->at > 0; state->at--)
		if (strcmp(state->rows[state->at].answer.id, id) == 0)
			return compare(state, err);
	state->at = state->n - 1;
	state->with_first = true;
	if (state->n > 1 && strcmp(state->rows[0].answer.id, id) == 0)
		return compare(state, err);
	return fail(err, "there is no other attempt at this question");
}

static void
retake_close(void *data)
{
	struct retake_state *state = data;

	forget_pair(state);
	answer_rows_free(state->rows, state->n);
}

static int
retake_open(void *data, void *desk, const void *arg, const struct event *event,
    struct err *err)
{
	struct retake_state *state = data;

	(void)event;
	state->desk = desk;
	state->both.text = state->old_text.text = state->new_text.text =
	    (struct str)STR_INIT;
	if (load(state, arg, err) != 0) {
		retake_close(state);
		return -1;
	}
	return 0;
}

static enum role
tone_role(enum retake_tone tone)
{
	switch (tone) {
	case RETAKE_PLAIN:
		return ROLE_TEXT;
	case RETAKE_BETTER:
		return ROLE_GOOD;
	case RETAKE_WORSE:
		return ROLE_BAD;
	case RETAKE_WEAK:
		return ROLE_WARN;
	}
	return ROLE_TEXT;
}

static void
draw_side_by_side(const struct retake_state *state, struct page *page)
{
	struct page left = *page, right = *page;

	left.area.cols = (page->area.cols - GUTTER_COLS) / 2;
	right.area.col += left.area.cols + GUTTER_COLS;
	right.area.cols -= left.area.cols + GUTTER_COLS;
	page_textf(&left, 0, ROLE_TITLE, "Attempt %d", before(state) + 1);
	page_textf(&right, 0, ROLE_TITLE, "Attempt %d", state->at + 1);
	marked_draw(&state->old_text, &left);
	marked_draw(&state->new_text, &right);
	page->row = left.row > right.row ? left.row : right.row;
}

static void
draw_texts(const struct retake_state *state, struct page *page)
{
	static const struct span legend[] = {
	    {.at = 0, .n = sizeof("[-gone-]") - 1, .role = ROLE_BAD},
	    {.at = sizeof("[-gone-]"),
		.n = sizeof("{+new+}") - 1,
		.role = ROLE_GOOD},
	};

	if (state->desk->private) {
		page_text(page, 0, ROLE_TEXT, "(hidden by --private)");
		return;
	}
	if (!state->texts_differ) {
		page_text(page, 0, ROLE_TEXT,
		    *state->new_text.text.s ? "The words are the same."
					    : "(no text)");
		return;
	}
	page_spans(page, 0, ROLE_DIM, "[-gone-] {+new+}", legend,
	    sizeof(legend) / sizeof(legend[0]));
	if (page->area.cols >= WIDE_COLS)
		draw_side_by_side(state, page);
	else
		marked_draw(&state->both, page);
}

static void
draw_page(const void *data, struct page *page)
{
	const struct retake_state *state = data;

	for (size_t i = 0; i < state->retake.n; i++) {
		const struct retake_line *line = &state->retake.lines[i];

		if (*line->text == '\0')
			page_gap(page);
		else
			page_text(page, 0, tone_role(line->tone), line->text);
	}
	page_gap(page);
	draw_texts(state, page);
	page_gap(page);
	page_text(page, 0, ROLE_DIM, state->rows[state->at].answer.prompt);
}

static void
retake_draw(const void *data, struct surface *surface, struct instant now)
{
	const struct retake_state *state = data;
	char title[64], right[32];
	struct area body;
	struct page page;

	(void)now;
	snprintf(title, sizeof(title), "Retake: attempt %d against %d",
	    state->at + 1, before(state) + 1);
	snprintf(right, sizeof(right), "%d attempts", state->n);
	body = frame_draw(surface, title, right, ROLE_DIM, retake_keys);
	page = page_begin(surface, body, state->top);
	draw_page(state, &page);
}

/* Goes to another pair; one that can't be read leaves the screen. */
static struct outcome
step(struct retake_state *state, int at, bool with_first)
{
	struct err err = {0};

	if (at < 1 || at >= state->n)
		return OUTCOME_STAY;
	state->at = at;
	state->with_first = with_first;
	return compare(state, &err) == 0 ? OUTCOME_STAY : OUTCOME_POP;
}

static struct outcome
retake_event(void *data, const struct event *event)
{
	struct retake_state *state = data;

	if (event->kind != EVENT_KEY)
		return OUTCOME_STAY;
	switch ((enum action)keymap_action(retake_keys, event->key)) {
	case BACK:
		return OUTCOME_POP;
	case EARLIER:
		return step(state, state->at - 1, state->with_first);
	case LATER:
		return step(state, state->at + 1, state->with_first);
	case FIRST:
		return step(state, state->at, !state->with_first);
	case SCROLL:
	case NO_ACTION:
		page_key(&state->top, event->key,
		    page_rows(draw_page, state, event->cols),
		    frame_rows(event->rows));
		break;
	}
	return OUTCOME_STAY;
}

const struct screen retake_screen = {
    .name = "retake",
    .about = "An attempt against an earlier one: what rose, what stayed weak, "
	     "and the words that changed.",
    .state_size = sizeof(struct retake_state),
    .keys = retake_keys,
    .open = retake_open,
    .draw = retake_draw,
    .event = retake_event,
    .close = retake_close,
};
