/* SPDX-License-Identifier: MIT */
#include "screens/asked.h"

#include "core/clarify.h"

enum { INDENT = 2 };

void
asked_draw(struct page *page, const struct parts *parts, bool wanted)
{
	size_t n = clarify_count(parts);

	if (n == 0 && !wanted)
		return;
	page_gap(page);
	if (n == 0) {
		page_text(page, 0, ROLE_WARN,
		    "You asked nothing before you answered.");
		return;
	}
	page_textf(page, 0, ROLE_TITLE, "Asked before the answer: %zu", n);
	for (size_t i = 0; i < n; i++)
		page_text(page, INDENT, ROLE_TEXT, clarify_text(parts, i));
}
