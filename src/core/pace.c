/* SPDX-License-Identifier: MIT */
#include "core/pace.h"

enum {
	MINUTE_S = 60,
	FROM_S = 10,
	/* Words a minute: nobody speaks an answer so slowly (docs/SCORING.md).
	 */
	SPEECH_LOW = 60,
};

static double
per_minute(size_t words, double seconds)
{
	return (double)words * MINUTE_S / seconds;
}

bool
pace_is_of_notes(size_t words, double seconds, bool spoken)
{
	return spoken && seconds >= FROM_S &&
	       per_minute(words, seconds) < SPEECH_LOW;
}

double
pace(size_t words, double seconds, bool spoken)
{
	if (seconds < FROM_S || pace_is_of_notes(words, seconds, spoken))
		return 0;
	return per_minute(words, seconds);
}
