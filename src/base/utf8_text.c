/* SPDX-License-Identifier: MIT */
/* The part of base/utf8.h that knows words and equivalent spellings. */
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <uniwbrk.h>

#include "base/mem.h"
#include "base/utf8.h"

static bool
is_ascii_text(const char *s, size_t n)
{
	return utf8_ascii_run(s, n) == n;
}

static bool
is_word_part(uint32_t cp)
{
	return uc_is_general_category_withtable(
	    cp, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N);
}

/* So many bytes at once that a compiler makes a few instructions of them. */
enum { BLOCK = 16, CASE_BIT = 0x20, HIGH_BIT = 0x80 };

static inline uint8_t
is_letter(uint8_t c)
{
	return (uint8_t)((c | CASE_BIT) - 'a') <= 'z' - 'a';
}

static inline uint8_t
is_digit(uint8_t c)
{
	return (uint8_t)(c - '0') <= '9' - '0';
}

/* Whether UAX #29 lets a word begin at the last of three characters of ASCII
 * but _.  Without a branch: nobody foresees where words end. */
static inline uint8_t
begins_word(uint8_t first, uint8_t middle, uint8_t last)
{
	uint8_t inside = is_letter(last) | is_digit(last);
	uint8_t goes_on = is_letter(middle) | is_digit(middle);
	uint8_t joins = (middle == '.') | (middle == '\'');
	uint8_t letters = is_letter(first) & is_letter(last);
	uint8_t digits = is_digit(first) & is_digit(last);

	goes_on |= letters & (joins | (middle == ':'));
	goes_on |= digits & (joins | (middle == ',') | (middle == ';'));
	return inside & !goes_on;
}

enum { CONTEXT = 2 }; /* characters before one that begins_word() looks at */

/* Of a block that has as many before it. */
static size_t
words_in_block(const uint8_t *s)
{
	uint8_t words = 0;

	for (int i = 0; i < BLOCK; i++)
		words += begins_word(s[i - 2], s[i - 1], s[i]);
	return words;
}

/* Of up to a block, from `at` on, with spaces where there is no more text. */
static size_t
words_at_edge(const uint8_t *s, size_t at, size_t n)
{
	uint8_t edge[CONTEXT + BLOCK];

	memset(edge, ' ', sizeof(edge));
	if (at >= CONTEXT)
		memcpy(edge, s + at - CONTEXT, CONTEXT);
	memcpy(edge + CONTEXT, s + at, n);
	return words_in_block(edge + CONTEXT);
}

/* As words_in_part() for ASCII without a _: most of any text, at a small part
 * of the cost. */
static size_t
words_in_ascii(const uint8_t *s, size_t n)
{
	size_t words = 0;

	for (size_t at = 0; at < n; at += BLOCK) {
		size_t left = n - at;

		words +=
		    at >= CONTEXT && left >= BLOCK
			? words_in_block(s + at)
			: words_at_edge(s, at, left < BLOCK ? left : BLOCK);
	}
	return words;
}

/* `breaks` has room for a mark per byte. */
static size_t
words_in_part(const char *s, size_t n, char *breaks)
{
	size_t words = 0;
	bool counted = false;
	uint32_t cp;

	u8_wordbreaks((const uint8_t *)s, n, breaks);
	for (size_t at = 0; at < n;) {
		size_t start = at;

		at += utf8_decode(s + at, n - at, &cp);
		if (breaks[start])
			counted = false;
		if (!counted && is_word_part(cp)) {
			words++;
			counted = true;
		}
	}
	return words;
}

static bool
ends_word(char c)
{
	return c == ' ' || c == '\n';
}

/* Whether words_in_ascii() doesn't know what is there. */
static inline uint8_t
is_odd(uint8_t c)
{
	return (c >= HIGH_BIT) | (c == '_');
}

static bool
is_plain_block(const uint8_t *s)
{
	uint8_t odd = 0;

	for (int i = 0; i < BLOCK; i++)
		odd |= is_odd(s[i]);
	return odd == 0;
}

/* The plain bytes at the start of `s`, without a word that goes on beyond
 * them. */
static size_t
plain_words_run(const uint8_t *s, size_t n)
{
	size_t at = 0;

	while (n - at >= BLOCK && is_plain_block(s + at))
		at += BLOCK;
	while (at < n && !is_odd(s[at]))
		at++;
	while (at > 0 && at < n && !ends_word((char)s[at - 1]))
		at--;
	return at;
}

/* A part at a time, as no word crosses a space or the end of a line: memory
 * for the longest is enough. */
