/* SPDX-License-Identifier: MIT */
/*
 * The small words of English and Chinese that numbers and claims are read by.
 * Words that say something of an interview stand in data/lexicon.csv.
 */
#ifndef CORE_GRAMMAR_H
#define CORE_GRAMMAR_H

#include <stdbool.h>
#include <stdint.h>

#include "core/token.h"

enum grammar_role {
	GRAMMAR_I = 1 << 0,     /* counts as an I */
	GRAMMAR_AGENT = 1 << 1, /* an I that may have acted */
	GRAMMAR_WE = 1 << 2,
	GRAMMAR_MY = 1 << 3,
	GRAMMAR_NUMBER = 1 << 4, /* `twelve` */
	GRAMMAR_SCALE = 1 << 5,  /* `million` */
	GRAMMAR_LETTER = 1 << 6, /* a scale that touches its digits: `k` */
	GRAMMAR_ODD = 1 << 7,    /* 20多 */
	GRAMMAR_ARTICLE = 1 << 8,
	GRAMMAR_JOIN = 1 << 9, /* joins clauses or words: `and` */
	GRAMMAR_OF = 1 << 10,
	GRAMMAR_IN = 1 << 11,
	GRAMMAR_FROM = 1 << 12,
	GRAMMAR_TO = 1 << 13,
	GRAMMAR_LEAD = 1 << 14,    /* a figure may follow without a unit */
	GRAMMAR_STOP = 1 << 15,    /* ends a group of words */
	GRAMMAR_AGO = 1 << 16,     /* makes a time span a moment */
	GRAMMAR_LAST = 1 << 17,    /* the same, in front of it */
	GRAMMAR_AGE = 1 << 18,     /* makes it an age or a career */
	GRAMMAR_MONTH = 1 << 19,   /* `March` */
	GRAMMAR_DAY = 1 << 20,     /* 月, `pm`: makes a number a date */
	GRAMMAR_BETWEEN = 1 << 21, /* `between` 2 and 3 */
	GRAMMAR_CURRENCY = 1 << 22,
	GRAMMAR_PER = 1 << 23,       /* a rate of anything: `per` */
	GRAMMAR_EACH = 1 << 27,      /* a rate of time: `a` week */
	GRAMMAR_OUT = 1 << 28,       /* `out` of */
	GRAMMAR_NOUN = 1 << 29,      /* a noun follows: `of`, `the` */
	GRAMMAR_MAKES = 1 << 30,     /* 让: who follows doesn't act */
	GRAMMAR_ORDINAL = 1 << 24,   /* `th` behind, 第 before a number */
	GRAMMAR_GOES_ON = 1 << 25,   /* behind a comma: the claim goes on */
	GRAMMAR_AUXILIARY = 1 << 26, /* `was`, `has` */
};

struct grammar_word {
	const char *word; /* folded */
	uint32_t roles;
	double value; /* of numbers and scales */
};

/* Ended by a NULL word.  A vocabulary begins with them, in this order. */
extern const struct grammar_word grammar_words[];

/* True when the token has any of the roles. */
bool grammar_is(const struct token *token, uint32_t roles);

/* What the number or scale is worth; 0 for any other token. */
double grammar_value(const struct token *token);

#endif
