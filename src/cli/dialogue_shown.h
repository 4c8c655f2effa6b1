/* SPDX-License-Identifier: MIT */
/* Whose ratings are shown, of which sessions, in which order: what pages of
 * the dialogue are limited by. */
#ifndef CLI_DIALOGUE_SHOWN_H
#define CLI_DIALOGUE_SHOWN_H

#include "cli/dialogue.h"

struct shown {
	struct store_filter filter; /* borrows from names, and from below */
	char *rater;                /* owned; NULL: of no rater */
	char *tag;                  /* owned; NULL: any */
};

/* What can be changed, in the order of the choices. */
enum shown_by {
	SHOWN_RATER,
	SHOWN_ROUND,
	SHOWN_COMPANY,
	SHOWN_LEVEL,
	SHOWN_FIRST_DAY,
	SHOWN_LAST_DAY,
	SHOWN_TAG,
	SHOWN_ORDER,
	SHOWN_DELETED,
	SHOWN_QUESTION_TAG,
	SHOWN_STATE,
	SHOWN_ORIGIN,
	SHOWN_BY,
};

enum {
	SHOWN_OF_SESSIONS = 1 << SHOWN_ROUND | 1 << SHOWN_COMPANY |
			    1 << SHOWN_LEVEL | 1 << SHOWN_FIRST_DAY |
			    1 << SHOWN_LAST_DAY,
	SHOWN_OF_RATINGS = SHOWN_OF_SESSIONS | 1 << SHOWN_RATER,
	SHOWN_OF_HISTORY = SHOWN_OF_SESSIONS | 1 << SHOWN_TAG |
			   1 << SHOWN_ORDER | 1 << SHOWN_DELETED,
	SHOWN_OF_QUESTIONS =
	    1 << SHOWN_ROUND | 1 << SHOWN_COMPANY | 1 << SHOWN_LEVEL,
	SHOWN_OF_BANK = SHOWN_OF_QUESTIONS | 1 << SHOWN_QUESTION_TAG |
			1 << SHOWN_STATE | 1 << SHOWN_ORIGIN,
	SHOWN_OF_DAYS = 1 << SHOWN_FIRST_DAY | 1 << SHOWN_LAST_DAY,
};

/* Copies what it begins with; `rater` NULL: of no rater.  A company or tag
 * of the filter must outlive it. */
void shown_init(
    struct shown *shown, const struct store_filter *filter, const char *rater);
void shown_release(struct shown *shown);

/* Appends `Round: Behavioural`. */
void shown_tell(const struct shown *shown, const struct told_names *names,
    enum shown_by by, struct str *line);

/* Asks for another one (dialogue_shown_change.c); as menu_run(). */
int shown_change(struct dialogue *dialogue, struct shown *shown,
    enum shown_by by, struct err *err);

/* The orders of sessions, as the filter knows them and as they are told; the
 * first is the usual one. */
enum { SHOWN_ORDERS = 7 };
extern const char *const shown_orders[SHOWN_ORDERS];
extern const char *const shown_order_texts[SHOWN_ORDERS];
const char *shown_order_text(const char *order);

/* The same of how questions stand, and of whose they are. */
extern const char *const shown_state_texts[QUESTION_STATES];
enum { SHOWN_ORIGINS = 3 };
extern const char *const shown_origins[SHOWN_ORIGINS]; /* the first: NULL */
extern const char *const shown_origin_texts[SHOWN_ORIGINS];
const char *shown_origin_text(const char *origin);

#endif
