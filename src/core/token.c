/* SPDX-License-Identifier: MIT */
#include "core/token.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>

#include "base/mem.h"
#include "base/utf8.h"

enum {
	FULL_WIDTH_FIRST = 0xFF01,
	FULL_WIDTH_LAST = 0xFF5E,
	FULL_WIDTH_OFFSET = 0xFEE0,
	LONGEST = 4, /* bytes of a code point */
	FIRST_ROOM = 64,
};

static const struct {
	uint32_t from, to;
} folds[] = {
    {0x2010, '-'},    /* hyphen */
    {0x2011, '-'},    /* hyphen that doesn't break */
    {0x2012, '-'},    /* figure dash */
    {0x2013, '-'},    /* en dash */
    {0x2015, 0x2014}, /* horizontal bar: an em dash */
    {0x2018, '\''},   /* quotation marks */
    {0x2019, '\''}, {0x201C, '"'}, {0x201D, '"'}, {0x2192, '>'}, /* arrows */
    {0x21D2, '>'}, {0x2212, '-'},                                /* minus */
    {0x3001, ','},                /* enumeration comma */
    {0x3002, '.'},                /* full stop */
    {0x300C, '"'},                /* corner brackets */
    {0x300D, '"'}, {0x301C, '~'}, /* wave dash */
    {0xFFE5, 0xA5},               /* yen or yuan sign */
};

static uint32_t
fold_width(uint32_t cp)
{
	if (cp >= FULL_WIDTH_FIRST && cp <= FULL_WIDTH_LAST)
		return cp - FULL_WIDTH_OFFSET;
	for (size_t i = 0; i < sizeof(folds) / sizeof(folds[0]); i++)
		if (folds[i].from == cp)
			return folds[i].to;
	return cp;
}

static bool
is_han(uint32_t cp)
{
	return (cp >= 0x3040 && cp <= 0x30FF) || /* kana: apart as well */
	       (cp >= 0x3400 && cp <= 0x9FFF) ||
	       (cp >= 0xF900 && cp <= 0xFAFF) ||
	       (cp >= 0x20000 && cp <= 0x3FFFF);
}

static uint32_t
fold(uint32_t cp)
{
	if (cp < 0x80)
		return cp >= 'A' && cp <= 'Z' ? cp - 'A' + 'a' : cp;
	if (is_han(cp))
		return cp;
	cp = fold_width(cp);
	return cp < 0x80 ? fold(cp) : uc_tolower(cp);
}

static bool
is_digit(uint32_t cp)
{
	return cp >= '0' && cp <= '9';
}

static bool
is_letter(uint32_t cp)
{
	if (cp < 0x80)
		return cp >= 'a' && cp <= 'z';
	return !is_han(cp) && uc_is_alpha(cp);
}

/* What is read next. */
struct reader {
	const char *s;
	size_t n, at;
	uint32_t cp;  /* the code point at `at`, folded; 0 at the end */
	size_t cp_n;  /* its bytes */
	bool capital; /* folding changed its case */
	/* of the next token */
	bool glued, line_start;
	uint32_t sentence, clause;
};

static void
look(struct reader *r)
{
	uint32_t raw;

	r->cp = 0;
	r->cp_n = 0;
	if (r->at >= r->n)
		return;
	r->cp_n = utf8_decode(r->s + r->at, r->n - r->at, &raw);
	r->cp = fold(raw);
	r->capital = r->cp != fold_width(raw);
}

static void
advance(struct reader *r)
{
	r->at += r->cp_n;
	look(r);
}

/* The code point behind the present one, folded; 0 at the end. */
static uint32_t
peek(const struct reader *r)
{
	struct reader ahead = *r;

	advance(&ahead);
	return ahead.cp;
}

static void
end_sentence(struct reader *r)
{
	r->sentence++;
	r->clause++;
}

static void
read_word(struct reader *r, struct token *token)
{
	token->type = TOKEN_WORD;
	while (is_letter(r->cp) || (r->cp == '\'' && is_letter(peek(r)))) {
		token->capital |= r->capital;
		advance(r);
	}
}

/* A full-width comma ends a clause, and never stands within a number. */
static bool
is_thin_comma(const struct reader *r)
{
	return r->cp == ',' && r->cp_n == 1;
}

static void
read_number(struct reader *r, struct token *token)
{
	bool dot = false;

	token->type = TOKEN_NUMBER;
	while (is_digit(r->cp) ||
	       ((r->cp == '.' || is_thin_comma(r)) && is_digit(peek(r)))) {
		if (r->cp == '.' && dot)
			return;
		dot |= r->cp == '.';
		advance(r);
	}
}

