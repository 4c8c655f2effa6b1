/* SPDX-License-Identifier: MIT */
/* Which character separates the fields, by looking at a file's first block. */
#include <string.h>

#include "base/csv_text.h"

enum {
	RECORDS = 100, /* looked at */
	TIMES = 64,    /* a delimiter in one record; more count as these */
};

/* What tells for a delimiter, each outweighing all below it. */
enum {
	HEADER_FITS =
	    4000, /* it is in the header as often as in most records */
	IN_HEADER = 2000,
	FITTING_RECORD = 16, /* for each */
	PARTS_FIELDS = 8,    /* not words of a text, nor what is in one field */
	OFTEN_MAX = 7,       /* how often it stands in a record, up to that */
};

static const char delimiters[] = {',', ';', '\t', '|'};

struct counts {
	int first; /* delimiters in the first record */
	int records;
	int same;      /* records that have as many as the commonest has */
	int commonest; /* how many that is, 0 aside */
	bool in_prose; /* a space follows each of them */
};

/* The quote that closes the field which begins with one; NULL: none. */
static const char *
find_close(const char *quote, const char *end)
{
	const char *close = memchr(quote + 1, '"', (size_t)(end - quote - 1));

	/* Two quotes in a row close and open again. */
	while (close != NULL && close + 1 < end && close[1] == '"')
		close = memchr(close + 2, '"', (size_t)(end - close - 2));
	return close;
}

/* What stands behind a quoted field, spaces aside, ends it. */
static bool
is_field_end(const char *c, const char *end, char delimiter)
{
	while (c < end && *c == ' ')
		c++;
	return c == end || *c == delimiter || *c == '\n' || *c == '\r';
}

/* Delimiters in the record, none where its quotes are of a record with another
 * one; moves on behind it. */
static int
count_record(const char **at, const char *end, char delimiter, bool *in_prose)
{
	const char *c = *at;
	bool field_starts = true, fits = true;
	int n = 0;

	for (; c < end && *c != '\n' && *c != '\r'; c++) {
		if (*c == '"' && field_starts) {
			const char *close = find_close(c, end);

			if (close != NULL)
				c = close;
			fits = fits && is_field_end(c + 1, end, delimiter);
		}
		field_starts = *c == delimiter;
		n += field_starts;
		if (field_starts && (c + 1 == end || c[1] != ' '))
			*in_prose = false;
	}
	while (c < end && (*c == '\n' || *c == '\r'))
		c++;
	*at = c;
	return fits ? n : 0;
}

static struct counts
count_all(const char *bytes, size_t n, char delimiter)
{
	const char *at = bytes, *end = bytes + n;
	struct counts counts = {.first = -1, .in_prose = true};
	int with[TIMES + 1] = {0};

	while (at < end && counts.records < RECORDS) {
		int found = count_record(&at, end, delimiter, &counts.in_prose);

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

/* A bar joins lists within a field where something else parts the fields. */
static int
score(const struct counts *counts, char delimiter)
{
	bool in_header = counts->first > 0;
	bool regular = counts->same * 2 > counts->records;
	bool parts_fields = delimiter != '|' && !counts->in_prose;

	if (!in_header && !regular)
		return 0;
	return (in_header && counts->first == counts->commonest ? HEADER_FITS
								: 0) +
	       (in_header ? IN_HEADER : 0) + counts->same * FITTING_RECORD +
	       (parts_fields ? PARTS_FIELDS : 0) +
	       (counts->commonest < OFTEN_MAX ? counts->commonest : OFTEN_MAX);
}

char
csv_text_find_delimiter(const char *bytes, size_t n)
{
	char best = delimiters[0];
	int best_score = 0;

	for (size_t i = 0; i < sizeof(delimiters); i++) {
		struct counts counts = count_all(bytes, n, delimiters[i]);
		int its = score(&counts, delimiters[i]);

		if (its > best_score) {
			best = delimiters[i];
			best_score = its;
		}
	}
	return best;
}
