/* SPDX-License-Identifier: MIT */
#include "core/made.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "core/made_maker.h"

enum {
	SLOT_S = 2 * MADE_DAY_S,   /* a session every other day */
	SPAN_S = 730 * MADE_DAY_S, /* but all within two years */
	ANSWER_S = 1800, /* what one answer and its ratings may take */
	MORNING_S = 7 * MADE_HOUR_S,
	PRACTICE_S = 13 * MADE_HOUR_S, /* from the morning on */
};

/* What a session is about, in turn. */
static const char *const rounds[] = {
    "behavioural",
    "product-sense",
    "behavioural",
    "execution",
    "screen",
    "behavioural",
    "estimation",
    "prioritisation",
    "strategy",
    "technical",
};

enum { ROUNDS = sizeof(rounds) / sizeof(rounds[0]) };

/* A dozen answers show nearly everything. */
static const struct {
	int every, first;
} events[MADE_EVENTS] = {
    [GETS_A_ONE] = {11, 1},
    [IS_REJECTED] = {23, 2},
    [HAS_NO_METRIC] = {9, 3},
    [IS_IN_OVERTIME] = {17, 5},
    [IS_REPEATED] = {6, 0},
    [TAKES_A_HINT] = {31, 4},
    [IS_PAUSED] = {29, 7},
    [IS_SKIPPED] = {37, 8},
    [IS_PROBED] = {5, 0},
};

/* And every so many sessions. */
enum { SPOKEN_EVERY = 3, SPOKEN_FIRST = 1, COMPANY_EVERY = 2 };

static const double mood = 0.5; /* a session is off the trend by half of it */

bool
maker_befalls(const struct maker *maker, int at, enum made_event event)
{
	int64_t answer = (int64_t)maker->number * maker->plan->answers + at;

	return answer % events[event].every == events[event].first;
}

int64_t
maker_between(struct rand *rand, int64_t low, int64_t high)
{
	return low + (int64_t)rand_below(rand, (uint32_t)(high - low + 1));
}

int64_t
maker_within(struct rand *rand, struct maker_range range)
{
	return maker_between(rand, range.low, range.high);
}

double
maker_off(struct rand *rand, double by)
{
	return (rand_unit(rand) - 0.5) * by;
}

void
maker_id(char out[ID_SIZE], int64_t at_s, struct rand *rand)
{
	enum { VERSION = 0x7000, VARIANT = 0x8000, NODE_BITS = 48 };
	uint64_t ms = (uint64_t)at_s * MADE_SECOND_MS, bits = rand_next(rand);
	uint64_t rest = rand_next(rand);

	snprintf(out, ID_SIZE, "%08x-%04x-%04x-%04x-%012" PRIx64,
	    (unsigned)(ms >> 16), (unsigned)(ms & 0xffff),
	    (unsigned)(VERSION | (bits & 0xfff)),
	    (unsigned)(VARIANT | ((bits >> 12) & 0x3fff)),
	    rest & ((UINT64_C(1) << NODE_BITS) - 1));
}

/* Each session has a slot of its own and lies somewhere within it, by day
 * where the slot holds whole days. */
static int64_t
start_of(const struct made_plan *plan, int number, struct rand *rand)
{
	int64_t busy = (int64_t)plan->answers * ANSWER_S, slot = SLOT_S;
	int64_t today = plan->now_s - plan->now_s % MADE_DAY_S;
	int64_t free_s, start;

	if (slot * plan->sessions > SPAN_S)
		slot = SPAN_S / plan->sessions;
	if (slot > MADE_DAY_S)
		slot -= slot % MADE_DAY_S;
	if (slot < busy)
		slot = busy;
	free_s = slot - busy;
	start = today - (plan->sessions - number) * slot;
	if (free_s >= MORNING_S + PRACTICE_S)
		return start + MORNING_S + maker_between(rand, 0, PRACTICE_S);
	return start + maker_between(rand, 0, free_s);
}

static void
begin_session(struct maker *maker)
{
	const struct made_plan *plan = maker->plan;
	struct made_session *session = maker->session;
	int number = maker->number;

	maker->mood = maker_off(&maker->rand, mood);
	maker->clock_s = start_of(plan, number, &maker->rand);
	*session = (struct made_session){
	    .started_at = maker->clock_s,
	    .mode = number % SPOKEN_EVERY == SPOKEN_FIRST ? MODE_SPOKEN
							  : MODE_TYPED,
	    .round = rounds[number % ROUNDS],
	    .company = "",
	    .level = plan->levels[number % plan->n_levels].key,
	    .n = plan->answers,
	    .answers =
		mem_zero((size_t)plan->answers, sizeof(*session->answers)),
	};
	if (plan->n_companies > 0 && number % COMPANY_EVERY == 0)
		session->company =
		    plan->companies[number / COMPANY_EVERY % plan->n_companies];
	maker_id(session->id, session->started_at, &maker->rand);
}

static void
end_session(struct maker *maker)
{
	const struct made_plan *plan = maker->plan;
	struct made_session *session = maker->session;
	const struct rubric *rubric =
	    plan->levels[maker->number % plan->n_levels].rubric;

	session->ended_at = maker->clock_s;
	if (rubric == NULL)
		return;
	maker_rate(maker, rubric, &session->level_opinion);
}

void
made_session(
    const struct made_plan *plan, int number, struct made_session *session)
{
	struct rand seed = {plan->seed};
	struct rand of_number = {rand_next(&seed) + (uint64_t)number};
	struct maker maker = {
	    .plan = plan,
	    .number = number,
	    .rand = {rand_next(&of_number)},
	    .session = session,
	};

	begin_session(&maker);
	maker.fits = maker_fits(plan, session);
	for (int i = 0; i < plan->answers; i++)
		maker_answer(&maker, i);
	free(maker.fits);
	end_session(&maker);
}

static void
opinion_release(struct made_opinion *opinion)
{
	for (int i = 0; i < opinion->n; i++)
		free(opinion->ratings[i].note);
}

void
made_session_release(struct made_session *session)
{
	for (int i = 0; i < session->n; i++) {
		opinion_release(&session->answers[i].self);
		opinion_release(&session->answers[i].peer);
		answer_release(&session->answers[i].answer);
	}
	free(session->answers);
	opinion_release(&session->level_opinion);
	*session = (struct made_session){0};
}
