/* SPDX-License-Identifier: MIT */
#include "core/verdict.h"

#include <string.h>

const char *
verdict_name(enum verdict verdict)
{
	switch (verdict) {
	case VERDICT_NONE:
		return "";
	case VERDICT_REJECT:
		return "reject";
	case VERDICT_REINTERVIEW:
		return "re-interview";
	case VERDICT_HIRE:
		return "hire";
	case VERDICT_STRONG_HIRE:
		return "strong hire";
	}
	return "";
}

const char *
cap_reason(enum cap cap)
{
	switch (cap) {
	case CAP_SINGLE_ONE:
		return "a single 1 caps the answer at re-interview";
	case CAP_NO_METRIC:
		return "no measured result caps the answer at re-interview";
	case CAP_REJECTED_ANSWER:
		return "one rejected answer caps the session at re-interview";
	}
	return "";
}

enum verdict
verdict_band(const struct rules *rules, struct score overall)
{
	if (score_compare_units(overall, rules->strong_hire) >= 0)
		return VERDICT_STRONG_HIRE;
	if (score_compare_units(overall, rules->hire) >= 0)
		return VERDICT_HIRE;
	if (score_compare_units(overall, rules->reinterview) >= 0)
		return VERDICT_REINTERVIEW;
	return VERDICT_REJECT;
}

/* Every cap has the same ceiling; it is only named where it made a
 * difference. */
static enum verdict
lower(enum verdict verdict, unsigned caps, unsigned *applied)
{
	*applied = 0;
	if (caps == 0 || verdict <= VERDICT_REINTERVIEW)
		return verdict;
	*applied = caps;
	return VERDICT_REINTERVIEW;
}

/* The lowest rating, then the largest weight, then the rubric's order. */
static int
limiting_signal(const struct rubric *rubric, const int *ratings)
{
	int worst = 0;

	for (int i = 1; i < (int)rubric->n; i++)
		if (ratings[i] < ratings[worst] ||
		    (ratings[i] == ratings[worst] &&
			rubric->signals[i].weight >
			    rubric->signals[worst].weight))
			worst = i;
	return worst;
}

static unsigned
caps_of(const struct rubric *rubric, const int *ratings, bool metric_given)
{
	unsigned caps = 0;

	if (rubric->metric && !metric_given)
		caps |= CAP_NO_METRIC;
	for (size_t i = 0; i < rubric->n; i++)
		if (ratings[i] == RATING_LOW)
			caps |= CAP_SINGLE_ONE;
	return caps;
}

struct judged
verdict_answer(const struct rules *rules, const struct rubric *rubric,
    const int *ratings, bool metric_given)
{
	struct judged judged = {.limiting = -1};
	int64_t sum = 0, weights = 0;

	for (size_t i = 0; i < rubric->n; i++) {
		if (ratings[i] < RATING_LOW || ratings[i] > RATING_HIGH)
			return judged;
		sum += rubric->signals[i].weight * ratings[i];
		weights += rubric->signals[i].weight;
	}
	if (weights <= 0)
		return judged;
	judged.overall = score_of(sum, weights);
	judged.verdict = lower(verdict_band(rules, judged.overall),
	    caps_of(rubric, ratings, metric_given), &judged.caps);
	judged.limiting = limiting_signal(rubric, ratings);
	return judged;
}

struct judged
verdict_panel(const struct rules *rules, const struct rubric *rubric,
    const int (*ratings)[RUBRIC_SIGNALS], int n, bool metric_given)
{
	struct judged panel = {.limiting = -1};
	int sums[RUBRIC_SIGNALS] = {0};
	struct score_sum overall = {0};
	unsigned caps = 0;

	for (int r = 0; r < n; r++) {
		struct judged one =
		    verdict_answer(rules, rubric, ratings[r], metric_given);

		if (one.verdict == VERDICT_NONE)
			continue;
		score_add(&overall, one.overall);
		caps |= caps_of(rubric, ratings[r], metric_given);
		for (size_t i = 0; i < rubric->n; i++)
			sums[i] += ratings[r][i];
	}
	if (overall.n == 0)
		return panel;
	panel.overall = score_mean(&overall);
	panel.verdict =
	    lower(verdict_band(rules, panel.overall), caps, &panel.caps);
	panel.limiting = limiting_signal(rubric, sums);
	return panel;
}

/* A signal over all answers of a session that were rated on it. */
struct gathered {
	const char *key;
	int64_t sum, n, weight;
};

static bool
limits_more(const struct gathered *a, const struct gathered *b)
{
	int64_t left = a->sum * b->n, right = b->sum * a->n;

	if (left != right)
		return left < right;
	if (a->weight != b->weight)
		return a->weight > b->weight;
	return strcmp(a->key, b->key) < 0;
}

/* Sums one signal of one rubric over every answer that has a rating of it;
 * its weight is the largest that any of the rubrics gives it. */
static struct gathered
gather(const struct rated_answer *answers, int n, const char *key)
{
	struct gathered sum = {.key = key};

	for (int i = 0; i < n; i++) {
		int at = rubric_find(answers[i].rubric, key);

		if (at < 0)
			continue;
		sum.sum += answers[i].ratings[at];
		sum.n++;
		if (answers[i].rubric->signals[at].weight > sum.weight)
			sum.weight = answers[i].rubric->signals[at].weight;
	}
	return sum;
}

static bool
rubric_seen(const struct rated_answer *answers, int before)
{
	for (int i = 0; i < before; i++)
		if (answers[i].rubric == answers[before].rubric)
			return true;
	return false;
}

static const char *
limiting_of_session(const struct rated_answer *answers, int n)
{
	struct gathered worst = {0};

	for (int i = 0; i < n; i++) {
		if (rubric_seen(answers, i))
			continue;
		for (size_t s = 0; s < answers[i].rubric->n; s++) {
			struct gathered next = gather(
			    answers, n, answers[i].rubric->signals[s].key);

			if (worst.key == NULL || limits_more(&next, &worst))
				worst = next;
		}
	}
	return worst.key;
}

struct judged_session
verdict_session(
    const struct rules *rules, const struct rated_answer *answers, int n)
{
	struct judged_session session = {0};
	struct score_sum sum = {0};
	unsigned caps = 0;

	if (n == 0)
		return session;
	for (int i = 0; i < n; i++) {
		score_add(&sum, answers[i].judged.overall);
		if (answers[i].judged.verdict == VERDICT_REJECT)
			caps |= CAP_REJECTED_ANSWER;
	}
	session.overall = score_mean(&sum);
	session.verdict =
	    lower(verdict_band(rules, session.overall), caps, &session.caps);
	session.limiting = limiting_of_session(answers, n);
	return session;
}

bool
clean_answer(const struct rules *rules, const struct clean_facts *facts)
{
	return facts->rated && !facts->skipped && !facts->hint &&
	       facts->limit_s > 0 && facts->paused_s <= 0 &&
	       facts->answer_s - facts->limit_s <= rules->clean_overtime_s;
}
