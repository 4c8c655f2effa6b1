/* SPDX-License-Identifier: MIT */
/* What is told of an analysis in words, for screens and lines alike.  Hints:
 * no note changes a rating. */
#ifndef CORE_NOTES_H
#define CORE_NOTES_H

#include "core/analyse.h"
#include "core/mark.h"

struct note {
	enum tone tone;
	char *text; /* owned; one line, of any length */
};

struct notes {
	struct note *at; /* owned */
	size_t n;
};

extern const char notes_title[];

/*
 * What to fix first, then what is good, then how much was said and how fast.
 * A text without a word has no notes.  The pace is told
 * where pace.h knows one; `answer_s` 0: not known.
 */
void notes_make(struct notes *notes, const struct analysis *analysis,
    const char *text, double answer_s, bool spoken);

/* Why what is marked is marked: each reason once, by kind. */
void notes_reasons(struct notes *notes, const struct analysis *analysis);

void notes_release(struct notes *notes);

#endif
