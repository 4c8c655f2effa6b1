/* SPDX-License-Identifier: MIT */
/*
 * In which round, and on which signal, the last two weeks were better or worse
 * (core/fortnight.h): the sentences of review, report and line mode.
 */
#ifndef STORE_LATELY_H
#define STORE_LATELY_H

#include "store/reference.h"
#include "store/review.h"
#include "store/views.h"

/* What is looked at; least: sessions of each two weeks that tell. */
struct lately {
	struct store *store;
	const struct store_filter *filter; /* its period does not matter */
	const char *rater;
	int64_t now_s;
	int least;
	const struct fortnight *overall; /* which is told before */
	const struct names *rounds;
	const struct review *review; /* which must hold these days */
};

/* Sentences without their period; "": there is nothing to be said. */
struct lately_words {
	struct str rounds;  /* `Rounds: worse Strategy -0.50; 3 unclear` */
	struct str signals; /* the same of them */
	struct str early;   /* what it takes until either can be told */
	/* What fortnight_parts() returns. */
	enum contrast_verdict of_rounds, of_signals;
};

/* Nothing is said of rounds where one alone is looked at, of a kind without
 * values in these days, and of what it takes where the overall says it.
 * Release `words` in any case. */
int lately_tell(
    const struct lately *lately, struct lately_words *words, struct err *err);
void lately_release(struct lately_words *words);

#endif
