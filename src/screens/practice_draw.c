/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "screens/frame.h"
#include "screens/practice.h"
#include "screens/voice.h"
#include "tui/flow.h"
#include "tui/page.h"

enum {
	SECOND_MS = 1000,
	HEAD_ROWS = 2,
	STATUS_ROWS = 2, /* status line and footer */
	PROMPT_SHARE = 3,
	TITLE_SIZE = 256,
	TAB_COLS = 72, /* from here the status line says what Tab does */
};

static const struct session *
session_of(const struct practice_state *state)
{
	return &state->run->session;
}

int
practice_prompt_rows(const struct practice_state *state, int cols)
{
	char *text = session_asked(session_of(state));
	int rows = flow_rows(text, cols);

	free(text);
	return rows;
}

/* True while the answer is on screen, perhaps under a question. */
static bool
shows_editor(const struct practice_state *state)
{
	enum phase phase = session_of(state)->phase;

	return (phase == PHASE_ANSWER || phase == PHASE_PROBE) &&
	       state->over != OVER_QUESTION && state->over != OVER_HINT;
}

/* The prompt gets what it needs, but while the answer is written no more than
 * a third of the screen. */
struct practice_layout
practice_layout(const struct practice_state *state, int rows, int cols)
{
	struct practice_layout layout = {.status_row = rows - STATUS_ROWS};
	int body = rows - HEAD_ROWS - STATUS_ROWS;
	int want = practice_prompt_rows(state, cols), top;

	if (body < 0)
		body = 0;
	if (shows_editor(state))
		body = body / PROMPT_SHARE > 0 ? body / PROMPT_SHARE : 1;
	layout.prompt =
	    (struct area){HEAD_ROWS, 0, want < body ? want : body, cols};
	if (!shows_editor(state)) {
		if (practice_is_staged(state) && state->over == OVER_NONE &&
		    session_of(state)->phase == PHASE_THINK)
			practice_place_thinking(state, &layout, rows, cols);
		return layout;
	}
	top = HEAD_ROWS + layout.prompt.rows + 1;
	layout.text = (struct area){top, 0, layout.status_row - top, cols};
	if (practice_is_staged(state))
		practice_place_spoken(state, &layout, rows, cols);
	return layout;
}

static enum role
urgency_role(enum urgency urgency)
{
	switch (urgency) {
	case URGENCY_CALM:
		return ROLE_GOOD;
	case URGENCY_SOON:
		return ROLE_WARN;
	case URGENCY_LAST:
	case URGENCY_OVERTIME:
		return ROLE_BAD;
	}
	return ROLE_TEXT;
}

/* `Think 0:25`, `2:47 left`, `0:12 left!`, `+0:07 over`: the words say what
 * the colour says. */
static struct practice_clock
clock_of(const struct practice_state *state, struct instant now)
{
	const struct session *session = session_of(state);
	int64_t left = session_left_ms(session, now.mono_ms);
	int64_t limit = session_limit_ms(session);
	enum urgency urgency = timer_urgency(left, limit);
	int64_t shown = timer_shown_s(left);
	char clock[DATE_SIZE];
	struct practice_clock is = {.role = urgency_role(urgency)};

	if (session_paused(session))
		return (struct practice_clock){"paused", ROLE_WARN};
	if (limit == 0)
		return (struct practice_clock){"", ROLE_TEXT};
	if (state->clock_hidden)
		return (struct practice_clock){"clock hidden", ROLE_DIM};
	if (session_locked(session, now.mono_ms))
		return (struct practice_clock){"0:00 time is up", ROLE_BAD};
	date_clock(clock, shown < 0 ? -shown : shown);
	if (session->phase == PHASE_THINK)
		snprintf(is.text, sizeof(is.text), "think %s", clock);
	else if (shown < 0)
		snprintf(is.text, sizeof(is.text), "+%s over", clock);
	else
		snprintf(is.text, sizeof(is.text), "%s left%s", clock,
		    urgency >= URGENCY_LAST ? "!" : "");
	return is;
}

static const char *
or_any(const char *text)
{
	return question_any(text) ? "any" : text;
}

static void
title_text(const struct practice_state *state, char out[TITLE_SIZE])
{
	const struct session *session = session_of(state);
	const struct task *task = session_task(session);
	char limit[DATE_SIZE];

	date_clock(limit, (int64_t)task->limit_s);
	snprintf(out, TITLE_SIZE, "%s %d/%d  company %s  level %s  limit %s%s",
	    state->round_label, session->at + 1, session->n_tasks,
	    or_any(task->question.company), or_any(task->question.level), limit,
	    session->strict ? "  strict" : "");
}

static void
draw_prompt(const struct practice_state *state, struct surface *surface,
    const struct practice_layout *layout)
{
	char *text = session_asked(session_of(state));
	int all = flow_draw(
	    surface, layout->prompt, ROLE_ACCENT, text, state->prompt_top);
	int below = all - state->prompt_top - layout->prompt.rows;
	char more[32];

	free(text);
	if (below <= 0)
		return;
	snprintf(more, sizeof(more), " F6: %d more", below);
	surface_text_right(surface,
	    layout->prompt.row + layout->prompt.rows - 1, 0,
	    layout->prompt.cols, ROLE_KEY, more);
}

/* Pause and hint say beforehand that the mock will not be clean. */
static const char *
unclean_reason(const struct practice_state *state, struct instant now, int room)
{
	static const char beforehand[] = "pause and hint make a mock not clean";
	const struct take *take = &session_of(state)->take;

	if (take->hint)
		return "not a clean mock: hint opened";
	if (timer_paused(&take->think, now.mono_ms) +
		timer_paused(&take->answer, now.mono_ms) +
		timer_paused(&take->probe, now.mono_ms) >
	    0)
		return "not a clean mock: paused";
	return room < (int)sizeof(beforehand) ? "pause, hint: not clean"
					      : beforehand;
}

