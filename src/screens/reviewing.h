/* SPDX-License-Identifier: MIT */
/*
 * What the screens of the review share: filters, and what is left to be judged
 * anew, which is done a slice at a time while no key is pressed.  The review
 * owns it; the screens that it opens go on with it.
 */
#ifndef SCREENS_REVIEWING_H
#define SCREENS_REVIEWING_H

#include "screens/desk.h"
#include "screens/filter_bar.h"
#include "store/views.h"
#include "tui/keymap.h"

struct reviewing {
	struct desk *desk;
	const struct rules *rules;
	struct filter_bar filters;
	int left; /* sessions and questions that are stale (store/fresh.h) */
	char notice[sizeof(struct err)];
};

/* `from` may be NULL.  Reads a first slice.  After a failure nothing is to be
 * released. */
int reviewing_open(struct reviewing *reviewing, struct desk *desk,
    const struct review_arg *from, struct err *err);
void reviewing_release(struct reviewing *reviewing);

/* Looks anew what is left: after something may have changed. */
void reviewing_again(struct reviewing *reviewing);

enum reviewing_filter {
	REVIEWING_ROUND = 200, /* actions of key tables */
	REVIEWING_COMPANY,
	REVIEWING_LEVEL,
	REVIEWING_PERIOD,
	REVIEWING_RATER,
};

#define REVIEWING_KEYS                                                         \
	{{'r'}, REVIEWING_ROUND, "round", "show the next round only"},         \
	    {{'c'}, REVIEWING_COMPANY, "company",                              \
		"show the next company only"},                                 \
	    {{'l'}, REVIEWING_LEVEL, "level", "show the next level only"},     \
	    {{'p'}, REVIEWING_PERIOD, "period",                                \
		"show the last 14, 28 or 90 days, this year, or all"},         \
	{                                                                      \
		{'w'}, REVIEWING_RATER, "rater",                               \
		    "ratings by the next rater: you, each peer, cold"          \
	}

/* What the screen that shares it has to do after an event. */
enum reviewing_change {
	REVIEWING_SAME, /* nothing: the event is the screen's own */
	REVIEWING_MORE, /* more sessions are judged: count anew */
	REVIEWING_ALL,  /* those were the last */
	REVIEWING_OTHER /* filters have changed: load anew */
};

/* Takes the keys that change filters, and ticks, on which sessions are judged
 * anew; a key takes the notice away. */
enum reviewing_change reviewing_event(struct reviewing *reviewing,
    const struct key_binding *keys, const struct event *event);

/* When the next tick is wished. */
int64_t
reviewing_deadline(const struct reviewing *reviewing, struct instant now);

/* Borrow from the filters. */
struct store_filter reviewing_filter(const struct reviewing *reviewing);
const char *reviewing_rater(const struct reviewing *reviewing);

/* One row: the filters, but for those in `without` (filter_bar.h). */
void reviewing_draw_filters(const struct reviewing *reviewing, unsigned without,
    struct surface *surface, struct area area);

/* False where that row would be blank. */
bool reviewing_states_filters(
    const struct reviewing *reviewing, unsigned without, int cols);

/* `judging anew: 3200 left` until nothing is, else NULL.  `out` is of 64. */
enum { REVIEWING_TEXT = 64 };
const char *
reviewing_progress(const struct reviewing *reviewing, char out[REVIEWING_TEXT]);

#endif
