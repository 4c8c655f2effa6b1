/* SPDX-License-Identifier: MIT */
/* The data of a question while it is answered: above the answer, as long as
 * that leaves room to write; else with the whole question, a key away. */
#include "screens/figures.h"
#include "screens/practice.h"
#include "screens/practice_band.h"
#include "tui/layout.h"

enum { TEXT_LEAST = 6 /* rows that the table must leave to write in */ };

static const struct session *
session_of(const struct practice_state *state)
{
	return &state->run->session;
}

static const struct material *
material_of(const struct practice_state *state)
{
	return &session_task(session_of(state))->material;
}

bool
practice_has_table(const struct practice_state *state)
{
	return session_of(state)->phase != PHASE_READY &&
	       material_of(state)->n_rows > 1;
}

/* 0 where it has no place above such a body. */
static int
rows_above(const struct practice_state *state, struct area body)
{
	struct table table = figures_table(material_of(state));
	int rows = table_rows(&table, body.cols);
	int least = practice_writes(state) ? TEXT_LEAST : 0;

	return body.rows - rows - 1 >= least ? rows : 0;
}

static void
place_table(const struct practice_state *state, struct practice_layout *layout)
{
	int rows;

	if (!practice_has_table(state) || state->table_folded)
		return;
	rows = rows_above(state, layout->body);
	layout->table = layout_top(&layout->body, rows);
	if (rows > 0)
		layout_top(&layout->body, 1);
}

static void
draw_table(const struct practice_state *state, struct surface *surface,
    const struct practice_layout *layout)
{
	struct table table = figures_table(material_of(state));

	if (layout_shows(layout->table))
		table_draw(surface, layout->table, &table, 0);
}

const struct practice_band practice_table_band = {
    .place = place_table,
    .draw = draw_table,
};

void
practice_toggle_table(struct practice_state *state, int rows, int cols)
{
	struct practice_state unfolded = *state;

	state->prompt_top = 0;
	unfolded.table_folded = false;
	if (state->over == OVER_QUESTION)
		state->over = OVER_NONE;
	else if (layout_shows(practice_layout(&unfolded, rows, cols).table))
		state->table_folded = !state->table_folded;
	else
		state->over = OVER_QUESTION;
}
