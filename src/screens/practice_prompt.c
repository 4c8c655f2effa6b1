/* SPDX-License-Identifier: MIT */
/* The pane with what is asked. */
#include <stdio.h>
#include <stdlib.h>

#include "base/date.h"
#include "base/mem.h"
#include "screens/practice.h"
#include "tui/layout.h"
#include "tui/page.h"

enum { SECOND_MS = 1000 };

static void
draw_more(
    struct surface *surface, const struct practice_layout *layout, int below)
{
	struct area last = layout->prompt;
	char more[32];

	last = layout_bottom(&last, 1);
	snprintf(more, sizeof(more), " F6: %d more", below);
	surface_text_right(
	    surface, last.row, last.col, last.cols, ROLE_KEY, more);
}

/* The answer's, also while one thinks about it; or the probe's. */
static int64_t
limit_in_s(const struct session *session)
{
	return session->phase == PHASE_PROBE
		   ? session_limit_ms(session) / SECOND_MS
		   : (int64_t)session_task(session)->limit_s;
}

/* What the clock is about, for whoever looks up from a long answer. */
static void
draw_facts(const struct practice_state *state, struct page *page)
{
	const struct session *session = &state->run->session;
	int64_t limit_s = limit_in_s(session);
	char limit[DATE_SIZE], half[DATE_SIZE];

	date_clock(limit, limit_s);
	date_clock(half, limit_s / 2);
	if (limit_s > 0)
		page_textf(page, 0, ROLE_DIM, "Limit %s; half of it is %s.",
		    limit, half);
	page_text(page, 0, ROLE_DIM,
	    practice_speaks(state) ? "Spoken: what you type are notes."
				   : "Typed.");
	if (session->strict)
		page_text(page, 0, ROLE_DIM, "Strict: locked at the limit.");
}

/* True where what comes with the question has a place of its own, or there is
 * nothing. */
static bool
stands_alone(const struct practice_state *state)
{
	const struct session *session = &state->run->session;

	return state->over != OVER_QUESTION && session->phase != PHASE_PROBE &&
	       (practice_has_backlog(state) || practice_has_table(state) ||
		   session_task(session)->material.n_features == 0);
}

char *
practice_prompt_text(const struct practice_state *state)
{
	const struct session *session = &state->run->session;
	struct str text = STR_INIT;
	char *asked;

	if (stands_alone(state))
		return mem_text(session_task(session)->question.prompt);
	asked = session_asked(session);
	str_add(&text, asked);
	free(asked);
	if (state->over == OVER_QUESTION) {
		practice_add_asked(state, &text);
		practice_add_interruption(state, &text);
	}
	return str_detach(&text);
}

void
practice_prompt_draw(const struct practice_state *state,
    struct surface *surface, const struct practice_layout *layout)
{
	int shown = layout->prompt_rows - state->prompt_top;
	struct area under = layout->prompt;
	struct page page;

	laid_draw(state->asked, surface, layout->prompt, ROLE_ACCENT,
	    state->prompt_top);
	if (shown > layout->prompt.rows) {
		draw_more(surface, layout, shown - layout->prompt.rows);
	} else if (layout->wide) {
		layout_top(&under, shown + 1);
		page = page_begin(surface, under, 0);
		draw_facts(state, &page);
	}
}
