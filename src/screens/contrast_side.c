/* SPDX-License-Identifier: MIT */
#include "screens/contrast_side.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "core/period.h"
#include "store/history.h"
#include "store/judge.h"
#include "store/review.h"

enum {
	SECOND_MS = 1000,
	REPEATED = 60, /* questions whose attempts are compared, at most */
};

static const int period_days[] = {14, 28, 90};

enum { N_PERIODS = sizeof(period_days) / sizeof(period_days[0]) };

static const struct names *
names_of(const struct reviewing *shared, enum contrast_kind kind)
{
	return kind == CONTRAST_ROUNDS ? &shared->filters.rounds
				       : &shared->filters.levels;
}

void
contrast_next(
    const struct reviewing *shared, struct contrast_choice *choice, int side)
{
	int n;

	switch (choice->kind) {
	case CONTRAST_PERIODS: /* both are of one length */
		choice->pick[0] = (choice->pick[0] + 1) % N_PERIODS;
		choice->pick[1] = choice->pick[0];
		break;
	case CONTRAST_ROUNDS:
	case CONTRAST_LEVELS:
		n = names_of(shared, choice->kind)->n;
		if (n > 0)
			choice->pick[side] = (choice->pick[side] + 1) % n;
		break;
	case CONTRAST_ATTEMPTS:
	case CONTRAST_QUESTIONS:
	case CONTRAST_KINDS:
		break;
	}
}

static struct contrast_row *
new_row(struct contrast_rows *rows)
{
	rows->rows =
	    mem_grow(rows->rows, (size_t)rows->n + 1, sizeof(*rows->rows));
	rows->rows[rows->n] = (struct contrast_row){0};
	return &rows->rows[rows->n++];
}

static struct contrast_row *
row_of(struct contrast_rows *rows, const char *signal)
{
	struct contrast_row *row;

	for (int i = 1; signal != NULL && i < rows->n; i++)
		if (strcmp(rows->rows[i].signal, signal) == 0)
			return &rows->rows[i];
	row = new_row(rows);
	row->signal = signal != NULL ? mem_text(signal) : NULL;
	return row;
}

/* The filters, with the side's period, round or level in place of theirs. */
static struct store_filter
side_filter(const struct reviewing *shared,
    const struct contrast_choice *choice, int side, struct instant now,
    char label[SIDE_LABEL])
{
	struct store_filter filter = filter_bar_now(&shared->filters, NULL);
	int64_t now_s = now.wall_ms / SECOND_MS, span;
	const struct names *names;
	int days;

	if (choice->kind == CONTRAST_PERIODS) {
		days = period_days[choice->pick[side]];
		span = (int64_t)days * DAY_S;
		snprintf(label, SIDE_LABEL,
		    side == 0 ? "%d days before" : "last %d days", days);
		filter.days = (struct days){0};
		filter.has_since = filter.has_until = true;
		filter.until = side == 0 ? now_s - span : now_s + 1;
		filter.since = now_s - (side == 0 ? 2 : 1) * span;
		return filter;
	}
	names = names_of(shared, choice->kind);
	snprintf(label, SIDE_LABEL, "%s", names->labels[choice->pick[side]]);
	if (choice->kind == CONTRAST_ROUNDS)
		filter.round = names->keys[choice->pick[side]];
	else
		filter.level = names->keys[choice->pick[side]];
	return filter;
}

/* Each session counts once, by its mean. */
static void
add_review(const struct review *review, int side, struct contrast_rows *rows)
{
	for (int i = 0; i < review->n; i++) {
		const struct review_signal *signal = &review->signals[i];
		struct contrast_row *row = row_of(rows, signal->signal);

		for (int k = 0; k < signal->n; k++)
			sample_add(&row->sides[side], signal->means[k]);
	}
}

static int
load_side(const struct reviewing *shared, const struct contrast_choice *choice,
    int side, struct instant now, struct contrast_rows *rows, struct err *err)
{
	struct store_filter filter =
	    side_filter(shared, choice, side, now, rows->sides[side]);
	struct review review;

	if (store_review_means(shared->desk->store, &filter,
		filter_bar_rater(&shared->filters), NULL, &review, err) != 0)
		return -1;
	rows->rows[0].sides[side] = review.overalls;
	add_review(&review, side, rows);
	review_release(&review);
	return 0;
}

static int
judge_attempt(const struct reviewing *shared, int64_t answer_pk,
    struct answer_judged *judged, struct err *err)
{
	return judge_answer(shared->desk->store, answer_pk,
	    filter_bar_rater(&shared->filters), judged, err);
}

static void
add_signals(
    const struct answer_judged *judged, int side, struct contrast_rows *rows)
{
	for (size_t i = 0; i < judged->rubric->n; i++)
		sample_add(
		    &row_of(rows, judged->rubric->signals[i].key)->sides[side],
		    judged->ratings[i]);
}

static int
add_question(const struct reviewing *shared, const struct tries *tries,
    const struct answer_judged judged[CONTRAST_SIDES],
    struct contrast_rows *rows, struct err *err)
{
	struct contrast_row *row;
	struct tried tried;

