/* SPDX-License-Identifier: MIT */
/* What the panel would say of the answer that was just rated. */
#include <stdlib.h>
#include <string.h>

#include "core/clarify.h"
#include "screens/asked.h"
#include "screens/findings.h"
#include "screens/frame.h"
#include "screens/interrupted.h"
#include "screens/run.h"
#include "screens/sections.h"
#include "screens/signals.h"
#include "screens/splits.h"
#include "screens/voice.h"
#include "store/history.h"
#include "store/part.h"
#include "tui/spread.h"

enum action { NO_ACTION, NEXT, DIFFERENCES, PLAY, SCROLL };

static const struct key_binding reveal_keys[] = {
    {{'\n', K_ESC, 'q'}, NEXT, "go on",
	"go on to the next question, or to the debrief"},
    {{'d'}, DIFFERENCES, "differences",
	"what changed since the attempt before"},
    {{'a'}, PLAY, "play", "play the recording of the answer, or leave off"},
    FRAME_SCROLL_KEYS(SCROLL),
    {{0}, NO_ACTION, NULL, NULL},
};

enum { REVEAL_KEYS = sizeof(reveal_keys) / sizeof(reveal_keys[0]) };

struct reveal_state {
	struct run *run;
	struct answer_row row, before;
	struct parts parts;
	bool has_before, has_recording;
	struct answer_judged judged, judged_before;
	struct findings findings;
	int top;
};

static int
load(struct reveal_state *state, struct err *err)
{
	struct store *store = state->run->desk->store;
	int rc =
	    store_answer_get(store, state->run->answer_id, &state->row, err);

	if (rc != 1)
		return rc < 0 ? -1 : fail(err, "the answer is not there");
	if (store_parts(store, state->row.pk, &state->parts, err) != 0 ||
	    judge_answer(store, state->row.pk, "self", &state->judged, err))
		return -1;
	rc = judge_answer_before(store, &state->row.answer, &state->before,
	    &state->judged_before, err);
	state->has_before = rc == 1;
	if (rc < 0)
		return -1;
	return findings_open(&state->findings, store, &state->row, err);
}

static void
release(struct reveal_state *state)
{
	findings_close(&state->findings);
	parts_release(&state->parts);
	answer_row_release(&state->row);
	answer_row_release(&state->before);
}

/* The task that the answer was to: the session has gone on already. */
static const struct task *
answered_task(const struct run *run)
{
	return &run->session.tasks[run->session.at - 1];
}

/* Whether there is something to play; the recorder may still be at it. */
static void
look_for_recording(struct reveal_state *state)
{
	state->has_recording =
	    voice_has_recording(state->run->desk->voice, state->row.answer.id);
}

static int
reveal_open(void *data, void *desk, const void *arg, const struct event *event,
    struct err *err)
{
	struct reveal_state *state = data;

	(void)desk;
	(void)event;
	state->run = *(struct run *const *)arg;
	if (load(state, err) != 0) {
		release(state);
		return -1;
	}
	run_take(arg, state);
	look_for_recording(state);
	return 0;
}

static void
draw_judged(const void *data, struct page *page)
{
	const struct reveal_state *state = data;

	signals_draw(page, &state->row.answer, &state->judged,
	    state->has_before ? &state->judged_before : NULL);
	page_gap(page);
	signals_times(page, &state->row.answer);
	splits_draw(page, &state->row.answer, state->judged.rubric);
	sections_draw(page, state->judged.rubric, state->row.answer.text);
	if (state->judged.clean)
		page_text(page, 0, ROLE_GOOD, "A clean answer: it counts.");
	asked_draw(page, &state->parts,
	    clarify_wanted(&answered_task(state->run)->question));
	findings_draw_notes(page, &state->findings);
}

static void
draw_texts(const void *data, struct page *page)
{
	const struct reveal_state *state = data;
	const struct question *question = &answered_task(state->run)->question;

	if (*question->look_for != '\0') {
		page_text(page, 0, ROLE_TITLE, "What a strong answer holds");
		page_text(page, 0, ROLE_TEXT, question->look_for);
		page_gap(page);
	}
	page_text(page, 0, ROLE_TITLE, "The question");
	page_text(page, 0, ROLE_DIM, state->row.answer.prompt);
	interrupted_draw(page, &state->parts);
	page_gap(page);
	page_text(page, 0, ROLE_TITLE, "Your answer");
	if (*state->row.answer.text != '\0')
		findings_draw_text(
		    page, &state->findings, state->row.answer.text);
	else
		page_text(page, 0, ROLE_DIM, "(no text)");
}

static const struct spread spread = {draw_judged, draw_texts};

static struct outcome
reveal_event(void *data, const struct event *event)
{
	struct reveal_state *state = data;

	if (event->kind == EVENT_CHILD)
		look_for_recording(state);
	if (event->kind != EVENT_KEY)
		return OUTCOME_STAY;
	if (keymap_action(reveal_keys, event->key) == NEXT)
		return run_next(state->run, REPLACE);
	if (keymap_action(reveal_keys, event->key) == DIFFERENCES)
		return (struct outcome){
		    .kind = PUSH,
		    .screen = &retake_screen,
		    .arg = state->row.answer.id,
		};
	if (keymap_action(reveal_keys, event->key) == PLAY)
		voice_play(state->run->desk->voice, state->row.answer.id);
	page_key(&state->top, event->key,
	    spread_rows(&spread, state, event->cols), frame_rows(event->rows));
	return OUTCOME_STAY;
}

/* The keys that do something for this answer. */
static void
keys_now(const struct reveal_state *state, struct key_binding keys[REVEAL_KEYS])
{
	int n = 0;

	for (int i = 0; i < REVEAL_KEYS; i++)
		if ((reveal_keys[i].action != DIFFERENCES ||
			state->has_before) &&
		    (reveal_keys[i].action != PLAY || state->has_recording))
			keys[n++] = reveal_keys[i];
}

static void
reveal_draw(const void *data, struct surface *surface, struct instant now)
{
	const struct reveal_state *state = data;
	struct key_binding keys[REVEAL_KEYS] = {0};
	struct area body;

	(void)now;
	keys_now(state, keys);
	body = frame_draw(
	    surface, "What the panel would say", NULL, ROLE_DIM, keys);
	spread_draw(&spread, state, surface, body, state->top);
}

static void
reveal_close(void *data)
{
	struct reveal_state *state = data;

	voice_hush(state->run->desk->voice);
	release(state);
	run_leave(state->run, state);
}

const struct screen reveal_screen = {
    .name = "reveal",
    .about = "The verdict of the answer, and the one thing to fix next.",
    .state_size = sizeof(struct reveal_state),
    .keys = reveal_keys,
    .open = reveal_open,
    .draw = reveal_draw,
    .event = reveal_event,
    .close = reveal_close,
};
