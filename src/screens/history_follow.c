/* SPDX-License-Identifier: MIT */
/* What the history shows of the selected session: where the search has hit it,
 * and, where there is room, the session itself. */
#include <string.h>

#include "screens/history_parts.h"
#include "screens/session_hit.h"
#include "tui/layout.h"

void
history_drop_preview(struct history_state *state)
{
	if (state->previewed)
		session_page_release(&state->preview);
	state->previewed = false;
}

static void
look_for_hit(struct history_state *state, int at, const char *search)
{
	struct answer_row *rows;
	struct session_hit hit;
	struct err ignored;
	int n;

	if (store_session_answers(state->browser.desk->store,
		state->rows[at].pk, &rows, &n, &ignored) == 0) {
		hit =
		    session_hit_find(rows, n, state->remarks[at].note, search);
		session_hit_tell(&hit, rows, search, &state->hit);
	}
	answer_rows_free(rows, n);
}

static void
follow_hit(struct history_state *state, int at)
{
	const char *search = state->browser.wanted;
	struct str of = STR_INIT;

	if (at >= 0 && *search != '\0')
		str_addf(&of, "%s %s", state->rows[at].id, search);
	if (strcmp(of.s, state->hit_of.s) != 0) {
		str_clear(&state->hit);
		if (of.len > 0)
			look_for_hit(state, at, search);
	}
	str_release(&state->hit_of);
	state->hit_of = of;
}

/* What can't be read is not previewed; opening it says why. */
void
history_follow(struct history_state *state, int cols)
{
	int at = browser_selected(&state->browser);
	struct err err;

	follow_hit(state, at);
	if (state->previewed && at >= 0 && cols >= LAYOUT_WIDE_COLS &&
	    strcmp(state->preview.row.id, state->rows[at].id) == 0)
		return;
	history_drop_preview(state);
	if (at >= 0 && cols >= LAYOUT_WIDE_COLS)
		state->previewed = session_page_load(&state->preview,
				       state->browser.desk->store,
				       state->rows[at].id, &err) == 0;
}
