/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "core/clarify.h"
#include "screens/frame.h"
#include "screens/practice.h"
#include "screens/practice_keys.h"
#include "screens/voice.h"
#include "tui/flow.h"
#include "tui/layout.h"
#include "tui/page.h"

enum {
	SECOND_MS = 1000,
	TAB_COLS = 72, /* from here the status line says what Tab does */
};

#define DIGITS "0123456789"

static const struct session *
session_of(const struct practice_state *state)
{
	return &state->run->session;
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

/* All that is joined fits; this is drawn at every key, and not formatted. */
static void
join(char out[PRACTICE_CLOCK_SIZE], const char *before,
    const char clock[DATE_SIZE], const char *after)
{
	stpcpy(stpcpy(stpcpy(out, before), clock), after);
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
		join(is.text, "think ", clock, "");
	else if (shown < 0)
		join(is.text, "+", clock, " over");
	else
		join(is.text, "", clock,
		    urgency >= URGENCY_LAST ? " left!" : " left");
	return is;
}

/*
 * The digits are plain, so that a tick is one motion and one cell.  The words
 * beside them and the rule under both, which stay, have the colour.
 */
static void
colour_clock(struct surface *surface, const struct practice_clock *clock)
{
	size_t before = strcspn(clock->text, DIGITS);
	struct area under = {.row = 1, .rows = 1}, digits = {.rows = 1};

	under.cols = (int)strlen(clock->text);
	under.col = surface->cols - under.cols;
	digits.col = under.col + (int)before;
	digits.cols = (int)strspn(clock->text + before, DIGITS ":");
	surface_fill(surface, under, clock->role, false);
	surface_fill(surface, digits, ROLE_TEXT, false);
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

static int
draw_words(const struct practice_state *state, struct surface *surface, int row,
    int used)
{
	if (practice_speaks(state))
		used += surface_text(surface, row, used, surface->cols - used,
		    ROLE_DIM, "notes: ");
	return used + surface_text(surface, row, used, surface->cols - used,
			  ROLE_DIM, state->words);
}

/* The words, or what stands in their place. */
static int
draw_written(const struct practice_state *state, struct surface *surface,
    const struct practice_layout *layout, int used)
{
	int row = layout->foot.row, room = surface->cols - used;

	if (practice_clarifies(state))
		return used + surface_text(surface, row, used, room, ROLE_KEY,
				  "Empty Enter: answer   ");
	if (practice_has_sections(state) && !layout_shows(layout->sections) &&
	    !layout_shows(layout->side))
		return used + practice_draw_present_section(state, surface,
				  (struct area){row, used, 1, room});
	return draw_words(state, surface, row, used);
}

/* What has no room above the answer, and how to see it. */
static int
draw_folded(const struct practice_state *state, struct surface *surface,
    const struct practice_layout *layout, int used)
{
	int row = layout->foot.row;
	size_t asked = clarify_count(&session_of(state)->take.parts);

	if (practice_has_table(state) && !layout_shows(layout->table))
		used += surface_text(surface, row, used, surface->cols - used,
		    ROLE_KEY, "Alt-T: table   ");
	if (!practice_clarifies(state) && asked > 0 &&
	    !layout_shows(layout->asked))
		used += surface_textf(surface, row, used, surface->cols - used,
		    ROLE_KEY, "F6: %zu asked   ", asked);
	return used;
}

static int
draw_speak(const struct practice_state *state, struct surface *surface, int row,
    int used)
{
	used += surface_text(surface, row, used, surface->cols - used, ROLE_KEY,
	    practice_split_key(state));
	return used + surface_text(surface, row, used, surface->cols - used,
			  ROLE_KEY, " when you begin to speak   ");
}

static void
draw_status(const struct practice_state *state, struct surface *surface,
    const struct practice_layout *layout, struct instant now)
{
	int row = layout->foot.row, used = 0;

	if (state->notice[0] != '\0') {
		surface_text_cut(
		    surface, row, 0, surface->cols, ROLE_WARN, state->notice);
		return;
	}
	if (voice_records(state->run->desk->voice))
		used = surface_text(
		    surface, row, 0, surface->cols, ROLE_WARN, "recording   ");
	if (practice_shows_editor(state, surface->cols)) {
		used += practice_backlog_status(state, surface, row, used);
		used = draw_written(state, surface, layout, used);
	}
	if (!practice_is_covered(state, surface->cols))
		used = draw_folded(state, surface, layout, used);
	if (may_begin_to_speak(state) && surface->cols >= TAB_COLS)
		used = draw_speak(state, surface, row, used);
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
    struct area area)
{
	bool ready = session_of(state)->phase == PHASE_READY;
	struct area line = layout_top(&area, 1);

	if (line.rows > 0)
		surface_text_cut(surface, line.row, line.col, line.cols,
		    ROLE_TITLE,
		    ready ? "Enter shows the question and starts its clock."
			  : "Think. Enter starts the answer. It is rated on:");
	line = layout_top(&area, 1);
	if (line.rows > 0)
		surface_text_cut(surface, line.row, line.col, line.cols,
		    ROLE_DIM, mode_text(state));
	if (!ready && area.rows > 0)
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
	    "x    abandon: the text is kept, the answer counts as skipped",
	    "l    leave it as a draft and go on later (the clock pauses)",
	    "Esc  keep answering; the clock is running",
	    NULL,
	};
	static const char *const put_down[] = {
	    "l    put it down until later: the clock stops, it stays clean",
	    "x    abandon: the text is kept, the answer counts as skipped",
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
	struct practice_clock clock = clock_of(state, now);
	struct key_binding keys[PRACTICE_KEYS];

	practice_footer(state, keys);
	frame_draw(surface, state->title, clock.text, clock.role, keys);
	colour_clock(surface, &clock);
	if (session->phase != PHASE_READY)
		practice_prompt_draw(state, surface, &layout);
	if (practice_shows_editor(state, surface->cols)) {
		draw_rules(surface, &layout, side);
		practice_draw_interruption(state, surface, &layout);
		practice_backlog_draw(state, surface, &layout);
		practice_draw_asked(state, surface, &layout);
		draw_body(state, surface, &layout);
		practice_draw_sections(state, surface, &layout);
	} else if (waits(state, surface->cols)) {
		draw_wait(state, surface, layout.body);
	}
	practice_draw_table(state, surface, &layout);
	if (layout_shows(side.area))
		practice_side_draw(state, surface, side, clock, now);
	draw_over(state, surface, &layout);
	draw_status(state, surface, &layout, now);
}
