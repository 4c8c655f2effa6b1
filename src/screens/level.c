/* SPDX-License-Identifier: MIT */
#include "screens/level.h"

#include "base/str.h"

static void
draw_offer(const struct level_rated *level, struct page *page)
{
	page_textf(page, 0, ROLE_ACCENT,
	    "As %s: not rated. Press l to rate the %zu signals of this level.",
	    level->label, level->rubric.n);
}

void
level_draw(const struct level_rated *level, struct page *page)
{
	if (level->label == NULL)
		return;
	page_gap(page);
	if (level_is_open(level)) {
		draw_offer(level, page);
		return;
	}
	page_textf(page, 0, ROLE_TITLE, "As %s", level->label);
	for (size_t i = 0; i < level->rubric.n; i++) {
		const char *note = level->sheet.notes[i];

		page_textf(page, 2, ROLE_TEXT, "%d  %s%s%s",
		    level->sheet.ratings[i], level->rubric.signals[i].label,
		    note != NULL && *note != '\0' ? ": " : "",
		    note != NULL ? note : "");
	}
}

void
level_draw_short(const struct level_rated *level, struct page *page)
{
	struct str line = STR_INIT;

	if (level->label == NULL)
		return;
	if (level_is_open(level)) {
		page_textf(page, 0, ROLE_ACCENT, "As %s: not rated, l rates it",
		    level->label);
		return;
	}
	str_addf(&line, "As %s:", level->label);
	for (size_t i = 0; i < level->rubric.n; i++)
		str_addf(&line, "%s %s %d", i > 0 ? "," : "",
		    level->rubric.signals[i].label, level->sheet.ratings[i]);
	page_text(page, 0, ROLE_TEXT, line.s);
	str_release(&line);
}
