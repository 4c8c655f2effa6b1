/* SPDX-License-Identifier: MIT */
#include "store/review.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "core/score.h"
#include "store/db.h"
#include "store/tally.h"

/* Room doubles whenever n is a power of two. */
static bool
is_full(int n)
{
	return (n & (n - 1)) == 0;
}

/* Sessions of one round are rated on the same signals: where those of a row
 * are in the review is found once and not for each. */
struct layout {
	char *signals; /* owned: the column's text, `length` bytes */
	size_t length;
	int *at; /* owned: signals of the review, -1: not asked for */
	int n;   /* up to the last one that is */
};

/* What a review is gathered by. */
struct gathering {
	struct review *review;
	const char *signal; /* NULL: all */
	int64_t bar;
	bool points;
	struct layout *layouts; /* owned, the latest used first */
	int n_layouts;
};

/* Columns of STMT_REVIEW; STMT_REVIEW_MEANS ends before the points'. */
enum { SIGNALS, COUNTS, NUM, DEN, LIMITING, ID, AT, OFFSET };

static bool
is_text(const char *text, const char *bytes, size_t length)
{
	return strncmp(text, bytes, length) == 0 && text[length] == '\0';
}

static int
signal_of(struct review *review, const char *name, size_t length)
{
	for (int i = 0; i < review->n; i++)
		if (is_text(review->signals[i].signal, name, length))
			return i;
	review->signals = mem_grow(
	    review->signals, (size_t)review->n + 1, sizeof(*review->signals));
	review->signals[review->n] =
	    (struct review_signal){.signal = mem_textn(name, length)};
	return review->n++;
}

static struct layout
lay_out(struct gathering *gathering, const char *signals, size_t length)
{
	struct layout layout = {
	    .signals = mem_textn(signals, length),
	    .length = length,
	};
	const char *name;
	size_t n;

	for (int i = 0; tally_signal(&signals, &name, &n); i++) {
		bool asked = gathering->signal == NULL ||
			     is_text(gathering->signal, name, n);

		layout.at =
		    mem_grow(layout.at, (size_t)i + 1, sizeof(*layout.at));
		layout.at[i] =
		    asked ? signal_of(gathering->review, name, n) : -1;
		if (asked)
			layout.n = i + 1;
	}
	return layout;
}

/* Borrowed until the next call. */
static const struct layout *
layout_of(struct gathering *gathering, const char *signals, size_t length)
{
	struct layout *layouts = gathering->layouts, found;
	int i = 0;

	while (i < gathering->n_layouts &&
	       (layouts[i].length != length ||
		   memcmp(layouts[i].signals, signals, length) != 0))
		i++;
	if (i == gathering->n_layouts) {
		found = lay_out(gathering, signals, length);
		layouts = mem_grow(layouts, (size_t)i + 1, sizeof(*layouts));
		gathering->layouts = layouts;
		gathering->n_layouts++;
	} else {
		found = layouts[i];
	}
	memmove(layouts + 1, layouts, (size_t)i * sizeof(*layouts));
	layouts[0] = found;
	return &layouts[0];
}

static void
release_layouts(struct gathering *gathering)
{
	for (int i = 0; i < gathering->n_layouts; i++) {
		free(gathering->layouts[i].signals);
		free(gathering->layouts[i].at);
	}
	free(gathering->layouts);
}

static void
add_point(struct review_signal *signal, const struct review_point *session,
    const struct tally *tally)
{
	struct review_point *point;

	if (is_full(signal->n))
		signal->points = mem_grow(signal->points,
		    signal->n == 0 ? 1 : (size_t)signal->n * 2,
		    sizeof(*signal->points));
	point = &signal->points[signal->n];
	*point = *session;
	point->answers = tally->ratings;
	point->mean = tally_mean(tally);
	point->min = tally->least;
}

static void
add_mean(struct review_signal *signal, const struct tally *tally)
{
	if (is_full(signal->n))
		signal->means = mem_grow(signal->means,
		    signal->n == 0 ? 1 : (size_t)signal->n * 2,
		    sizeof(*signal->means));
	signal->means[signal->n++] = tally_mean(tally);
	signal->ratings += tally->ratings;
	signal->at_bar += tally->at_bar;
}

/* The session of the row; its id is kept by the review. */
static struct review_point
point_of(struct review *review, sqlite3_stmt *stmt)
{
	if (is_full(review->sessions))
		review->session_ids = mem_grow(review->session_ids,
		    review->sessions == 0 ? 1 : (size_t)review->sessions * 2,
		    sizeof(*review->session_ids));
	review->session_ids[review->sessions] = column_copy(stmt, ID);
	return (struct review_point){
	    .session_id = review->session_ids[review->sessions],
	    .started_at = sqlite3_column_int64(stmt, AT),
	    .utc_offset_min = sqlite3_column_int(stmt, OFFSET),
	};
}

