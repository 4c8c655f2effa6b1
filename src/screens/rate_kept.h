/* SPDX-License-Identifier: MIT */
/*
 * Rating something that is kept, outside the flow of a session.  How one kind
 * of thing is read, and where its ratings go, is a struct rate_way.
 */
#ifndef SCREENS_RATE_KEPT_H
#define SCREENS_RATE_KEPT_H

#include "base/clock.h"
#include "core/sheet.h"
#include "screens/desk.h"
#include "store/store.h"

/* What is rated, all of it owned. */
struct rate_kept {
	char *id;
	char *title;
	char *prompt; /* over the sheet; "" none */
	char *text;   /* the words that can earn a rating; "" none */
	struct rubric rubric;
	struct sheet sheet;
};

struct rate_way {
	/* Fills in everything but the id.  What it filled in before it failed
	 * is released by the caller. */
	int (*load)(
	    struct rate_kept *kept, const struct desk *desk, struct err *err);
	int (*save)(const struct rate_kept *kept, const struct desk *desk,
	    struct instant now, struct err *err);
};

/* A session at its level, by the session's id. */
extern const struct rate_way rate_level;

/* What rate_kept_screen is opened with; the id is copied. */
struct rate_kept_arg {
	const struct rate_way *way;
	const char *id;
};

extern const struct screen rate_kept_screen;

#endif
