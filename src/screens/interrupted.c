/* SPDX-License-Identifier: MIT */
#include "screens/interrupted.h"

void
interrupted_draw(struct page *page, const struct parts *parts)
{
	const struct part *part = parts_nth(parts, PART_INTERRUPTION, 0);

	if (part == NULL)
		return;
	page_gap(page);
	page_text(page, 0, ROLE_TITLE, "The interviewer cut in");
	for (size_t i = 1; part != NULL; i++) {
		page_text(page, 2, ROLE_TEXT, part->text);
		part = parts_nth(parts, PART_INTERRUPTION, i);
	}
}