static void
read_mark(struct reader *r, struct token *token)
{
	bool is_wide = r->cp_n > 1;

	token->type = TOKEN_MARK;
	advance(r);
	switch (token->cp) {
	case '.':
		/* `Ele.me` and `i.e.` go on */
		if (is_wide || (!is_letter(r->cp) && !is_digit(r->cp)))
			end_sentence(r);
		break;
	case '!':
	case '?':
	case ';':
	case 0x2026: /* ellipsis */
		end_sentence(r);
		break;
	case ',':
		r->clause++;
		break;
	}
}

static void
read_token(struct reader *r, struct token *token)
{
	*token = (struct token){
	    .at = r->at,
	    .cp = r->cp,
	    .glued = r->glued,
	    .line_start = r->line_start,
	    .sentence = r->sentence,
	    .clause = r->clause,
	};
	if (is_letter(r->cp)) {
		read_word(r, token);
	} else if (is_digit(r->cp)) {
		read_number(r, token);
	} else if (is_han(r->cp)) {
		token->type = TOKEN_HAN;
		advance(r);
	} else {
		read_mark(r, token);
	}
	token->n = (uint32_t)(r->at - token->at);
	r->glued = true;
	r->line_start = false;
}

static bool
is_space(uint32_t cp)
{
	return cp == ' ' || cp == '\t' || cp == '\n' || cp == '\r' ||
	       cp == 0xA0 || cp == 0x3000 || cp == 0xFEFF ||
	       (cp > 0x80 && uc_is_property_white_space(cp));
}

/* At the start of a line: true for `- `, `* `, `# `, `1. ` and `2) `. */
static bool
is_item(struct reader ahead)
{
	if (ahead.cp == '-' || ahead.cp == '*' || ahead.cp == 0x2022)
		return is_space(peek(&ahead));
	if (ahead.cp == '#')
		return true;
	if (!is_digit(ahead.cp))
		return false;
	while (is_digit(ahead.cp))
		advance(&ahead);
	return (ahead.cp == '.' || ahead.cp == ')' || ahead.cp == ',') &&
	       !is_digit(peek(&ahead));
}

/* A line's end is a space like any other, as texts come wrapped; an empty line
 * and an item of a list begin a sentence. */
static void
skip_space(struct reader *r)
{
	int lines = 0;

	while (r->at < r->n && is_space(r->cp)) {
		if (r->cp == '\n')
			lines++;
		r->glued = false;
		advance(r);
	}
	if (lines == 0)
		return;
	r->line_start = true;
	if (lines > 1 || is_item(*r))
		end_sentence(r);
}

/* True at a hyphen between letters, which counts as a space. */
static bool
joins_letters(const struct reader *r, const struct tokens *tokens)
{
	return r->cp == '-' && r->glued && tokens->n > 0 &&
	       tokens->at[tokens->n - 1].type == TOKEN_WORD &&
	       is_letter(peek(r));
}

static void
add(struct tokens *tokens, size_t *room, const struct token *token)
{
	if (tokens->n == *room) {
		*room = *room == 0 ? FIRST_ROOM : *room * 2;
		tokens->at = mem_grow(tokens->at, *room, sizeof(*tokens->at));
	}
	tokens->at[tokens->n++] = *token;
}

void
tokens_read(struct tokens *tokens, const char *s, size_t n)
{
	struct reader r = {.s = s, .n = n, .line_start = true};
	struct token token;
	size_t room = 0;

	*tokens = (struct tokens){0};
	look(&r);
	for (skip_space(&r); r.at < r.n; skip_space(&r)) {
		if (joins_letters(&r, tokens)) {
			advance(&r);
			r.glued = false;
			continue;
		}
		read_token(&r, &token);
		add(tokens, &room, &token);
	}
}

void
tokens_release(struct tokens *tokens)
{
	free(tokens->at);
	*tokens = (struct tokens){0};
}

size_t
token_fold(const struct token *token, const char *s, char out[TOKEN_FOLDED])
{
	size_t n = 0;
	uint32_t cp;

	for (size_t at = 0; at < token->n;) {
		const char *from = s + token->at + at;

		at += utf8_decode(from, token->n - at, &cp);
		if (n + LONGEST > TOKEN_FOLDED)
			return 0;
		n += utf8_encode(out + n, fold(cp));
	}
	return n;
}
