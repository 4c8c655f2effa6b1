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
	if (filter->has_since && session->started_at < filter->since)
		return false;
	if (filter->has_until && session->started_at >= filter->until)
		return false;
	return is_named(record, session->round, filter->round) &&
	       is_named(record, session->company, filter->company) &&
	       is_named(record, session->level, filter->level);
}

const struct record_session *
record_next(
    const struct record *record, const struct record_filter *filter, int *at)
{
	while (*at < record->n_sessions) {
		const struct record_session *session =
		    &record->sessions[(*at)++];

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

struct record_limits
record_limits(const struct record *record, const struct record_filter *filter,
    const char *signal)
{
	int number = intern_find(&record->names, signal);
	const struct record_session *session;
	struct record_limits limits = {0};

	for (int at = 0; (session = record_next(record, filter, &at)) != NULL;)
		if (session->judged.verdict != VERDICT_NONE) {
			limits.sessions++;
			limits.limited +=
			    number >= 0 && session->limiting == number;
		}
	return limits;
}

struct record_fortnight
record_fortnight(const struct record *record,
    const struct record_filter *filter, int64_t now_s, int days, int least)
{
	int64_t middle = now_s - (int64_t)days * DAY_S;
	struct record_filter span = *filter;
	struct record_fortnight both;

	span.has_since = span.has_until = true;
	span.since = middle;
	span.until = now_s + 1;
	both.now = record_overalls(record, &span);
	span.since = middle - (int64_t)days * DAY_S;
	span.until = middle;
	both.before = record_overalls(record, &span);
	both.contrast = contrast_of(&both.before, &both.now, least);
	return both;
}
