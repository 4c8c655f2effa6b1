/* SPDX-License-Identifier: MIT */
/* A past answer: verdict, ratings beside the attempt before, times, text. */
#include <stdio.h>
#include <stdlib.h>

#include "base/date.h"
#include "base/list.h"
#include "screens/ask_line.h"
#include "screens/asked.h"
#include "screens/desk.h"
#include "screens/findings.h"
#include "screens/frame.h"
#include "screens/interrupted.h"
#include "screens/peers.h"
#include "screens/rate_kept.h"
#include "screens/sections.h"
#include "screens/signals.h"
#include "screens/splits.h"
#include "screens/voice.h"
#include "store/history.h"
#include "store/part.h"
#include "tui/spread.h"

enum action {
	NO_ACTION,
	BACK,
	BEFORE,
	DIFFERENCES,
	AGAIN,
	RATE,
	PLAY,
	SCROLL,
};

static const struct key_binding answer_keys[] = {
    {{K_ESC, 'q'}, BACK, "back", "go back"},
    {{'b'}, BEFORE, "before", "open the attempt before this one"},
    {{'d'}, DIFFERENCES, "differences",
	"what changed since the attempt before; of a first one, up to now"},
    {{'p'}, AGAIN, "practise", "answer this question again, now"},
    {{'r'}, RATE, "peer rates",
	"have a peer rate this answer, or rate it where nobody did"},
    {{'a'}, PLAY, "play", "play the recording of the answer, or leave off"},
    FRAME_SCROLL_KEYS(SCROLL),
    {{0}, NO_ACTION, NULL, NULL},
};

struct answer_state {
	struct desk *desk;
	struct answer_row row, before;
	struct parts parts;
	bool has_before;
	struct answer_judged judged, judged_before;
	struct peers peers;
	struct findings findings; /* none where texts are private */
	struct plan plan;         /* of answering it again */
	struct ask_line name;     /* of the peer who rates */
	struct rate_kept_arg rated;
	int top;
};

static void
answer_close(void *data)
{
	struct answer_state *state = data;

	voice_hush(state->desk->voice);
	ask_line_release(&state->name);
	findings_close(&state->findings);
	parts_release(&state->parts);
	peers_release(&state->peers);
	answer_row_release(&state->row);
	answer_row_release(&state->before);
}

static int
load(struct answer_state *state, const char *id, struct err *err)
{
	struct store *store = state->desk->store;
	int rc = store_answer_get(store, id, &state->row, err);

	if (rc != 1)
		return rc < 0 ? -1 : fail(err, "no answer '%s'", id);
	if (store_parts(store, state->row.pk, &state->parts, err) != 0 ||
	    judge_answer(store, state->row.pk, "self", &state->judged, err) ||
	    peers_load(store, state->row.pk, &state->peers, err) != 0)
		return -1;
	rc = judge_answer_before(store, &state->row.answer, &state->before,
	    &state->judged_before, err);
	state->has_before = rc == 1;
	if (rc < 0)
		return -1;
	if (state->desk->private)
		return 0;
	return findings_open(&state->findings, store, &state->row, err);
}

static int
answer_open(void *data, void *desk, const void *arg, const struct event *event,
    struct err *err)
{
	struct answer_state *state = data;

	(void)event;
	state->desk = desk;
	ask_line_init(&state->name);
	if (load(state, arg, err) != 0) {
		answer_close(state);
		return -1;
	}
	state->plan = plan_default();
	state->plan.question = state->row.answer.question_id;
	state->plan.probes = state->desk->probes;
	state->plan.interrupted = state->desk->interrupted;
	return 0;
}

static void
draw_list(struct page *page, const char *title, const char *joined)
{
	struct list_of list;

	if (*joined == '\0')
		return;
	page_gap(page);
	page_text(page, 0, ROLE_TITLE, title);
	list_of_parse(&list, joined);
	for (size_t i = 0; i < list.n; i++)
		page_text(page, 2, ROLE_TEXT, list.items[i]);
	list_of_release(&list);
}

static void
draw_text(const void *data, struct page *page)
{
	const struct answer_state *state = data;
	const struct answer *answer = &state->row.answer;

	page_text(page, 0, ROLE_TITLE,
	    answer->mode == MODE_SPOKEN ? "Your notes" : "Answer");
	if (state->desk->private)
		page_text(page, 0, ROLE_TEXT, "(hidden by --private)");
	else if (*answer->text == '\0')
		page_text(page, 0, ROLE_TEXT, "(no text)");
	else
		findings_draw_text(page, &state->findings, answer->text);
}

