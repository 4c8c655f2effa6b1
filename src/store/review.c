/* SPDX-License-Identifier: MIT */
#include "store/review.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/db.h"

static int
count_sessions(struct store *store, const struct store_filter *filter,
    const char *rater, const char *signal, int *n, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_REVIEW_SESSIONS, err);
	char *pattern;
	int64_t value;
	int rc;

	if (stmt == NULL)
		return -1;
	bind_filter(stmt, filter, &pattern);
	bind_text(stmt, ":rater", rater);
	bind_text(stmt, ":signal", signal);
	rc = store_number(store, stmt, &value, err);
	*n = (int)value;
	free(pattern);
	return rc;
}

/* The signal that the row belongs to: rows come ordered by signal. */
static struct review_signal *
signal_of(struct review *review, const char *name)
{
	struct review_signal *signal;

	if (review->n > 0) {
		signal = &review->signals[review->n - 1];
		if (strcmp(signal->signal, name) == 0)
			return signal;
	}
	review->signals = mem_grow(
	    review->signals, (size_t)review->n + 1, sizeof(*review->signals));
	signal = &review->signals[review->n++];
	*signal = (struct review_signal){.signal = mem_text(name)};
	return signal;
}

/* at_bar_share counts ratings until finish() divides it by them. */
static void
add_point(struct review *review, sqlite3_stmt *stmt)
{
	struct review_signal *signal = signal_of(review, column_text(stmt, 0));

	/* Room doubles whenever n is a power of two. */
	if ((signal->n & (signal->n - 1)) == 0)
		signal->points = mem_grow(signal->points,
		    signal->n == 0 ? 1 : (size_t)signal->n * 2,
		    sizeof(*signal->points));
	signal->points[signal->n++] = (struct review_point){
	    .session_id = column_copy(stmt, 1),
	    .started_at = sqlite3_column_int64(stmt, 2),
	    .utc_offset_min = sqlite3_column_int(stmt, 3),
	    .answers = sqlite3_column_int(stmt, 4),
	    .mean = sqlite3_column_double(stmt, 5),
	    .min = sqlite3_column_int(stmt, 6),
	};
	signal->at_bar_share += sqlite3_column_int(stmt, 7);
}

static void
finish(struct review_signal *signal, const struct rules *rules)
{
	size_t n = (size_t)signal->n;
	int ratings = 0;

	signal->means = mem_new(n * sizeof(*signal->means));
	signal->smooth = mem_new(n * sizeof(*signal->smooth));
	for (int i = 0; i < signal->n; i++) {
		signal->means[i] = signal->points[i].mean;
		ratings += signal->points[i].answers;
	}
	trend_ewma(signal->means, signal->n, rules->ewma_alpha, signal->smooth);
	signal->latest = signal->means[signal->n - 1];
	signal->mean = trend_mean(signal->means, signal->n);
	signal->change =
	    trend_change(signal->means, signal->n, rules->trend_sessions);
	signal->has_slope =
	    signal->n >= rules->trend_sessions &&
	    trend_slope(signal->means, signal->n, &signal->slope);
	signal->at_bar_share /= ratings;
}

int
store_review(struct store *store, const struct store_filter *filter,
    const char *rater, const char *signal, struct review *review,
    struct err *err)
{
	const struct rules *rules;
	sqlite3_stmt *stmt;
	char *pattern;
	int rc;

	*review = (struct review){0};
	if (store_rules(store, &rules, err) != 0 ||
	    count_sessions(
		store, filter, rater, signal, &review->sessions, err) != 0)
		return -1;
	stmt = store_use(store, STMT_REVIEW, err);
	if (stmt == NULL)
		return -1;
	bind_filter(stmt, filter, &pattern);
	bind_text(stmt, ":rater", rater);
	bind_text(stmt, ":signal", signal);
	bind_int(stmt, ":bar", rules->hire);
	while ((rc = store_step(store, stmt, err)) == 1)
		add_point(review, stmt);
	free(pattern);
	if (rc < 0) {
		review_release(review);
		return -1;
	}
	for (int i = 0; i < review->n; i++)
		finish(&review->signals[i], rules);
	return 0;
}

void
review_release(struct review *review)
{
	for (int i = 0; i < review->n; i++) {
		struct review_signal *signal = &review->signals[i];

		for (int p = 0; p < signal->n; p++)
			free(signal->points[p].session_id);
		free(signal->signal);
		free(signal->points);
		free(signal->means);
		free(signal->smooth);
	}
	free(review->signals);
	*review = (struct review){0};
}

int *
review_weakest_first(const struct review *review)
{
	const struct review_signal *signals = review->signals;
	int *order = mem_zero((size_t)review->n + 1, sizeof(*order));

	for (int i = 0; i < review->n; i++) {
		int at = i;
		double mine = signals[i].smooth[signals[i].n - 1];

		while (at > 0) {
			const struct review_signal *before =
			    &signals[order[at - 1]];

			if (before->smooth[before->n - 1] <= mine)
				break;
			order[at] = order[at - 1];
			at--;
		}
		order[at] = i;
	}
	return order;
}

void
recent_signal_release(struct recent_signal *signal)
{
	free(signal->signal);
	free(signal->round);
	*signal = (struct recent_signal){0};
}

int
store_recent_signals(struct store *store, int sessions, int room,
    struct recent_signal *signals, int *n, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_RECENT_SIGNALS, err);
	int rc;

	*n = 0;
	if (stmt == NULL)
		return -1;
	bind_int(stmt, ":limit", sessions);
	while ((rc = store_step(store, stmt, err)) == 1) {
		if (*n == room)
			continue;
		signals[(*n)++] = (struct recent_signal){
		    .signal = column_copy(stmt, 0),
		    .mean = sqlite3_column_double(stmt, 1),
		    .ratings = sqlite3_column_int(stmt, 2),
		    .round = column_copy(stmt, 4),
		    .sessions = sqlite3_column_int(stmt, 5),
		};
	}
	while (rc < 0 && *n > 0)
		recent_signal_release(&signals[--*n]);
	return rc;
}

struct progress {
	struct store *store;
	sqlite3_stmt *stmt;
	char *pattern;
};

int
progress_open(struct store *store, const struct store_filter *filter,
    struct progress **out, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_PROGRESS, err);
	struct progress *progress;

	if (stmt == NULL)
		return -1;
	progress = mem_zero(1, sizeof(*progress));
	progress->store = store;
	progress->stmt = stmt;
	bind_filter(stmt, filter, &progress->pattern);
	*out = progress;
	return 0;
}

int
progress_next(
    struct progress *progress, struct progress_row *row, struct err *err)
{
	sqlite3_stmt *stmt = progress->stmt;
	int rc = store_step(progress->store, stmt, err);

	if (rc != 1)
		return rc;
	*row = (struct progress_row){
	    .session_id = column_text(stmt, 0),
	    .started_at = sqlite3_column_int64(stmt, 1),
	    .round = column_text(stmt, 2),
	    .company = column_text(stmt, 3),
	    .level = column_text(stmt, 4),
	    .signal = column_text(stmt, 5),
	    .answers = sqlite3_column_int(stmt, 6),
	    .mean = sqlite3_column_double(stmt, 7),
	    .min = sqlite3_column_int(stmt, 8),
	    .session_pk = sqlite3_column_int64(stmt, 9),
	};
	return 1;
}

void
progress_close(struct progress *progress)
{
	if (progress == NULL)
		return;
	sqlite3_reset(progress->stmt);
	free(progress->pattern);
	free(progress);
}
