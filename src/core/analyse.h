/* SPDX-License-Identifier: MIT */
/*
 * What a reader would mark in the text of an answer: measured results, own
 * decisions, hedges, … (docs/SCORING.md has every rule).  Pure, and linear in
 * the length of the text.
 */
#ifndef CORE_ANALYSE_H
#define CORE_ANALYSE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/lexicon.h"
#include "core/rubric.h"

struct finding {
	enum phrase_kind kind; /* below FINDING_KINDS */
	size_t offset, length; /* bytes of the text */
	const char *why;       /* borrowed from the lexicon */
};

struct analysis {
	struct finding *findings; /* by offset, the longest first; owned */
	size_t n;
	size_t words; /* as utf8_words() counts */
	size_t i, we; /* `I` and 我, `we` and 我们 */
	bool has_metric;
	/* Sections of the rubric that the text does not show, in its order;
	 * borrowed from the rubric. */
	const struct signal_spec *missing[RUBRIC_SIGNALS];
	size_t n_missing;
};

/*
 * Reads `n` bytes, valid UTF-8 or not.  Findings of one kind never overlap.
 * Without a rubric (NULL) no section is missing.  The lexicon and the rubric
 * must outlive the analysis.
 */
void analyse(struct analysis *analysis, const char *s, size_t n,
    const struct lexicon *lexicon, const struct rubric *rubric);
void analysis_release(struct analysis *analysis);

#endif
