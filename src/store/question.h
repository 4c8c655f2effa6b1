/* SPDX-License-Identifier: MIT */
/* The question bank: looking up, listing, and picking what to ask. */
#ifndef STORE_QUESTION_H
#define STORE_QUESTION_H

#include "base/rand.h"
#include "core/question.h"
#include "core/session.h"
#include "store/store.h"

/* Facts by their place (statements.c). */
enum question_fact {
	QUESTION_ID,
	QUESTION_PROMPT,
	QUESTION_ROUND,
	QUESTION_RUBRIC,
	QUESTION_COMPANY,
	QUESTION_LEVEL,
	QUESTION_SECONDS,
	QUESTION_TAGS,
	QUESTION_PROBES,
	QUESTION_HINT,
	QUESTION_LOOK_FOR,
	QUESTION_FACTS,
};

/* A question as facts, which borrow from it; and from facts, owned. */
void question_facts(
    const struct question *question, struct field_value facts[QUESTION_FACTS]);
void question_from_facts(
    struct question *question, const struct field_value facts[QUESTION_FACTS]);

/* 1 and the question, 0 when there is none of that id, -1 with `err`. */
int store_question(struct store *store, const char *id,
    struct question *question, struct err *err);

int store_question_count(struct store *store, const struct store_filter *filter,
    int *n, struct err *err);

/* How many of them come before the question of that id. */
int store_question_place(struct store *store, const struct store_filter *filter,
    const char *id, int *place, struct err *err);

/* Up to `room` questions by id, from the `from`-th on; `*n` were read, each
 * to be released. */
int
store_question_window(struct store *store, const struct store_filter *filter,
    int from, int room, struct question *questions, int *n, struct err *err);

/*
 * Picks up to `room` different questions at random, those that were practised
 * least first, then those practised longest ago.  A handful of candidates is
 * probed from a random place in the bank, so the cost does not depend on its
 * size.  `*n` ids are owned by the caller; 0: none fits.
 */
int store_question_pick(struct store *store, const struct store_filter *filter,
    struct rand *rand, int room, char **ids, int *n, struct err *err);

/* Puts the question as it is, `shipped` with it, in place of the one of its
 * id. */
int store_question_save(
    struct store *store, const struct question *question, struct err *err);

/* 1 when the question was taken away, 0 when it is not there or was answered:
 * then it stays. */
int store_question_remove(struct store *store, const char *id, struct err *err);

/*
 * Makes the task of a question: its rubric (its own, else its round's), its
 * times and what it lays before the candidate.  Fails when the question, its
 * round or its rubric is not there.
 */
int store_task(struct store *store, const char *question_id, struct task *task,
    struct err *err);

#endif
