/* SPDX-License-Identifier: MIT */
/* Days that something must have begun on by its own clock: what is shown of a
 * time is what is asked for. */
#ifndef CORE_DAYS_H
#define CORE_DAYS_H

#include <stdbool.h>
#include <stdint.h>

struct days {
	bool has_first, has_end;
	int64_t first, end; /* since 1970 (period_day()); first ≤ day < end */
};

enum {
	/* Between the world's first clock and its last one: what is of a day
	 * somewhere lies so near to that day here. */
	CLOCKS_APART_S = 26 * 3600,
};

#endif
