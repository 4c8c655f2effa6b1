/* SPDX-License-Identifier: MIT */
/*
 * Answering against the clock: think, answer, probes.  The draft is kept on
 * the screen's deadlines, never on the way from a key to its echo.
 */
#include "screens/practice.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "screens/practice_keys.h"
#include "screens/practice_leave.h"
#include "screens/practice_write.h"
#include "screens/voice.h"

enum { PAGE_ROWS = 5 /* of what is asked, that a page key scrolls */ };

static struct session *
session_of(struct practice_state *state)
{
	return &state->run->session;
}

void
practice_begin(struct practice_state *state, const struct event *event)
{
	struct session *session = session_of(state);

	if (session->phase == PHASE_READY)
		session_begin(
		    session, event->now.mono_ms, event->now.wall_ms / 1000);
	else if (session->phase == PHASE_THINK)
		session_answer_now(session, event->now.mono_ms);
	else
		return;
	practice_enter_phase(state, event);
}

static void
say_time_ran_out(struct practice_state *state)
{
	snprintf(state->notice, sizeof(state->notice),
	    "the time ran out while you were away");
}

static void
count_words(struct practice_state *state)
{
	size_t n;
	const char *text = editor_text(&state->editor, &n);
	size_t words =
	    practice_count_sections(state)
		? state->sections.words
		: words_count(&state->counted, text, n, state->editor.caret);

	state->words_old = false;
	snprintf(state->words, sizeof(state->words), "%zu word%s   ", words,
	    words == 1 ? "" : "s");
}

static int
practice_open(void *data, void *desk, const void *arg,
    const struct event *event, struct err *err)
{
	struct practice_state *state = data;
	struct session *session;
	char *round_label;

	(void)desk;
	state->run = *(struct run *const *)arg;
	session = session_of(state);
	if (store_round_label(state->run->desk->store,
		session_task(session)->question.round, &round_label, err) != 0)
		return -1;
	state->title = practice_title(session, round_label);
	free(round_label);
	state->asked = mem_zero(1, sizeof(*state->asked));
	editor_init(&state->editor, ANSWER_LIMIT);
	field_init(&state->backlog.field);
	field_init(&state->clarify);
	words_init(&state->counted);
	state->changed_ms = -1;
	run_take(arg, state);
	if (session->phase == PHASE_READY && session->at == 0)
		practice_begin(state, event);
	else
		practice_enter_phase(state, event);
	count_words(state);
	if (state->run->away)
		say_time_ran_out(state);
	state->run->away = false;
	state->awake_ms = event->now.mono_ms;
	voice_follow(state->run->desk->voice, session);
	return 0;
}

/* One key that scrolls the prompt where it does not fit. */
static bool
scroll_prompt(struct practice_state *state, int key)
{
	int by = 0;

	if (practice_writes(state) && state->over != OVER_QUESTION)
		return false;
	switch (key) {
	case K_DOWN:
	case 'j':
		by = 1;
		break;
	case K_UP:
	case 'k':
		by = -1;
		break;
	case K_PAGE_DOWN:
	case ' ':
		by = PAGE_ROWS;
		break;
	case K_PAGE_UP:
		by = -PAGE_ROWS;
		break;
	default:
		return false;
	}
	state->prompt_top += by;
	if (state->prompt_top < 0)
		state->prompt_top = 0;
	return true;
}

static struct outcome
on_key(struct practice_state *state, const struct event *event)
{
	struct outcome outcome;

	state->notice[0] = '\0';
	/* The debrief could not be opened: a key tries again. */
	if (state->run->session.phase == PHASE_DONE)
		return event->key == 'q' ? OUTCOME_POP
					 : run_next(state->run, REPLACE);
	if (practice_asks_to_leave(state))
		return practice_leave_key(state, event);
	if (state->over != OVER_NONE && event->key == K_ESC) {
		state->over = OVER_NONE;
		return OUTCOME_STAY;
	}
	/* A trade-off, a selection or a search is what Esc ends first. */
	if (event->key == K_ESC && practice_writes(state) &&
	    (practice_backlog_leave(state) ||
		editor_key(&state->editor, K_ESC)))
		return OUTCOME_STAY;
	if (practice_act(state, event, &outcome))
		return outcome;
	if (!scroll_prompt(state, event->key))
		practice_write_key(state, event);
	return OUTCOME_STAY;
}

static void
on_tick(struct practice_state *state, const struct event *event)
{
	int64_t due;

	if (state->words_old)
		count_words(state);
	practice_interrupt(state, event);
	due = practice_save_due_ms(state);
	if (due >= 0 && due <= event->now.mono_ms)
		practice_save_or_say(state, event->now);
}

/* Back from a suspension or from another editor: the clock ran on. */
static void
on_resume(struct practice_state *state, const struct event *event)
{
	const struct session *session = session_of(state);

	practice_changed(state, event->now.mono_ms);
	if (session_limit_ms(session) > 0 && !session_paused(session) &&
	    session_left_ms(session, state->awake_ms) >= 0 &&
	    session_left_ms(session, event->now.mono_ms) < 0)
		say_time_ran_out(state);
}

/* By the clock: what is asked just then stays asked. */
static void
end_thinking(struct practice_state *state, const struct event *event)
{
	bool asks = practice_asks_to_leave(state);
	enum practice_over over = state->over;

	practice_enter_phase(state, event);
	if (asks)
		state->over = over;
}

static struct outcome
practice_event(void *data, const struct event *event)
{
	struct practice_state *state = data;
	struct session *session = session_of(state);
	struct outcome outcome = OUTCOME_STAY;
	enum phase before = session->phase;

	practice_leave_out_absence(state, event);
	if (session_tick(session, event->now.mono_ms))
		end_thinking(state, event);
	state->editor.locked = session_locked(session, event->now.mono_ms);
	if (state->editor.locked)
		practice_leave_clarify(state, event);
	switch (event->kind) {
	case EVENT_KEY:
		outcome = on_key(state, event);
		break;
	case EVENT_PASTE:
		practice_paste(state, event);
		break;
	case EVENT_TICK:
		on_tick(state, event);
		break;
	case EVENT_RESUME:
		on_resume(state, event);
		break;
	case EVENT_MOUSE: /* its keys come */
	case EVENT_RESIZE:
	case EVENT_CHILD:
		break;
	}
	voice_follow(state->run->desk->voice, session);
	state->awake_ms = event->now.mono_ms;
	if (outcome.kind == STAY) {
		if (session->phase != before)
			count_words(state);
		practice_fit(state, event->rows, event->cols);
	}
	return outcome;
}

static bool
practice_takes_text(const void *data)
{
	return practice_writes(data) && !practice_backlog_is_at_list(data);
}

static void
practice_close(void *data)
{
	struct practice_state *state = data;

	voice_hush(state->run->desk->voice);
	editor_release(&state->editor);
	field_release(&state->backlog.field);
	field_release(&state->clarify);
	words_release(&state->counted);
	free(state->title);
	laid_release(state->asked);
	free(state->asked);
	run_leave(state->run, state);
}

const struct screen practice_screen = {
    .name = "practice",
    .about = "Answer the question against the clock; Ctrl-D when you are "
	     "done.",
    .state_size = sizeof(struct practice_state),
    .keys = practice_keys,
    .text_keys = editor_bindings,
    .open = practice_open,
    .draw = practice_draw,
    .event = practice_event,
    .takes_text = practice_takes_text,
    .deadline = practice_deadline,
    .save = practice_save,
    .close = practice_close,
};