	if (store_tried(shared->desk->store, tries->first, tries->last, &tried,
		err) != 0)
		return -1;
	row = new_row(rows);
	row->answer_id = tried.first_id;
	row->label = tried.prompt;
	row->attempts = tried.attempts;
	for (int side = 0; side < CONTRAST_SIDES; side++)
		sample_add(&row->sides[side],
		    score_value(judged[side].judged.overall));
	return 0;
}

/* A question whose attempts are not both rated is left out. */
static int
add_pair(const struct reviewing *shared, enum contrast_kind kind,
    const struct tries *tries, struct contrast_rows *rows, struct err *err)
{
	const int64_t answers[CONTRAST_SIDES] = {tries->first, tries->last};
	struct answer_judged judged[CONTRAST_SIDES];
	bool rated = true;

	for (int side = 0; side < CONTRAST_SIDES; side++) {
		if (judge_attempt(shared, answers[side], &judged[side], err) !=
		    0)
			return -1;
		rated = rated && judged[side].judged.verdict != VERDICT_NONE;
	}
	if (!rated)
		return 0;
	for (int side = 0; side < CONTRAST_SIDES; side++)
		sample_add(&rows->rows[0].sides[side],
		    score_value(judged[side].judged.overall));
	if (kind == CONTRAST_QUESTIONS)
		return add_question(shared, tries, judged, rows, err);
	for (int side = 0; side < CONTRAST_SIDES; side++)
		add_signals(&judged[side], side, rows);
	return 0;
}

static int
load_attempts(const struct reviewing *shared, enum contrast_kind kind,
    struct contrast_rows *rows, struct err *err)
{
	struct store_filter filter = reviewing_filter(shared);
	struct tries tries[REPEATED];
	int n;

	snprintf(rows->sides[0], SIDE_LABEL, "first tries");
	snprintf(rows->sides[1], SIDE_LABEL, "latest tries");
	if (store_view_tries(
		shared->desk->store, &filter, tries, REPEATED, &n, err) != 0)
		return -1;
	for (int i = 0; i < n; i++)
		if (add_pair(shared, kind, &tries[i], rows, err) != 0)
			return -1;
	return 0;
}

static int
fallen_first(const void *a, const void *b)
{
	const struct contrast_row *x = a, *y = b;

	if (x->contrast.by < y->contrast.by || x->contrast.by > y->contrast.by)
		return x->contrast.by < y->contrast.by ? -1 : 1;
	return strcmp(x->answer_id, y->answer_id);
}

/* What is no noise comes first, what has one side alone last. */
static int
rank(const struct contrast_row *row)
{
	enum { CLEAR, NOISE, FEW, ONE_SIDED };

	if (row->sides[0].n == 0 || row->sides[1].n == 0)
		return ONE_SIDED;
	switch (row->contrast.verdict) {
	case CONTRAST_HIGHER:
	case CONTRAST_LOWER:
		break;
	case CONTRAST_NOISE:
		return NOISE;
	case CONTRAST_FEW:
		return FEW;
	}
	return CLEAR;
}

/* Among those of a rank the largest difference, either way. */
static int
largest_first(const void *a, const void *b)
{
	const struct contrast_row *x = a, *y = b;
	double by_x = fabs(x->contrast.by), by_y = fabs(y->contrast.by);

	if (rank(x) != rank(y))
		return rank(x) - rank(y);
	if (by_x < by_y || by_x > by_y)
		return by_x > by_y ? -1 : 1;
	return strcmp(x->label, y->label);
}

static void
sort(enum contrast_kind kind, struct contrast_rows *rows)
{
	qsort(&rows->rows[1], (size_t)rows->n - 1, sizeof(*rows->rows),
	    kind == CONTRAST_QUESTIONS ? fallen_first : largest_first);
}

static int
finish(
    const struct reviewing *shared, struct contrast_rows *rows, struct err *err)
{
	for (int i = 0; i < rows->n; i++) {
		struct contrast_row *row = &rows->rows[i];

		row->contrast = contrast_of(&row->sides[0], &row->sides[1],
		    shared->rules->trend_sessions);
		if (i == 0)
			row->label = mem_text("Overall");
		else if (row->signal != NULL &&
			 store_signal_label(shared->desk->store, row->signal,
			     &row->label, err) != 0)
			return -1;
	}
	return 0;
}

int
contrast_load(const struct reviewing *shared,
    const struct contrast_choice *choice, struct instant now,
    struct contrast_rows *rows, struct err *err)
{
	*rows = (struct contrast_rows){0};
	row_of(rows, NULL);
	if (choice->kind == CONTRAST_ATTEMPTS ||
	    choice->kind == CONTRAST_QUESTIONS) {
		if (load_attempts(shared, choice->kind, rows, err) != 0)
			return -1;
	} else {
		for (int side = 0; side < CONTRAST_SIDES; side++)
			if (load_side(shared, choice, side, now, rows, err))
				return -1;
	}
	if (finish(shared, rows, err) != 0)
		return -1;
	sort(choice->kind, rows);
	return 0;
}

void
contrast_release(struct contrast_rows *rows)
{
	for (int i = 0; i < rows->n; i++) {
		free(rows->rows[i].signal);
		free(rows->rows[i].label);
		free(rows->rows[i].answer_id);
	}
	free(rows->rows);
	*rows = (struct contrast_rows){0};
}
