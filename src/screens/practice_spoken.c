/* SPDX-License-Identifier: MIT */
/* What a spoken answer has besides its notes: a clock that can be read from
 * where one speaks, and the sections as a track, target against actual. */
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "core/split.h"
#include "screens/practice.h"
#include "tui/digits.h"
#include "tui/layout.h"

enum {
	SECOND_MS = 1000,
	STEP_MS = 5 * SECOND_MS, /* of the section that runs */
	TEN_MINUTES_S = 600,
	HOUR_S = 3600,
	TRACK_ROWS = 3, /* that must be left under a clock in a column */
	BIG_COLS = 60,  /* of a band: below it the clock is not drawn big */
	GAP = 2,
	LABEL_COLS = 20,
	TIMES_COLS = 15, /* `   0:12/0:36   ` */
	USED_COLS = 7,   /* the first of them */
	BAR = 10,
	BAR_FROM_COLS = 40, /* of the track: below it has no bars */
	LINE_SIZE = 96,
};

static const struct session *
session_of(const struct practice_state *state)
{
	return &state->run->session;
}

bool
practice_speaks(const struct practice_state *state)
{
	return session_of(state)->mode == MODE_SPOKEN;
}

bool
practice_is_staged(const struct practice_state *state)
{
	const struct session *session = session_of(state);

	return practice_speaks(state) &&
	       (session->mode_asked || session->take.n_splits > 0);
}

static bool
is_tracked(const struct practice_state *state)
{
	return session_of(state)->phase == PHASE_ANSWER;
}

int
practice_clock_cols(const struct practice_state *state)
{
	int64_t limit_s = session_limit_ms(session_of(state)) / SECOND_MS;

	if (!practice_is_staged(state))
		return 0;
	if (limit_s < TEN_MINUTES_S)
		return digits_cols("+0:00");
	return digits_cols(limit_s < HOUR_S ? "+00:00" : "+0:00:00");
}

/*
 * Time used for a section so far; negative: it is not marked.  The present one
 * counts in steps, so that a second is seen to pass in one place only.
 */
static int64_t
used_ms(const struct practice_state *state, int i, struct instant now)
{
	const struct take *take = &session_of(state)->take;
	int64_t used;

	if (i >= take->n_splits)
		return -1;
	if (i + 1 < take->n_splits)
		return take->split_ms[i + 1] - take->split_ms[i];
	used = timer_elapsed(&take->answer, now.mono_ms) - take->split_ms[i];
	return used - used % STEP_MS;
}

static int64_t
target_ms(const struct practice_state *state, int i)
{
	const struct task *task = session_task(session_of(state));

	return (int64_t)(SECOND_MS * split_target_s(&task->rubric, (size_t)i,
					 task->limit_s));
}

static const char *
label_of(const struct practice_state *state, int i)
{
	return session_task(session_of(state))->rubric.signals[i].label;
}

static void
clock_or_dash(char out[DATE_SIZE], int64_t ms)
{
	if (ms < 0)
		snprintf(out, DATE_SIZE, "-");
	else
		date_clock(out, ms / SECOND_MS);
}

/* Of the whole seconds that are shown. */
static int64_t
over_s(int64_t used, int64_t target)
{
	return used / SECOND_MS - target / SECOND_MS;
}

/* `####------`; past the target `+0:04 over`. */
static void
bar_text(char out[LINE_SIZE], int64_t used, int64_t target)
{
	char over[DATE_SIZE];
	int full = used > 0 && target > 0 ? (int)(used * BAR / target) : 0;

	if (over_s(used, target) > 0) {
		date_clock(over, over_s(used, target));
		snprintf(out, LINE_SIZE, "+%s over", over);
		return;
	}
	if (full > BAR)
		full = BAR;
	memset(out, '#', (size_t)full);
	memset(out + full, '-', (size_t)(BAR - full));
	out[BAR] = '\0';
}

static void
draw_section(const struct practice_state *state, struct surface *surface,
    struct area row, int i, struct instant now)
{
	int64_t used = used_ms(state, i, now), target = target_ms(state, i);
	bool present = i + 1 == session_of(state)->take.n_splits;
	bool barred = row.cols >= BAR_FROM_COLS;
	enum role role = present ? ROLE_TITLE : ROLE_DIM;
	int label = row.cols - 1 - TIMES_COLS - (barred ? BAR + GAP : 0);
	char line[LINE_SIZE];

	if (label > LABEL_COLS)
		label = LABEL_COLS;
	surface_text(surface, row.row, row.col, 1, role, present ? ">" : "");
	surface_text_cut(
	    surface, row.row, row.col + 1, label, role, label_of(state, i));
	row.col += 1 + label;
	row.cols -= 1 + label;
	clock_or_dash(line, used);
	surface_text_right(surface, row.row, row.col, USED_COLS, role, line);
	date_clock(line, target / SECOND_MS);
	surface_text(surface, row.row, row.col + USED_COLS, 1, role, "/");
	surface_text(surface, row.row, row.col + USED_COLS + 1,
	    row.cols - USED_COLS - 1, role, line);
	row.col += TIMES_COLS + 1;
	row.cols -= TIMES_COLS + 1;
	if (!barred)
		return;
	bar_text(line, used, target);
	surface_text(surface, row.row, row.col, row.cols,
	    over_s(used, target) > 0 ? ROLE_WARN : role, line);
}

