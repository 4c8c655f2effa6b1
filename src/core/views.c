/* SPDX-License-Identifier: MIT */
#include "core/views.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"

enum { PER_CENT = 100 };

static bool
is_rated(const struct record_session *session)
{
	return session->judged.verdict != VERDICT_NONE;
}

static int64_t
day_of(const struct record_session *session)
{
	return period_day(session->started_at, session->utc_offset_min);
}

/* The oldest and the newest day of rated sessions; false without one. */
static bool
find_days(const struct record *record, const struct record_filter *filter,
    int64_t *first, int64_t *last)
{
	const struct record_session *session;
	bool any = false;

	for (int at = 0; (session = record_next(record, filter, &at)) != NULL;)
		if (is_rated(session)) {
			*first = day_of(session);
			if (!any)
				*last = *first;
			any = true;
		}
	return any;
}

struct verdict_view
view_verdicts(const struct record *record, const struct record_filter *filter)
{
	const struct record_session *session;
	struct verdict_view view = {0};
	int64_t first = 0, last = 0;

	if (!find_days(record, filter, &first, &last))
		return view;
	view.periods = period_cut(first, last);
	for (int at = 0;
	     (session = record_next(record, filter, &at)) != NULL;) {
		int period = period_of(&view.periods, day_of(session));

		if (!is_rated(session) || period < 0)
			continue;
		view.counts[period][session->judged.verdict]++;
		view.rated++;
		view.at_bar += session->judged.verdict >= VERDICT_HIRE;
	}
	return view;
}

/* Answers of the sessions that fit, not skipped. */
struct walk {
	const struct record *record;
	const struct record_filter *filter;
	const struct record_session *session;
	int at, answer;
};

static const struct record_answer *
next_answer(struct walk *walk)
{
	for (;;) {
		if (walk->session == NULL || walk->answer == walk->session->n) {
			walk->session =
			    record_next(walk->record, walk->filter, &walk->at);
			walk->answer = 0;
			if (walk->session == NULL)
				return NULL;
			continue;
		}
		const struct record_answer *answer =
		    &walk->record
			 ->answers[walk->session->from + walk->answer++];

		if (!answer->skipped)
			return answer;
	}
}

struct time_view
view_times(const struct record *record, const struct record_filter *filter)
{
	struct walk walk = {.record = record, .filter = filter};
	const struct record_answer *answer;
	struct time_view view = {0};

	while ((answer = next_answer(&walk)) != NULL) {
		double share;
		int bucket;

		if (answer->limit_s <= 0)
			continue;
		share = answer->answer_s / answer->limit_s;
		bucket = share < TIME_BUCKETS * TIME_STEP / (double)PER_CENT
			     ? (int)(share * PER_CENT / TIME_STEP)
			     : TIME_BUCKETS - 1;
		view.counts[bucket < 0 ? 0 : bucket]++;
		view.n++;
		view.mean += share;
		if (answer->answer_s > answer->limit_s) {
			view.over++;
			view.late_s += answer->answer_s - answer->limit_s;
		}
	}
	if (view.n > 0)
		view.mean /= view.n;
	if (view.over > 0)
		view.late_s /= view.over;
	return view;
}

static struct split_row *
split_row(struct split_view *view, int signal)
{
	for (int i = 0; i < view->n; i++)
		if (view->rows[i].signal == signal)
			return &view->rows[i];
	if (view->n == SPLIT_ROWS)
		return NULL;
	view->rows[view->n] = (struct split_row){.signal = signal};
	return &view->rows[view->n++];
}

/* Shares of what was marked: a section that was left out takes no time, and
 * has no target then. */
static void
add_splits(struct split_view *view, const struct record *record,
    const struct record_answer *answer)
{
	const struct record_split *splits = &record->splits[answer->split_from];
	double used = 0, target = 0;

	for (int i = 0; i < answer->splits; i++) {
		used += splits[i].used_s;
		target += splits[i].target_s;
	}
	if (!(used > 0) || !(target > 0))
		return;
	for (int i = 0; i < answer->splits; i++) {
		struct split_row *row = split_row(view, splits[i].signal);

		if (row == NULL)
			continue;
		row->n++;
		row->used += splits[i].used_s / used;
		row->target += splits[i].target_s / target;
	}
}

