/* SPDX-License-Identifier: MIT */
/*
 * Fills the record that the views of the review go by (core/record.h).  A long
 * history takes a second, so that it is read a slice at a time, the newest
 * sessions first: what is asked of the last weeks is there at once.
 */
#ifndef STORE_RECORD_H
#define STORE_RECORD_H

#include "core/views.h"
#include "store/store.h"

enum { RECORD_SLICE = 40 }; /* sessions: some milliseconds */

struct record_reader {
	struct record record;
	char *rater;       /* owned: whose verdicts the sessions' are */
	bool done;         /* all are read */
	int64_t before_at; /* sessions older than this one come next, */
	char *before_id;   /* owned: at the same second those below this id */
};

/* Nothing is read yet. */
void record_reader_init(struct record_reader *reader, const char *rater);
void record_reader_release(struct record_reader *reader);

/* Reads up to `sessions` more, also those without an answer. */
int record_read(struct store *store, struct record_reader *reader, int sessions,
    struct err *err);

/* The words in an answer's text, as utf8_words() counts them. */
int store_answer_words(
    struct store *store, int64_t answer_pk, int *words, struct err *err);

/* The questions of the bank, in no order; free with bank_free(). */
int store_bank(struct store *store, struct bank_question **questions, int *n,
    struct err *err);
void bank_free(struct bank_question *questions, int n);

#endif
