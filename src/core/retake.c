/* SPDX-License-Identifier: MIT */
#include "core/retake.h"

#include <stdlib.h>

#include "base/mem.h"
#include "core/retake_parts.h"

void
retake_end_line(struct telling *telling, enum retake_tone tone)
{
	struct retake *retake = telling->retake;

	retake->lines =
	    mem_grow(retake->lines, retake->n + 1, sizeof(*retake->lines));
	retake->lines[retake->n++] = (struct retake_line){
	    .tone = tone,
	    .text = str_detach(&telling->line),
	};
}

int
retake_rating_before(const struct telling *telling, size_t i)
{
	const struct attempt *before = telling->before, *now = telling->now;
	int at;

	if (before->rubric == NULL || now->ratings[i] == 0)
		return 0;
	at = rubric_find(before->rubric, now->rubric->signals[i].key);
	return at >= 0 ? before->ratings[at] : 0;
}

enum retake_tone
retake_tone(int64_t difference)
{
	return difference > 0   ? RETAKE_BETTER
	       : difference < 0 ? RETAKE_WORSE
				: RETAKE_PLAIN;
}

/* By the overall, and where that is the same by the verdict: a cap may have
 * gone. */
static int
improved(const struct judged *before, const struct judged *now)
{
	int by_score = score_compare(now->overall, before->overall);

	return by_score != 0 ? by_score
			     : (int)now->verdict - (int)before->verdict;
}

static void
tell_overall(struct telling *telling)
{
	const struct judged *before = &telling->before->judged;
	const struct judged *now = &telling->now->judged;
	double now_value = score_value(now->overall);
	double before_value = score_value(before->overall);
	int difference = improved(before, now);

	str_addf(&telling->line, "%s: overall %.2f after %.2f (%+.2f), ",
	    difference > 0   ? "Better"
	    : difference < 0 ? "Worse"
			     : "The same",
	    now_value, before_value, now_value - before_value);
	if (now->verdict == before->verdict)
		str_addf(
		    &telling->line, "%s again.", verdict_name(now->verdict));
	else
		str_addf(&telling->line, "%s after %s.",
		    verdict_name(now->verdict), verdict_name(before->verdict));
	retake_end_line(telling, retake_tone(difference));
}

static bool
is_rated(const struct attempt *attempt)
{
	return attempt->judged.verdict != VERDICT_NONE;
}

static void
tell_not_rated(struct telling *telling)
{
	if (is_rated(telling->now))
		str_addf(&telling->line,
		    "Overall %.2f; the attempt before was not rated.",
		    score_value(telling->now->judged.overall));
	else if (is_rated(telling->before))
		str_addf(&telling->line,
		    "This attempt is not rated; overall %.2f before.",
		    score_value(telling->before->judged.overall));
	else
		str_add(&telling->line, "Neither attempt is rated.");
	retake_end_line(telling, RETAKE_PLAIN);
}

/* Signals that are worse and not named among the weak ones. */
static void
tell_fallen(struct telling *telling)
{
	const struct attempt *now = telling->now;
	size_t found = 0;

	for (size_t i = 0; now->rubric != NULL && i < now->rubric->n; i++) {
		int before = retake_rating_before(telling, i);

		if (before <= now->ratings[i] || retake_stayed_weak(telling, i))
			continue;
		str_addf(&telling->line, "%s%s %d after %d",
		    found++ > 0 ? ", " : "Fell: ",
		    now->rubric->signals[i].label, now->ratings[i], before);
	}
	if (found == 0)
		return;
	str_ch(&telling->line, '.');
	retake_end_line(telling, RETAKE_WORSE);
}

void
retake_tell(struct retake *retake, const struct rules *rules,
    const struct attempt *before, const struct attempt *now, bool private)
{
	struct telling telling = {
	    .retake = retake,
	    .rules = rules,
	    .before = before,
	    .now = now,
	    .private = private,
	    .line = STR_INIT,
	};

	*retake = (struct retake){0};
	if (is_rated(before) && is_rated(now))
		tell_overall(&telling);
	else
		tell_not_rated(&telling);
	tell_fallen(&telling);
	if (retake_tell_weak(&telling) == 0 && is_rated(before) &&
	    is_rated(now)) {
		str_add(&telling.line, "No weak spot has stayed.");
		retake_end_line(&telling, RETAKE_BETTER);
	}
	retake_end_line(&telling, RETAKE_PLAIN);
	retake_tell_rows(&telling);
	str_release(&telling.line);
}

void
retake_release(struct retake *retake)
{
	for (size_t i = 0; i < retake->n; i++)
		free(retake->lines[i].text);
	free(retake->lines);
	*retake = (struct retake){0};
}
