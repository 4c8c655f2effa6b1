/* SPDX-License-Identifier: MIT */
/* What keys do to a backlog; practice_backlog_draw.c has what is seen. */
#include "screens/practice_backlog.h"

#include <stdio.h>

#include "base/mem.h"
#include "core/priority.h"
#include "screens/practice.h"
#include "screens/practice_write.h"

/* Order and trade-offs are part of the answer, which has a limit. */
enum { ORDER_ROOM = 128 * 1024, NOTES_LIMIT = ANSWER_LIMIT - ORDER_ROOM };

static struct session *
session_of(struct practice_state *state)
{
	return &state->run->session;
}

static struct parts *
parts_of(struct practice_state *state)
{
	return &session_of(state)->take.parts;
}

bool
practice_has_backlog(const struct practice_state *state)
{
	const struct session *session = &state->run->session;

	return session->phase == PHASE_ANSWER &&
	       priority_count(&session->take.parts) > 0;
}

void
practice_backlog_begin(struct practice_state *state)
{
	state->backlog.focus = BACKLOG_LIST;
	state->backlog.warned = false;
	state->editor.limit =
	    practice_has_backlog(state) ? NOTES_LIMIT : ANSWER_LIMIT;
}

bool
practice_backlog_has_focus(const struct practice_state *state)
{
	return state->backlog.shown && state->backlog.focus != BACKLOG_NOTES;
}

bool
practice_backlog_is_at_list(const struct practice_state *state)
{
	return state->backlog.shown && state->backlog.focus == BACKLOG_LIST;
}

static bool
select_by(struct practice_state *state, int by)
{
	int *selected = &session_of(state)->take.selected;
	int to = *selected + by;

	if (to < 0 || to >= (int)priority_count(parts_of(state)))
		return false;
	*selected = to;
	return true;
}

static bool
move_by(struct practice_state *state, int by)
{
	size_t at = (size_t)session_of(state)->take.selected;

	return !state->editor.locked &&
	       priority_move(parts_of(state), at, by) && select_by(state, by);
}

static void
begin_trade_off(struct practice_state *state)
{
	size_t at = (size_t)session_of(state)->take.selected;

	state->backlog.focus = BACKLOG_TRADE_OFF;
	field_set(&state->backlog.field,
	    parts_nth(parts_of(state), PART_PRIORITY, at)->text);
}

bool
practice_backlog_is_writing(const struct practice_state *state)
{
	return state->backlog.shown &&
	       state->backlog.focus == BACKLOG_TRADE_OFF;
}

bool
practice_backlog_leave(struct practice_state *state)
{
	if (!practice_backlog_is_writing(state))
		return false;
	state->backlog.focus = BACKLOG_LIST;
	return true;
}

static struct outcome
select_feature(struct practice_state *state, int by, const struct event *event)
{
	if (select_by(state, by))
		practice_changed(state, event->now.mono_ms);
	return OUTCOME_STAY;
}

struct outcome
practice_backlog_above(struct practice_state *state, const struct event *event)
{
	return select_feature(state, -1, event);
}

struct outcome
practice_backlog_below(struct practice_state *state, const struct event *event)
{
	return select_feature(state, 1, event);
}

static struct outcome
change_order(struct practice_state *state, int by, const struct event *event)
{
	if (!practice_is_paused(state) && move_by(state, by))
		practice_changed(state, event->now.mono_ms);
	return OUTCOME_STAY;
}

struct outcome
practice_backlog_raise(struct practice_state *state, const struct event *event)
{
	return change_order(state, -1, event);
}

struct outcome
practice_backlog_lower(struct practice_state *state, const struct event *event)
{
	return change_order(state, 1, event);
}

struct outcome
practice_backlog_write(struct practice_state *state, const struct event *event)
{
	(void)event;
	if (!practice_is_paused(state))
		begin_trade_off(state);
	return OUTCOME_STAY;
}

struct outcome
practice_backlog_keep(struct practice_state *state, const struct event *event)
{
	practice_backlog_leave(state);
	return select_feature(state, 1, event);
}

struct outcome
practice_backlog_switch(struct practice_state *state, const struct event *event)
{
	enum backlog_focus *focus = &state->backlog.focus;

	(void)event;
	*focus = *focus == BACKLOG_NOTES ? BACKLOG_LIST : BACKLOG_NOTES;
	return OUTCOME_STAY;
}

static void
keep_trade_off(struct practice_state *state)
{
	priority_say(parts_of(state), (size_t)session_of(state)->take.selected,
	    field_text(&state->backlog.field));
}

/* An arrow goes straight to the trade-off of a neighbour. */
static bool
type(struct practice_state *state, int key)
{
	struct field *field = &state->backlog.field;

	switch (key) {
	case K_UP:
	case K_DOWN:
		if (!select_by(state, key == K_UP ? -1 : 1))
			return false;
		begin_trade_off(state);
		return true;
	default:
		field->editor.locked = state->editor.locked;
		if (!field_key(field, key))
			return false;
		keep_trade_off(state);
		return true;
	}
}

bool
practice_backlog_key(struct practice_state *state, int key)
{
	if (state->backlog.focus == BACKLOG_TRADE_OFF)
		return type(state, key);
	if (key >= ' ' && key < K_UP)
		snprintf(state->notice, sizeof(state->notice),
		    "Enter writes its trade-off, Tab goes to the notes");
	return false;
}

void
practice_backlog_paste(struct practice_state *state, const struct event *event)
{
	struct field *field = &state->backlog.field;

	if (state->backlog.focus == BACKLOG_LIST)
		begin_trade_off(state);
	field->editor.locked = state->editor.locked;
	field_paste(field, event->text, event->len);
	keep_trade_off(state);
}

/* What is said aloud needs no writing, and a locked answer takes none. */
bool
practice_backlog_waits(struct practice_state *state)
{
	size_t unsaid = priority_unsaid(parts_of(state));

	if (!practice_has_backlog(state) || unsaid == 0 ||
	    state->backlog.warned || practice_speaks(state) ||
	    state->editor.locked)
		return false;
	snprintf(state->notice, sizeof(state->notice),
	    "%zu feature%s no trade-off yet: Ctrl-D again to finish", unsaid,
	    unsaid == 1 ? " has" : "s have");
	state->backlog.warned = true;
	return true;
}
