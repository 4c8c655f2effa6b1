/* SPDX-License-Identifier: MIT */
/*
 * What a rater gave the answers of a session, read at once, for the files of
 * this folder.  The row that it is read from follows the ratings (digest.h).
 */
#ifndef STORE_RATED_H
#define STORE_RATED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "store/store.h"

/* The latest rating of a signal. */
struct rated {
	int64_t answer_pk;
	int rating;
	const char *signal; /* borrowed, not ended by a NUL */
	size_t n_signal;    /* its bytes */
};

/* Where a session has more, superseded ones too, none are kept, so that memory
 * stays flat. */
enum { RATED_MOST = 1024 };

/* Those in the text of a row, by answer, into room for RATED_MOST.  How many
 * there are; 0 where there are none, or they are damaged or too many. */
size_t rated_parse(const char *text, struct rated *rated);

/* Makes the rows of a session, or of all of them, anew. */
int rated_put(struct store *store, int64_t session_pk, struct err *err);
int rated_put_all(struct store *store, struct err *err);

#endif
