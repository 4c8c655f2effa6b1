/* SPDX-License-Identifier: MIT */
/*
 * A rating sheet: one rating for each signal of a rubric, the words of the
 * answer that earn the high ones, and whether a measured result was given.
 * The answer of a session, a level, an answer read again days later: all are
 * rated on one.
 */
#ifndef CORE_SHEET_H
#define CORE_SHEET_H

#include <stdbool.h>

#include "core/answer.h"
#include "core/rubric.h"

enum {
	SHEET_UNDO = 32,  /* ratings that can be taken back */
	SHEET_EARNED = 4, /* from this rating on it asks for the words */
};

struct sheet {
	int ratings[RUBRIC_SIGNALS]; /* 0: not yet */
	char *notes[RUBRIC_SIGNALS]; /* owned: the words; NULL: none */
	enum given metric;
	bool presumed;     /* the metric: nobody has said so yet */
	bool signals_only; /* the measured result is not asked for */
	int cursor;        /* the signal under the cursor; n: metric */
	int earning;       /* the signal whose words are asked for; -1: none */
	struct sheet_step {
		int cursor; /* n: the measured result */
		int before;
		bool presumed; /* the measured result */
		char *words;   /* owned: that earned it; NULL: none */
	} steps[SHEET_UNDO];   /* the newest ones, for undo */
	int n_steps;
};

void sheet_init(struct sheet *sheet);
void sheet_release(struct sheet *sheet);

/* Rates the signal under the cursor and moves to the next one without a
 * rating, else to the measured result where it is asked for.  A high rating
 * asks for the words that earn it. */
void sheet_rate(struct sheet *sheet, const struct rubric *rubric, int rating);

/* Answers the question for the words, "" without any. */
void sheet_earn(struct sheet *sheet, const char *words);

/* Keeps words that are still being typed; the question for them stays. */
void sheet_earn_so_far(struct sheet *sheet, const char *words);

void sheet_move(struct sheet *sheet, const struct rubric *rubric, int by);

void
sheet_give_metric(struct sheet *sheet, const struct rubric *rubric, bool given);

/* Yes until the candidate says otherwise; nothing where they have. */
void sheet_presume_metric(struct sheet *sheet, const struct rubric *rubric);

/* What the candidate said of the measured result. */
enum given sheet_metric_said(const struct sheet *sheet);

/* Takes the last rating, with its words, or measured result back; what stood
 * there before stands there again.  False when there is none. */
bool sheet_undo(struct sheet *sheet, const struct rubric *rubric);

/* True when every signal has its rating. */
bool
sheet_signals_rated(const struct sheet *sheet, const struct rubric *rubric);

/* As above and, where the rubric needs it and the sheet asks for it, the
 * measured result is answered. */
bool sheet_rated(const struct sheet *sheet, const struct rubric *rubric);

/* No ratings, no words, nothing to undo; what was said of the measured result
 * stays. */
void sheet_clear(struct sheet *sheet);

/* The sheet's ratings, `ratings[rubric->n]`, all borrowed. */
void sheet_ratings(const struct sheet *sheet, const struct rubric *rubric,
    struct rating *ratings);

#endif
