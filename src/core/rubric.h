/* SPDX-License-Identifier: MIT */
/*
 * A rubric is an ordered set of signals with weights.  A signal has a stable
 * key that is shared across rubrics, so that it has one trend.
 */
#ifndef CORE_RUBRIC_H
#define CORE_RUBRIC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	RATING_LOW = 1,
	RATING_HIGH = 5,
	RUBRIC_SIGNALS = 16, /* the most that one rubric holds */
};

struct signal_spec {
	char *key;
	char *label;
	int64_t weight;             /* ×SCORE_UNIT, positive */
	char *asks;                 /* one sentence: what the signal asks */
	char *anchors[RATING_HIGH]; /* what each rating looks like, 1 first */
};

struct rubric {
	char *key;
	bool metric; /* its answers need a measured result (A8) */
	size_t n;
	struct signal_spec signals[RUBRIC_SIGNALS];
};

/* Frees what the rubric owns and clears it. */
void rubric_release(struct rubric *rubric);

/* Copies all that `from` owns; texts that it lacks (NULL) are "". */
void rubric_copy(struct rubric *to, const struct rubric *from);

/* The signal's index, or -1. */
int rubric_find(const struct rubric *rubric, const char *signal);
int rubric_findn(const struct rubric *rubric, const char *signal, size_t n);

#endif
