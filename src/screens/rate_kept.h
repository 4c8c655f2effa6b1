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
#include "store/subject.h"

struct rate_way;

/* What is rated, all of it owned but the way. */
struct rate_kept {
	const struct rate_way *way;
	char *id;
	char *rater; /* a peer's name; "" otherwise */
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
	/* Opened in place of the rating, once it is kept, with the struct
	 * rate_kept; NULL: what was there before comes back. */
	const struct screen *after;
	bool read_first;        /* the text is shown before the anchors */
	enum subject_kind kind; /* of the ways below but the first */
};

/* A session at its level, by the session's id. */
extern const struct rate_way rate_level;

/* An answer by its id, and a calibration answer by its name (subject.h). */
extern const struct rate_way rate_self;
extern const struct rate_way rate_cold;
extern const struct rate_way rate_peer;
extern const struct rate_way rate_calibration;

/* Why answers are not rated while their texts are private. */
extern const char rate_is_private[];

/* What rate_kept_screen is opened with; the texts are copied. */
struct rate_kept_arg {
	const struct rate_way *way;
	const char *id;
	const char *rater; /* for rate_peer */
};

extern const struct screen rate_kept_screen;

/* arg: struct rate_kept.  What was just rated, beside what was hidden. */
extern const struct screen compare_screen;

#endif
