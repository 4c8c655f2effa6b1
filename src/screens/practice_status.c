/* SPDX-License-Identifier: MIT */
/* The line above the keys: what is to be said, or how the answer stands. */
#include "core/clarify.h"
#include "screens/frame.h"
#include "screens/practice.h"
#include "screens/voice.h"
#include "tui/layout.h"

enum { TAB_COLS = 72 /* from here it says what Tab does */ };

static const struct session *
session_of(const struct practice_state *state)
{
	return &state->run->session;
}

/* Pause and hint say beforehand that the mock will not be clean. */
static const char *
unclean_reason(const struct practice_state *state, struct instant now, int room)
{
	static const char beforehand[] = "pause and hint make a mock not clean";
	const struct take *take = &session_of(state)->take;
	bool paused = timer_paused(&take->think, now.mono_ms) +
			  timer_paused(&take->answer, now.mono_ms) +
			  timer_paused(&take->probe, now.mono_ms) >
		      0;

	if (take->hint && paused)
		return "not a clean mock: paused, hint opened";
	if (take->hint)
		return "not a clean mock: hint opened";
	if (paused)
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

void
practice_draw_status(const struct practice_state *state,
    struct surface *surface, const struct practice_layout *layout,
    struct instant now)
{
	int row = layout->foot.row, used = 0;

	if (state->notice[0] != '\0') {
		frame_notice_at(surface, row, state->notice);
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
