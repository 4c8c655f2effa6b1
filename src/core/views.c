/* SPDX-License-Identifier: MIT */
#include "core/views.h"

#include <stdlib.h>

#include "base/mem.h"

/* The oldest and the newest day. */
static void
find_days(const struct verdict_day *days, int n, int64_t *first, int64_t *last)
{
	*first = *last = days[0].day;
	for (int i = 1; i < n; i++) {
		if (days[i].day < *first)
			*first = days[i].day;
		if (days[i].day > *last)
			*last = days[i].day;
	}
}

struct verdict_view
view_verdicts(const struct verdict_day *days, int n)
{
	struct verdict_view view = {0};
	int64_t first, last;

	if (n == 0)
		return view;
	find_days(days, n, &first, &last);
	view.periods = period_cut(first, last);
	for (int i = 0; i < n; i++) {
		int period = period_of(&view.periods, days[i].day);

		if (period < 0)
			continue;
		view.counts[period][days[i].verdict]++;
		view.rated++;
		view.at_bar += days[i].verdict >= VERDICT_HIRE;
	}
	return view;
}

/* 0 of nothing. */
static double
mean_of(int64_t sum, int64_t n)
{
	return n == 0 ? 0 : (double)sum / DIGEST_UNIT / (double)n;
}

struct time_view
view_times(const int64_t sums[TIME_SUMS])
{
	struct time_view view = {
	    .n = (int)sums[TIME_ANSWERS],
	    .over = (int)sums[TIME_OVER],
	    .mean = mean_of(sums[TIME_SHARES], sums[TIME_ANSWERS]),
	    .late_s = mean_of(sums[TIME_LATE], sums[TIME_OVER]),
	};

	for (int i = 0; i < TIME_BUCKETS; i++)
		view.counts[i] = (int)sums[TIME_COUNTS + i];
	return view;
}

struct split_row
view_section(const struct digest_section *section)
{
	const int64_t *sums = section->sums;

	return (struct split_row){
	    .signal = section->signal,
	    .n = (int)sums[SECTION_ANSWERS],
	    .used = mean_of(sums[SECTION_USED], sums[SECTION_ANSWERS]),
	    .target = mean_of(sums[SECTION_TARGET], sums[SECTION_ANSWERS]),
	};
}

/* Squared distances from the mean: those from 0, less what the mean itself is
 * off. */
static struct sample
sample_of(const int64_t sums[PAIR_SUMS])
{
	struct sample sample = {
	    .n = (int)sums[PAIR_ANSWERS],
	    .mean = mean_of(sums[PAIR_DIFFERENCES], sums[PAIR_ANSWERS]),
	};

	sample.squares = (double)sums[PAIR_SQUARES] / DIGEST_UNIT -
			 sample.n * sample.mean * sample.mean;
	if (sample.squares < 0)
		sample.squares = 0;
	return sample;
}

struct judgement_view
view_judgements(const int64_t sums[JUDGEMENT_PAIRS * PAIR_SUMS])
{
	struct judgement_view view;

	for (int i = 0; i < JUDGEMENT_PAIRS; i++) {
		const int64_t *its = sums + (size_t)i * PAIR_SUMS;

		view.pairs[i] = sample_of(its);
		view.apart[i] = mean_of(its[PAIR_APART], its[PAIR_ANSWERS]);
	}
	return view;
}

void
habit_begin(struct habit *habit, int64_t today)
{
	*habit = (struct habit){
	    .today = today,
	    .view.from_day =
		period_monday(today) - (int64_t)(HABIT_WEEKS - 1) * WEEK_DAYS,
	};
}

void
habit_add(struct habit *habit, int64_t day, int answers)
{
	int64_t off = day - habit->view.from_day;

	if (answers == 0 || day > habit->today)
		return;
	if (off >= 0)
		habit->view.answers[off / WEEK_DAYS][off % WEEK_DAYS] +=
		    answers;
	/* Room doubles whenever n is a power of two. */
	if ((habit->n & (habit->n - 1)) == 0)
		habit->days = mem_grow(habit->days,
		    habit->n == 0 ? 1 : (size_t)habit->n * 2,
		    sizeof(*habit->days));
	habit->days[habit->n++] = day;
}

static int
newest_first(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x < y) - (x > y);
}

static void
count_runs(struct habit *habit)
{
	struct habit_view *view = &habit->view;
	const int64_t *days = habit->days;
	int run = 0;

	for (int i = 0; i < habit->n; i++) {
		if (i > 0 && days[i] == days[i - 1])
			continue;
		run = i > 0 && days[i] == days[i - 1] - 1 ? run + 1 : 1;
		if (run > view->longest)
			view->longest = run;
		/* Whatever the run is, it reaches to today only if all of it
		 * does. */
		if (days[i] + run - 1 >= habit->today - 1)
			view->streak = run;
		view->days += days[i] >= view->from_day;
	}
}

struct habit_view
habit_end(struct habit *habit)
{
	if (habit->n > 0)
		qsort(habit->days, (size_t)habit->n, sizeof(*habit->days),
		    newest_first);
	count_runs(habit);
	free(habit->days);
	habit->days = NULL;
	habit->n = 0;
	return habit->view;
}
