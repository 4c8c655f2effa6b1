/* SPDX-License-Identifier: MIT */
/* Which character separates the fields, by looking at a file's first block. */
#include <string.h>

#include "base/csv_text.h"

enum {
	RECORDS = 100, /* looked at */
	TIMES = 64,    /* a delimiter in one record; more count as these */
};

static const char delimiters[] = {',', ';', '\t', '|'};

struct counts {
	int first; /* delimiters in the first record */
	int records;
	int same;      /* records that have as many as the commonest has */
	int commonest; /* how many that is, 0 aside */
};

/* Delimiters in the record; moves on behind it. */
static int
count_record(const char **at, const char *end, char delimiter)
{
	const char *c = *at;
	bool field_starts = true;
	int n = 0;

	for (; c < end && *c != '\n' && *c != '\r'; c++) {
		if (*c == '"' && field_starts) {
			/* Two quotes in a row close and open again. */
			const char *close =
			    memchr(c + 1, '"', (size_t)(end - c - 1));

			while (
			    close != NULL && close + 1 < end && close[1] == '"')
				close = memchr(
				    close + 2, '"', (size_t)(end - close - 2));
			if (close != NULL)
				c = close;
		}
		field_starts = *c == delimiter;
		n += field_starts;
	}
	while (c < end && (*c == '\n' || *c == '\r'))
		c++;
	*at = c;
	return n;
}

static struct counts
count_all(const char *bytes, size_t n, char delimiter)
{
	const char *at = bytes, *end = bytes + n;
	struct counts counts = {.first = -1};
	int with[TIMES + 1] = {0};

	while (at < end && counts.records < RECORDS) {
		int found = count_record(&at, end, delimiter);

		if (counts.first < 0)
			counts.first = found;
		with[found < TIMES ? found : TIMES]++;
		counts.records++;
	}
	for (int i = 1; i <= TIMES; i++) {
		if (with[i] > counts.same) {
			counts.same = with[i];
			counts.commonest = i;
		}
	}
	return counts;
}

/* A header that has it tells most; then how regular it is; then how often it
 * stands in a record. */
static int
score(const struct counts *counts)
{
	bool in_header = counts->first > 0;
	bool regular = counts->same * 2 > counts->records;

	if (!in_header && !regular)
		return 0;
	return (in_header && counts->first == counts->commonest ? 2000 : 0) +
	       (in_header ? 1000 : 0) + counts->same * 8 +
	       (counts->commonest < 8 ? counts->commonest : 7);
}

char
csv_text_find_delimiter(const char *bytes, size_t n)
{
	char best = delimiters[0];
	int best_score = 0;

	for (size_t i = 0; i < sizeof(delimiters); i++) {
		struct counts counts = count_all(bytes, n, delimiters[i]);
		int its = score(&counts);

		if (its > best_score) {
			best = delimiters[i];
			best_score = its;
		}
	}
	return best;
}
