/* SPDX-License-Identifier: MIT */
/* How the kinds of findings are called where people read, and where their
 * marks stand in the text. */
#ifndef CORE_MARK_H
#define CORE_MARK_H

#include "core/analyse.h"

/* What a finding, or a line about it, says for the answer. */
enum tone {
	TONE_PLAIN,
	TONE_GOOD,
	TONE_DOUBT,
};

/* `+`, `-`, or a blank: what the tone is told by without colour. */
const char *tone_sign(enum tone tone);

/* A word or two: `figure`, `own`. */
const char *finding_label(enum phrase_kind kind);
enum tone finding_tone(enum phrase_kind kind);

/* Every kind once, the more useful to the reader first. */
extern const enum phrase_kind kinds_by_use[FINDING_KINDS];

struct mark {
	size_t at, n; /* bytes of the text; n may be 0 where `ends` is set */
	enum phrase_kind kind;
	bool ends; /* the finding ends here: it is time for its label */
};

/*
 * The findings as marks by `at` that don't overlap.  Where findings of
 * different kinds do, the more useful kind is the one that shows; each
 * finding has its `ends` all the same, some on an empty mark.  Returns their
 * number; the caller frees `*marks`.
 */
size_t marks_make(const struct analysis *analysis, struct mark **marks);

#endif
