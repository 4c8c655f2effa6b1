/* SPDX-License-Identifier: MIT */
/* What the history's keys do. */
#include "screens/frame.h"
#include "screens/history_parts.h"

static void
undo(struct history_state *state, const struct event *event)
{
	struct browser *browser = &state->browser;

	if (history_undo(&state->change, browser->desk->store, event->now,
		browser->notice, sizeof(browser->notice)))
		history_show_again(state, event->rows);
}

/* What goes for the whole list; false: it is for the selected session. */
static bool
act_on_list(struct history_state *state, const struct event *event,
    enum history_action action)
{
	struct browser *browser = &state->browser;

	switch (action) {
	case HISTORY_DELETED:
		state->own.deleted = !state->own.deleted;
		history_show_others(state, event->rows);
		return true;
	case HISTORY_BY_TAG:
		if (history_filter_next_tag(&state->own, browser->desk->store,
			browser->notice, sizeof(browser->notice)))
			history_show_others(state, event->rows);
		return true;
	case HISTORY_ORDER:
		history_next_order(state, event->rows);
		return true;
	case HISTORY_UNDO:
		if (state->own.deleted)
			return false;
		undo(state, event);
		return true;
	case HISTORY_OPEN:
	case HISTORY_NOTE:
	case HISTORY_TAG:
	case HISTORY_DELETE:
		return false;
	case HISTORY_NO_ACTION:
		break;
	}
	return true;
}

/* A session that was deleted can be brought back, and nothing else. */
static void
act_on_deleted(struct history_state *state, const struct event *event,
    enum history_action action, const struct session_row *row)
{
	struct browser *browser = &state->browser;

	if (action != HISTORY_UNDO)
		browser_say(browser, "deleted: u brings it back first");
	else if (history_bring_back(&state->change, browser->desk->store,
		     row->id, browser->notice, sizeof(browser->notice)))
		history_show_again(state, event->rows);
}

/* At the answer that was searched for. */
static struct outcome
open_session(struct history_state *state, const struct session_row *row)
{
	const char *search = state->browser.wanted;

	state->found = (struct session_found){row->id, search};
	if (*search == '\0')
		return (struct outcome){
		    .kind = PUSH,
		    .screen = &session_screen,
		    .arg = row->id,
		};
	return (struct outcome){
	    .kind = PUSH,
	    .screen = &session_found_screen,
	    .arg = &state->found,
	};
}

static struct outcome
act_on_session(struct history_state *state, const struct event *event,
    enum history_action action, const struct session_row *row)
{
	struct store *store = state->browser.desk->store;
	char *notice = state->browser.notice;
	size_t size = sizeof(state->browser.notice);

	if (action == HISTORY_NOTE || action == HISTORY_TAG)
		history_change_ask(&state->change, store,
		    action == HISTORY_NOTE ? ASK_NOTE : ASK_TAG, row, notice,
		    size);
	if (action == HISTORY_DELETE && history_delete(&state->change, store,
					    row->id, event->now, notice, size))
		history_show_again(state, event->rows);
	return action == HISTORY_OPEN ? open_session(state, row) : OUTCOME_STAY;
}

struct outcome
history_act(struct history_state *state, const struct event *event)
{
	enum history_action action =
	    (enum history_action)keymap_action(history_keys, event->key);
	int at = browser_selected(&state->browser);

	if (act_on_list(state, event, action) || at < 0)
		return OUTCOME_STAY;
	if (!state->own.deleted)
		return act_on_session(state, event, action, &state->rows[at]);
	act_on_deleted(state, event, action, &state->rows[at]);
	return OUTCOME_STAY;
}
