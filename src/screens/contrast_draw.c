/* SPDX-License-Identifier: MIT */
/* What is seen of the comparison: a sentence, then a signal a row. */
#include <stdio.h>

#include "screens/contrast_parts.h"
#include "screens/frame.h"
#include "tui/layout.h"

enum {
	LABEL_COLS = 20,
	SIDE_COLS = 15,
	SIDE_TEXT = 32,
	BY_COLS = 7,
	WORD_COLS = 19,
	WIDE_COLS = LABEL_COLS + 2 * SIDE_COLS + BY_COLS + WORD_COLS,
	NARROW_LABEL = 14, /* where only the numbers fit beside it */
	NARROW_SIDE = 5,
	NARROW_BY = 6,
	NARROW_WORD = 8,
	ATTEMPT_COLS = 12,
	SENTENCE = 160,
};

static const char *const titles[CONTRAST_KINDS] = {
    [CONTRAST_PERIODS] = "Compare two periods",
    [CONTRAST_ROUNDS] = "Compare two rounds",
    [CONTRAST_LEVELS] = "Compare two levels",
    [CONTRAST_ATTEMPTS] = "Compare first and latest attempts",
    [CONTRAST_QUESTIONS] = "Compare attempts, question by question",
};

/* Filters whose place the two sides take. */
static const unsigned replaced[CONTRAST_KINDS] = {
    [CONTRAST_PERIODS] = FILTER_PERIOD,
    [CONTRAST_ROUNDS] = FILTER_ROUND,
    [CONTRAST_LEVELS] = FILTER_LEVEL,
};

/* Where there is no room for contrast_word(). */
static const char *const short_words[] = {
    [CONTRAST_FEW] = "few",
    [CONTRAST_NOISE] = "~",
    [CONTRAST_HIGHER] = "up",
    [CONTRAST_LOWER] = "down",
};

static enum role
word_role(enum contrast_verdict verdict, enum role row)
{
	if (row == ROLE_SELECTED)
		return row;
	switch (verdict) {
	case CONTRAST_HIGHER:
		return ROLE_GOOD;
	case CONTRAST_LOWER:
		return ROLE_WARN;
	case CONTRAST_FEW:
	case CONTRAST_NOISE:
		break;
	}
	return ROLE_DIM;
}

/* Cells of a row's parts, but for the last one, and whether the sides have
 * room for their counts. */
struct columns {
	int label, side, by;
	bool counted;
};

/* What is asked wants more room than a signal, and is answered once. */
static struct columns
columns_of(enum contrast_kind kind, int cols)
{
	struct columns columns = {NARROW_LABEL, NARROW_SIDE, NARROW_BY, false};
	int rest = NARROW_WORD;

	if (cols >= WIDE_COLS) {
		if (kind != CONTRAST_QUESTIONS)
			return (struct columns){
			    LABEL_COLS, SIDE_COLS, BY_COLS, true};
		rest = ATTEMPT_COLS;
		columns.by = BY_COLS;
	}
	columns.label = cols - 2 * columns.side - columns.by - rest;
	if (columns.label > LAYOUT_MEASURE)
		columns.label = LAYOUT_MEASURE;
	return columns;
}

static void
side_text(const struct sample *side, bool counted, char out[SIDE_TEXT])
{
	if (side->n == 0)
		snprintf(out, SIDE_TEXT, "   -");
	else if (counted)
		snprintf(out, SIDE_TEXT, "%.2f (n %d)", side->mean, side->n);
	else
		snprintf(out, SIDE_TEXT, "%.2f", side->mean);
}

/* What is to be made of it: in words, or with the counts that the sides have
 * no room for. */
static void
draw_verdict(const struct contrast_row *row, const struct columns *columns,
    struct surface *surface, struct area area, enum role role)
{
	enum contrast_verdict verdict = row->contrast.verdict;

	if (row->attempts > 0)
		surface_textf(surface, area.row, area.col, area.cols, role,
		    area.cols < ATTEMPT_COLS ? "n %d" : "%d attempts",
		    row->attempts);
	else if (columns->counted)
		surface_text_cut(surface, area.row, area.col, area.cols,
		    word_role(verdict, role), contrast_word(verdict));
	else
		surface_textf(surface, area.row, area.col, area.cols,
		    word_role(verdict, role), "%s %d/%d", short_words[verdict],
		    row->sides[0].n, row->sides[1].n);
}

