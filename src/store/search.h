/* SPDX-License-Identifier: MIT */
/*
 * Finding sessions by a text: in a question, an answer, its follow-ups, a
 * question's id, or the session's note.  Found is what LIKE '%text%' finds:
 * the text as it stands, the case of ASCII letters aside.
 *
 * Up to SEARCH_SCANNED answers are simply read.  Of more there is an index of
 * every three characters in a row (FTS5, trigram), which serves all scripts.
 * It is large and slow to make, so it is no part of writing: it is made in
 * slices when there is time, and what it lacks is read.  Without FTS5, in a
 * file that can't be written, and for texts of one or two characters
 * everything is read: the same is found, later.
 */
#ifndef STORE_SEARCH_H
#define STORE_SEARCH_H

#include "store/store.h"

enum {
	SEARCH_SCANNED = 2000, /* answers that are read without an index */
	SEARCH_SLICE = 64,     /* answers that are indexed within a frame, or
				  read where there is an index */
};

/* Answers that a search reads one by one and that could be indexed; 0 where
 * that is not worth it, or not possible. */
int store_search_left(struct store *store, int *left, struct err *err);

/* Indexes up to `most` more answers, in a transaction of its own, however few
 * are left. */
int store_search_index(struct store *store, int most, struct err *err);

#endif
