/* SPDX-License-Identifier: MIT */
/* What the keys of the bank do with questions. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "screens/attempts.h"
#include "screens/bank.h"
#include "screens/import.h"

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
		    : "retired: asked no more; u brings it back");
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

static void
choose_tag(struct bank_state *state, int rows)
{
	struct err err = {0};

	if (bank_tags_begin(
		&state->tags, state->browser.desk->store, rows, &err) != 0)
		browser_say(&state->browser, err.text);
}

/* What is done with the selected question. */
static struct outcome
act_on(struct bank_state *state, const struct question *question,
    enum bank_action action, int rows)
{
	switch (action) {
	case BANK_MARK:
		mark(state, question, rows);
		break;
	case BANK_EDIT:
		return open_form(state, question, false);
	case BANK_COPY:
		return open_form(state, question, true);
	case BANK_ATTEMPTS:
		return show_attempts(state, question->id);
	case BANK_RETIRE:
		retire(state, question, rows);
		break;
	case BANK_SHIPPED:
		give_shipped_back(state, question, rows);
		break;
	case BANK_NO_ACTION:
	case BANK_START:
	case BANK_ADD:
	case BANK_UNDO:
	case BANK_IMPORT:
	case BANK_BY_STATE:
	case BANK_BY_ORIGIN:
	case BANK_BY_TAG:
		break;
	}
	return OUTCOME_STAY;
}

struct outcome
bank_act(struct bank_state *state, enum bank_action action, int rows)
{
	const struct question *question = bank_selected(state);

	switch (action) {
	case BANK_START:
		return start(state);
	case BANK_ADD:
		return open_form(state, NULL, true);
	case BANK_IMPORT:
		return (struct outcome){
		    .kind = PUSH,
		    .screen = &choose_screen,
		};
	case BANK_UNDO:
		undo(state, rows);
		break;
	case BANK_BY_STATE:
		bank_filter_next_state(&state->own);
		browser_reload(&state->browser, rows);
		break;
	case BANK_BY_ORIGIN:
		bank_filter_next_origin(&state->own);
		browser_reload(&state->browser, rows);
		break;
	case BANK_BY_TAG:
		choose_tag(state, rows);
		break;
	case BANK_NO_ACTION:
	case BANK_MARK:
	case BANK_EDIT:
	case BANK_COPY:
	case BANK_RETIRE:
	case BANK_SHIPPED:
	case BANK_ATTEMPTS:
		if (question != NULL)
			return act_on(state, question, action, rows);
		break;
	}
	return OUTCOME_STAY;
}

void
bank_resume(struct bank_state *state, int rows)
{
	if (state->practised)
		bank_marks_release(&state->marks);
	state->practised = false;
	show_changed(state, rows);
}
