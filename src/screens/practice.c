/* SPDX-License-Identifier: MIT */
/*
 * Answering against the clock: think, answer, probes.  The draft is kept on
 * the screen's deadlines, never on the way from a key to its echo.
 */
#include "screens/practice.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/external.h"
#include "base/mem.h"
#include "screens/voice.h"

enum action {
	NO_ACTION,
	FINISH,
	BEGIN,
	PAUSE,
	HIDE_CLOCK,
	HINT,
	SPLIT,
	SWITCH_MODE,
	QUESTION,
	TABLE,
	SKIP,
	ABANDON,
	EXTERNAL,
	RECORD,
	READ,
	RAISE,
	LOWER,
	ABOVE,
	BELOW,
	WRITE,
	KEEP,
	SWITCH_PANE,
};

const struct key_binding practice_keys[] = {
    {{'\n'}, BEGIN, "start", "while thinking: start the answer"},
    {{'m'}, SWITCH_MODE, "typed or spoken",
	"before the clock runs: speak the answer, or type it"},
    {{K_CTRL('d')}, FINISH, "done", "finish the answer, or the probe"},
    {{'K', K_SHIFT | K_UP, K_ALT | K_UP}, RAISE, "raise",
	"in a backlog: move the feature up"},
    {{'J', K_SHIFT | K_DOWN, K_ALT | K_DOWN}, LOWER, "lower",
	"in a backlog: move the feature down"},
    {{K_UP, 'k'}, ABOVE, NULL, "in a backlog: select the feature above"},
    {{K_DOWN, 'j'}, BELOW, NULL, "in a backlog: select the feature below"},
    {{'\n'}, WRITE, "why", "in a backlog: write the trade-off of the feature"},
    {{'\n'}, KEEP, "keep",
	"in a trade-off: keep it and go on to the next feature"},
    {{'\t'}, SWITCH_PANE, "list, notes",
	"in a backlog: from the list to the notes and back"},
    {{K_ESC, K_CTRL('c')}, ABANDON, "stop",
	"stop: abandon the answer or leave it for later (asks)"},
    {{'\t', K_F5}, SPLIT, "section", "spoken answers: the next section begins"},
    {{K_F2, K_ALT | 'p'}, PAUSE, "pause",
	"pause and go on; the mock is not clean then"},
    {{K_F4, K_ALT | 'h'}, HINT, "hint",
	"show or close the hint; the mock is not clean then"},
    {{K_F6, K_ALT | 'q'}, QUESTION, "question",
	"show the whole question, or go back to the answer"},
    {{K_F10, K_ALT | 't'}, TABLE, "table",
	"fold the question's table away, or show it"},
    {{K_F3, K_ALT | 'c'}, HIDE_CLOCK, "clock", "hide or show the clock"},
    {{K_F8, K_ALT | 's'}, SKIP, "skip",
	"skip the question, its text is kept (asks)"},
    {{K_F7}, RECORD, NULL,
	"spoken answers: record from here on, or stop recording"},
    {{K_F9}, READ, NULL, "read what is asked aloud, or leave off"},
    {{K_CTRL('g')}, EXTERNAL, NULL,
	"edit the answer in $VISUAL or $EDITOR, the clock running on"},
    {{0}, NO_ACTION, NULL, NULL},
};

_Static_assert(
    sizeof(practice_keys) / sizeof(practice_keys[0]) <= PRACTICE_KEYS,
    "the footer has room for all of them");

static struct session *
session_of(struct practice_state *state)
{
	return &state->run->session;
}

static void
begin(struct practice_state *state, const struct event *event)
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

	state->words_old = false;
	snprintf(state->words, sizeof(state->words), "%zu words   ",
	    practice_count_sections(state)
		? state->sections.words
		: words_count(&state->counted, text, n, state->editor.caret));
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
		begin(state, event);
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

/* Ends the answer or probe; the next screen is the phase's. */
static struct outcome
finish(struct practice_state *state, const struct event *event)
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

static struct outcome
answer_question(struct practice_state *state, const struct event *event)
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

static void
toggle_over(struct practice_state *state, enum practice_over over)
{
	state->over = state->over == over ? OVER_NONE : over;
	state->prompt_top = 0;
}

static void
toggle_pause(struct practice_state *state, const struct event *event)
{
	struct session *session = session_of(state);

	if (session_paused(session))
		session_resume(session, event->now.mono_ms);
	else
		session_pause(session, event->now.mono_ms);
	practice_changed(state, event->now.mono_ms);
}

