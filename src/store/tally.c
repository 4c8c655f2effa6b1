/* SPDX-License-Identifier: MIT */
#include "store/tally.h"

#include <string.h>

#include "core/rules.h"

enum { MOST = 100000000, TEN = 10 };

/* Digits; what ends them is passed over where it is `end`. */
static bool
read_number(const char **at, char end, int *value)
{
	const char *p = *at;

	*value = 0;
	while (*p >= '0' && *p <= '9' && *value < MOST / TEN)
		*value = *value * TEN + (*p++ - '0');
	if (p == *at || (*p >= '0' && *p <= '9'))
		return false;
	*at = *p == end ? p + 1 : p;
	return true;
}

bool
tally_signal(const char **at, const char **signal, size_t *length)
{
	int n;

	if (!read_number(at, ':', &n) || (*at)[-1] != ':' ||
	    strnlen(*at, (size_t)n) < (size_t)n)
		return false;
	*signal = *at;
	*length = (size_t)n;
	*at += n;
	return true;
}

/* Of a few answers each count is one digit, and a long history has hundreds
 * of thousands. */
static inline bool
read_count(const char **at, int *n)
{
	const char *p = *at;

	if (p[0] < '0' || p[0] > '9' || p[1] != ',')
		return read_number(at, ',', n);
	*n = p[0] - '0';
	*at = p + 2;
	return true;
}

bool
tally_next(const char **at, int64_t bar, struct tally *tally)
{
	*tally = (struct tally){.least = RATING_HIGH};
	for (int rating = RATING_LOW; rating <= RATING_HIGH; rating++) {
		int n;

		if (!read_count(at, &n))
			return false;
		if (n > 0 && tally->ratings == 0)
			tally->least = rating;
		tally->ratings += n;
		tally->sum += rating * n;
		if ((int64_t)rating * SCORE_UNIT >= bar)
			tally->at_bar += n;
	}
	return tally->ratings > 0;
}

double
tally_mean(const struct tally *tally)
{
	return (double)tally->sum / tally->ratings;
}
