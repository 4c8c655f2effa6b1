/* SPDX-License-Identifier: MIT */
#include "tui/motion.h"

#include <stdbool.h>
#include <string.h>
#include <unictype.h>
#include <uniwbrk.h>

#include "base/utf8.h"

/* Bytes looked at on each side of a position for the word around it: words
 * are shorter, and a text without white space costs no more than one with. */
enum { WORD_REACH = 512 };

/* A piece of text in which no word that is sought crosses the ends. */
struct token {
	size_t start, end;
	char breaks[2 * WORD_REACH]; /* 1 where a UAX #29 segment begins */
};

static bool
is_white(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

static bool
is_continuation(char c)
{
	return ((unsigned char)c & 0xc0) == 0x80;
}

size_t
motion_left(const char *s, size_t n, size_t at)
{
	return at == 0 ? 0 : utf8_prev(s, n, at);
}

size_t
motion_right(const char *s, size_t n, size_t at)
{
	return at >= n ? n : utf8_next(s, n, at);
}

size_t
motion_ceil(const char *s, size_t n, size_t at)
{
	return at == 0 ? 0 : motion_right(s, n, motion_left(s, n, at));
}

size_t
motion_floor(const char *s, size_t n, size_t at)
{
	return motion_ceil(s, n, at) == at ? at : motion_left(s, n, at);
}

/* The token that the byte at `at` stands in; that byte is not white. */
static void
token_around(struct token *token, const char *s, size_t n, size_t at)
{
	size_t start = at;
	size_t end = at;

	while (start > 0 && !is_white(s[start - 1]) && at - start < WORD_REACH)
		start--;
	while (start < at && is_continuation(s[start]))
		start++;
	while (end < n && !is_white(s[end]) && end - at < WORD_REACH)
		end++;
	while (end > at + 1 && end < n && is_continuation(s[end]))
		end--;
	token->start = start;
	token->end = end;
	u8_wordbreaks((const uint8_t *)s + start, end - start, token->breaks);
}

/* True when the segment holds a letter or digit. */
static bool
is_word(const char *s, size_t at, size_t end)
{
	while (at < end) {
		uint32_t code_point;

		at += utf8_decode(s + at, end - at, &code_point);
		if (uc_is_alnum(code_point))
			return true;
	}
	return false;
}

static size_t
segment_end(const struct token *token, size_t at)
{
	do
		at++;
	while (at < token->end && token->breaks[at - token->start] == 0);
	return at;
}

/* The end of the first word in the token that ends after `at`; 0: none. */
static size_t
word_end_after(const struct token *token, const char *s, size_t at)
{
	size_t start = token->start;

	while (start < token->end) {
		size_t end = segment_end(token, start);

		if (end > at && is_word(s, start, end))
			return end;
		start = end;
	}
	return 0;
}

/* The start of the last word that begins before `at`; `at`: none. */
static size_t
word_start_before(const struct token *token, const char *s, size_t at)
{
	size_t found = at;
	size_t start = token->start;

	while (start < at) {
		size_t end = segment_end(token, start);

		if (is_word(s, start, end))
			found = start;
		start = end;
	}
	return found;
}

size_t
motion_word_left(const char *s, size_t n, size_t at)
{
	while (at > 0) {
		struct token token;

		if (is_white(s[at - 1])) {
			at--;
			continue;
		}
		token_around(&token, s, n, at - 1);
		size_t start = word_start_before(&token, s, at);
		if (start < at)
			return motion_floor(s, n, start);
		at = token.start;
	}
	return 0;
}

size_t
motion_word_right(const char *s, size_t n, size_t at)
{
	while (at < n) {
		struct token token;

		if (is_white(s[at])) {
			at++;
			continue;
		}
		token_around(&token, s, n, at);
		size_t end = word_end_after(&token, s, at);
		if (end > 0)
			return motion_ceil(s, n, end);
		at = token.end;
	}
	return n;
}

size_t
motion_line_start(const char *s, size_t n, size_t at)
{
	(void)n;
	while (at > 0 && s[at - 1] != '\n')
		at--;
	return at;
}

size_t
motion_line_end(const char *s, size_t n, size_t at)
{
	const char *newline = memchr(s + at, '\n', n - at);

	return newline == NULL ? n : (size_t)(newline - s);
}

/* The line that begins at `at` holds nothing but white space. */
static bool
is_blank_line(const char *s, size_t n, size_t at)
{
	while (at < n && (s[at] == ' ' || s[at] == '\t'))
		at++;
	return at == n || s[at] == '\n';
}

size_t
motion_paragraph_up(const char *s, size_t n, size_t at)
{
	bool inside = false;

	/* Each round looks at the line that ends before or at `at`. */
	while (at > 0) {
		size_t start = motion_line_start(s, n, at - 1);
		bool blank = is_blank_line(s, n, start);

		if (blank && inside)
			return at;
		inside = inside || !blank;
		at = start;
	}
	return 0;
}

size_t
motion_paragraph_down(const char *s, size_t n, size_t at)
{
	bool between = false;

	for (size_t line = motion_line_start(s, n, at); line < n;) {
		bool blank = is_blank_line(s, n, line);

		if (!blank && between && line > at)
			return line;
		between = between || blank;
		line = motion_line_end(s, n, line) + 1;
	}
	return n;
}
