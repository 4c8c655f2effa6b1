/* SPDX-License-Identifier: MIT */
#include "screens/signal_series.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/mem.h"
#include "core/period.h"
#include "store/plan.h"

enum {
	MONTH_AND_DAY = 5, /* where they begin in a date */
	LONG_DAYS = 300,   /* from here the year says more than the day */
};

static void
release_slots(struct signal_set *set)
{
	for (int i = 0; i < set->n; i++) {
		free(set->series[i].values);
		set->series[i].values = NULL;
	}
	free(set->slots);
	free(set->dates);
	free(set->labels);
	set->slots = NULL;
	set->dates = NULL;
	set->labels = NULL;
	set->n_slots = 0;
}

static void
release_series(struct signal_series *series)
{
	free(series->label);
	free(series->rater);
	free(series->values);
	review_release(&series->review);
	*series = (struct signal_series){0};
}

void
signal_set_release(struct signal_set *set)
{
	release_slots(set);
	for (int i = 0; i < set->n; i++)
		release_series(&set->series[i]);
	*set = (struct signal_set){0};
}

static int
in_time(const void *a, const void *b)
{
	const struct signal_slot *x = a, *y = b;

	if (x->started_at != y->started_at)
		return x->started_at < y->started_at ? -1 : 1;
	return strcmp(x->session_id, y->session_id);
}

static void
gather_slots(struct signal_set *set)
{
	int most = 0, n = 0;

	for (int i = 0; i < set->n; i++)
		most += set->series[i].review.signals[0].n;
	set->slots = mem_zero((size_t)most + 1, sizeof(*set->slots));
	for (int i = 0; i < set->n; i++) {
		const struct review_signal *signal =
		    &set->series[i].review.signals[0];

		for (int k = 0; k < signal->n; k++)
			set->slots[n++] = (struct signal_slot){
			    signal->points[k].session_id,
			    signal->points[k].started_at,
			    signal->points[k].utc_offset_min,
			};
	}
	qsort(set->slots, (size_t)n, sizeof(*set->slots), in_time);
	for (int i = 0; i < n; i++)
		if (i == 0 || strcmp(set->slots[i].session_id,
				  set->slots[set->n_slots - 1].session_id) != 0)
			set->slots[set->n_slots++] = set->slots[i];
}

/* Both are in the order of time. */
static void
place(const struct signal_set *set, struct signal_series *series)
{
	const struct review_signal *signal = &series->review.signals[0];
	int at = 0;

	series->values =
	    mem_new((size_t)set->n_slots * sizeof(*series->values));
	for (int i = 0; i < set->n_slots; i++) {
		bool there =
		    at < signal->n && strcmp(signal->points[at].session_id,
					  set->slots[i].session_id) == 0;

		series->values[i] = there ? signal->means[at++] : NAN;
	}
}

void
signal_set_date(struct signal_set *set, int from, int n)
{
	const struct signal_slot *slots = &set->slots[from];
	bool is_long = slots[n - 1].started_at - slots[0].started_at >
		       (int64_t)LONG_DAYS * DAY_S;

	for (int i = 0; i < n; i++) {
		char when[DATE_SIZE], *date = set->dates[from + i];

		date_local(when, slots[i].started_at, slots[i].utc_offset_min);
		if (is_long)
			snprintf(date, SLOT_LABEL, "%.7s", when);
		else
			snprintf(
			    date, SLOT_LABEL, "%.5s", when + MONTH_AND_DAY);
	}
}

static void
make_dates(struct signal_set *set)
{
	size_t n = (size_t)set->n_slots;

	set->dates = mem_zero(n, sizeof(*set->dates));
	set->labels = mem_zero(n, sizeof(*set->labels));
	for (size_t i = 0; i < n; i++)
		set->labels[i] = set->dates[i];
	signal_set_date(set, 0, set->n_slots);
}

static void
place_all(struct signal_set *set)
{
	release_slots(set);
	if (set->n == 0)
		return;
	gather_slots(set);
	for (int i = 0; i < set->n; i++)
		place(set, &set->series[i]);
	make_dates(set);
}

int
signal_set_add(struct signal_set *set, struct store *store,
    const struct filter_bar *filters, const char *signal, const char *rater,
    struct err *err)
{
	struct store_filter filter = filter_bar_now(filters, NULL);
	struct signal_series *series = &set->series[set->n];

	*series = (struct signal_series){.rater = mem_text(rater)};
	if (store_review(store, &filter, rater, signal, &series->review, err) !=
		0 ||
	    store_signal_label(store, signal, &series->label, err) != 0) {
		release_series(series);
		return -1;
	}
	if (series->review.n == 0) {
		release_series(series);
		return 0;
	}
	set->n++;
	place_all(set);
	return 1;
}

void
signal_set_drop(struct signal_set *set)
{
	release_series(&set->series[--set->n]);
	place_all(set);
}

const struct review_point *
signal_point(const struct signal_series *series, const char *session_id)
{
	const struct review_signal *signal = &series->review.signals[0];

	for (int i = 0; i < signal->n; i++)
		if (strcmp(signal->points[i].session_id, session_id) == 0)
			return &signal->points[i];
	return NULL;
}
