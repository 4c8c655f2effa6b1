/* SPDX-License-Identifier: MIT */
/* How the history is limited beside what every list is: by a tag, or to what
 * was deleted. */
#ifndef SCREENS_HISTORY_FILTER_H
#define SCREENS_HISTORY_FILTER_H

#include "store/store.h"

struct history_filter {
	char *tag;    /* owned; NULL: any */
	bool deleted; /* what was deleted, and nothing else */
};

/* Begins with what the program was started with; `from` may be NULL. */
void history_filter_init(
    struct history_filter *own, const struct store_filter *from);
void history_filter_release(struct history_filter *own);

/* The next of the tags that there are, by name; any after the last.  False
 * with a `notice` where there is none to choose. */
bool history_filter_next_tag(
    struct history_filter *own, struct store *store, char *notice, size_t size);

/* Borrows from `own`. */
void history_filter_narrow(
    const struct history_filter *own, struct store_filter *filter);

/* `History, tag hard`, `Deleted sessions`: what is listed. */
void
history_filter_title(const struct history_filter *own, char *out, size_t size);

#endif