/* While it is paused the answer takes no text, which is said. */
static bool
is_paused(struct practice_state *state)
{
	bool paused = session_paused(session_of(state));

	if (paused)
		snprintf(state->notice, sizeof(state->notice),
		    "paused; F2 or Alt-P goes on");
	return paused;
}

static void
say_full(struct practice_state *state, const char *of)
{
	if (state->editor.full)
		snprintf(state->notice, sizeof(state->notice),
		    "the answer is full at %d KB; the rest of the %s was left "
		    "out",
		    ANSWER_LIMIT / 1024, of);
}

static int
edit_externally(void *data, struct err *err)
{
	struct practice_state *state = data;
	size_t n;
	const char *text = editor_text(&state->editor, &n);
	struct str edited_text = STR_INIT;
	int rc = external_edit(text, n, &edited_text, err);

	if (rc == 0) {
		editor_replace(&state->editor, edited_text.s, edited_text.len);
		say_full(state, "file");
	}
	str_release(&edited_text);
	return rc;
}

static struct outcome
run_editor(struct practice_state *state)
{
	if (!practice_writes(state) || state->editor.locked || is_paused(state))
		return OUTCOME_STAY;
	state->outside = true;
	return (struct outcome){.kind = RUN, .run = edit_externally};
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
		by = 5;
		break;
	case K_PAGE_UP:
		by = -5;
		break;
	default:
		return false;
	}
	state->prompt_top += by;
	if (state->prompt_top < 0)
		state->prompt_top = 0;
	return true;
}

static void
mark_section(struct practice_state *state, const struct event *event)
{
	if (is_paused(state))
		return;
	practice_leave_clarify(state, event);
	if (session_split(session_of(state), event->now.mono_ms))
		practice_changed(state, event->now.mono_ms);
	else
		snprintf(state->notice, sizeof(state->notice),
		    "every section is marked; Ctrl-D ends the answer");
}

static void
change_order(struct practice_state *state, int by, const struct event *event)
{
	if (!is_paused(state) && practice_backlog_move(state, by))
		practice_changed(state, event->now.mono_ms);
}

static void
select_feature(struct practice_state *state, int by, const struct event *event)
{
	if (practice_backlog_select(state, by))
		practice_changed(state, event->now.mono_ms);
}

/* From questions back to the answer, from waiting to either. */
static struct outcome
go_on(struct practice_state *state, const struct event *event)
{
	if (practice_clarifies(state))
		practice_leave_clarify(state, event);
	else if (practice_writes(state))
		return finish(state, event);
	else
		begin(state, event);
	return OUTCOME_STAY;
}

static struct outcome
act(struct practice_state *state, enum action action, const struct event *event)
{
	struct session *session = session_of(state);

	switch (action) {
	case NO_ACTION:
		break;
	case FINISH:
		return go_on(state, event);
	case BEGIN:
		begin(state, event);
		break;
	case PAUSE:
		toggle_pause(state, event);
		break;
	case HIDE_CLOCK:
		state->clock_hidden = !state->clock_hidden;
		break;
	case HINT:
		session_hint(session);
		toggle_over(state, OVER_HINT);
		practice_changed(state, event->now.mono_ms);
		break;
	case SPLIT:
		mark_section(state, event);
		break;
	case SWITCH_MODE:
		if (session_switch_mode(session))
			practice_changed(state, event->now.mono_ms);
		break;
	case QUESTION:
		toggle_over(state, OVER_QUESTION);
		break;
	case TABLE:
		practice_toggle_table(state, event->rows, event->cols);
		break;
	case SKIP:
		/* The answer was given: only the probe is left out. */
		if (session->phase == PHASE_PROBE)
			return finish(state, event);
		state->over = OVER_SKIP;
		break;
	case ABANDON:
		state->over = OVER_ABANDON;
		break;
	case RECORD:
		voice_toggle_record(state->run->desk->voice, session);
		break;
	case READ:
		voice_read(state->run->desk->voice, session);
		break;
	case RAISE:
		change_order(state, -1, event);
		break;
	case LOWER:
		change_order(state, 1, event);
		break;
	case ABOVE:
		select_feature(state, -1, event);
		break;
	case BELOW:
		select_feature(state, 1, event);
		break;
	case WRITE:
		if (!is_paused(state))
			practice_backlog_write(state);
		break;
	case KEEP:
		practice_backlog_leave(state);
		select_feature(state, 1, event);
		break;
	case SWITCH_PANE:
		practice_backlog_switch(state);
		break;
	case EXTERNAL:
		return run_editor(state);
	}
	return OUTCOME_STAY;
}

