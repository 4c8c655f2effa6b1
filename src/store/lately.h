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
};

/* Appends `Rounds: worse Strategy -0.50; 3 unclear`; nothing where one round
 * alone is looked at, or none was practised in these days.  `verdict` is what
 * fortnight_parts() returns. */
int lately_rounds(const struct lately *lately, const struct names *rounds,
    struct str *out, enum contrast_verdict *verdict, struct err *err);

/* The same of the review's signals; -1 with `err`.  It must hold these days. */
int lately_signals(struct store *store, const struct review *review,
    int64_t now_s, int least, struct str *out, enum contrast_verdict *verdict,
    struct err *err);

#endif
