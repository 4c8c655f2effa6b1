/* SPDX-License-Identifier: MIT */
#include "core/sheet.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"

enum { NOBODY = -1 };

void
sheet_init(struct sheet *sheet)
{
	*sheet = (struct sheet){.earning = NOBODY};
}

void
sheet_release(struct sheet *sheet)
{
	for (int i = 0; i < RUBRIC_SIGNALS; i++) {
		free(sheet->notes[i]);
		sheet->notes[i] = NULL;
	}
	while (sheet->n_steps > 0)
		free(sheet->steps[--sheet->n_steps].words);
}

/* The next signal without a rating after the cursor, from the top again at
 * the end; when all are rated the measured result, or where the cursor is. */
static int
next_unrated(const struct sheet *sheet, const struct rubric *rubric)
{
	int n = (int)rubric->n;

	for (int step = 1; step <= n; step++) {
		int i = (sheet->cursor + step) % n;

		if (sheet->ratings[i] == 0)
			return i;
	}
	return sheet->signals_only ? sheet->cursor : n;
}

static void
remember_step(struct sheet *sheet, int cursor, int before, const char *words)
{
	if (sheet->n_steps == SHEET_UNDO) {
		free(sheet->steps[0].words);
		memmove(sheet->steps, sheet->steps + 1,
		    (SHEET_UNDO - 1) * sizeof(*sheet->steps));
		sheet->n_steps--;
	}
	sheet->steps[sheet->n_steps++] = (struct sheet_step){
	    .cursor = cursor,
	    .before = before,
	    .presumed = sheet->presumed,
	    .words = mem_text(words),
	};
}

static void
set_note(struct sheet *sheet, int signal, const char *words)
{
	free(sheet->notes[signal]);
	sheet->notes[signal] = *words == '\0' ? NULL : mem_text(words);
}

/* Words that earned a high rating don't earn a low one. */
static void
set_rating(struct sheet *sheet, int signal, int rating)
{
	sheet->ratings[signal] = rating;
	if (rating < SHEET_EARNED)
		set_note(sheet, signal, "");
}

void
sheet_rate(struct sheet *sheet, const struct rubric *rubric, int rating)
{
	int signal = sheet->cursor;

	if (signal >= (int)rubric->n || rating < RATING_LOW ||
	    rating > RATING_HIGH)
		return;
	remember_step(
	    sheet, signal, sheet->ratings[signal], sheet->notes[signal]);
	set_rating(sheet, signal, rating);
	sheet->cursor = next_unrated(sheet, rubric);
	sheet->earning = rating >= SHEET_EARNED ? signal : NOBODY;
}

void
sheet_earn_so_far(struct sheet *sheet, const char *words)
{
	if (sheet->earning != NOBODY)
		set_note(sheet, sheet->earning, words);
}

void
sheet_earn(struct sheet *sheet, const char *words)
{
	sheet_earn_so_far(sheet, words);
	sheet->earning = NOBODY;
}

void
sheet_move(struct sheet *sheet, const struct rubric *rubric, int by)
{
	int last = (int)rubric->n - (sheet->signals_only ? 1 : 0);
	int to = sheet->cursor + by;

	sheet->cursor = to < 0 ? 0 : to > last ? last : to;
	sheet->earning = NOBODY;
}

void
sheet_give_metric(struct sheet *sheet, const struct rubric *rubric, bool given)
{
	if (sheet->signals_only)
		return;
	remember_step(sheet, (int)rubric->n, (int)sheet->metric, NULL);
	sheet->metric = given ? GIVEN_YES : GIVEN_NO;
	sheet->presumed = false;
	sheet->earning = NOBODY;
}

void
sheet_presume_metric(struct sheet *sheet, const struct rubric *rubric)
{
	if (!rubric->metric || sheet->metric != GIVEN_UNKNOWN)
		return;
	sheet->metric = GIVEN_YES;
	sheet->presumed = true;
}

enum given
sheet_metric_said(const struct sheet *sheet)
{
	return sheet->presumed ? GIVEN_UNKNOWN : sheet->metric;
}

bool
sheet_undo(struct sheet *sheet, const struct rubric *rubric)
{
	struct sheet_step step;

	sheet->earning = NOBODY;
	if (sheet->n_steps == 0)
		return false;
	step = sheet->steps[--sheet->n_steps];
	sheet->cursor = step.cursor;
	if (step.cursor == (int)rubric->n) {
		sheet->metric = (enum given)step.before;
		sheet->presumed = step.presumed;
	} else {
		sheet->ratings[step.cursor] = step.before;
		free(sheet->notes[step.cursor]);
		sheet->notes[step.cursor] = step.words;
	}
	return true;
}

bool
sheet_signals_rated(const struct sheet *sheet, const struct rubric *rubric)
{
	for (size_t i = 0; i < rubric->n; i++)
		if (sheet->ratings[i] == 0)
			return false;
	return true;
}

bool
sheet_rated(const struct sheet *sheet, const struct rubric *rubric)
{
	return sheet_signals_rated(sheet, rubric) &&
	       (sheet->signals_only || !rubric->metric ||
		   sheet->metric != GIVEN_UNKNOWN);
}

void
sheet_clear(struct sheet *sheet)
{
	enum given metric = sheet_metric_said(sheet);
	bool signals_only = sheet->signals_only;

	sheet_release(sheet);
	sheet_init(sheet);
	sheet->metric = metric;
	sheet->signals_only = signals_only;
}

void
sheet_ratings(const struct sheet *sheet, const struct rubric *rubric,
    struct rating *ratings)
{
	for (size_t i = 0; i < rubric->n; i++)
		ratings[i] = (struct rating){
		    .signal = rubric->signals[i].key,
		    .value = sheet->ratings[i],
		    .note =
			sheet->notes[i] != NULL ? sheet->notes[i] : str_empty,
		};
}
