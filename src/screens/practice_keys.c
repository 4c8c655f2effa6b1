/* SPDX-License-Identifier: MIT */
/* The keys of the practice screen, when each of them acts, and what it does. */
#include "screens/practice_keys.h"

#include <stdio.h>

#include "screens/practice.h"
#include "screens/practice_leave.h"
#include "screens/practice_write.h"
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
	ACTIONS,
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

static enum phase
phase_of(const struct practice_state *state)
{
	return state->run->session.phase;
}

static struct outcome
begin(struct practice_state *state, const struct event *event)
{
	practice_begin(state, event);
	return OUTCOME_STAY;
}

/* From questions back to the answer, from waiting to either. */
static struct outcome
go_on(struct practice_state *state, const struct event *event)
{
	if (practice_clarifies(state))
		practice_leave_clarify(state, event);
	else if (practice_writes(state))
		return practice_finish(state, event);
	else
		practice_begin(state, event);
	return OUTCOME_STAY;
}

static void
toggle_over(struct practice_state *state, enum practice_over over)
{
	state->over = state->over == over ? OVER_NONE : over;
	state->prompt_top = 0;
}

static struct outcome
toggle_pause(struct practice_state *state, const struct event *event)
{
	struct session *session = session_of(state);

	if (session_paused(session))
		session_resume(session, event->now.mono_ms);
	else
		session_pause(session, event->now.mono_ms);
	practice_changed(state, event->now.mono_ms);
	return OUTCOME_STAY;
}

static struct outcome
toggle_clock(struct practice_state *state, const struct event *event)
{
	(void)event;
	state->clock_hidden = !state->clock_hidden;
	return OUTCOME_STAY;
}

static struct outcome
toggle_hint(struct practice_state *state, const struct event *event)
{
	session_hint(session_of(state));
	toggle_over(state, OVER_HINT);
	practice_changed(state, event->now.mono_ms);
	return OUTCOME_STAY;
}

static struct outcome
toggle_question(struct practice_state *state, const struct event *event)
{
	(void)event;
	toggle_over(state, OVER_QUESTION);
	return OUTCOME_STAY;
}

static struct outcome
toggle_table(struct practice_state *state, const struct event *event)
{
	practice_toggle_table(state, event->rows, event->cols);
	return OUTCOME_STAY;
}

static struct outcome
mark_section(struct practice_state *state, const struct event *event)
{
	if (practice_is_paused(state))
		return OUTCOME_STAY;
	practice_leave_clarify(state, event);
	if (session_split(session_of(state), event->now.mono_ms))
		practice_changed(state, event->now.mono_ms);
	else
		snprintf(state->notice, sizeof(state->notice),
		    "every section is marked; Ctrl-D ends the answer");
	return OUTCOME_STAY;
}

static struct outcome
switch_mode(struct practice_state *state, const struct event *event)
{
	if (session_switch_mode(session_of(state)))
		practice_changed(state, event->now.mono_ms);
	return OUTCOME_STAY;
}

static struct outcome
toggle_record(struct practice_state *state, const struct event *event)
{
	(void)event;
	voice_toggle_record(state->run->desk->voice, session_of(state));
	return OUTCOME_STAY;
}

static struct outcome
read_aloud(struct practice_state *state, const struct event *event)
{
	(void)event;
	voice_read(state->run->desk->voice, session_of(state));
	return OUTCOME_STAY;
}

static bool
waits(const struct practice_state *state)
{
	return phase_of(state) == PHASE_READY || phase_of(state) == PHASE_THINK;
}

static bool
speaks_now(const struct practice_state *state)
{
	return phase_of(state) == PHASE_ANSWER && practice_speaks(state);
}

/* A question that is still covered gives nothing away. */
static bool
is_uncovered(const struct practice_state *state)
{
	return phase_of(state) != PHASE_READY;
}

static bool
writes_answer(const struct practice_state *state)
{
	return practice_writes(state) && !practice_clarifies(state);
}

static bool
shows_backlog(const struct practice_state *state)
{
	return state->backlog.shown;
}

static const struct {
	/* True while the key acts; NULL: always. */
	bool (*when)(const struct practice_state *state);
	struct outcome (*act)(
	    struct practice_state *state, const struct event *event);
} deeds[ACTIONS] = {
    [FINISH] = {practice_writes, go_on},
    [BEGIN] = {waits, begin},
    [PAUSE] = {NULL, toggle_pause},
    [HIDE_CLOCK] = {NULL, toggle_clock},
    [HINT] = {is_uncovered, toggle_hint},
    [SPLIT] = {speaks_now, mark_section},
    [SWITCH_MODE] = {waits, switch_mode},
    [QUESTION] = {is_uncovered, toggle_question},
    [TABLE] = {practice_has_table, toggle_table},
    [SKIP] = {NULL, practice_ask_skip},
    [ABANDON] = {NULL, practice_ask_abandon},
    [EXTERNAL] = {writes_answer, practice_run_editor},
    [RECORD] = {NULL, toggle_record},
    [READ] = {NULL, read_aloud},
    [RAISE] = {practice_backlog_is_at_list, practice_backlog_raise},
    [LOWER] = {practice_backlog_is_at_list, practice_backlog_lower},
    [ABOVE] = {practice_backlog_is_at_list, practice_backlog_above},
    [BELOW] = {practice_backlog_is_at_list, practice_backlog_below},
    [WRITE] = {practice_backlog_is_at_list, practice_backlog_write},
    [KEEP] = {practice_backlog_is_writing, practice_backlog_keep},
    [SWITCH_PANE] = {shows_backlog, practice_backlog_switch},
};

static bool
acts(const struct practice_state *state, int action)
{
	return deeds[action].when == NULL || deeds[action].when(state);
}

/* A key does what the first binding says that does something now. */
void
practice_footer(
    const struct practice_state *state, struct key_binding keys[PRACTICE_KEYS])
{
	const struct key_binding *from = practice_keys;

	for (; from->action != NO_ACTION; from++) {
		if (!acts(state, from->action))
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
static int
action_of(const struct practice_state *state, int key)
{
	struct key_binding keys[PRACTICE_KEYS];
	int first = keymap_action(practice_keys, key);

	/* Most keys are text; and whoever waits may also finish waiting. */
	if (first == NO_ACTION || first == FINISH)
		return first;
	practice_footer(state, keys);
	return keymap_action(keys, key);
}

bool
practice_act(struct practice_state *state, const struct event *event,
    struct outcome *outcome)
{
	int action = action_of(state, event->key);

	if (action != NO_ACTION)
		*outcome = deeds[action].act(state, event);
	return action != NO_ACTION;
}
