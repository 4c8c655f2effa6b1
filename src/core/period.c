/* SPDX-License-Identifier: MIT */
#include "core/period.h"

#include <stddef.h>

enum { MINUTE_S = 60, WEEK = 7, THURSDAY = 3 };

/* How many days a period has: the first of which there are not too many. */
static const int widths[] = {7, 28, 91, 364, 3640};

int64_t
period_day(int64_t at_s, int utc_offset_min)
{
	return (at_s + (int64_t)utc_offset_min * MINUTE_S) / DAY_S;
}

int
period_weekday(int64_t day)
{
	return (int)((day + THURSDAY) % WEEK);
}

int64_t
period_monday(int64_t day)
{
	return day - period_weekday(day);
}

struct periods
period_cut(int64_t first_day, int64_t last_day)
{
	struct periods periods = {.from_day = period_monday(first_day)};

	for (size_t i = 0; i < sizeof(widths) / sizeof(widths[0]); i++) {
		int64_t n = (last_day - periods.from_day) / widths[i] + 1;

		periods.days = widths[i];
		periods.n = n < PERIODS ? (int)n : PERIODS;
		if (n <= PERIODS)
			break;
	}
	return periods;
}

int
period_of(const struct periods *periods, int64_t day)
{
	int64_t at = day - periods->from_day;

	if (at < 0 || at / periods->days >= periods->n)
		return -1;
	return (int)(at / periods->days);
}
