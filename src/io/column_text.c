/* SPDX-License-Identifier: MIT */
/* What the text of a cell tells: a name, a question, an item of a list. */
#include <string.h>

#include "base/utf8.h"
#include "io/columns.h"

enum {
	NAME_BYTES = 60,    /* a longer cell is no name */
	QUESTION_WORDS = 3, /* with a question mark behind them */
};

static const char *const question_marks[] = {"?", "？", "؟", NULL};
static const char *const sentence_marks[] = {".", "!", "。", "！", NULL};

static bool
ends_with(const char *cell, const char *const *marks)
{
	size_t n = strlen(cell);

	while (n > 0 && cell[n - 1] == ' ')
		n--;
	for (; *marks != NULL; marks++) {
		size_t len = strlen(*marks);

		if (n >= len && memcmp(cell + n - len, *marks, len) == 0)
			return true;
	}
	return false;
}

bool
column_asks(const char *cell)
{
	return ends_with(cell, question_marks) &&
	       utf8_words(cell, strlen(cell)) >= QUESTION_WORDS;
}

bool
column_reads_as_text(const char *cell)
{
	size_t n = strlen(cell);

	return n > NAME_BYTES || utf8_words(cell, n) > COLUMN_NAME_WORDS ||
	       column_asks(cell);
}

bool
column_reads_as_item(const char *cell)
{
	size_t words = utf8_words(cell, strlen(cell));

	return (words > 1 && (ends_with(cell, question_marks) ||
				 column_numbering(cell) > 0)) ||
	       (words >= QUESTION_WORDS && ends_with(cell, sentence_marks));
}

static size_t
count_digits(const char *text)
{
	size_t n = 0;

	while (text[n] >= '0' && text[n] <= '9')
		n++;
	return n;
}

static size_t
count_blanks(const char *text)
{
	size_t n = 0;

	while (text[n] == ' ' || text[n] == '\t')
		n++;
	return n;
}

size_t
column_numbering(const char *text)
{
	static const char *const ends[] = {".", ")", ":", "、", "．", "）"};
	size_t at = count_blanks(text), digits, end = 0;
	bool is_q = text[at] == 'Q' || text[at] == 'q';

	at += is_q;
	digits = count_digits(text + at);
	if (digits == 0 || digits > 5)
		return 0;
	at += digits;
	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		if (strncmp(text + at, ends[i], strlen(ends[i])) == 0)
			end = strlen(ends[i]);
	/* "3.5 million", "10:30" are numbers of the text. */
	if (end == 0 || (text[at] == ':' && !is_q) ||
	    count_digits(text + at + end) > 0)
		return 0;
	at += end;
	return at + count_blanks(text + at);
}
