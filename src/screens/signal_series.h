/* SPDX-License-Identifier: MIT */
/* The series of the chart of a signal: only signal*.c include this. */
#ifndef SCREENS_SIGNAL_SERIES_H
#define SCREENS_SIGNAL_SERIES_H

#include "screens/filter_bar.h"
#include "store/review.h"
#include "tui/chart.h"

/* A signal by a rater, over the sessions of the filters. */
struct signal_series {
	char *label;          /* owned */
	char *rater;          /* owned */
	struct review review; /* with this one signal */
	double *values;       /* owned: one a slot, NaN where there is none */
};

/* A session in which one of the series has a value; borrowed from them. */
struct signal_slot {
	const char *session_id;
	int64_t started_at;
	int utc_offset_min;
};

enum { SLOT_LABEL = 8 };

struct signal_set {
	struct signal_series series[CHART_SERIES];
	int n;
	struct signal_slot *slots; /* owned, oldest first */
	char (*dates)[SLOT_LABEL]; /* owned; MM-DD, or YYYY-MM over a year */
	const char **labels;       /* owned; into `dates` */
	int n_slots;
};

/* Adds a series; 0 where the rater never rated the signal there (1 where it
 * was added), -1 with `err`.  There must be room. */
int signal_set_add(struct signal_set *set, struct store *store,
    const struct filter_bar *filters, const char *signal, const char *rater,
    struct err *err);

/* Dates the `n` slots from `from` on anew, as precisely as their span asks. */
void signal_set_date(struct signal_set *set, int from, int n);

/* Takes the last one away. */
void signal_set_drop(struct signal_set *set);
void signal_set_release(struct signal_set *set);

/* The series' point of a session, or NULL. */
const struct review_point *
signal_point(const struct signal_series *series, const char *session_id);

#endif
