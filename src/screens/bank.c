/* SPDX-License-Identifier: MIT */
/* The question bank: browse, search, practise, change. */
#include "screens/bank.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "screens/attempts.h"
#include "screens/frame.h"

enum action {
	NO_ACTION,
	START,
	MARK,
	ADD,
	EDIT,
	COPY,
	RETIRE,
	UNDO,
	SHIPPED,
	ATTEMPTS,
	BY_STATE,
	BY_ORIGIN,
	BY_TAG,
};

enum { SECOND_MS = 1000 };

const struct key_binding bank_keys[] = {
    {{'\n', 'p', 's'}, START, "practise",
	"answer this question now, or a round of those that are marked"},
    {{' '}, MARK, "mark", "mark the question for a round, or not any more"},
    {{'e'}, EDIT, "edit", "edit the question; its history stays"},
    {{'a'}, ADD, "add", "add a question"},
    {{'d', K_DELETE}, RETIRE, "retire",
	"ask the question no more; again: bring it back"},
    {{'u'}, UNDO, "undo", "undo the last change since the bank was opened"},
    {{'h'}, ATTEMPTS, "history", "the answers to the question so far"},
    BROWSER_KEYS,
    {{'n'}, BY_STATE, NULL,
	"show the next state only: in use, retired, never asked, due"},
    {{'m'}, BY_ORIGIN, NULL, "show what is shipped only, or mine"},
    {{'t'}, BY_TAG, NULL, "show one tag only; Enter ends typing"},
    {{'y'}, COPY, NULL, "copy the question as a new one"},
    {{'o'}, SHIPPED, NULL, "give the question its shipped wording back"},
    FRAME_LIST_KEYS(BROWSER_MOVE),
    {{0}, NO_ACTION, NULL, NULL},
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
	bank_marks_release(&state->marks);
	changes_release(&state->changes);
	free(state->attempts_of);
}

static int
bank_open(void *data, void *desk, const void *arg, const struct event *event,
    struct err *err)
{
	struct bank_state *state = data;

	bank_filter_init(&state->own, arg, event->now.wall_ms / SECOND_MS);
	if (browser_open(&state->browser, &source, state, desk, arg,
		list_rows(event), err) == 0)
		return 0;
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

/* What is marked, else the selected question. */
static struct outcome
start(struct bank_state *state)
{
	const struct question *question = bank_selected(state);

	if (state->marks.n == 0 && question == NULL)
		return OUTCOME_STAY;
	state->plan = plan_default();
	if (state->marks.n == 0) {
		state->plan.question = question->id;
	} else {
		bank_marks_sort(&state->marks);
		state->plan.chosen = (const char *const *)state->marks.ids;
		state->plan.n_chosen = state->marks.n;
		state->practised = true;
	}
	state->plan.probes = state->browser.desk->probes;
	state->plan.interrupted = state->browser.desk->interrupted;
	return (struct outcome){
	    .kind = PUSH,
	    .screen = &start_screen,
	    .arg = &state->plan,
	};
}

static struct outcome
open_form(
    struct bank_state *state, const struct question *question, bool is_new)
{
	state->form = (struct question_form_arg){
	    .question = question,
	    .is_new = is_new,
	    .changes = &state->changes,
	};
	return (struct outcome){
	    .kind = PUSH,
	    .screen = &question_form_screen,
	    .arg = &state->form,
	};
}

static struct outcome
show_attempts(struct bank_state *state, const char *id)
{
	free(state->attempts_of);
	state->attempts_of = mem_text(id);
	return (struct outcome){
	    .kind = PUSH,
	    .screen = &attempts_screen,
	    .arg = state->attempts_of,
	};
}

/* The question that was changed last is selected where it is listed. */
static void
show_changed(struct bank_state *state, int rows)
{
	struct browser *browser = &state->browser;
	struct store_filter filter = browser_filter(browser);
	const struct question *question;
	char *id = state->changes.last_id;
	struct err err = {0};
	int place;

	if (id == NULL)
		return;
	state->changes.last_id = NULL;
	if (store_question_place(
		browser->desk->store, &filter, id, &place, &err) != 0) {
		browser_say(browser, err.text);
	} else {
		browser_select(browser, place, rows);
		question = bank_selected(state);
		if (question == NULL || strcmp(question->id, id) != 0)
			browser_say(browser, "kept; the filters leave it out");
	}
	free(id);
}

static void
tell_change(struct bank_state *state, int rc, int rows, const struct err *err,
    const char *done)
{
	show_changed(state, rows);
	browser_say(&state->browser, rc < 0 ? err->text : done);
}

static void
retire(struct bank_state *state, const struct question *question, int rows)
{
	bool retired = question_retired(question);
	struct err err = {0};
	int rc = changes_retire(
	    &state->changes, state->browser.desk->store, question, &err);

	tell_change(state, rc, rows, &err,
	    retired ? "the question is asked again"
		    : "retired: asked no more; d brings it back");
}

static void
give_shipped_back(
    struct bank_state *state, const struct question *question, int rows)
{
	struct err err = {0};
	int rc = changes_ship(
	    &state->changes, state->browser.desk->store, question, &err);

