/* SPDX-License-Identifier: MIT */
/*
 * What should be ready before the interview (A16): items that are counted
 * from the history, and items that the candidate ticks off.  Pure; what is
 * counted stands in docs/SCORING.md.
 */
#ifndef CORE_CHECKLIST_H
#define CORE_CHECKLIST_H

#include <stdbool.h>

#include "base/str.h"
#include "core/rules.h"

/* How an item is known to be done. */
enum check {
	CHECK_STORIES_WITH_METRIC, /* different stories at hire */
	CHECK_STORIES_IN_TIME,     /* of them those told in rules.story_s */
	CHECK_PEER_DEBRIEF,        /* sessions that one peer rated in full */
	CHECK_PRACTICE_SYSTEM,     /* clean mocks of the last days */
	CHECK_LEARNING_LOOP,       /* failures told as a loop, at hire */
	CHECK_SELF,                /* the candidate says so */
	CHECK_COUNT,
};

/* The most that an item may need. */
enum { CHECK_MOST = 100 };

/* False where it is no check's name. */
bool check_parse(const char *name, enum check *check);

/* Appends every name: `stories-with-metric, …, self`. */
void check_names(struct str *out);

struct checklist_item {
	char *item, *label; /* owned, as is how */
	char *how;          /* what to do for it, a sentence or two */
	enum check check;
	int need; /* 0 for CHECK_SELF */
};

void checklist_item_release(struct checklist_item *item);

struct checklist_state {
	bool done;
	int have; /* at most what is needed; 0 for CHECK_SELF */
};

/* `found` is what was counted, for an item that is; `ticked` what the
 * candidate said last, for one that is not. */
struct checklist_state
checklist_state(const struct checklist_item *item, int found, bool ticked);

/* How far it is: `2 of 3 stories with a number`, `not ticked off yet`. */
enum { CHECKLIST_TEXT = 128 };
void checklist_text(char out[CHECKLIST_TEXT], const struct rules *rules,
    const struct checklist_item *item, const struct checklist_state *state);

/* In a few cells: `2 of 3`; "" for CHECK_SELF. */
enum { CHECKLIST_BRIEF = 32 };
void checklist_brief(char out[CHECKLIST_BRIEF],
    const struct checklist_item *item, const struct checklist_state *state);

#endif
