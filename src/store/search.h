/* SPDX-License-Identifier: MIT */
/*
 * Finding sessions by words and phrases (core/query.h): in questions, answers,
 * follow-ups, the questions' ids and the session's note, each word wherever it
 * stands.  Found is what LIKE '%word%' finds of each: the word as it stands,
 * the case of ASCII letters aside.
 *
 * Of a long history there is an index of every byte, every two and every
 * three in a row (grams.h, FTS5), which serves all scripts and says which
 * sessions may hold the text.  It is no part of writing: it is made in slices
 * when there is time, and what it lacks is read.  Without FTS5, in a file that
 * can't be written, and while much is still to be indexed, everything is
 * read: the same is found, later.
 *
 * Sessions are read in the order of the listing, so that the first rows are
 * there at once.  A listing that wants them within a frame (`at_once` of the
 * filter) has the others by store_search_on().
 */
#ifndef STORE_SEARCH_H
#define STORE_SEARCH_H

#include "store/store.h"

enum {
	SEARCH_SCANNED = 2000, /* answers that are read without an index */
	SEARCH_TAIL = 64,      /* answers that are read where there is one */
	SEARCH_SLICE = 256,    /* answers that are indexed within a frame */
};

/* True while the search of the last listing has sessions left to read: those
 * that it found are the first ones, and more may come behind them. */
bool store_search_going(const struct store *store);

/* Reads on for part of a frame, by the filter of the listing, which is to be
 * read again then. */
int store_search_on(
    struct store *store, const struct store_filter *filter, struct err *err);

/* The same two of questions: in their wording, their tags and their id.  They
 * have no index. */
bool store_questions_going(const struct store *store);
int store_questions_on(
    struct store *store, const struct store_filter *filter, struct err *err);

/* Answers that a search reads one by one and that could be indexed; 0 where
 * that is not worth it, or not possible. */
int store_search_left(struct store *store, int *left, struct err *err);

/* Indexes up to `most` more answers, fewer where they are long, in a
 * transaction of its own, however few are left.  Fails at once where another
 * program writes. */
int store_search_index(struct store *store, int most, struct err *err);

#endif
