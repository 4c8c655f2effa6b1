/* SPDX-License-Identifier: MIT */
/* How made answers are rated: the trend of each signal, and chance. */
#include <math.h>
#include <string.h>

#include "base/mem.h"
#include "core/made_maker.h"
#include "core/made_text.h"

enum { PEER_EVERY = 3 }; /* sessions with a peer, from the first on */

static const char *const peers[] = {"Mei", "Jonas"};

/* Where a signal begins and ends over all sessions. */
struct trend {
	const char *signal;
	double from, to;
};

static const struct trend trends[] = {
    {"situation", 3.0, 4.5},
    {"task", 2.8, 4.1},
    {"action", 2.6, 4.4},
    {"result", 2.5, 2.7}, /* the one that does not rise */
    {"problem", 3.1, 4.3},
    {"process", 2.9, 3.9},
    {"payoff", 2.4, 3.6},
    {"tradeoffs", 2.3, 3.8},
    {"hypothesis", 2.7, 4.2},
    {"metrics", 2.6, 4.0},
    {"ownership", 3.0, 4.4},
};

/* Any other signal begins and rises by these, chosen by its name. */
static const double other_from = 2.5, other_rise = 0.8;
enum { OTHER_STEPS = 11 }; /* tenths */

/* A rating is off by half of it at most; a peer's besides a little lower. */
static const double noise = 1.3, strictness = 0.3;

static const struct maker_range rating_s = {20, 80}; /* for all signals */

static const struct trend *
trend_of(const char *signal)
{
	for (size_t i = 0; i < sizeof(trends) / sizeof(trends[0]); i++)
		if (strcmp(trends[i].signal, signal) == 0)
			return &trends[i];
	return NULL;
}

static double
tenths_by_name(const char *name)
{
	enum { FACTOR = 31 };
	unsigned sum = 0;

	for (; *name != '\0'; name++)
		sum = sum * FACTOR + (unsigned char)*name;
	return (double)(sum % OTHER_STEPS) / 10;
}

/* What the signal is worth in this session, before chance. */
static double
skill(const struct maker *maker, const char *signal)
{
	const struct trend *trend = trend_of(signal);
	int last = maker->plan->sessions - 1;
	double progress = last > 0 ? (double)maker->number / last : 1;

	if (trend != NULL)
		return trend->from + (trend->to - trend->from) * progress;
	double tenths = tenths_by_name(signal);

	return other_from + tenths / 2 + (other_rise + tenths) * progress;
}

static int
clamp(double value, int low)
{
	long rating = lround(value);

	if (rating < low)
		return low;
	return rating > RATING_HIGH ? RATING_HIGH : (int)rating;
}

/* A 1 is an event of its own: none by chance. */
void
maker_rate(struct maker *maker, const struct rubric *rubric,
    struct made_opinion *opinion)
{
	enum { NOTE_FROM = 4, NOTE_EVERY = 3 };

	opinion->rater = "self";
	opinion->rated_at = maker->clock_s;
	opinion->n = (int)rubric->n;
	for (size_t i = 0; i < rubric->n; i++) {
		char *signal = rubric->signals[i].key;
		double about = skill(maker, signal) + maker->mood +
			       maker_off(&maker->rand, noise);
		int value = clamp(about, RATING_LOW + 1);
		bool noted = value >= NOTE_FROM &&
			     rand_below(&maker->rand, NOTE_EVERY) == 0;

		opinion->ratings[i] = (struct rating){
		    .signal = signal,
		    .value = value,
		    .note = mem_text(noted ? made_note(&maker->rand) : ""),
		};
	}
}

/* A reject is a 1 or 2 throughout; a single 1 spoils what was fine. */
static void
spoil(struct maker *maker, int at, struct made_opinion *opinion)
{
	struct rand *rand = &maker->rand;

	for (int i = 0; i < opinion->n; i++)
		if (maker_befalls(maker, at, IS_REJECTED))
			opinion->ratings[i].value = (int)maker_between(
			    rand, RATING_LOW, RATING_LOW + 1);
	if (maker_befalls(maker, at, GETS_A_ONE))
		opinion->ratings[rand_below(rand, (uint32_t)opinion->n)].value =
		    RATING_LOW;
}

/* A peer sees it much the same, a little more strictly. */
static void
form_peer_opinion(struct maker *maker, const struct made_opinion *self,
    struct made_opinion *peer)
{
	peer->rater = peers[maker->number % 2];
	peer->rated_at = self->rated_at + MADE_DAY_S / 2;
	peer->n = self->n;
	for (int i = 0; i < self->n; i++) {
		double value = self->ratings[i].value - strictness +
			       maker_off(&maker->rand, noise);

		peer->ratings[i] = (struct rating){
		    .signal = self->ratings[i].signal,
		    .value = clamp(value, RATING_LOW),
		    .note = mem_text(""),
		};
	}
}

/* People think a little better of themselves before they look closely. */
static int
predict(struct maker *maker, const struct made_opinion *self)
{
	enum { SKIPPED_EVERY = 5 };
	int sum = 0;

	if (rand_below(&maker->rand, SKIPPED_EVERY) == 0)
		return 0;
	for (int i = 0; i < self->n; i++)
		sum += self->ratings[i].value;
	return clamp(
	    (double)sum / self->n + rand_unit(&maker->rand), RATING_LOW);
}

void
maker_rate_answer(struct maker *maker, int at, const struct rubric *rubric,
    struct made_answer *made)
{
	maker_rate(maker, rubric, &made->self);
	spoil(maker, at, &made->self);
	maker->clock_s += maker_within(&maker->rand, rating_s);
	made->self.rated_at = maker->clock_s;
	if (maker->number % PEER_EVERY == 0)
		form_peer_opinion(maker, &made->self, &made->peer);
	made->answer.predicted = predict(maker, &made->self);
}
