/* SPDX-License-Identifier: MIT */
/*
 * When each question should be asked again.  It is not stored: the answers are
 * replayed (core/schedule.h), by their ratings by oneself.  Of each answer that
 * was rated in full the rating that counts is kept (digest.h), for the first
 * screen, which can't read them all.
 */
#ifndef STORE_SCHEDULE_H
#define STORE_SCHEDULE_H

#include "core/schedule.h"
#include "store/store.h"

/* A question with its schedule.  Texts are owned. */
struct scheduled {
	char *question_id;
	char *round;
	struct schedule schedule;
	bool mastered; /* core/mastery.h */
	int64_t as_of; /* the present time that was given */
};

void scheduled_release(struct scheduled *scheduled);

/* 1 and the question of that id; 0 when the bank has none, or its round is not
 * known; -1 with `err`. */
int store_schedule(struct store *store, const char *question_id, int64_t now_s,
    struct scheduled *scheduled, struct err *err);

/* Every question of the bank, in the order of schedule_compare(), then by id.
 * Goes through every answer.  Free with scheduled_free(). */
int store_schedule_all(struct store *store, int64_t now_s,
    struct scheduled **rows, int *n, struct err *err);
void scheduled_free(struct scheduled *rows, int n);

/*
 * 1 and the due question with the lowest chance of recall, of those whose
 * round is known; 0 when none is due, -1 with `err`.  What was asked within a
 * day is passed over, also when it was skipped.  Nothing is said of mastery.
 *
 * Its cost does not grow with the history.  Up to 200 answers are all gone
 * through; of a longer history the questions of the latest 200 answers are
 * looked at, those that were not asked for longest first, until 50 answers to
 * them have been replayed.
 */
int store_schedule_first(struct store *store, int64_t now_s,
    struct scheduled *first, struct err *err);

#endif
