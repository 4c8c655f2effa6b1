/* SPDX-License-Identifier: MIT */
/* What is written, where it is kept, and when: the editor's text goes to the
 * session, the session to its draft. */
#include <stdio.h>

#include "screens/practice.h"
#include "store/draft.h"

static struct session *
session_of(struct practice_state *state)
{
	return &state->run->session;
}

bool
practice_writes(const struct practice_state *state)
{
	enum phase phase = state->run->session.phase;

	return phase == PHASE_ANSWER || phase == PHASE_PROBE;
}

/* The text of the session that the editor edits. */
static struct str *
edited(struct session *session)
{
	return session->phase == PHASE_PROBE
		   ? &session->take.probes[session->take.probe_at]
		   : &session->take.text;
}

void
practice_take_text(struct practice_state *state)
{
	struct session *session = session_of(state);
	size_t n;
	const char *text;

	if (!practice_writes(state))
		return;
	if (practice_clarifies(state)) {
		practice_take_clarify(state);
		return;
	}
	text = editor_text(&state->editor, &n);
	str_clear(edited(session));
	if (!practice_is_bare(state))
		str_addn(edited(session), text, n);
	session->take.caret = state->editor.caret;
}

void
practice_load_editor(struct practice_state *state)
{
	struct session *session = session_of(state);

	if (!practice_writes(state))
		return;
	editor_set(&state->editor, edited(session)->s, edited(session)->len,
	    session->take.caret);
	practice_set_headings(state);
	state->words_old = true;
}

void
practice_fit(struct practice_state *state, int rows, int cols)
{
	const struct practice_layout *layout = &state->layout;
	int most;

	state->layout = practice_layout(state, rows, cols);
	most = layout->prompt_rows - layout->prompt.rows;
	if (state->prompt_top > most)
		state->prompt_top = most > 0 ? most : 0;
	editor_resize(&state->editor, layout->body.rows, layout->body.cols);
	state->backlog.shown =
	    layout->backlog.rows > 0 && layout->backlog.cols > 0;
}

void
practice_changed(struct practice_state *state, int64_t at_ms)
{
	if (state->changed_ms < 0 || state->first_ms > at_ms)
		state->first_ms = at_ms;
	state->changed_ms = at_ms;
	state->words_old = true;
}

int64_t
practice_save_due_ms(const struct practice_state *state)
{
	int64_t idle = state->changed_ms + AUTOSAVE_IDLE_MS;
	int64_t latest = state->first_ms + AUTOSAVE_LATEST_MS;

	if (state->changed_ms < 0)
		return -1;
	return idle < latest ? idle : latest;
}

int
practice_save(void *data, struct instant now, struct err *err)
{
	struct practice_state *state = data;
	struct session *session = session_of(state);

	/* A question that was not begun has nothing to lose. */
	bool nothing = (session->phase == PHASE_READY && session->at == 0) ||
		       session->phase == PHASE_DONE;

	practice_take_text(state);
	if (!nothing &&
	    store_draft_put(state->run->desk->store, session, now, err) != 0)
		return -1;
	state->changed_ms = -1;
	if (!nothing && session_over_days(session) && !session_paused(session))
		practice_changed(
		    state, now.mono_ms + AUTOSAVE_CLOCK_MS - AUTOSAVE_IDLE_MS);
	return 0;
}

/* A draft that can't be kept is said and tried again; the text stays. */
void
practice_save_or_say(struct practice_state *state, struct instant now)
{
	struct err err = {0};

	if (practice_save(state, now, &err) == 0)
		return;
	snprintf(state->notice, sizeof(state->notice),
	    "the draft is not saved: %.900s", err.text);
	state->changed_ms = now.mono_ms;
	state->first_ms = now.mono_ms;
}

/* What a new phase needs: its text in the editor, a draft soon. */
void
practice_enter_phase(struct practice_state *state, const struct event *event)
{
	state->over = OVER_NONE;
	state->prompt_top = 0;
	practice_backlog_begin(state);
	practice_load_editor(state);
	practice_begin_clarify(state);
	practice_fit(state, event->rows, event->cols);
	practice_changed(
	    state, event->now.mono_ms + AUTOSAVE_FIRST_MS - AUTOSAVE_IDLE_MS);
}

/* A hidden clock wakes nobody, but the think time still ends. */
static int64_t
clock_due_ms(const struct practice_state *state, struct instant now)
{
	const struct session *session = &state->run->session;
	int64_t left = session_left_ms(session, now.mono_ms);

	if (session_limit_ms(session) == 0 || session_paused(session))
		return -1;
	if (state->clock_hidden)
		return left > 0 ? now.mono_ms + left : -1;
	if (session_locked(session, now.mono_ms))
		return -1;
	return now.mono_ms + timer_next_change_ms(left);
}

static int64_t
interruption_due_ms(const struct practice_state *state, struct instant now)
{
	int64_t until_ms =
	    session_interruption_ms(&state->run->session, now.mono_ms);

	return until_ms < 0 ? -1 : now.mono_ms + until_ms;
}

/* The earlier of two moments that are -1 where there is none. */
static int64_t
sooner(int64_t a, int64_t b)
{
	if (a < 0 || b < 0)
		return a < 0 ? b : a;
	return a < b ? a : b;
}

int64_t
practice_deadline(const void *data, struct instant now)
{
	const struct practice_state *state = data;
	int64_t clock = clock_due_ms(state, now);
	int64_t due = sooner(clock, interruption_due_ms(state, now));

	/* A clock that ticks wakes up often enough to save as well. */
	if (clock >= 0 && !state->clock_hidden)
		return due;
	return sooner(due, practice_save_due_ms(state));
}