static void
draw_judged(const void *data, struct page *page)
{
	const struct answer_state *state = data;
	const struct answer *answer = &state->row.answer;

	page_text(page, 0, ROLE_ACCENT, answer->prompt);
	page_gap(page);
	signals_draw(page, answer, &state->judged,
	    state->has_before ? &state->judged_before : NULL);
	peers_draw(page, &state->peers, &state->judged);
	if (state->peers.n > 0)
		page_gap(page);
	signals_times(page, answer);
	splits_draw(page, answer, state->judged.rubric);
	sections_draw(page, state->judged.rubric, answer->text);
	if (!state->desk->private)
		draw_list(page, "Probes", answer->probes);
	if (!state->desk->private)
		asked_draw(page, &state->parts, false);
	interrupted_draw(page, &state->parts);
	findings_draw_notes(page, &state->findings);
}

static const struct spread spread = {draw_judged, draw_text};

/* Nobody's name is oneself, who rates once: what was left unrated. */
static struct outcome
rate(struct answer_state *state)
{
	char *name = ask_line_text(&state->name);
	bool own = *name == '\0';

	field_set(&state->name.field, name);
	free(name);
	if (own && state->judged.judged.verdict != VERDICT_NONE)
		return OUTCOME_STAY;
	state->rated = (struct rate_kept_arg){
	    .way = own ? &rate_self : &rate_peer,
	    .id = state->row.answer.id,
	    .rater = field_text(&state->name.field),
	};
	return (struct outcome){
	    .kind = PUSH,
	    .screen = &rate_kept_screen,
	    .arg = &state->rated,
	};
}

/* It may have been rated meanwhile.  What fails to be read stays as it is. */
static void
judge_again(struct answer_state *state)
{
	struct store *store = state->desk->store;
	struct answer_judged judged;
	struct answer_row row;
	struct peers peers;
	struct err err = {0};

	if (judge_answer(store, state->row.pk, "self", &judged, &err) != 0 ||
	    store_answer_get(store, state->row.answer.id, &row, &err) != 1)
		return;
	state->judged = judged;
	state->row.answer.metric = row.answer.metric;
	answer_row_release(&row);
	if (peers_load(store, state->row.pk, &peers, &err) != 0)
		return;
	peers_release(&state->peers);
	state->peers = peers;
}

static struct outcome
answer_event(void *data, const struct event *event)
{
	struct answer_state *state = data;

	if (event->kind == EVENT_RESUME)
		judge_again(state);
	if (state->name.open)
		return ask_line_event(&state->name, event) == ASKED_DONE
			   ? rate(state)
			   : OUTCOME_STAY;
	if (event->kind != EVENT_KEY)
		return OUTCOME_STAY;
	switch ((enum action)keymap_action(answer_keys, event->key)) {
	case BACK:
		return OUTCOME_POP;
	case BEFORE:
		if (state->has_before)
			return (struct outcome){
			    .kind = PUSH,
			    .screen = &answer_screen,
			    .arg = state->before.answer.id,
			};
		break;
	case DIFFERENCES:
		return (struct outcome){
		    .kind = PUSH,
		    .screen = &retake_screen,
		    .arg = state->row.answer.id,
		};
	case AGAIN:
		return (struct outcome){
		    .kind = PUSH,
		    .screen = &start_screen,
		    .arg = &state->plan,
		};
	case RATE:
		ask_line_begin(&state->name, "");
		break;
	case PLAY:
		voice_play(state->desk->voice, state->row.answer.id);
		break;
	case SCROLL:
	case NO_ACTION:
		page_key(&state->top, event->key,
		    spread_rows(&spread, state, event->cols),
		    frame_rows(event->rows));
		break;
	}
	return OUTCOME_STAY;
}

static void
answer_draw(const void *data, struct surface *surface, struct instant now)
{
	const struct answer_state *state = data;
	const struct answer *answer = &state->row.answer;
	char title[96], right[64] = "";
	struct area body;

	(void)now;
	snprintf(title, sizeof(title), "Answer  %s", answer->rubric);
	if (answer->attempt > 0)
		snprintf(right, sizeof(right), "attempt %d", answer->attempt);
	body = frame_draw(surface, title, right, ROLE_DIM,
	    ask_line_footer(&state->name, answer_keys));
	spread_draw(&spread, state, surface, body, state->top);
	ask_line_draw(&state->name, surface,
	    state->judged.judged.verdict == VERDICT_NONE
		? "Who rates it? Enter alone: you."
		: "Which peer rates it?");
}

static bool
answer_takes_text(const void *data)
{
	const struct answer_state *state = data;

	return state->name.open;
}

const struct screen answer_screen = {
    .name = "answer",
    .about = "A past answer with its ratings, times and text.",
    .state_size = sizeof(struct answer_state),
    .keys = answer_keys,
    .open = answer_open,
    .draw = answer_draw,
    .event = answer_event,
    .takes_text = answer_takes_text,
    .close = answer_close,
};
