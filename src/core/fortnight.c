/* SPDX-License-Identifier: MIT */
#include "core/fortnight.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "core/period.h"

enum {
	MEAN_TEXT = 16,
	NAMED = 3, /* parts that are told by name, of either verdict */
};

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

/* How many more it takes now; 0: none, or what was before is too few. */
static int
lack(const struct fortnight *fortnight, int least)
{
	return fortnight->before.n >= least && fortnight->now.n < least
		   ? least - fortnight->now.n
		   : 0;
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
	int lacking = lack(fortnight, least);

	if (lacking > 0)
		snprintf(out + used, FORTNIGHT_TEXT - (size_t)used,
		    "; %d more will tell", lacking);
	else if (contrast.verdict == CONTRAST_FEW)
		snprintf(out + used, FORTNIGHT_TEXT - (size_t)used,
		    "; %d of each tell", least);
	else
		snprintf(out + used, FORTNIGHT_TEXT - (size_t)used,
		    "; %+.2f to %+.2f", contrast.low, contrast.high);
}

void
fortnight_brief(
    const struct fortnight *fortnight, int least, char out[FORTNIGHT_TEXT])
{
	struct contrast contrast = fortnight_contrast(fortnight, least);
	char by[MEAN_TEXT] = "";

	if (fortnight->now.n > 0 && fortnight->before.n > 0)
		snprintf(by, sizeof(by), ", %+.2f", contrast.by);
	snprintf(out, FORTNIGHT_TEXT, "%d days: %s%s (n %d/%d)", FORTNIGHT_DAYS,
	    fortnight_word(contrast.verdict), by, fortnight->now.n,
	    fortnight->before.n);
}

struct judged_part {
	const char *name;
	struct contrast contrast;
};

/* Lower ones stand in front, higher ones at the end. */
static int
rank(enum contrast_verdict verdict)
{
	return (verdict == CONTRAST_HIGHER) - (verdict == CONTRAST_LOWER);
}

static int
by_change(const void *a, const void *b)
{
	const struct judged_part *x = a, *y = b;
	int order = rank(x->contrast.verdict) - rank(y->contrast.verdict);

	if (order != 0)
		return order;
	if (x->contrast.by < y->contrast.by || x->contrast.by > y->contrast.by)
		return x->contrast.by < y->contrast.by ? -1 : 1;
	return strcmp(x->name, y->name);
}

/* Judges those that have a value; returns how many there are of them. */
static int
judge_parts(const struct fortnight_part *parts, int n, int least,
    struct judged_part *judged, int counts[CONTRAST_LOWER + 1])
{
	int kept = 0;

	for (int i = 0; i < n; i++) {
		const struct fortnight *its = &parts[i].fortnight;

		if (its->now.n + its->before.n == 0)
			continue;
		judged[kept] = (struct judged_part){
		    parts[i].name, fortnight_contrast(its, least)};
		counts[judged[kept++].contrast.verdict]++;
	}
	qsort(judged, (size_t)kept, sizeof(*judged), by_change);
	return kept;
}

static void
separate(struct str *out, size_t from, const char *by)
{
	if (out->len > from)
		str_add(out, by);
}

/* `worse Strategy -0.50, Screen -0.20, 3 more`: those of that verdict, from
 * the largest change on, which stands at the end that `step` leads away from.
 */
static void
tell_changed(struct str *out, size_t from, const struct judged_part *largest,
    int step, int n)
{
	if (n == 0)
		return;
	separate(out, from, "; ");
	str_add(out, fortnight_word(largest->contrast.verdict));
	for (int i = 0; i < n && i < NAMED; i++)
		str_addf(out, "%s %s %+.2f", i > 0 ? "," : "",
		    largest[i * step].name, largest[i * step].contrast.by);
	if (n > NAMED)
		str_addf(out, ", %d more", n - NAMED);
}

enum contrast_verdict
fortnight_parts(
    const struct fortnight_part *parts, int n, int least, struct str *out)
{
	struct judged_part *judged = mem_zero((size_t)n + 1, sizeof(*judged));
	int counts[CONTRAST_LOWER + 1] = {0};
	int kept = judge_parts(parts, n, least, judged, counts);
	size_t from = out->len;

	tell_changed(out, from, judged, 1, counts[CONTRAST_LOWER]);
	tell_changed(out, from, judged + (kept > 0 ? kept - 1 : 0), -1,
	    counts[CONTRAST_HIGHER]);
	free(judged);
	if (counts[CONTRAST_NOISE] > 0) {
		separate(out, from, "; ");
		str_addf(out, "%d unclear", counts[CONTRAST_NOISE]);
	}
	if (counts[CONTRAST_FEW] > 0) {
		separate(out, from, counts[CONTRAST_NOISE] > 0 ? ", " : "; ");
		str_addf(out, "%d too few to tell", counts[CONTRAST_FEW]);
	}
	if (counts[CONTRAST_LOWER] > 0)
		return CONTRAST_LOWER;
	if (counts[CONTRAST_HIGHER] > 0)
		return CONTRAST_HIGHER;
	return counts[CONTRAST_NOISE] > 0 ? CONTRAST_NOISE : CONTRAST_FEW;
}

/* The one that lacks the fewest; NULL: none is near. */
static const struct fortnight_part *
nearest(const struct fortnight_group *group, int least, int *lacking)
{
	const struct fortnight_part *best = NULL;

	for (int i = 0; i < group->n; i++) {
		int its = lack(&group->parts[i].fortnight, least);

		if (its > 0 && (best == NULL || its < *lacking)) {
			best = &group->parts[i];
			*lacking = its;
		}
	}
	return best;
}

void
fortnight_early(const struct fortnight_group *rounds,
    const struct fortnight_group *signals, int least, struct str *out)
{
	int of_round = 0, of_signal = 0;
	const struct fortnight_part *round = nearest(rounds, least, &of_round);
	const struct fortnight_part *signal =
	    nearest(signals, least, &of_signal);

	if (rounds->n + signals->n == 0)
		return;
	str_addf(out,
	    "By %s%s%s too early to tell: ", rounds->n > 0 ? "round" : "",
	    rounds->n > 0 && signals->n > 0 ? " and " : "",
	    signals->n > 0 ? "signal" : "");
	if (round != NULL && (signal == NULL || of_round <= of_signal))
		str_addf(out, "%d more session%s of %s will tell", of_round,
		    of_round == 1 ? "" : "s", round->name);
	else if (signal != NULL)
		str_addf(out, "%d more session%s with %s will tell", of_signal,
		    of_signal == 1 ? "" : "s", signal->name);
	else
		str_addf(out, "%d sessions of one in each 14 days tell", least);
}
