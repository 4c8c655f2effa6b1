/* SPDX-License-Identifier: MIT */
#include "screens/splits.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/utf8.h"
#include "core/split.h"

enum {
	LABEL_COLS = 24, /* as of the signals above */
	NARROW_LABEL_COLS = 12,
	NARROW_COLS = 64,
	CLOCK_COLS = 8, /* `1:00:00 ` */
	BAR_MOST = 40,
	WORDS_COLS = 14, /* behind a bar: `   1:00:00 over` */
	MINUTE_S = 60,
	WORDS_SIZE = 48,
};

/* Where things stand, and how long a second is. */
struct scale {
	int label, bar;
	double longest_s;
};

static struct scale
scale_of(const struct page *page, const struct answer *answer,
    const struct rubric *rubric)
{
	bool narrow = page->area.cols < NARROW_COLS;
	struct scale scale = {.label = narrow ? NARROW_LABEL_COLS : LABEL_COLS};

	scale.bar = page->area.cols - scale.label - CLOCK_COLS - WORDS_COLS;
	if (scale.bar > BAR_MOST)
		scale.bar = BAR_MOST;
	for (size_t i = 0; i < rubric->n; i++) {
		scale.longest_s = fmax(scale.longest_s,
		    split_target_s(rubric, i, answer->limit_s));
		scale.longest_s = fmax(scale.longest_s,
		    split_used_s(answer->splits, rubric->signals[i].key));
	}
	return scale;
}

/* `label  0:36 ########  words` */
static void
draw_bar(struct page *page, const struct scale *scale, const char *label,
    double seconds, enum role role, const char *words)
{
	int row = page_row(page), col = page->area.col;
	int end = col + page->area.cols, cells = 0;
	char clock[DATE_SIZE], bar[BAR_MOST + 1];

	if (row < 0)
		return;
	surface_text_cut(
	    page->surface, row, col, scale->label - 1, ROLE_TEXT, label);
	col += scale->label;
	if (seconds >= 0) {
		date_clock(clock, (int64_t)seconds);
		surface_text(
		    page->surface, row, col, end - col, ROLE_TEXT, clock);
		col += CLOCK_COLS;
		if (scale->longest_s > 0 && scale->bar > 0)
			cells = (int)(seconds * scale->bar / scale->longest_s +
				      0.5);
		memset(bar, role == ROLE_DIM ? '-' : '#', (size_t)cells);
		bar[cells] = '\0';
		col +=
		    surface_text(page->surface, row, col, end - col, role, bar);
		col += cells > 0 ? 1 : 0;
	}
	surface_text(page->surface, row, col, end - col, role, words);
}

/* `12 s over`, of the whole seconds that are shown. */
static enum role
compare(char out[WORDS_SIZE], double used_s, double target_s)
{
	int64_t by = (int64_t)used_s - (int64_t)target_s;
	int64_t size = by < 0 ? -by : by;
	const char *way = by > 0 ? "over" : "under";
	char clock[DATE_SIZE];

	if (by == 0) {
		snprintf(out, WORDS_SIZE, "on target");
	} else if (size < MINUTE_S) {
		snprintf(out, WORDS_SIZE, "%d s %s", (int)size, way);
	} else {
		date_clock(clock, size);
		snprintf(out, WORDS_SIZE, "%s %s", clock, way);
	}
	return by > 0 ? ROLE_WARN : ROLE_GOOD;
}

/* An answer without a limit has no targets. */
static void
draw_section(struct page *page, const struct scale *scale,
    const struct signal_spec *signal, double used_s, double target_s)
{
	const char *label = signal->label;
	char words[WORDS_SIZE] = "";
	enum role role = ROLE_TEXT;

	if (target_s > 0) {
		draw_bar(page, scale, label, target_s, ROLE_DIM, "target");
		label = "";
	}
	if (used_s < 0) {
		draw_bar(page, scale, label, -1, ROLE_WARN, "not marked");
		return;
	}
	if (target_s > 0)
		role = compare(words, used_s, target_s);
	draw_bar(page, scale, label, used_s, role, words);
}

void
splits_draw(
    struct page *page, const struct answer *answer, const struct rubric *rubric)
{
	struct scale scale;
	size_t words;
	char opening[DATE_SIZE];

	if (rubric == NULL || *answer->splits == '\0')
		return;
	scale = scale_of(page, answer, rubric);
	page_gap(page);
	page_text(page, 0, ROLE_TITLE, "Sections, target against actual");
	for (size_t i = 0; i < rubric->n; i++)
		draw_section(page, &scale, &rubric->signals[i],
		    split_used_s(answer->splits, rubric->signals[i].key),
		    split_target_s(rubric, i, answer->limit_s));
	if (answer->opening_s < 0)
		return;
	date_clock(opening, (int64_t)answer->opening_s);
	words = utf8_words(answer->text, strlen(answer->text));
	page_textf(page, 0, ROLE_TEXT,
	    "Opening: %s until the first section. Notes: %zu word%s.", opening,
	    words, words == 1 ? "" : "s");
}
