/* SPDX-License-Identifier: MIT */
/*
 * Verdicts of what is kept: loads ratings and rubrics and asks the verdict
 * rule (core/verdict.h).
 */
#ifndef STORE_JUDGE_H
#define STORE_JUDGE_H

#include "base/str.h"
#include "core/answer.h"
#include "core/verdict.h"
#include "store/store.h"

/* The latest ratings by one rater into those of the rubric's signals; one
 * that is missing stays as it is. */
int judge_ratings(struct store *store, int64_t session_pk, int64_t answer_pk,
    const char *rater, const struct rubric *rubric, int *ratings,
    struct err *err);

struct answer_judged {
	const struct rubric *rubric; /* borrowed from the store; may be NULL */
	int ratings[RUBRIC_SIGNALS]; /* 0: not rated, or by several */
	struct judged judged;
	bool clean;
};

/* What of an answer its judgement depends on. */
struct answer_facts {
	int64_t pk, session_pk;
	const char *rubric; /* borrowed */
	bool metric_given;
	struct clean_facts clean; /* but for `rated` */
};

/* Judges one answer after the other: the ratings of a session are read at once
 * and not for each. */
struct judging {
	struct store *store;
	const char *rater;     /* borrowed; NULL: all peers */
	int64_t session_pk;    /* of the answer before */
	struct rated *ratings; /* owned, by answer; see rated.h */
	size_t n;
	struct str text; /* what they borrow */
};

void
judging_init(struct judging *judging, struct store *store, const char *rater);
int judging_answer(struct judging *judging, const struct answer_facts *facts,
    struct answer_judged *judged, struct err *err);
void judging_release(struct judging *judging);

/* Judges the answer of that number by one rater's latest ratings; `rater` NULL
 * by those of all peers together (verdict_panel()), who are everybody but
 * `self` and `cold`. */
int judge_answer(struct store *store, int64_t answer_pk, const char *rater,
    struct answer_judged *judged, struct err *err);

struct answer;
struct answer_row;

/* Reads and judges the last answer to the same question before this one, by
 * oneself: 1, and release `row`; 0 where there is none; -1 with `err`. */
int judge_answer_before(struct store *store, const struct answer *answer,
    struct answer_row *row, struct answer_judged *judged, struct err *err);

struct session_judged {
	struct score overall;
	enum verdict verdict;
	unsigned caps;
	char *limiting; /* owned; "" when nothing is rated, and for peers */
	int answered;   /* answers that were not skipped */
	int rated;      /* of them all signals are */
	int skipped;
	bool clean;
};

/* By what is kept of the session (digest.h), or from its ratings; both are
 * the same. */
int judge_session(struct store *store, int64_t session_pk, const char *rater,
    struct session_judged *judged, struct err *err);
int judge_session_anew(struct store *store, int64_t session_pk,
    const char *rater, struct session_judged *judged, struct err *err);
void session_judged_release(struct session_judged *judged);

/* The latest ratings of an answer, or of the session itself (answer 0), owned
 * by the caller: free with ratings_free(). */
int store_ratings(struct store *store, int64_t session_pk, int64_t answer_pk,
    const char *rater, struct rating **ratings, int *n, struct err *err);
void ratings_free(struct rating *ratings, int n);

#endif