static void
add_overall(struct review *review, sqlite3_stmt *stmt)
{
	struct score overall = {
	    .num = sqlite3_column_int64(stmt, NUM),
	    .den = sqlite3_column_int64(stmt, DEN),
	};

	if (score_exists(overall))
		sample_add(&review->overalls, score_value(overall));
}

/* A session in which the signal was rated first of those that are asked for. */
static void
begin_session(
    struct gathering *gathering, sqlite3_stmt *stmt, struct review_point *point)
{
	if (gathering->points)
		*point = point_of(gathering->review, stmt);
	add_overall(gathering->review, stmt);
	gathering->review->sessions++;
}

/* A session without the signal that is asked for is none. */
static void
add_row(struct gathering *gathering, sqlite3_stmt *stmt)
{
	const char *signals = column_text(stmt, SIGNALS);
	const char *counts = column_text(stmt, COUNTS);
	const char *limiting = column_text(stmt, LIMITING);
	const struct layout *layout = layout_of(
	    gathering, signals, (size_t)sqlite3_column_bytes(stmt, SIGNALS));
	struct review_point point = {0};
	struct tally tally;
	bool any = false;

	for (int i = 0; i < layout->n; i++) {
		struct review_signal *signal;

		if (!tally_next(&counts, gathering->bar, &tally))
			break;
		if (layout->at[i] < 0)
			continue;
		signal = &gathering->review->signals[layout->at[i]];
		if (!any)
			begin_session(gathering, stmt, &point);
		any = true;
		if (gathering->points)
			add_point(signal, &point, &tally);
		add_mean(signal, &tally);
		signal->limits += strcmp(signal->signal, limiting) == 0;
	}
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(((const struct review_signal *)a)->signal,
	    ((const struct review_signal *)b)->signal);
}

static void
finish(struct review_signal *signal, const struct rules *rules)
{
	signal->smooth = mem_new((size_t)signal->n * sizeof(*signal->smooth));
	trend_ewma(signal->means, signal->n, rules->ewma_alpha, signal->smooth);
	signal->latest = signal->means[signal->n - 1];
	signal->mean = trend_mean(signal->means, signal->n);
	signal->change =
	    trend_change(signal->means, signal->n, rules->trend_sessions);
	signal->at_bar_share = (double)signal->at_bar / signal->ratings;
}

/* A row that is damaged may name signals and count none. */
static void
drop_uncounted(struct review *review)
{
	int n = 0;

	for (int i = 0; i < review->n; i++)
		if (review->signals[i].n > 0)
			review->signals[n++] = review->signals[i];
		else
			free(review->signals[i].signal);
	review->n = n;
}

static void
finish_all(struct review *review, const struct rules *rules)
{
	drop_uncounted(review);
	if (review->n > 0)
		qsort(review->signals, (size_t)review->n,
		    sizeof(*review->signals), by_name);
	for (int i = 0; i < review->n; i++)
		finish(&review->signals[i], rules);
}

static int
gather(struct store *store, const struct store_filter *filter,
    const char *rater, struct gathering *gathering, struct err *err)
{
	const struct rules *rules;
	sqlite3_stmt *stmt;
	char *pattern;
	int rc;

	*gathering->review = (struct review){0};
	if (store_rules(store, &rules, err) != 0)
		return -1;
	stmt = store_use(
	    store, gathering->points ? STMT_REVIEW : STMT_REVIEW_MEANS, err);
	if (stmt == NULL)
		return -1;
	gathering->bar = rules->hire;
	bind_filter(stmt, filter, &pattern);
	bind_text(stmt, ":rater", rater);
	while ((rc = store_step(store, stmt, err)) == 1)
		add_row(gathering, stmt);
	free(pattern);
	release_layouts(gathering);
	if (rc < 0)
		review_release(gathering->review);
	else
		finish_all(gathering->review, rules);
	return rc;
}

int
store_review(struct store *store, const struct store_filter *filter,
    const char *rater, const char *signal, struct review *review,
    struct err *err)
{
	struct gathering gathering = {
	    .review = review,
	    .signal = signal,
	    .points = true,
	};

	return gather(store, filter, rater, &gathering, err);
}

int
store_review_means(struct store *store, const struct store_filter *filter,
    const char *rater, const char *signal, struct review *review,
    struct err *err)
{
	struct gathering gathering = {.review = review, .signal = signal};

	return gather(store, filter, rater, &gathering, err);
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
	for (int i = 0; review->session_ids != NULL && i < review->sessions;
	     i++)
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
