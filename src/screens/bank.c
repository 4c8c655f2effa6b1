/* SPDX-License-Identifier: MIT */
/* The question bank: browse, search, practise, change. */
#include "screens/bank.h"

#include <stdlib.h>
#include <string.h>

#include "screens/frame.h"
#include "store/search.h"
#include "store/unfinished.h"

enum { SECOND_MS = 1000 };

const struct key_binding bank_keys[] = {
    {{'\n', 'p', 's'}, BANK_START, "practise",
	"answer this question now, or a round of those that are marked"},
    {{' '}, BANK_MARK, "mark",
	"mark the question for a round, or not any more"},
    {{'e'}, BANK_EDIT, "edit", "edit the question; its history stays"},
    {{'a'}, BANK_ADD, "add", "add a question"},
    {{'d', K_DELETE}, BANK_RETIRE, "retire",
	"ask the question no more; again: bring it back"},
    {{'u'}, BANK_UNDO, "undo",
	"undo the last change since the bank was opened"},
    {{'h'}, BANK_ATTEMPTS, "history", "the answers to the question so far"},
    {{'i'}, BANK_IMPORT, NULL, "bring in questions from a CSV file"},
    BROWSER_KEYS,
    {{'n'}, BANK_BY_STATE, NULL,
	"show the next state only: in use, retired, never asked, due"},
    {{'m'}, BANK_BY_ORIGIN, NULL, "show what is shipped only, or mine"},
    {{'t'}, BANK_BY_TAG, NULL,
	"show one tag only: type a part of it, or choose"},
    {{'y'}, BANK_COPY, NULL, "copy the question as a new one"},
    {{'o'}, BANK_SHIPPED, NULL, "give the question its shipped wording back"},
    FRAME_LIST_KEYS(BROWSER_MOVE),
    {{0}, BANK_NO_ACTION, NULL, NULL},
};

static void
release_window(struct bank_state *state)
{
	for (int i = 0; i < state->n; i++)
		question_release(&state->questions[i]);
	state->n = 0;
}

static int
load_window(void *data, const struct store_filter *filter, int from, int *n,
    struct err *err)
{
	struct bank_state *state = data;
	int rc;

	release_window(state);
	rc = store_question_window(state->browser.desk->store, filter, from,
	    BROWSER_WINDOW, state->questions, &state->n, err);
	*n = state->n;
	return rc;
}

static void
narrow(const void *data, struct store_filter *filter)
{
	const struct bank_state *state = data;

	bank_filter_narrow(&state->own, filter);
}

static void
tell(const void *data, bool brief, char *out, size_t size)
{
	const struct bank_state *state = data;

	bank_filter_tell(&state->own, brief, out, size);
}

static const struct browser_source source = {
    .noun = "question",
    .count = store_question_count,
    .load = load_window,
    .going = store_questions_going,
    .search_on = store_questions_on,
    .narrow = narrow,
    .tell = tell,
};

static int
list_rows(const struct event *event)
{
	struct area detail;
	int rows = bank_list_area(event->rows, event->cols, &detail).rows;

	return rows > 1 ? rows : 1;
}

static void
release(struct bank_state *state)
{
	release_window(state);
	bank_filter_release(&state->own);
	bank_tags_release(&state->tags);
	bank_marks_release(&state->marks);
	changes_release(&state->changes);
	free(state->attempts_of);
}

/* What was being written when the program was ended. */
static void
tell_unfinished(struct bank_state *state)
{
	static const char copy[] = "copy ";
	struct str text = STR_INIT;
	struct err ignored;
	char *key;

	if (store_unfinished_any(state->browser.desk->store, &key, &ignored) !=
	    1)
		return;
	str_add(&text, "a question was left unfinished: ");
	if (*key == '\0')
		str_add(&text, "a goes on with it");
	else if (strncmp(key, copy, sizeof(copy) - 1) == 0)
		str_addf(&text, "y on %s", key + sizeof(copy) - 1);
	else
		str_addf(&text, "e on %s", key);
	browser_say(&state->browser, text.s);
	str_release(&text);
	free(key);
}

static int
bank_open(void *data, void *desk, const void *arg, const struct event *event,
    struct err *err)
{
	struct bank_state *state = data;

	bank_filter_init(&state->own, arg, event->now.wall_ms / SECOND_MS);
	bank_tags_init(&state->tags);
	if (browser_open(&state->browser, &source, state, desk, arg,
		list_rows(event), err) == 0) {
		tell_unfinished(state);
		return 0;
	}
	release(state);
	return -1;
}

static void
bank_close(void *data)
{
	struct bank_state *state = data;

	release(state);
	browser_release(&state->browser);
}

const struct question *
bank_selected(const struct bank_state *state)
{
	int at = browser_selected(&state->browser);

	return at >= 0 ? &state->questions[at] : NULL;
}

/* True while the tag is being chosen. */
static bool
take_tag(struct bank_state *state, const struct event *event, int rows)
{
	struct bank_tags *tags = &state->tags;

	if (!tags->ask.open ||
	    (event->kind != EVENT_KEY && event->kind != EVENT_PASTE))
		return false;
	if (bank_tags_event(tags, event, rows) == ASKED_DONE) {
		bank_filter_set_tag(&state->own, bank_tags_chosen(tags));
		browser_reload(&state->browser, rows);
	}
	return true;
}

static struct outcome
bank_event(void *data, const struct event *event)
{
	struct bank_state *state = data;
	int rows = list_rows(event);
	struct outcome outcome;

	if (take_tag(state, event, rows))
		return OUTCOME_STAY;
	if (browser_event(&state->browser, bank_keys, event, rows, &outcome)) {
		if (event->kind == EVENT_RESUME)
			bank_resume(state, rows);
		return outcome;
	}
	return bank_act(state,
	    (enum bank_action)keymap_action(bank_keys, event->key), rows);
}

static int
bank_mouse(void *data, const struct event *event)
{
	struct bank_state *state = data;
	struct area detail;

	if (state->tags.ask.open)
		return 0;
	return browser_mouse(&state->browser, event,
	    bank_list_area(event->rows, event->cols, &detail));
}

static int64_t
bank_deadline(const void *data, struct instant now)
{
	const struct bank_state *state = data;

	return browser_deadline(&state->browser, now);
}

static bool
bank_takes_text(const void *data)
{
	const struct bank_state *state = data;

	return state->browser.searching || state->tags.ask.open;
}

const struct screen bank_screen = {
    .name = "bank",
    .about = "The question bank: browse, search, practise, change.",
    .state_size = sizeof(struct bank_state),
    .keys = bank_keys,
    .open = bank_open,
    .draw = bank_draw,
    .event = bank_event,
    .mouse = bank_mouse,
    .takes_text = bank_takes_text,
    .deadline = bank_deadline,
    .close = bank_close,
};
