/* SPDX-License-Identifier: MIT */
/*
 * The phrases that answers are read by, compiled into a tree of words, so that
 * a text is compared with all of them at once.  Case, white space, hyphens and
 * full-width forms don't matter.
 */
#ifndef CORE_LEXICON_H
#define CORE_LEXICON_H

#include <stdbool.h>
#include <stdint.h>

#include "core/token.h"

enum phrase_kind {
	/* what is found in a text */
	FINDING_METRIC,
	FINDING_OWNERSHIP,
	FINDING_COLLABORATION,
	FINDING_HEDGE,
	FINDING_FILLER,
	FINDING_VAGUE,
	FINDING_HYPOTHESIS,
	FINDING_TEST,
	FINDING_ITERATION,
	FINDING_TRADEOFF,
	FINDING_QUESTION,
	FINDING_ECOSYSTEM,
	FINDING_KINDS,
	/* what it is found by */
	CUE_NOTHING = FINDING_KINDS, /* within it nothing is found */
	CUE_UNIT,                    /* what a figure counts or measures */
	CUE_TIME,                    /* a unit of time */
	CUE_COUNT,   /* what a small number merely counts: people, steps */
	CUE_NAME,    /* a number right behind it belongs to a name */
	CUE_BETWEEN, /* may stand between `I` and what I did */
	CUE_CHANGE,  /* with a measure it claims an effect */
	CUE_MEASURE,
	CUE_DEGREE,    /* beside a change the same: `a lot` */
	CUE_PRAISE,    /* beside a measure too: `strong`, 不错 */
	CUE_LEVEL,     /* the number behind it is one: `stood at` */
	CUE_STATE,     /* a verb that is no deed: `wanted`, 学到 */
	CUE_RHETORIC,  /* a sentence with it asks nobody */
	CUE_INTENSITY, /* `very`, 很: before a quality it claims an effect */
	CUE_QUALITY,   /* `thrilled`, `smoother`, 流畅 */
	CUE_SIZE,      /* only of an outcome: `big`, 大 */
	CUE_OUTCOME,   /* what is praised: `impact`, 提升 */
	CUE_CROWD,     /* whose liking is told: `users`, 大家 */
	CUE_LIKING,    /* `loved`, 认可 */
	CUE_OTHERS,    /* who decided instead: `my manager` */
	CUE_RULING,    /* `told me`, 拍板 */
	CUE_JOINT,     /* `worked`, which is shared along with others */
	CUE_ALONG,     /* `with`, `as a team` */
	CUE_TOOL,      /* nobody: `worked with` SQL */
	CUE_SECTION,   /* shows a section of a rubric */
	CUE_VERB,      /* what I did, without the `I` */
	PHRASE_KINDS,
};

/* As in the lexicon's rows; NULL from CUE_SECTION on. */
const char *phrase_kind_name(enum phrase_kind kind);

struct phrase {
	enum phrase_kind kind;
	int section;         /* of a CUE_SECTION, see lexicon_section() */
	const char *why;     /* "" where nothing is said about it */
	struct phrase *next; /* another one of the same words */
};

struct lexicon;

struct lexicon *lexicon_new(void);
void lexicon_free(struct lexicon *lexicon);

/*
 * Adds one row; the texts are copied.  The kind `section:KEY` is a cue of the
 * signal KEY.  A row of an unknown kind or without a word is left out.
 *
 * An ownership phrase is what somebody says he did: in English without `I`
 * (`led`), in Chinese with or without 我.  One that has a first person further
 * back, or is in another language, is a phrase like any other.
 */
void lexicon_add(struct lexicon *lexicon, const char *kind,
    const char *language, const char *phrase, const char *why);

/* Looks up the numbers of the words. */
void lexicon_number(
    const struct lexicon *lexicon, struct tokens *tokens, const char *s);

/* One word further from `node` (0: the start); 0 where no phrase goes on. */
uint32_t
lexicon_step(const struct lexicon *lexicon, uint32_t node, uint32_t word);

/* The phrases that end at the node; NULL: none. */
const struct phrase *lexicon_at(const struct lexicon *lexicon, uint32_t node);

/* True when there is a phrase of the kind. */
bool lexicon_has(const struct lexicon *lexicon, enum phrase_kind kind);

/* The number of the signal among those that have cues, -1 for none. */
int lexicon_section(const struct lexicon *lexicon, const char *signal);
int lexicon_sections(const struct lexicon *lexicon);

#endif
