/* SPDX-License-Identifier: MIT */
/* The writing half of base/csv.h. */
#include <string.h>

#include "base/csv.h"

static const char no_break_space[] = "\u00a0";

/* `^'*[ \u00a0]*[=+\-@\t\r]`; the ' at its start lets a marked text match
 * again, so that marking can be undone. */
static bool
looks_like_formula(const char *text)
{
	const size_t n = sizeof(no_break_space) - 1;

	text += strspn(text, "'");
	while (*text == ' ' || strncmp(text, no_break_space, n) == 0)
		text += *text == ' ' ? 1 : n;
	return *text != '\0' && strchr("=+-@\t\r", *text) != NULL;
}

void
csv_add_text(struct str *row, const char *text, bool safe)
{
	if (text == NULL)
		return;
	bool mark = safe && looks_like_formula(text);

	size_t plain = strcspn(text, ",\"\r\n");

	if (text[plain] == '\0') {
		if (mark)
			str_ch(row, '\'');
		str_addn(row, text, plain);
		return;
	}
	str_add(row, mark ? "\"'" : "\"");
	size_t n = plain + strlen(text + plain);

	for (const char *quote; (quote = memchr(text, '"', n)) != NULL;) {
		size_t used = (size_t)(quote - text) + 1;

		str_addn(row, text, used);
		str_ch(row, '"');
		text += used;
		n -= used;
	}
	str_addn(row, text, n);
	str_ch(row, '"');
}

void
csv_write_text(FILE *to, const char *text, bool safe)
{
	struct str field = STR_INIT;

	csv_add_text(&field, text, safe);
	fputs(field.s, to);
	str_release(&field);
}

const char *
csv_unsafe(const char *text)
{
	return *text == '\'' && looks_like_formula(text) ? text + 1 : text;
}
