/* SPDX-License-Identifier: MIT */
#include "core/days.h"

#include "core/period.h"

bool
days_hold(const struct days *days, int64_t at_s, int utc_offset_min)
{
	int64_t day = period_day(at_s, utc_offset_min);

	return !(days->has_first && day < days->first) &&
	       !(days->has_end && day >= days->end);
}