	tell_change(state, rc, rows, &err,
	    rc == 1 ? "the question is as it was shipped"
		    : "not shipped: there is no other wording");
}

static void
undo(struct bank_state *state, int rows)
{
	struct err err = {0};
	int rc =
	    changes_undo(&state->changes, state->browser.desk->store, &err);

	tell_change(state, rc, rows, &err, "undone");
}

static void
mark(struct bank_state *state, const struct question *question, int rows)
{
	if (bank_mark(&state->marks, question->id))
		list_key(&state->browser.list, K_DOWN, rows);
	else
		browser_say(&state->browser,
		    "a round has 20 questions at most; Enter starts it");
}

/* What is done with the selected question. */
static struct outcome
act_on(struct bank_state *state, const struct question *question,
    enum action action, int rows)
{
	switch (action) {
	case MARK:
		mark(state, question, rows);
		break;
	case EDIT:
		return open_form(state, question, false);
	case COPY:
		return open_form(state, question, true);
	case ATTEMPTS:
		return show_attempts(state, question->id);
	case RETIRE:
		retire(state, question, rows);
		break;
	case SHIPPED:
		give_shipped_back(state, question, rows);
		break;
	case NO_ACTION:
	case START:
	case ADD:
	case UNDO:
	case BY_STATE:
	case BY_ORIGIN:
	case BY_TAG:
		break;
	}
	return OUTCOME_STAY;
}

static struct outcome
act(struct bank_state *state, enum action action, int rows)
{
	const struct question *question = bank_selected(state);

	switch (action) {
	case START:
		return start(state);
	case ADD:
		return open_form(state, NULL, true);
	case UNDO:
		undo(state, rows);
		break;
	case BY_STATE:
		bank_filter_next_state(&state->own);
		browser_reload(&state->browser, rows);
		break;
	case BY_ORIGIN:
		bank_filter_next_origin(&state->own);
		browser_reload(&state->browser, rows);
		break;
	case BY_TAG:
		ask_line_begin(&state->own.ask);
		break;
	case NO_ACTION:
	case MARK:
	case EDIT:
	case COPY:
	case RETIRE:
	case SHIPPED:
	case ATTEMPTS:
		if (question != NULL)
			return act_on(state, question, action, rows);
		break;
	}
	return OUTCOME_STAY;
}

static void
resume(struct bank_state *state, int rows)
{
	if (state->practised)
		bank_marks_release(&state->marks);
	state->practised = false;
	show_changed(state, rows);
}

/* True while the tag is being typed. */
static bool
take_tag(struct bank_state *state, const struct event *event, int rows)
{
	struct ask_line *ask = &state->own.ask;

	if (!ask->open ||
	    (event->kind != EVENT_KEY && event->kind != EVENT_PASTE))
		return false;
	if (ask_line_event(ask, event) == ASKED_DONE) {
		bank_filter_set_tag(&state->own, ask_line_text(ask));
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
			resume(state, rows);
		return outcome;
	}
	return act(
	    state, (enum action)keymap_action(bank_keys, event->key), rows);
}

static int
bank_mouse(void *data, const struct event *event)
{
	struct bank_state *state = data;
	struct area detail;

	if (state->own.ask.open)
		return 0;
	return browser_mouse(&state->browser, event,
	    bank_list_area(event->rows, event->cols, &detail));
}

static bool
bank_takes_text(const void *data)
{
	const struct bank_state *state = data;

	return state->browser.searching || state->own.ask.open;
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
    .close = bank_close,
};
