/* SPDX-License-Identifier: MIT */
#include "store/review.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "store/db.h"
#include "store/tally.h"

/* As strcmp(); most differ in their first bytes, and a call costs more. */
static int
compare(const struct tally *tally, const char *signal)
{
	for (size_t i = 0; i < tally->n_signal; i++) {
		int order =
		    (unsigned char)tally->signal[i] - (unsigned char)signal[i];

		if (order != 0)
			return order;
	}
	return -(signal[tally->n_signal] != '\0');
}

static struct review_signal *
insert_signal(struct review *review, int at, const struct tally *tally)
{
	struct review_signal *signal;

	review->signals = mem_grow(
	    review->signals, (size_t)review->n + 1, sizeof(*review->signals));
	signal = &review->signals[at];
	memmove(signal + 1, signal,
	    (size_t)(review->n - at) * sizeof(*review->signals));
	review->n++;
	*signal = (struct review_signal){
	    .signal = mem_textn(tally->signal, tally->n_signal),
	};
	return signal;
}

/* Signals are kept by name, and so are a session's tallies: looking for one
 * goes on where the one before it was found. */
static struct review_signal *
signal_of(struct review *review, int *at, const struct tally *tally)
{
	int order = 1;

	while (*at < review->n) {
		order = compare(tally, review->signals[*at].signal);
		if (order <= 0)
			break;
		++*at;
	}
	return order == 0 ? &review->signals[*at]
			  : insert_signal(review, *at, tally);
}

/* Room doubles whenever n is a power of two. */
static bool
is_full(int n)
{
	return (n & (n - 1)) == 0;
}

/* at_bar_share counts ratings until finish() divides it by them. */
static void
add_point(struct review_signal *signal, struct review_point point,
    const struct tally *tally, int64_t bar)
{
	if (is_full(signal->n))
		signal->points = mem_grow(signal->points,
		    signal->n == 0 ? 1 : (size_t)signal->n * 2,
		    sizeof(*signal->points));
	point.answers = tally_count(tally);
	point.mean = tally_mean(tally);
	point.min = tally_least(tally);
	signal->points[signal->n++] = point;
	signal->at_bar_share += tally_at_bar(tally, bar);
}

/* The session of the row, kept by the review. */
static struct review_point
add_session(struct review *review, sqlite3_stmt *stmt)
{
	if (is_full(review->sessions))
		review->session_ids = mem_grow(review->session_ids,
		    review->sessions == 0 ? 1 : (size_t)review->sessions * 2,
		    sizeof(*review->session_ids));
	review->session_ids[review->sessions] = column_copy(stmt, 0);
	return (struct review_point){
	    .session_id = review->session_ids[review->sessions++],
	    .started_at = sqlite3_column_int64(stmt, 1),
	    .utc_offset_min = sqlite3_column_int(stmt, 2),
	};
}

/* A session without the signal that is asked for is none. */
static void
add_row(
    struct review *review, sqlite3_stmt *stmt, const char *signal, int64_t bar)
{
	const char *counts = column_text(stmt, 3);
	struct review_point point = {0};
	struct tally tally;
	int at = 0;

	while (tally_next(&counts, &tally)) {
		if (signal != NULL && compare(&tally, signal) != 0)
			continue;
		if (point.session_id == NULL)
			point = add_session(review, stmt);
		add_point(signal_of(review, &at, &tally), point, &tally, bar);
	}
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
	if (store_rules(store, &rules, err) != 0)
		return -1;
	stmt = store_use(store, STMT_REVIEW, err);
	if (stmt == NULL)
		return -1;
	bind_filter(stmt, filter, &pattern);
	bind_text(stmt, ":rater", rater);
	while ((rc = store_step(store, stmt, err)) == 1)
		add_row(review, stmt, signal, rules->hire);
	free(pattern);
	if (rc < 0) {
		review_release(review);
		return -1;
	}
	for (int i = 0; i < review->n; i++)
		finish(&review->signals[i], rules);
	return 0;
}

bool
review_slope(const struct review_signal *signal, const struct rules *rules,
    struct slope *slope)
{
	return signal->n >= rules->trend_sessions &&
	       trend_slope(signal->means, signal->n, slope);
}

void
review_release(struct review *review)
{
	for (int i = 0; i < review->n; i++) {
		struct review_signal *signal = &review->signals[i];

		free(signal->signal);
		free(signal->points);
		free(signal->means);
		free(signal->smooth);
	}
	free(review->signals);
	for (int i = 0; i < review->sessions; i++)
		free(review->session_ids[i]);
	free(review->session_ids);
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

struct fortnight
review_fortnight(const struct review_signal *signal, int64_t now_s)
{
	struct fortnight fortnight = {.now_s = now_s};

	for (int i = 0; i < signal->n; i++)
		fortnight_add(&fortnight, signal->points[i].started_at,
		    signal->points[i].mean);
	return fortnight;
}

void
review_limits(const struct review *review, const struct record *record,
    const struct record_filter *filter, int *limits)
{
	int *limited = mem_zero((size_t)record->names.n + 1, sizeof(*limited));

	record_limits(record, filter, limited);
	for (int i = 0; i < review->n; i++) {
		int at = intern_find(&record->names, review->signals[i].signal);

		limits[i] = at < 0 ? 0 : limited[at];
	}
	free(limited);
}

struct progress {
	struct store *store;
	sqlite3_stmt *stmt;
	char *pattern;
	struct progress_row row;
	const char *counts; /* what is left of the row's session; or NULL */
	struct str signal;  /* backs the row's */
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
	str_init(&progress->signal);
	bind_filter(stmt, filter, &progress->pattern);
	*out = progress;
	return 0;
}

static int
next_session(struct progress *progress, struct err *err)
{
	sqlite3_stmt *stmt = progress->stmt;
	int rc = store_step(progress->store, stmt, err);

	if (rc != 1)
		return rc;
	progress->row = (struct progress_row){
	    .session_id = column_text(stmt, 0),
	    .started_at = sqlite3_column_int64(stmt, 1),
	    .round = column_text(stmt, 2),
	    .company = column_text(stmt, 3),
	    .level = column_text(stmt, 4),
	    .session_pk = sqlite3_column_int64(stmt, 5),
	};
	progress->counts = column_text(stmt, 6);
	return 1;
}

int
progress_next(
    struct progress *progress, struct progress_row *row, struct err *err)
{
	struct tally tally;
	int rc;

	while (progress->counts == NULL ||
	       !tally_next(&progress->counts, &tally)) {
		rc = next_session(progress, err);
		if (rc != 1)
			return rc;
	}
	str_clear(&progress->signal);
	str_addn(&progress->signal, tally.signal, tally.n_signal);
	*row = progress->row;
	row->signal = progress->signal.s;
	row->answers = tally_count(&tally);
	row->mean = tally_mean(&tally);
	row->min = tally_least(&tally);
	return 1;
}

void
progress_close(struct progress *progress)
{
	if (progress == NULL)
		return;
	sqlite3_reset(progress->stmt);
	free(progress->pattern);
	str_release(&progress->signal);
	free(progress);
}