const char *
practice_split_key(const struct practice_state *state)
{
	return practice_has_backlog(state) ? "F5" : "Tab";
}

/* What its key does next. */
static void
next_text(const struct practice_state *state, char *out, size_t size)
{
	const struct take *take = &session_of(state)->take;
	int n = (int)session_task(session_of(state))->rubric.n;
	char opening[DATE_SIZE];

	if (take->n_splits == 0) {
		snprintf(out, size, "%s when you begin your first section",
		    practice_split_key(state));
		return;
	}
	date_clock(opening, take->split_ms[0] / SECOND_MS);
	if (take->n_splits < n)
		snprintf(out, size, "Opening %s; %s: next section", opening,
		    practice_split_key(state));
	else
		snprintf(out, size, "Opening %s; the last section", opening);
}

/* The section that runs and those around it, as many as fit. */
static void
draw_rows(const struct practice_state *state, struct surface *surface,
    struct area area, struct instant now)
{
	int n = (int)session_task(session_of(state))->rubric.n;
	int visible = area.rows - 1 < n ? area.rows - 1 : n;
	int first = session_of(state)->take.n_splits + 1 - visible;
	char line[LINE_SIZE];

	if (first > n - visible)
		first = n - visible;
	if (first < 0)
		first = 0;
	for (int i = 0; i < visible; i++)
		draw_section(state, surface,
		    (struct area){area.row + i, area.col, 1, area.cols},
		    first + i, now);
	next_text(state, line, sizeof(line));
	surface_text_cut(
	    surface, area.row + visible, area.col, area.cols, ROLE_KEY, line);
}

/* The section that runs and the next ones, as many as fit. */
static void
draw_line(const struct practice_state *state, struct surface *surface,
    struct area area, struct instant now)
{
	int n = (int)session_task(session_of(state))->rubric.n;
	int at = session_of(state)->take.n_splits;
	char line[LINE_SIZE], used[DATE_SIZE], target[DATE_SIZE];
	int used_cols = 0;

	if (at == 0) {
		next_text(state, line, sizeof(line));
		surface_text_cut(
		    surface, area.row, area.col, area.cols, ROLE_KEY, line);
		return;
	}
	for (int i = at - 1; i < n && used_cols < area.cols; i++) {
		clock_or_dash(used, used_ms(state, i, now));
		date_clock(target, target_ms(state, i) / SECOND_MS);
		snprintf(line, sizeof(line), "%s%s %s/%s",
		    i + 1 == at ? ">" : "", label_of(state, i), used, target);
		used_cols += surface_text(surface, area.row,
				 area.col + used_cols, area.cols - used_cols,
				 i + 1 == at ? ROLE_TITLE : ROLE_DIM, line) +
			     GAP;
	}
}

/* Its sections and the line under them. */
static int
track_rows(const struct practice_state *state)
{
	if (!is_tracked(state))
		return 0;
	return (int)session_task(session_of(state))->rubric.n + 1;
}

/* True where a column has room for the big clock over the track. */
static bool
is_tall(const struct practice_state *state, struct area area)
{
	int least = is_tracked(state) ? 1 + TRACK_ROWS : 0;

	return area.rows >= DIGITS_ROWS + least;
}

/* Under each other in a column; beside each other in a band, which is a line
 * where there is no room for more. */
static int
clock_and_track_rows(
    const struct practice_state *state, struct practice_room room)
{
	int track = track_rows(state);

	if (!practice_is_staged(state))
		return 0;
	if (room.column && !is_tall(state, room.area))
		return track;
	if (room.column)
		return DIGITS_ROWS + (track > 0 ? 1 + track : 0);
	if (room.area.rows >= DIGITS_ROWS && room.area.cols >= BIG_COLS)
		return DIGITS_ROWS;
	return track > 0 ? 1 : 0;
}

/*
 * `2:4_` for `2:47`: minutes and tens can be read from afar, and nine ticks of
 * ten need not draw big digits.  The first row has the second too.
 */
static void
draw_big_clock(struct surface *surface, struct area area,
    const struct practice_clock *clock)
{
	struct practice_clock tens = *clock;
	char *colon = strrchr(tens.text, ':');

	if (colon != NULL)
		colon[2] = '_';
	digits_draw(surface, area, tens.role, tens.text);
}

/* The clock at the right, where the small one is too, the track beside it. */
static void
draw_band(const struct practice_state *state, struct surface *surface,
    struct area area, struct practice_clock clock, struct instant now)
{
	draw_big_clock(
	    surface, layout_right(&area, practice_clock_cols(state)), &clock);
	layout_right(&area, GAP);
	if (is_tracked(state))
		draw_rows(state, surface, area, now);
}

/* The words of the clock stay in the first row of the screen. */
static void
clock_and_track_draw(const struct practice_state *state,
    struct surface *surface, struct practice_room room,
    struct practice_clock clock, struct instant now)
{
	struct area area = room.area;

	if (area.rows == 1) {
		draw_line(state, surface, area, now);
	} else if (!room.column) {
		draw_band(state, surface, area, clock, now);
	} else {
		if (is_tall(state, area)) {
			draw_big_clock(surface, area, &clock);
			layout_top(&area, DIGITS_ROWS + 1);
		}
		if (is_tracked(state) && area.rows > 0)
			draw_rows(state, surface, area, now);
	}
}

const struct practice_part practice_clock_and_track = {
    .rows = clock_and_track_rows,
    .draw = clock_and_track_draw,
};