/* Where the track, which says so too, does not show. */
static bool
may_begin_to_speak(const struct practice_state *state)
{
	return practice_speaks(state) && !practice_is_staged(state) &&
	       session_of(state)->phase == PHASE_ANSWER;
}

static void
draw_status(const struct practice_state *state, struct surface *surface,
    const struct practice_layout *layout, struct instant now)
{
	int row = layout->status_row, used = 0;

	if (state->notice[0] != '\0') {
		surface_text_cut(
		    surface, row, 0, surface->cols, ROLE_WARN, state->notice);
		return;
	}
	if (voice_records(state->run->desk->voice))
		used = surface_text(
		    surface, row, 0, surface->cols, ROLE_WARN, "recording   ");
	if (shows_editor(state))
		used += surface_textf(surface, row, used, surface->cols - used,
		    ROLE_DIM, "%s%zu words   ",
		    practice_speaks(state) ? "notes: " : "", state->words);
	if (may_begin_to_speak(state) && surface->cols >= TAB_COLS)
		used += surface_text(surface, row, used, surface->cols - used,
		    ROLE_KEY, "Tab when you begin to speak   ");
	surface_text_cut(surface, row, used, surface->cols - used, ROLE_DIM,
	    unclean_reason(state, now, surface->cols - used));
}

static void
draw_sections(const struct practice_state *state, struct surface *surface,
    struct area area)
{
	const struct rubric *rubric = &session_task(session_of(state))->rubric;
	struct page page = page_begin(surface, area, 0);

	for (size_t i = 0; i < rubric->n; i++)
		page_textf(&page, 2, ROLE_TEXT, "%s: %s",
		    rubric->signals[i].label, rubric->signals[i].asks);
}

static const char *
mode_text(const struct practice_state *state)
{
	return practice_speaks(state) ? "Spoken, with notes; m: type it"
				      : "Typed; m: speak it";
}

/* Before the answer: the prompt is only shown once its clock runs. */
static void
draw_wait(const struct practice_state *state, struct surface *surface,
    const struct practice_layout *layout)
{
	bool ready = session_of(state)->phase == PHASE_READY;
	struct area area = {HEAD_ROWS + 1, 0, 0, surface->cols};

	if (!ready)
		area.row = layout->prompt.row + layout->prompt.rows + 1;
	if (layout->clock.rows > 0)
		area.cols = layout->clock.col - 1;
	area.rows = layout->status_row - area.row;
	if (area.rows > 0)
		surface_text_cut(surface, area.row, 0, area.cols, ROLE_TITLE,
		    ready ? "Enter shows the question and starts its clock."
			  : "Think. Enter starts the answer. It is rated on:");
	if (area.rows > 1)
		surface_text_cut(surface, area.row + 1, 0, area.cols, ROLE_DIM,
		    mode_text(state));
	area.row += 2;
	area.rows -= 2;
	if (!ready && area.rows > 0)
		draw_sections(state, surface, area);
}

static void
draw_over(const struct practice_state *state, struct surface *surface,
    const struct practice_layout *layout)
{
	static const char *const abandon[] = {
	    "x    abandon: the text is kept, the answer counts as skipped",
	    "l    leave it as a draft and go on later (the clock pauses)",
	    "Esc  keep answering; the clock is running",
	    NULL,
	};
	static const char *const skip[] = {
	    "s    skip: the text is kept, there is no rating",
	    "Esc  keep answering; the clock is running",
	    NULL,
	};
	const struct question *question =
	    &session_task(session_of(state))->question;
	struct area body = {
	    HEAD_ROWS, 0, layout->status_row - HEAD_ROWS, surface->cols};

	switch (state->over) {
	case OVER_NONE:
	case OVER_QUESTION:
		break;
	case OVER_HINT:
		body.row += layout->prompt.rows + 1;
		body.rows -= layout->prompt.rows + 1;
		flow_draw(surface, body, ROLE_TEXT,
		    *question->hint ? question->hint
				    : "This question has no hint.",
		    0);
		break;
	case OVER_ABANDON:
		frame_ask(surface, body, "Stop this answer?", abandon);
		break;
	case OVER_SKIP:
		frame_ask(surface, body, "Skip this question?", skip);
		break;
	}
}

void
practice_draw(const void *data, struct surface *surface, struct instant now)
{
	const struct practice_state *state = data;
	const struct session *session = session_of(state);
	struct practice_layout layout =
	    practice_layout(state, surface->rows, surface->cols);
	struct practice_clock clock = clock_of(state, now);
	struct key_binding keys[PRACTICE_KEYS];
	char title[TITLE_SIZE];

	title_text(state, title);
	practice_footer(state, keys);
	frame_draw(surface, title, clock.text, clock.role, keys);
	if (session->phase != PHASE_READY)
		draw_prompt(state, surface, &layout);
	if (shows_editor(state)) {
		surface_rule(surface, layout.prompt.row + layout.prompt.rows, 0,
		    surface->cols, ROLE_DIM);
		editor_draw(&state->editor, surface, layout.text, true);
	} else if (state->over == OVER_NONE) {
		draw_wait(state, surface, &layout);
	}
	if (practice_is_staged(state))
		practice_draw_spoken(state, surface, &layout, clock, now);
	draw_over(state, surface, &layout);
	draw_status(state, surface, &layout, now);
}
