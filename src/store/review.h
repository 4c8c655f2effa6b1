/* SPDX-License-Identifier: MIT */
/* Signals across sessions: what the review charts draw. */
#ifndef STORE_REVIEW_H
#define STORE_REVIEW_H

#include "core/contrast.h"
#include "core/fortnight.h"
#include "core/trend.h"
#include "store/store.h"

/* A signal in one session. */
struct review_point {
	const char *session_id; /* the review's */
	int64_t started_at;
	int utc_offset_min;
	int answers; /* ratings behind the point */
	double mean;
	int min;
};

/* A signal over all its sessions, oldest first. */
struct review_signal {
	char *signal;
	int n;                       /* sessions in which it was rated */
	struct review_point *points; /* NULL: without them */
	double *means;               /* the points' means, for the charts */
	double *smooth;              /* their ewma */
	double latest, mean, change;
	double at_bar_share; /* of its ratings */
	int ratings, at_bar; /* as numbers */
	int limits;          /* sessions whose limiting signal it was */
};

struct review {
	int sessions;           /* with at least one rating */
	char **session_ids;     /* of these; only with the points */
	struct sample overalls; /* of those rated in full */
	int n;
	struct review_signal *signals; /* by name */
};

/*
 * The signals that `rater` rated in the sessions that the filter leaves;
 * `signal` NULL is all of them.  Release with review_release().
 */
int store_review(struct store *store, const struct store_filter *filter,
    const char *rater, const char *signal, struct review *review,
    struct err *err);

/* Without the points, of which a long history has tens of thousands. */
int store_review_means(struct store *store, const struct store_filter *filter,
    const char *rater, const char *signal, struct review *review,
    struct err *err);
void review_release(struct review *review);

/* The order of its signals by what holds the candidate back most, the lowest
 * smoothed value first; owned by the caller. */
int *review_weakest_first(const struct review *review);

/* Its means in the last two weeks beside those before them: by the points. */
struct fortnight
review_fortnight(const struct review_signal *signal, int64_t now_s);

/* The slope over the signal's sessions; false where they are too few for one
 * (rules).  Apart from the review, as it costs more than all the rest. */
bool review_slope(const struct review_signal *signal, const struct rules *rules,
    struct slope *slope);

/* Session × signal, for the export; see rows_next() for the protocol. */
struct progress_row {
	const char *session_id, *round, *company, *level,
	    *signal; /* borrowed */
	int64_t session_pk, started_at;
	int answers, min;
	double mean;
};

struct progress;

/* By what `rater` rated. */
int progress_open(struct store *store, const struct store_filter *filter,
    const char *rater, struct progress **progress, struct err *err);
int progress_next(
    struct progress *progress, struct progress_row *row, struct err *err);
void progress_close(struct progress *progress);

#endif
