/* SPDX-License-Identifier: MIT */
/* What the interviewer throws in: a band above the answer, from its moment to
 * the answer's end.  It asks for no key and leaves caret and text alone. */
#include <stdlib.h>

#include "screens/practice.h"
#include "screens/practice_band.h"
#include "tui/flow.h"
#include "tui/layout.h"

enum { ANSWER_ROWS = 3 }; /* that must be left under it */

static const struct session *
session_of(const struct practice_state *state)
{
	return &state->run->session;
}

bool
practice_add_interruption(const struct practice_state *state, struct str *text)
{
	/* The moment, which is kept with it, is stale beside the clock. */
	const char *said = session_interrupted_by(session_of(state));

	if (said == NULL)
		return false;
	str_addf(text, "%sInterviewer: %s", text->len > 0 ? "\n\n" : "", said);
	return true;
}

void
practice_interrupt(struct practice_state *state, const struct event *event)
{
	/* Kept at once: a kill must not have it said again. */
	if (session_interrupt(&state->run->session, event->now.mono_ms))
		practice_changed(state, event->now.mono_ms - AUTOSAVE_IDLE_MS);
}

static void
place_interruption(
    const struct practice_state *state, struct practice_layout *layout)
{
	struct area *body = &layout->body;
	int most = body->rows > ANSWER_ROWS ? body->rows - ANSWER_ROWS : 1;
	struct str said = STR_INIT;
	int rows = 0;

	if (practice_add_interruption(state, &said))
		rows = flow_rows(said.s, body->cols);
	str_release(&said);
	if (rows > most)
		rows = most;
	if (rows == 0 || rows >= body->rows)
		return;
	layout->interruption = layout_top(body, rows);
}

static void
draw_interruption(const struct practice_state *state, struct surface *surface,
    const struct practice_layout *layout)
{
	struct area area = layout->interruption;
	struct str said = STR_INIT;

	if (area.rows == 0)
		return;
	practice_add_interruption(state, &said);
	surface_fill(surface, area, ROLE_SELECTED, true);
	if (flow_draw(surface, area, ROLE_SELECTED, said.s, 0) > area.rows)
		surface_text_right(surface, area.row + area.rows - 1, area.col,
		    area.cols, ROLE_KEY, " F6: more");
	str_release(&said);
}

const struct practice_band practice_interruption_band = {
    .place = place_interruption,
    .draw = draw_interruption,
};
