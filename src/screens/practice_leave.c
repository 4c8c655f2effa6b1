/* SPDX-License-Identifier: MIT */
/* The ways out of an answer: it is finished, skipped, abandoned or put down. */
#include "screens/practice_leave.h"

#include <stdio.h>

#include "screens/practice.h"

static struct session *
session_of(struct practice_state *state)
{
	return &state->run->session;
}

struct outcome
practice_finish(struct practice_state *state, const struct event *event)
{
	struct session *session = session_of(state);

	if (practice_backlog_waits(state))
		return OUTCOME_STAY;
	practice_take_text(state);
	session_resume(session, event->now.mono_ms);
	session_finish(session, event->now.mono_ms);
	session->take.caret = 0;
	practice_enter_phase(state, event);
	practice_save_or_say(state, event->now);
	if (session->phase == PHASE_PROBE)
		return OUTCOME_STAY;
	return run_next(state->run, REPLACE);
}

/* Keeps the answer unrated: as skipped, unless it was finished before and only
 * a probe is given up. */
static struct outcome
give_up(struct practice_state *state, const struct event *event, bool ended)
{
	struct session *session = session_of(state);
	bool skipped = session->phase != PHASE_PROBE;
	struct err err = {0};

	practice_take_text(state);
	if (session->phase == PHASE_READY) /* its clock never ran */
		session->take.started_at = event->now.wall_ms / 1000;
	if (run_keep_answer(state->run, skipped, ended, event->now, &err)) {
		state->over = OVER_NONE;
		snprintf(state->notice, sizeof(state->notice), "%s", err.text);
		return OUTCOME_STAY;
	}
	return run_next(state->run, REPLACE);
}

/* Work of days needs no pause: its clock stands while it is a draft. */
static struct outcome
leave_for_later(struct practice_state *state, const struct event *event)
{
	struct err err = {0};

	if (!session_over_days(session_of(state)))
		session_pause(session_of(state), event->now.mono_ms);
	if (practice_save(state, event->now, &err) == 0) {
		state->run->desk->drafts_offered = false;
		return OUTCOME_POP;
	}
	session_resume(session_of(state), event->now.mono_ms);
	state->over = OVER_NONE;
	snprintf(state->notice, sizeof(state->notice), "%s", err.text);
	return OUTCOME_STAY;
}

bool
practice_asks_to_leave(const struct practice_state *state)
{
	return state->over == OVER_ABANDON || state->over == OVER_SKIP;
}

struct outcome
practice_leave_key(struct practice_state *state, const struct event *event)
{
	if (state->over == OVER_ABANDON && event->key == 'x')
		return give_up(state, event, true);
	if (state->over == OVER_ABANDON && event->key == 'l')
		return leave_for_later(state, event);
	if (state->over == OVER_SKIP && event->key == 's')
		return give_up(state, event, false);
	if (event->key == K_ESC || event->key == K_CTRL('c'))
		state->over = OVER_NONE;
	return OUTCOME_STAY;
}

struct outcome
practice_ask_skip(struct practice_state *state, const struct event *event)
{
	if (session_of(state)->phase == PHASE_PROBE)
		return practice_finish(state, event);
	state->over = OVER_SKIP;
	return OUTCOME_STAY;
}

struct outcome
practice_ask_abandon(struct practice_state *state, const struct event *event)
{
	(void)event;
	state->over = OVER_ABANDON;
	return OUTCOME_STAY;
}