size_t
utf8_words(const char *s, size_t n)
{
	size_t words = 0, room = 0;
	char *breaks = NULL;

	for (size_t at = 0; at < n;) {
		const uint8_t *bytes = (const uint8_t *)s + at;
		size_t plain = plain_words_run(bytes, n - at), end;

		words += words_in_ascii(bytes, plain);
		at += plain;
		for (end = at; end < n && !ends_word(s[end]);)
			end++;
		if (end - at > room) {
			room = end - at;
			breaks = mem_grow(breaks, room, 1);
		}
		if (end > at)
			words += words_in_part(s + at, end - at, breaks);
		at = end;
	}
	free(breaks);
	return words;
}

static inline uint8_t
is_visible_ascii(uint8_t c)
{
	return (uint8_t)(c - '!') <= '~' - '!';
}

/* Visible, or a space before what is. */
static inline uint8_t
is_text(uint8_t c, uint8_t next)
{
	return is_visible_ascii(c) | ((c == ' ') & is_visible_ascii(next));
}

/* Of a block that has a character behind it. */
static bool
is_text_block(const uint8_t *s)
{
	uint8_t odd = 0;

	for (int i = 0; i < BLOCK; i++)
		odd |= !is_text(s[i], s[i + 1]);
	return odd == 0;
}

/* Words of visible ASCII at the start of `s`, with one space between: most of
 * any text. */
static size_t
ascii_text_run(const uint8_t *s, size_t n)
{
	size_t at = 0;

	if (n == 0 || !is_visible_ascii(*s))
		return 0;
	while (n - at > BLOCK && is_text_block(s + at))
		at += BLOCK;
	while (n - at > 1 && is_text(s[at], s[at + 1]))
		at++;
	return at + (n - at == 1 && is_visible_ascii(s[at]));
}

static void
collapse_space(struct str *out, const char *s, size_t n)
{
	size_t start = out->len;
	bool space = false;
	char bytes[4];
	uint32_t cp;

	for (size_t at = 0; at < n;) {
		const char *part = s + at;
		size_t part_n = ascii_text_run((const uint8_t *)part, n - at);

		at += part_n;
		if (part_n == 0) {
			at += utf8_decode(part, n - at, &cp);
			if (cp == ' ' || uc_is_property_white_space(cp)) {
				space = true;
				continue;
			}
			part_n = utf8_encode(bytes, cp);
			part = bytes;
		}
		if (space && out->len > start)
			str_ch(out, ' ');
		space = false;
		str_addn(out, part, part_n);
	}
}

/* Puts what the library made in place of `out` from `start` on. */
static void
replace_end(struct str *out, size_t start, uint8_t *made, size_t n)
{
	if (made == NULL) /* the text is valid: nothing else can fail */
		mem_exhausted();
	str_cut(out, start);
	str_addn(out, (const char *)made, n);
	free(made);
}

void
utf8_normalise(struct str *out, const char *s, size_t n)
{
	size_t start = out->len, made;

	collapse_space(out, s, n);
	const uint8_t *text = (const uint8_t *)out->s + start;
	size_t len = out->len - start;

	if (is_ascii_text(out->s + start, len))
		return;
	uint8_t *composed = u8_normalize(UNINORM_NFC, text, len, NULL, &made);

	replace_end(out, start, composed, made);
}

static void
lower_ascii(char *s)
{
	for (; *s != '\0'; s++)
		if (*s >= 'A' && *s <= 'Z')
			*s = (char)(*s - 'A' + 'a');
}

void
utf8_fold(struct str *out, const char *s, size_t n)
{
	size_t start = out->len, made;

	utf8_repair(out, s, n);
	const uint8_t *text = (const uint8_t *)out->s + start;
	size_t len = out->len - start;

	if (is_ascii_text(out->s + start, len)) {
		if (len > 0)
			lower_ascii(out->s + start);
		return;
	}
	uint8_t *folded =
	    u8_casefold(text, len, NULL, UNINORM_NFC, NULL, &made);

	replace_end(out, start, folded, made);
}

void
utf8_name(struct str *out, const char *s, size_t n)
{
	struct str folded = STR_INIT;
	size_t start = out->len;
	bool space = false;
	uint32_t cp;

	utf8_fold(&folded, s, n);
	for (size_t at = 0; at < folded.len;) {
		size_t used = utf8_decode(folded.s + at, folded.len - at, &cp);

		/* Marks too: a vowel sign is a part of its letter. */
		if (uc_is_general_category_withtable(
			cp, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N |
				UC_CATEGORY_MASK_M)) {
			if (space && out->len > start)
				str_ch(out, ' ');
			str_addn(out, folded.s + at, used);
			space = false;
		} else {
			space = true;
		}
		at += used;
	}
	str_release(&folded);
}

bool
utf8_has_letter(const char *s, size_t n)
{
	uint32_t cp;

	for (size_t at = 0; at < n;) {
		if ((s[at] >= 'a' && s[at] <= 'z') ||
		    (s[at] >= 'A' && s[at] <= 'Z'))
			return true;
		at += utf8_decode(s + at, n - at, &cp);
		if (cp >= 0x80 &&
		    uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_L))
			return true;
	}
	return false;
}
