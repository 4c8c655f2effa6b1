/* SPDX-License-Identifier: MIT */
/* Days as people count them, and the spans that a history is cut into. */
#ifndef CORE_PERIOD_H
#define CORE_PERIOD_H

#include <stdint.h>

enum {
	DAY_S = 86400,
	PERIODS = 24, /* that a history is cut into, at most */
};

/* Days since 1970 where the clock showed that offset. */
int64_t period_day(int64_t at_s, int utc_offset_min);

/* The day itself where it is one; day 0 was a Thursday. */
int64_t period_monday(int64_t day);

/* The day of the week, Monday is 0. */
int period_weekday(int64_t day);

/* Spans of equal length from a Monday on. */
struct periods {
	int64_t from_day;
	int days; /* of each: 7, or what leaves at most PERIODS of them */
	int n;
};

/* They hold both days, unless even the widest ones are too many. */
struct periods period_cut(int64_t first_day, int64_t last_day);

/* The one that holds the day, or -1. */
int period_of(const struct periods *periods, int64_t day);

#endif
