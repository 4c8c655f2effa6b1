/* SPDX-License-Identifier: MIT */
/* What stands beside the answer: the parts of the side pane. */
#include "screens/practice.h"
#include "tui/flow.h"
#include "tui/layout.h"

/* From the top down; the first ones stay where there is little room. */
static const struct practice_part *const parts[] = {
    &practice_clock_and_track,
    &practice_sections,
    &practice_hint,
};

enum { PARTS = sizeof(parts) / sizeof(parts[0]), PART_GAP = 1 };

/* Walks through the parts; draws them where there is a surface.  Returns the
 * rows that they take. */
static int
walk(const struct practice_state *state, struct practice_room room,
    struct surface *surface, struct practice_clock clock, struct instant now)
{
	struct practice_room left = room;

	for (int i = 0; i < PARTS && left.area.rows > 0; i++) {
		int rows = parts[i]->rows(state, left);
		struct practice_room given = left;

		if (rows <= 0)
			continue;
		given.area = layout_top(&left.area, rows);
		if (surface != NULL)
			parts[i]->draw(state, surface, given, clock, now);
		room.area.rows = left.area.row - room.area.row;
		layout_top(&left.area, PART_GAP);
	}
	return left.area.row > room.area.row ? room.area.rows : 0;
}

int
practice_side_rows(
    const struct practice_state *state, struct practice_room room)
{
	return walk(state, room, NULL, (struct practice_clock){.text = ""},
	    (struct instant){0});
}

void
practice_side_draw(const struct practice_state *state, struct surface *surface,
    struct practice_room room, struct practice_clock clock, struct instant now)
{
	walk(state, room, surface, clock, now);
}

const char *
practice_hint_text(const struct practice_state *state)
{
	const struct question *question =
	    &session_task(&state->run->session)->question;

	return *question->hint ? question->hint : "This question has no hint.";
}

/* Under a title of its own; where there is no column it covers the answer. */
static int
hint_rows(const struct practice_state *state, struct practice_room room)
{
	if (state->over != OVER_HINT || !room.column)
		return 0;
	return 1 + flow_rows(practice_hint_text(state), room.area.cols);
}

static void
hint_draw(const struct practice_state *state, struct surface *surface,
    struct practice_room room, struct practice_clock clock, struct instant now)
{
	struct area title = layout_top(&room.area, 1);

	(void)clock;
	(void)now;
	surface_text_cut(surface, title.row, title.col, title.cols, ROLE_TITLE,
	    "Hint (F4 closes it)");
	flow_draw(surface, room.area, ROLE_TEXT, practice_hint_text(state), 0);
}

const struct practice_part practice_hint = {
    .rows = hint_rows,
    .draw = hint_draw,
};