static void
draw_row(const void *data, int i, struct surface *surface, struct area area,
    enum role role)
{
	const struct contrast_state *state = data;
	const struct contrast_row *row = &state->rows.rows[i];
	struct columns columns = columns_of(state->choice.kind, area.cols);
	char text[SIDE_TEXT];
	struct area cell = layout_left(&area, columns.label);

	surface_text_cut(
	    surface, cell.row, cell.col, cell.cols - 1, role, row->label);
	for (int side = 0; side < CONTRAST_SIDES; side++) {
		side_text(&row->sides[side], columns.counted, text);
		cell = layout_left(&area, columns.side);
		surface_text(
		    surface, cell.row, cell.col, cell.cols, role, text);
	}
	cell = layout_left(&area, columns.by);
	if (row->sides[0].n > 0 && row->sides[1].n > 0)
		surface_textf(surface, cell.row, cell.col, cell.cols, role,
		    "%+.2f", row->contrast.by);
	draw_verdict(row, &columns, surface, area, role);
}

/* The overalls, in words: what there is to know comes first. */
static void
draw_sentence(const struct contrast_state *state, struct surface *surface,
    struct area area)
{
	const struct contrast *overall = &state->rows.rows[0].contrast;
	char why[SIDE_TEXT], text[SENTENCE];

	if (overall->verdict == CONTRAST_FEW)
		snprintf(why, sizeof(why), "%d of each tell",
		    state->shared->rules->trend_sessions);
	else
		snprintf(why, sizeof(why), "%+.2f to %+.2f", overall->low,
		    overall->high);
	snprintf(text, sizeof(text), "%s, %s: %s against %s",
	    contrast_word(overall->verdict), why, state->rows.sides[1],
	    state->rows.sides[0]);
	surface_text_cut(surface, area.row, area.col, area.cols,
	    word_role(overall->verdict, ROLE_TEXT), text);
}

/* Sides by a word, where their names have no room. */
static const char *
side_name(const struct contrast_state *state, int side, bool counted)
{
	static const char *const brief[CONTRAST_KINDS][CONTRAST_SIDES] = {
	    [CONTRAST_PERIODS] = {"then", "now"},
	    [CONTRAST_ROUNDS] = {"a", "b"},
	    [CONTRAST_LEVELS] = {"a", "b"},
	    [CONTRAST_ATTEMPTS] = {"1st", "last"},
	    [CONTRAST_QUESTIONS] = {"1st", "last"},
	};

	return counted ? state->rows.sides[side]
		       : brief[state->choice.kind][side];
}

static void
draw_head(const struct contrast_state *state, struct surface *surface,
    struct area area)
{
	static const char *const heads[][2] = {
	    {"clear first", "clear change first"},
	    {"question, fallen first", "question, fallen first"},
	};
	bool questions = state->choice.kind == CONTRAST_QUESTIONS;
	struct columns columns;
	struct area cell;

	draw_sentence(state, surface, layout_top(&area, 1));
	reviewing_draw_filters(state->shared, replaced[state->choice.kind],
	    surface, layout_top(&area, 1));
	area = layout_top(&area, 1);
	layout_left(&area, LIST_MARK);
	columns = columns_of(state->choice.kind, area.cols);
	cell = layout_left(&area, columns.label);
	surface_text_cut(surface, cell.row, cell.col, cell.cols - 1, ROLE_KEY,
	    heads[questions][columns.counted]);
	for (int side = 0; side < CONTRAST_SIDES; side++) {
		cell = layout_left(&area, columns.side);
		surface_text_cut(surface, cell.row, cell.col, cell.cols - 1,
		    ROLE_KEY, side_name(state, side, columns.counted));
	}
	surface_text_cut(surface, area.row, area.col, area.cols, ROLE_KEY,
	    columns.counted || questions ? "change" : "by      n");
}

void
contrast_draw(const void *data, struct surface *surface, struct instant now)
{
	static const char *const none[] = {
	    "Nothing to compare here.",
	    "Tab compares something else, a and b change the two sides.",
	    NULL,
	};
	const struct contrast_state *state = data;
	char reading[REVIEWING_TEXT];
	struct area body = frame_draw(surface, titles[state->choice.kind],
	    reviewing_progress(state->shared, reading), ROLE_DIM,
	    contrast_keys[state->choice.kind]);

	(void)now;
	if (!layout_shows(body) || state->rows.n == 0)
		return;
	draw_head(state, surface, layout_top(&body, CONTRAST_HEAD_ROWS));
	if (state->rows.n == 1)
		frame_empty(surface, body, none);
	else
		list_draw(&state->list, surface, body, draw_row, state);
	frame_notice(surface, state->shared->notice);
}
