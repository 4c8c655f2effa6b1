/* SPDX-License-Identifier: MIT */
#include "screens/words.h"

#include <stdbool.h>
#include <string.h>

#include "base/utf8.h"

void
words_init(struct words *words)
{
	*words = (struct words){.lines = STR_INIT};
}

void
words_release(struct words *words)
{
	str_release(&words->lines);
}

/* No word reaches over the end of a line, so lines can be counted apart. */
static size_t
line_start(const char *text, size_t at)
{
	while (at > 0 && text[at - 1] != '\n')
		at--;
	return at;
}

size_t
words_count(struct words *words, const char *text, size_t n, size_t caret)
{
	struct str *lines = &words->lines;
	size_t start = line_start(text, caret < n ? caret : n);
	bool same =
	    lines->len <= start && memcmp(lines->s, text, lines->len) == 0;

	if (!same) {
		str_clear(lines);
		words->n = 0;
	}
	words->n += utf8_words(text + lines->len, start - lines->len);
	str_addn(lines, text + lines->len, start - lines->len);
	return words->n + utf8_words(text + start, n - start);
}