struct split_view
view_splits(const struct record *record, const struct record_filter *filter)
{
	struct walk walk = {.record = record, .filter = filter};
	const struct record_answer *answer;
	struct split_view view = {0};

	while ((answer = next_answer(&walk)) != NULL)
		if (answer->splits > 0)
			add_splits(&view, record, answer);
	for (int i = 0; i < view.n; i++) {
		view.rows[i].used /= view.rows[i].n;
		view.rows[i].target /= view.rows[i].n;
	}
	return view;
}

/* Both are there: a score is at least 1. */
static void
add_pair(struct judgement_view *view, enum judgement_pair pair, double first,
    double second)
{
	if (!(first > 0) || !(second > 0))
		return;
	sample_add(&view->pairs[pair], first - second);
	view->apart[pair] += fabs(first - second);
}

struct judgement_view
view_judgements(const struct record *record, const struct record_filter *filter)
{
	struct walk walk = {.record = record, .filter = filter};
	const struct record_answer *answer;
	struct judgement_view view = {0};

	while ((answer = next_answer(&walk)) != NULL) {
		add_pair(
		    &view, PREDICTED_AND_SELF, answer->predicted, answer->self);
		add_pair(&view, SELF_AND_COLD, answer->self, answer->cold);
		add_pair(&view, SELF_AND_PEERS, answer->self, answer->peers);
	}
	for (int i = 0; i < JUDGEMENT_PAIRS; i++)
		if (view.pairs[i].n > 0)
			view.apart[i] /= view.pairs[i].n;
	return view;
}

static int
newest_first(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x < y) - (x > y);
}

/* Clocks of other places show other days: answers in the order of time need not
 * be in that of their days. */
static void
count_runs(struct habit_view *view, int64_t *days, int n, int64_t today)
{
	int run = 0;

	qsort(days, (size_t)n, sizeof(*days), newest_first);
	for (int i = 0; i < n; i++) {
		if (i > 0 && days[i] == days[i - 1])
			continue;
		run = i > 0 && days[i] == days[i - 1] - 1 ? run + 1 : 1;
		if (run > view->longest)
			view->longest = run;
		/* Whatever the run is, it reaches to today only if all of it
		 * does. */
		if (days[i] + run - 1 >= today - 1)
			view->streak = run;
		view->days += days[i] >= view->from_day;
	}
}

struct habit_view
view_habit(const struct record *record, const struct record_filter *filter,
    int64_t today)
{
	struct walk walk = {.record = record, .filter = filter};
	const struct record_answer *answer;
	struct habit_view view = {
	    .from_day =
		period_monday(today) - (int64_t)(HABIT_WEEKS - 1) * WEEK_DAYS,
	};
	int64_t *days =
	    mem_new(((size_t)record->n_answers + 1) * sizeof(*days));
	int n_days = 0;

	while ((answer = next_answer(&walk)) != NULL) {
		int64_t day = period_day(
		    answer->started_at, walk.session->utc_offset_min);
		int64_t off = day - view.from_day;

		if (day > today)
			continue;
		if (off >= 0)
			view.answers[off / WEEK_DAYS][off % WEEK_DAYS]++;
		days[n_days++] = day;
	}
	count_runs(&view, days, n_days, today);
	free(days);
	return view;
}

int
view_latest(const struct record *record, const struct record_filter *filter,
    int *answers, int room)
{
	struct walk walk = {.record = record, .filter = filter};
	const struct record_answer *answer;
	int n = 0;

	while (n < room && (answer = next_answer(&walk)) != NULL)
		if (answer->answer_s > 0)
			answers[n++] = (int)(answer - record->answers);
	return n;
}
