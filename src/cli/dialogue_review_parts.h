/* SPDX-License-Identifier: MIT */
/* The review in lines: all signals in dialogue_review.c, one of them in
 * dialogue_signal.c. */
#ifndef CLI_DIALOGUE_REVIEW_PARTS_H
#define CLI_DIALOGUE_REVIEW_PARTS_H

#include "cli/dialogue_shown.h"
#include "store/review.h"

struct review_page {
	struct dialogue *dialogue;
	const struct store_filter *filter;
	const char *rater;
	const char *signal;  /* NULL: all of them */
	struct shown *shown; /* what both are of */
	double bar;
	const struct rules *rules;
	struct review review; /* as it was told */
	int *order;           /* owned: its signals, the weakest first */
};

int review_page_load(struct review_page *page, struct err *err);
void review_page_forget(struct review_page *page);

/* `what` stands in `n` sessions. */
void review_page_title(const struct review_page *page, const char *what, int n);

/* One signal from session to session; as menu_run(). */
int dialogue_signal(
    const struct review_page *from, const char *signal, struct err *err);

#endif
