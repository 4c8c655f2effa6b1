/* SPDX-License-Identifier: MIT */
#include "core/fortnight.h"

#include <stdio.h>

#include "core/period.h"

enum { MEAN_TEXT = 16 };

void
fortnight_add(struct fortnight *fortnight, int64_t at_s, double value)
{
	const int64_t span = (int64_t)FORTNIGHT_DAYS * DAY_S;
	int64_t age = fortnight->now_s - at_s;

	if (age < 0 || age > 2 * span)
		return;
	sample_add(age <= span ? &fortnight->now : &fortnight->before, value);
}

struct contrast
fortnight_contrast(const struct fortnight *fortnight, int least)
{
	return contrast_of(&fortnight->before, &fortnight->now, least);
}

const char *
fortnight_word(enum contrast_verdict verdict)
{
	switch (verdict) {
	case CONTRAST_FEW:
		return "too few to tell";
	case CONTRAST_NOISE:
		return "no clear change";
	case CONTRAST_HIGHER:
		return "better";
	case CONTRAST_LOWER:
		return "worse";
	}
	return "";
}

static void
mean_text(const struct sample *sample, char out[MEAN_TEXT])
{
	if (sample->n > 0)
		snprintf(out, MEAN_TEXT, "%.2f", sample->mean);
	else
		snprintf(out, MEAN_TEXT, "-");
}

void
fortnight_text(
    const struct fortnight *fortnight, int least, char out[FORTNIGHT_TEXT])
{
	struct contrast contrast = fortnight_contrast(fortnight, least);
	char now[MEAN_TEXT], before[MEAN_TEXT];
	int used;

	mean_text(&fortnight->now, now);
	mean_text(&fortnight->before, before);
	used = snprintf(out, FORTNIGHT_TEXT,
	    "Last %d days: %s. %s (n %d), before %s (n %d)", FORTNIGHT_DAYS,
	    fortnight_word(contrast.verdict), now, fortnight->now.n, before,
	    fortnight->before.n);
	if (contrast.verdict == CONTRAST_FEW)
		snprintf(out + used, FORTNIGHT_TEXT - (size_t)used,
		    "; %d of each tell", least);
	else
		snprintf(out + used, FORTNIGHT_TEXT - (size_t)used,
		    "; %+.2f to %+.2f", contrast.low, contrast.high);
}
