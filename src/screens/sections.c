/* SPDX-License-Identifier: MIT */
#include "screens/sections.h"

#include <stdio.h>
#include <string.h>

enum {
	LABEL_COLS = 24, /* as of the signals above */
	COUNT_COLS = 22, /* `1212 words  34% of 30`, a cell behind */
	UNIT_COLS = 6,   /* ` words` */
	ROOMY_COLS = 40, /* of the row: below it the unit is left out */
	COUNT_SIZE = 64,
	INDENT = 2,
};

void
sections_draw_row(const struct rubric *rubric, const struct sections *sections,
    size_t i, struct surface *surface, struct area row, enum role role)
{
	const struct section *section = &sections->at[i];
	const char *unit = row.cols < ROOMY_COLS ? "" : " words";
	int label = row.cols - COUNT_COLS + (*unit == '\0' ? UNIT_COLS : 0);
	char text[COUNT_SIZE];

	if (label > LABEL_COLS)
		label = LABEL_COLS;
	snprintf(text, sizeof(text), "%4zu%s %3d%% of %d", section->words, unit,
	    section->share, section->target);
	surface_text_cut(
	    surface, row.row, row.col, label, role, rubric->signals[i].label);
	surface_text(
	    surface, row.row, row.col + label, row.cols - label, role, text);
}

void
sections_draw(struct page *page, const struct rubric *rubric, const char *text)
{
	struct sections sections;
	struct area area = page->area;

	if (rubric == NULL)
		return;
	sections_count(rubric, text, strlen(text), &sections);
	if (!sections.headed)
		return;
	page_gap(page);
	page_textf(page, 0, ROLE_TITLE,
	    "Words by section: %zu, the share of each, of what its weight asks",
	    sections.words);
	for (size_t i = 0; i < sections.n; i++) {
		int row = page_row(page);

		if (row >= 0)
			sections_draw_row(rubric, &sections, i, page->surface,
			    (struct area){
				row, area.col + INDENT, 1, area.cols - INDENT},
			    ROLE_TEXT);
	}
}
