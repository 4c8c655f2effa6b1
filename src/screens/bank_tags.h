/* SPDX-License-Identifier: MIT */
/* Choosing a tag: a line to type in, and the tags that hold what was typed. */
#ifndef SCREENS_BANK_TAGS_H
#define SCREENS_BANK_TAGS_H

#include "screens/ask_line.h"
#include "store/tag.h"
#include "tui/list.h"

/* Starts with bank_tags_init(). */
struct bank_tags {
	struct ask_line ask;
	struct tag_counts all;
	int *shown; /* owned: the tags that fit, by number; -1: any */
	struct list list;
};

void bank_tags_init(struct bank_tags *tags);
void bank_tags_release(struct bank_tags *tags);

/* Opens the line, over `rows` rows of tags. */
int bank_tags_begin(
    struct bank_tags *tags, struct store *store, int rows, struct err *err);

/* A key or a paste while it is open. */
enum asked
bank_tags_event(struct bank_tags *tags, const struct event *event, int rows);

/* The tag that is selected, else what was typed; "": any.  Owned by the
 * caller. */
char *bank_tags_chosen(const struct bank_tags *tags);

/* The tags in the area, the line above the footer. */
void bank_tags_draw(
    const struct bank_tags *tags, struct surface *surface, struct area area);

#endif
