/* SPDX-License-Identifier: MIT */
/* The tags of the bank's questions. */
#ifndef STORE_TAG_H
#define STORE_TAG_H

#include "store/store.h"

struct tag_count {
	char *tag;
	int n; /* questions that have it */
};

struct tag_counts {
	struct tag_count *tags; /* owned, in the order of their bytes */
	int n;
};

/* All of them, but the one of what is retired. */
int store_question_tags(
    struct store *store, struct tag_counts *counts, struct err *err);
void tag_counts_release(struct tag_counts *counts);

#endif
