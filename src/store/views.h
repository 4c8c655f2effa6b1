/* SPDX-License-Identifier: MIT */
/*
 * Fills the views of the review (core/views.h) from what is kept of each
 * session (digest.h): a long history is read in milliseconds, and no memory
 * grows with it.  Sessions that are stale (fresh.h) stand in it as they were
 * judged before, if they were.
 */
#ifndef STORE_VIEWS_H
#define STORE_VIEWS_H

#include "core/fortnight.h"
#include "core/views.h"
#include "store/store.h"

/* Of the sessions that the filter leaves, judged by the rater. */
int store_view_verdicts(struct store *store, const struct store_filter *filter,
    const char *rater, struct verdict_view *view, struct err *err);

/* Of their answers. */
int store_view_times(struct store *store, const struct store_filter *filter,
    struct time_view *view, struct err *err);
int
store_view_judgements(struct store *store, const struct store_filter *filter,
    struct judgement_view *view, struct err *err);

/* Release the sections with digest_sections_release(). */
int store_view_sections(struct store *store, const struct store_filter *filter,
    struct digest_sections *sections, struct err *err);

int store_view_habit(struct store *store, const struct store_filter *filter,
    int64_t today, struct habit_view *view, struct err *err);

/* The overalls by the rater, by when the sessions were; the filter's own period
 * does not matter. */
int store_fortnight(struct store *store, const struct store_filter *filter,
    const char *rater, int64_t now_s, struct fortnight *fortnight,
    struct err *err);

/* The latest answers that were not skipped and took time, the newest session
 * first, at most `room`; `n` says how many. */
struct paced {
	int words; /* as utf8_words() counts them */
	double answer_s;
	bool spoken;
};
int store_view_paces(struct store *store, const struct store_filter *filter,
    struct paced *answers, int room, int *n, struct err *err);

/* The numbers of the first and the latest answer, of all that oneself rated in
 * full, of the questions that were answered twice; the latest come first. */
struct tries {
	int64_t first, last;
};
int store_view_tries(struct store *store, const struct store_filter *filter,
    struct tries *tries, int room, int *n, struct err *err);

/* standing.c: the questions of the bank as their answers have left them, in no
 * order; free with bank_free(). */
int store_bank(struct store *store, struct bank_question **questions, int *n,
    struct err *err);
void bank_free(struct bank_question *questions, int n);

#endif
