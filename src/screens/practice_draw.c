/* SPDX-License-Identifier: MIT */
/* What is seen of the practice screen, pane by pane. */
#include <stdlib.h>

#include "base/date.h"
#include "screens/frame.h"
#include "screens/practice.h"
#include "screens/practice_band.h"
#include "screens/practice_keys.h"
#include "tui/flow.h"
#include "tui/layout.h"
#include "tui/page.h"

static const struct session *
session_of(const struct practice_state *state)
{
	return &state->run->session;
}

static const char *
or_any(const char *text)
{
	return question_any(text) ? "any" : text;
}

char *
practice_title(const struct session *session, const char *round_label)
{
	const struct task *task = session_task(session);
	struct str title = STR_INIT;
	char limit[DATE_SIZE];

	date_clock(limit, (int64_t)task->limit_s);
	str_addf(&title, "%s %d/%d  company %s  level %s  limit %s%s",
	    round_label, session->at + 1, session->n_tasks,
	    or_any(task->question.company), or_any(task->question.level), limit,
	    session->strict ? "  strict" : "");
	return str_detach(&title);
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
    struct area area)
{
	bool ready = session_of(state)->phase == PHASE_READY;
	struct area line = layout_top(&area, 1);

	if (line.rows > 0)
		surface_text_cut(surface, line.row, line.col, line.cols,
		    ROLE_TITLE,
		    ready ? "Enter shows the question and starts its clock."
			  : "Think. Enter starts the answer.");
	line = layout_top(&area, 1);
	if (line.rows > 0)
		surface_text_cut(surface, line.row, line.col, line.cols,
		    ROLE_DIM, mode_text(state));
	if (ready || area.rows < 1)
		return;
	line = layout_top(&area, 1);
	surface_text_cut(surface, line.row, line.col, line.cols, ROLE_TITLE,
	    "It is rated on:");
	draw_sections(state, surface, area);
}

/* Rules part what stands below each other. */
static void
draw_rules(struct surface *surface, const struct practice_layout *layout,
    struct practice_room side)
{
	if (!layout->wide)
		surface_rule(surface, layout->prompt.row + layout->prompt.rows,
		    0, surface->cols, ROLE_DIM);
	if (!side.column && side.area.rows > 1)
		surface_rule(surface, side.area.row + side.area.rows, 0,
		    surface->cols, ROLE_DIM);
}

static void
draw_over(const struct practice_state *state, struct surface *surface,
    const struct practice_layout *layout)
{
	static const char *const abandon[] = {
	    "x    abandon: the text is kept as skipped, the round ends",
	    "l    leave it as a draft and go on later (the clock pauses)",
	    "Esc  keep answering; the clock is running",
	    NULL,
	};
	static const char *const put_down[] = {
	    "l    put it down until later: the clock stops, it stays clean",
	    "x    abandon: the text is kept as skipped, the round ends",
	    "Esc  keep answering; the clock is running",
	    NULL,
	};
	static const char *const skip[] = {
	    "s    skip: the text is kept, there is no rating",
	    "Esc  keep answering; the clock is running",
	    NULL,
	};
	struct area body = {.cols = surface->cols};

	body.row = layout->head.row + layout->head.rows;
	body.rows = layout->foot.row - body.row;

	switch (state->over) {
	case OVER_NONE:
	case OVER_QUESTION:
		break;
	case OVER_HINT:
		if (practice_is_covered(state, surface->cols))
			flow_draw(surface, layout->body, ROLE_TEXT,
			    practice_hint_text(state), 0);
		break;
	case OVER_ABANDON:
		frame_ask(surface, body, "Stop this answer?",
		    session_over_days(session_of(state)) ? put_down : abandon);
		break;
	case OVER_SKIP:
		frame_ask(surface, body, "Skip this question?", skip);
		break;
	}
}

/* True where the sections to think about stand in the body. */
static bool
waits(const struct practice_state *state, int cols)
{
	return !practice_writes(state) &&
	       (state->over == OVER_NONE || state->over == OVER_HINT) &&
	       !practice_is_covered(state, cols);
}

/* Questions back come before the answer, in its place. */
static void
draw_body(const struct practice_state *state, struct surface *surface,
    const struct practice_layout *layout)
{
	if (layout_shows(layout->table) || layout_shows(layout->asked))
		surface_rule(surface, layout->body.row - 1, layout->body.col,
		    layout->body.cols, ROLE_DIM);
	if (practice_clarifies(state))
		practice_draw_clarify(state, surface, layout);
	else
		editor_draw(&state->editor, surface, layout->body,
		    !practice_backlog_has_focus(state));
}

/* Each event lays out, and only a help page over the screen takes a resize away
 * from it. */
static struct practice_layout
layout_for(const struct practice_state *state, const struct surface *surface)
{
	if (state->layout.rows == surface->rows &&
	    state->layout.cols == surface->cols)
		return state->layout;
	return practice_layout(state, surface->rows, surface->cols);
}

void
practice_draw(const void *data, struct surface *surface, struct instant now)
{
	const struct practice_state *state = data;
	const struct session *session = session_of(state);
	struct practice_layout layout = layout_for(state, surface);
	struct practice_room side = {
	    .area = layout.side,
	    .column = layout.side.col > 0,
	};
	struct practice_clock clock = practice_clock_of(state, now);
	struct key_binding keys[PRACTICE_KEYS];
	bool shows_editor = practice_shows_editor(state, surface->cols);

	practice_footer(state, keys);
	frame_draw(surface, state->title, clock.text, clock.role, keys);
	practice_colour_clock(surface, &clock);
	if (session->phase != PHASE_READY)
		practice_prompt_draw(state, surface, &layout);
	if (shows_editor)
		draw_rules(surface, &layout, side);
	practice_draw_bands(state, surface, &layout);
	if (shows_editor)
		draw_body(state, surface, &layout);
	else if (waits(state, surface->cols))
		draw_wait(state, surface, layout.body);
	if (layout_shows(side.area))
		practice_side_draw(state, surface, side, clock, now);
	draw_over(state, surface, &layout);
	practice_draw_status(state, surface, &layout, now);
}
