/* SPDX-License-Identifier: MIT */
/* What the history screen, and lines, do to a session: note, tag, delete; and
 * undo, from the last change to the first. */
#ifndef SCREENS_HISTORY_CHANGE_H
#define SCREENS_HISTORY_CHANGE_H

#include "screens/ask_line.h"
#include "store/session.h"

enum history_ask { ASK_NOTE, ASK_TAG };

/* A change that can be undone; texts are owned. */
struct history_step {
	enum { STEP_DELETED, STEP_NOTED, STEP_TAGGED } what;
	char *session_id;
	char *text; /* the note before it, or the tag; else NULL */
	bool was;   /* the tag was on before it */
};

struct history_change {
	struct ask_line line;
	enum history_ask asks;
	char *asked_of;             /* owned: the session's id, while it asks */
	char *asked;                /* owned: what stood in the line at first */
	struct history_step *steps; /* owned, the last one is undone first */
	int n_steps;
	char *offered; /* owned: deleted before this screen was opened */
};

void history_change_init(struct history_change *change);
void history_change_release(struct history_change *change);

/* Asks for a note, with the one that is there to be changed; or for a tag:
 * one that is there is taken off.  Where the note can't be read `notice` says
 * why, and nothing is asked. */
void history_change_ask(struct history_change *change, struct store *store,
    enum history_ask asks, const struct session_row *row, char *notice,
    size_t size);

/* An event while it asks: true once it has changed the session.  `notice` says
 * what was done, or why not. */
bool history_change_event(struct history_change *change, struct store *store,
    const struct event *event, char *notice, size_t size);

/* What was replied to the question, as a line of the event above would be. */
bool history_change_take(struct history_change *change, struct store *store,
    const char *text, struct instant now, char *notice, size_t size);

/* Without asking: it can be undone. */
bool history_delete(struct history_change *change, struct store *store,
    const char *session_id, struct instant now, char *notice, size_t size);

/* Brings a session back that was deleted, here or at another time. */
bool history_bring_back(struct history_change *change, struct store *store,
    const char *session_id, char *notice, size_t size);

/* Takes the last change back.  Where nothing was changed here, the session that
 * was deleted last is offered first, and brought back by the next call. */
bool history_undo(struct history_change *change, struct store *store,
    struct instant now, char *notice, size_t size);

/* Forgets what was offered. */
void history_change_offer_none(struct history_change *change);

void history_change_draw(
    const struct history_change *change, struct surface *surface);

#endif
