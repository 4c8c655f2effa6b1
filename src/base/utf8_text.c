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

/* What UAX #29 tells apart in ASCII: L letters, 0 digits, _ which belongs to
 * either, and what joins two letters (:), two digits (,) or both (.). */
static const char ascii_classes[] = "                                "
				    "       .    , . 0000000000:,    "
				    " LLLLLLLLLLLLLLLLLLLLLLLLLL    _"
				    " LLLLLLLLLLLLLLLLLLLLLLLLLL     ";

static char
ascii_class(char c)
{
	return ascii_classes[(unsigned char)c];
}

/* Whether the middle one of three joins the others to one word. */
static bool
ascii_joins(char before, char middle, char after)
{
	if (before != after)
		return false;
	return (before == 'L' && (middle == ':' || middle == '.')) ||
	       (before == '0' && (middle == ',' || middle == '.'));
}

static bool
ascii_in_word(char c)
{
	return c == 'L' || c == '0' || c == '_';
}

/* As words_in_part() for what is ASCII: most of any text, at a tenth of the
 * cost. */
static size_t
words_in_ascii(const char *s, size_t n)
{
	bool counted = false;
	size_t words = 0;

	for (size_t at = 0; at < n; at++) {
		char last = ' ', c;

		for (; at < n && ascii_in_word(c = ascii_class(s[at])); at++) {
			words += !counted && c != '_';
			counted = counted || c != '_';
			last = c;
		}
		/* Now at what ended the word, or joins it to the next. */
		if (at + 1 >= n || !ascii_joins(last, ascii_class(s[at]),
				       ascii_class(s[at + 1])))
			counted = false;
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

/* The ASCII at the start of `s`, without a word that goes on beyond it. */
static size_t
ascii_words_run(const char *s, size_t n)
{
	size_t at = 0;

	while (at < n && (unsigned char)s[at] < 0x80)
		at++;
	while (at > 0 && at < n && !ends_word(s[at - 1]))
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
		size_t ascii = ascii_words_run(s + at, n - at), end;

		words += words_in_ascii(s + at, ascii);
		at += ascii;
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

static bool
is_visible_ascii(char c)
{
	return c > ' ' && c <= '~';
}

/* Words of visible ASCII at the start of `s`, with one space between: most of
 * any text. */
static size_t
ascii_text_run(const char *s, size_t n)
{
	size_t at = 0;

	while (at < n && (is_visible_ascii(s[at]) ||
			     (s[at] == ' ' && at > 0 && at + 1 < n &&
				 is_visible_ascii(s[at + 1]))))
		at++;
	return at;
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
		size_t part_n = ascii_text_run(part, n - at);

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
