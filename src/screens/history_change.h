/* SPDX-License-Identifier: MIT */
/* What the history screen does to the session under its cursor: note, tag,
 * delete and undo. */
#ifndef SCREENS_HISTORY_CHANGE_H
#define SCREENS_HISTORY_CHANGE_H

#include "screens/ask_line.h"
#include "store/session.h"

enum history_ask { ASK_NOTE, ASK_TAG };

struct history_change {
	struct ask_line line;
	enum history_ask asks;
	char *asked_of; /* owned: the session's id, while it asks */
	char **deleted; /* owned: ids, the last one is the first to come back */
	int n_deleted;
};

void history_change_init(struct history_change *change);
void history_change_release(struct history_change *change);

/* Asks for a note, or a tag: one that is there is taken off. */
void history_change_ask(struct history_change *change, enum history_ask asks,
    const char *session_id);

/* An event while it asks: true once it has changed the session.  `notice` says
 * what was done, or why not. */
bool history_change_event(struct history_change *change, struct store *store,
    const struct event *event, char *notice, size_t size);

/* Both without asking: one undoes the other. */
bool history_delete(struct history_change *change, struct store *store,
    const char *session_id, struct instant now, char *notice, size_t size);
bool history_undelete(struct history_change *change, struct store *store,
    char *notice, size_t size);

void history_change_draw(
    const struct history_change *change, struct surface *surface);

#endif
