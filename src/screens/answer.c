/* SPDX-License-Identifier: MIT */
/* A past answer: verdict, ratings beside the attempt before, times, text. */
#include <stdio.h>

#include "base/date.h"
#include "base/list.h"
#include "screens/desk.h"
#include "screens/findings.h"
#include "screens/frame.h"
#include "screens/signals.h"
#include "store/history.h"

enum action { NO_ACTION, BACK, BEFORE, DIFFERENCES, AGAIN, SCROLL };

static const struct key_binding answer_keys[] = {
    {{K_ESC, 'q'}, BACK, "back", "go back"},
    {{'b'}, BEFORE, "before", "open the attempt before this one"},
    {{'d'}, DIFFERENCES, "differences",
	"what changed since the attempt before"},
    {{'p'}, AGAIN, "practise", "answer this question again, now"},
    FRAME_SCROLL_KEYS(SCROLL),
    {{0}, NO_ACTION, NULL, NULL},
};

struct answer_state {
	struct desk *desk;
	struct answer_row row, before;
	bool has_before;
	struct answer_judged judged, judged_before;
	struct findings findings; /* none where texts are private */
	struct plan plan;         /* of answering it again */
	int top;
};

static void
answer_close(void *data)
{
	struct answer_state *state = data;

	findings_close(&state->findings);
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
	if (judge_answer(store, state->row.pk, "self", &state->judged, err))
		return -1;
	rc =
	    store_answer_before(store, &state->row.answer, &state->before, err);
	state->has_before = rc == 1;
	if (rc == 1)
		rc = judge_answer(store, state->before.pk, "self",
		    &state->judged_before, err);
	if (rc < 0)
		return -1;
	if (state->desk->private)
		return 0;
	return findings_open(&state->findings, store, &state->row.answer, err);
}

static int
answer_open(void *data, void *desk, const void *arg, const struct event *event,
    struct err *err)
{
	struct answer_state *state = data;

	(void)event;
	state->desk = desk;
	if (load(state, arg, err) != 0) {
		answer_close(state);
		return -1;
	}
	state->plan = plan_default();
	state->plan.question = state->row.answer.question_id;
	state->plan.probes = state->desk->probes;
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
draw_text(struct page *page, const struct answer_state *state)
{
	const struct answer *answer = &state->row.answer;

	page_gap(page);
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
draw_page(const void *data, struct page *page)
{
	const struct answer_state *state = data;
	const struct answer *answer = &state->row.answer;

	page_text(page, 0, ROLE_ACCENT, answer->prompt);
	page_gap(page);
	signals_draw(page, answer, &state->judged,
	    state->has_before ? &state->judged_before : NULL);
	signals_times(page, answer);
	draw_list(page, "Sections (signal:seconds)", answer->splits);
	if (!state->desk->private)
		draw_list(page, "Probes", answer->probes);
	findings_draw_notes(page, &state->findings);
	draw_text(page, state);
}

static struct outcome
answer_event(void *data, const struct event *event)
{
	struct answer_state *state = data;

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
	case SCROLL:
	case NO_ACTION:
		page_key(&state->top, event->key,
		    page_rows(draw_page, state, event->cols),
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
	struct page page;

	(void)now;
	snprintf(title, sizeof(title), "Answer  %s", answer->rubric);
	if (answer->attempt > 0)
		snprintf(right, sizeof(right), "attempt %d", answer->attempt);
	body = frame_draw(surface, title, right, ROLE_DIM, answer_keys);
	page = page_begin(surface, body, state->top);
	draw_page(state, &page);
}

const struct screen answer_screen = {
    .name = "answer",
    .about = "A past answer with its ratings, times and text.",
    .state_size = sizeof(struct answer_state),
    .keys = answer_keys,
    .open = answer_open,
    .draw = answer_draw,
    .event = answer_event,
    .close = answer_close,
};