static bool
acts(const struct practice_state *state, enum action action)
{
	enum phase phase = state->run->session.phase;

	switch (action) {
	case BEGIN:
	case SWITCH_MODE:
		return phase == PHASE_READY || phase == PHASE_THINK;
	case SPLIT:
		return phase == PHASE_ANSWER && practice_speaks(state);
	/* A question that is still covered gives nothing away. */
	case HINT:
	case QUESTION:
		return phase != PHASE_READY;
	case TABLE:
		return practice_has_table(state);
	case FINISH:
		return practice_writes(state);
	case EXTERNAL:
		return practice_writes(state) && !practice_clarifies(state);
	case RAISE:
	case LOWER:
	case ABOVE:
	case BELOW:
	case WRITE:
		return practice_backlog_is_at_list(state);
	case KEEP:
		return practice_backlog_is_writing(state);
	case SWITCH_PANE:
		return state->backlog.shown;
	case NO_ACTION:
	case PAUSE:
	case HIDE_CLOCK:
	case RECORD:
	case READ:
	case SKIP:
	case ABANDON:
		break;
	}
	return true;
}

/* A key does what the first binding says that does something now. */
void
practice_footer(
    const struct practice_state *state, struct key_binding keys[PRACTICE_KEYS])
{
	const struct key_binding *from = practice_keys;

	for (; from->action != NO_ACTION; from++) {
		if (!acts(state, (enum action)from->action))
			continue;
		*keys = *from;
		/* In a backlog Tab goes to the notes. */
		if (from->action == SPLIT && state->backlog.shown)
			*keys = (struct key_binding){
			    {K_F5}, SPLIT, from->footer, from->help};
		keys++;
	}
	*keys = *from;
}

/* Enter, m and Tab are text while an answer is typed. */
static enum action
action_of(const struct practice_state *state, int key)
{
	struct key_binding keys[PRACTICE_KEYS];
	int first = keymap_action(practice_keys, key);

	/* Most keys are text; and whoever waits may also finish waiting. */
	if (first == NO_ACTION || first == FINISH)
		return (enum action)first;
	practice_footer(state, keys);
	return (enum action)keymap_action(keys, key);
}

/* A hint that stands beside the answer does not stop it. */
static bool
takes_keys(const struct practice_state *state, int cols)
{
	return practice_shows_editor(state, cols) &&
	       (state->over == OVER_NONE || state->over == OVER_HINT);
}

static struct outcome
on_key(struct practice_state *state, const struct event *event)
{
	enum action action;

	state->notice[0] = '\0';
	/* The debrief could not be opened: a key tries again. */
	if (state->run->session.phase == PHASE_DONE)
		return event->key == 'q' ? OUTCOME_POP
					 : run_next(state->run, REPLACE);
	if (state->over == OVER_ABANDON || state->over == OVER_SKIP)
		return answer_question(state, event);
	if (state->over != OVER_NONE && event->key == K_ESC) {
		state->over = OVER_NONE;
		return OUTCOME_STAY;
	}
	/* A trade-off, a selection or a search is what Esc ends first. */
	if (event->key == K_ESC && practice_writes(state) &&
	    (practice_backlog_leave(state) ||
		editor_key(&state->editor, K_ESC)))
		return OUTCOME_STAY;
	action = action_of(state, event->key);
	if (action != NO_ACTION)
		return act(state, action, event);
	if (scroll_prompt(state, event->key))
		return OUTCOME_STAY;
	if (!takes_keys(state, event->cols) || is_paused(state))
		return OUTCOME_STAY;
	if (practice_clarifies(state))
		practice_clarify_key(state, event);
	else if (practice_backlog_has_focus(state)
		     ? practice_backlog_key(state, event->key)
		     : editor_key(&state->editor, event->key))
		practice_changed(state, event->now.mono_ms);
	return OUTCOME_STAY;
}

static void
on_paste(struct practice_state *state, const struct event *event)
{
	if (!takes_keys(state, event->cols) || is_paused(state))
		return;
	if (practice_clarifies(state))
		field_paste(&state->clarify, event->text, event->len);
	else if (practice_backlog_has_focus(state))
		practice_backlog_paste(state, event);
	else
		editor_paste(&state->editor, event->text, event->len);
	say_full(state, "paste");
	practice_changed(state, event->now.mono_ms);
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
	enum practice_over over = state->over;

	practice_enter_phase(state, event);
	if (over == OVER_ABANDON || over == OVER_SKIP)
		state->over = over;
}

static struct outcome
practice_event(void *data, const struct event *event)
{
	struct practice_state *state = data;
	struct session *session = session_of(state);
	struct outcome outcome = OUTCOME_STAY;

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
		on_paste(state, event);
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
	if (outcome.kind == STAY)
		practice_fit(state, event->rows, event->cols);
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
