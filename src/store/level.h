/* SPDX-License-Identifier: MIT */
/*
 * The level's rubric, rated once at the end of a session (D1 to D3).  Its
 * ratings belong to the session and to no answer: they have trends of their
 * own and never enter an overall.
 */
#ifndef STORE_LEVEL_H
#define STORE_LEVEL_H

#include "base/clock.h"
#include "core/sheet.h"
#include "store/session.h"

/* What oneself rated a session at its level. */
struct level_rated {
	char *label;          /* owned; the level's, NULL: it has no rubric */
	struct rubric rubric; /* owned */
	struct sheet sheet;   /* the ratings in force */
};

/* Of a session whose level is not known, or for every level, there is nothing
 * to rate: `label` is NULL.  Release it in any case. */
int store_level_rated(struct store *store, const struct session_row *session,
    struct level_rated *level, struct err *err);
void level_rated_release(struct level_rated *level);

/* True when there is something to rate and it was not rated in full yet. */
bool level_is_open(const struct level_rated *level);

/* Keeps the ratings of a sheet on the level's rubric. */
int store_level_rate(struct store *store, const char *session_id,
    const struct rubric *rubric, const struct sheet *sheet, struct instant now,
    struct err *err);

#endif
