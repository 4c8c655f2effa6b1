/* SPDX-License-Identifier: MIT */
/*
 * A text as words, numbers, Han characters and marks, in any mixture.  Letters
 * and digits that touch are apart: `GPT-4`, `Q3` and `20ms` are a word and a
 * number, glued.  A hyphen between letters counts as a space, and full-width
 * forms count as their narrow ones.
 */
#ifndef CORE_TOKEN_H
#define CORE_TOKEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { TOKEN_FOLDED = 64 }; /* bytes; a longer word equals no other */

enum token_type {
	TOKEN_WORD,   /* letters, apostrophes within */
	TOKEN_NUMBER, /* digits, commas and one dot within */
	TOKEN_HAN,    /* one character */
	TOKEN_MARK,   /* one character that is none of these */
};

struct token {
	size_t at;     /* first byte */
	uint32_t n;    /* bytes */
	uint32_t cp;   /* the first code point, folded */
	uint32_t word; /* its number in a vocabulary; 0: not in it */
	enum token_type type;
	bool glued;      /* nothing stands between it and the one before */
	bool capital;    /* has an upper-case letter */
	bool line_start; /* the first one of its line */
	uint32_t sentence, clause; /* from 0; a comma ends a clause */
};

struct tokens {
	struct token *at; /* owned */
	size_t n;
};

/* Any bytes will do: a wrong one is a mark. */
void tokens_read(struct tokens *tokens, const char *s, size_t n);
void tokens_release(struct tokens *tokens);

/* The token as it is compared, without case; returns its bytes, 0 where it
 * would be longer than TOKEN_FOLDED. */
size_t
token_fold(const struct token *token, const char *s, char out[TOKEN_FOLDED]);

#endif
