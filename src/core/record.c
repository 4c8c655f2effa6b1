/* SPDX-License-Identifier: MIT */
#include "core/record.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "core/period.h"

void
record_release(struct record *record)
{
	intern_release(&record->names);
	free(record->sessions);
	free(record->answers);
	free(record->splits);
	*record = (struct record){0};
}

/* Room doubles whenever n is a power of two. */
static void *
grow(void *array, int n, size_t size)
{
	if ((n & (n - 1)) != 0)
		return array;
	return mem_grow(array, n == 0 ? 1 : (size_t)n * 2, size);
}

struct record_session *
record_add_session(struct record *record)
{
	struct record_session *session;

	record->sessions = grow(
	    record->sessions, record->n_sessions, sizeof(*record->sessions));
	session = &record->sessions[record->n_sessions++];
	*session = (struct record_session){
	    .limiting = -1,
	    .from = record->n_answers,
	};
	return session;
}

struct record_answer *
record_add_answer(struct record *record)
{
	struct record_answer *answer;

	record->answers =
	    grow(record->answers, record->n_answers, sizeof(*record->answers));
	answer = &record->answers[record->n_answers++];
	*answer = (struct record_answer){.split_from = record->n_splits};
	return answer;
}

struct record_split *
record_add_split(struct record *record)
{
	struct record_split *split;

	record->splits =
	    grow(record->splits, record->n_splits, sizeof(*record->splits));
	split = &record->splits[record->n_splits++];
	*split = (struct record_split){0};
	return split;
}

static bool
is_named(const struct record *record, int number, const char *name)
{
	return name == NULL ||
	       strcmp(intern_text(&record->names, number), name) == 0;
}

static bool
fits(const struct record *record, const struct record_filter *filter,
    const struct record_session *session)
{
	if (filter->has_until && !filter->days.has_end &&
	    session->started_at >= filter->until)
		return false;
	if (!days_hold(
		&filter->days, session->started_at, session->utc_offset_min))
		return false;
	return is_named(record, session->round, filter->round) &&
	       is_named(record, session->company, filter->company) &&
	       is_named(record, session->level, filter->level);
}

/* All that come next are older still. */
static bool
is_before(
    const struct record_filter *filter, const struct record_session *session)
{
	int64_t apart_s = filter->days.has_first ? CLOCKS_APART_S : 0;

	return filter->has_since &&
	       session->started_at < filter->since - apart_s;
}

const struct record_session *
record_next(
    const struct record *record, const struct record_filter *filter, int *at)
{
	while (*at < record->n_sessions) {
		const struct record_session *session =
		    &record->sessions[(*at)++];

		if (is_before(filter, session))
			return NULL;
		if (fits(record, filter, session))
			return session;
	}
	return NULL;
}

struct sample
record_overalls(const struct record *record, const struct record_filter *filter)
{
	const struct record_session *session;
	struct sample sample = {0};

	for (int at = 0; (session = record_next(record, filter, &at)) != NULL;)
		if (score_exists(session->judged.overall))
			sample_add(
			    &sample, score_value(session->judged.overall));
	return sample;
}

int
record_limits(const struct record *record, const struct record_filter *filter,
    int *limited)
{
	const struct record_session *session;
	int sessions = 0;

	for (int at = 0; (session = record_next(record, filter, &at)) != NULL;)
		if (session->judged.verdict != VERDICT_NONE) {
			sessions++;
			limited[session->limiting]++;
		}
	return sessions;
}

/* The answers of a question, as they are met: the newest session first. */
struct attempts {
	int first, last; /* plus 1; 0: none */
	int64_t first_at, last_at;
};

static void
add_attempt(
    struct attempts *attempts, const struct record_answer *answer, int index)
{
	if (answer->skipped || answer->limiting == 0)
		return;
	if (attempts->first == 0 || answer->started_at < attempts->first_at) {
		attempts->first = index + 1;
		attempts->first_at = answer->started_at;
	}
	if (attempts->last == 0 || answer->started_at > attempts->last_at) {
		attempts->last = index + 1;
		attempts->last_at = answer->started_at;
	}
}

int
record_repeated(const struct record *record, const struct record_filter *filter,
    int *first, int *last, int room)
{
	struct attempts *all =
	    mem_zero((size_t)record->names.n + 1, sizeof(*all));
	const struct record_session *session;
	int n = 0;

	for (int at = 0; (session = record_next(record, filter, &at)) != NULL;)
		for (int i = session->from; i < session->from + session->n; i++)
			add_attempt(&all[record->answers[i].question],
			    &record->answers[i], i);
	for (int i = 0; i < record->n_answers && n < room; i++) {
		const struct attempts *its = &all[record->answers[i].question];

		if (its->last != i + 1 || its->first == its->last)
			continue;
		first[n] = its->first - 1;
		last[n++] = i;
	}
	free(all);
	return n;
}

struct fortnight
record_fortnight(const struct record *record,
    const struct record_filter *filter, int64_t now_s)
{
	struct fortnight fortnight = {.now_s = now_s};
	const struct record_session *session;
	struct record_filter all = *filter;

	all.days = (struct days){0};
	all.has_until = false;
	all.has_since = true;
	all.since = now_s - (int64_t)2 * FORTNIGHT_DAYS * DAY_S;
	for (int at = 0; (session = record_next(record, &all, &at)) != NULL;)
		if (score_exists(session->judged.overall))
			fortnight_add(&fortnight, session->started_at,
			    score_value(session->judged.overall));
	return fortnight;
}
