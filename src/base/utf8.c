/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"

#include <string.h>
#include <unigbrk.h>
#include <unictype.h>
#include <unistr.h>
#include <wchar.h>

enum {
	DEL = 0x7F,
	REPLACEMENT = 0xFFFD,
	ZERO_WIDTH_JOINER = 0x200D,
	LONGEST = 4, /* bytes of a code point */
};

struct range {
	uint32_t first, last;
};

/* Above ASCII, in order. */
static const struct range unsafe_ranges[] = {
    {0x0080, 0x009F},   /* C1 controls */
    {0x00AD, 0x00AD},   /* soft hyphen */
    {0x061C, 0x061C},   /* Arabic letter mark */
    {0x180E, 0x180E},   /* Mongolian vowel separator */
    {0x200B, 0x200B},   /* zero width space */
    {0x200E, 0x200F},   /* direction marks */
    {0x2028, 0x202E},   /* line and paragraph separators, embeddings */
    {0x2060, 0x206F},   /* word joiner, invisible operators, isolates */
    {0xFEFF, 0xFEFF},   /* byte order mark */
    {0xFFF9, 0xFFFB},   /* interlinear annotation */
    {0xFFFE, 0xFFFF},   /* no characters */
    {0x1BCA0, 0x1BCA3}, /* shorthand format controls */
    {0x1D173, 0x1D17A}, /* musical format controls */
    {0xE0000, 0xE007F}, /* tags */
};

static const uint8_t *
units(const char *s)
{
	return (const uint8_t *)s;
}

static bool
is_ascii(char c)
{
	return ((unsigned char)c & 0x80) == 0;
}

static bool
is_printable_ascii(char c)
{
	return c >= ' ' && c < DEL;
}

/* Bytes at the start of `s` that are ASCII, eight at a stride. */
size_t
utf8_ascii_run(const char *s, size_t n)
{
	const uint64_t high_bits = 0x8080808080808080;
	uint64_t eight;
	size_t at = 0;

	for (; n - at >= sizeof(eight); at += sizeof(eight)) {
		memcpy(&eight, s + at, sizeof(eight));
		if ((eight & high_bits) != 0)
			break;
	}
	while (at < n && is_ascii(s[at]))
		at++;
	return at;
}

static size_t
printable_ascii_run(const char *s, size_t n)
{
	size_t at = 0;

	while (at < n && is_printable_ascii(s[at]))
		at++;
	return at;
}

size_t
utf8_encode(char out[4], uint32_t code_point)
{
	uint8_t *to = (uint8_t *)out;
	int n = u8_uctomb(to, code_point, LONGEST);

	if (n < 0) /* a surrogate, or beyond Unicode */
		n = u8_uctomb(to, REPLACEMENT, LONGEST);
	return (size_t)n;
}

/* As utf8_decode(), but 0 for a wrong byte. */
static size_t
decode_strictly(const char *s, size_t n, uint32_t *cp)
{
	int used = u8_mbtoucr(cp, units(s), n);

	return used > 0 ? (size_t)used : 0;
}

size_t
utf8_decode(const char *s, size_t n, uint32_t *cp)
{
	if (is_ascii(s[0])) {
		*cp = (unsigned char)s[0];
		return 1;
	}
	size_t used = decode_strictly(s, n, cp);

	if (used > 0)
		return used;
	*cp = REPLACEMENT;
	return 1;
}

bool
utf8_valid(const char *s, size_t n, size_t *bad)
{
	uint32_t cp;
	size_t at = utf8_ascii_run(s, n);

	while (at < n) {
		size_t used = decode_strictly(s + at, n - at, &cp);

		if (used == 0) {
			if (bad != NULL)
				*bad = at;
			return false;
		}
		at += used;
		at += utf8_ascii_run(s + at, n - at);
	}
	return true;
}

static void
add_code_point(struct str *out, uint32_t cp)
{
	char bytes[LONGEST];

	str_addn(out, bytes, utf8_encode(bytes, cp));
}

void
utf8_repair(struct str *out, const char *s, size_t n)
{
	uint32_t cp;
	size_t bad;

	if (memchr(s, '\0', n) == NULL && utf8_valid(s, n, &bad)) {
		str_addn(out, s, n);
		return;
	}
	for (size_t at = 0; at < n;) {
		at += utf8_decode(s + at, n - at, &cp);
		add_code_point(out, cp != 0 ? cp : REPLACEMENT);
	}
}

static bool
is_regional(uint32_t cp)
{
	return uc_graphemeclusterbreak_property(cp) == GBP_RI;
}

/*
 * What UAX #29 makes depend on more than two code points: flags are pairs of
 * regional indicators, and a joiner joins pictographs only.  libunistring's
 * u8_grapheme_next() looks at two and cuts families and flags in pieces.
 */
struct cluster {
	uint32_t last;
	bool odd_regional; /* ends with half a flag */
	bool pictograph;   /* ends with a pictograph and its extensions */
	bool joining;      /* ends with such and a joiner */
};

static void
cluster_add(struct cluster *cluster, uint32_t cp)
{
	bool extends = uc_graphemeclusterbreak_property(cp) == GBP_EXTEND;

	cluster->odd_regional = is_regional(cp) && !cluster->odd_regional;
	cluster->joining = cluster->pictograph && cp == ZERO_WIDTH_JOINER;
	cluster->pictograph = uc_is_property_extended_pictographic(cp) ||
			      (cluster->pictograph && extends);
	cluster->last = cp;
}

static bool
cluster_takes(const struct cluster *cluster, uint32_t cp)
{
	if (cluster->odd_regional && is_regional(cp))
		return true;
	if (cluster->joining && uc_is_property_extended_pictographic(cp))
		return true;
	return !uc_is_grapheme_break(cluster->last, cp);
}

size_t
utf8_next(const char *s, size_t n, size_t at)
{
	struct cluster cluster = {0};
	uint32_t cp;

	if (at + 1 >= n)
		return n;
	if (is_ascii(s[at]) && is_ascii(s[at + 1]))
		return s[at] == '\r' && s[at + 1] == '\n' ? at + 2 : at + 1;
	size_t used = utf8_decode(s + at, n - at, &cp);

	do {
		cluster_add(&cluster, cp);
		at += used;
		if (at >= n)
			return n;
		used = utf8_decode(s + at, n - at, &cp);
	} while (cluster_takes(&cluster, cp));
	return at;
}

/* Start of the code point that ends at or spans `at` > 0. */
static size_t
code_point_before(const char *s, size_t n, size_t at)
{
	uint32_t cp;

	/* A lone byte last: within a code point it would be a wrong one. */
	for (size_t back = at < LONGEST ? at : LONGEST; back > 1; back--) {
		size_t start = at - back;

		if (utf8_decode(s + start, n - start, &cp) >= back)
			return start;
	}
	return at - 1;
}

/* True where a cluster ends whatever else stands before. */
static bool
is_certain_break(const char *s, size_t n, size_t at)
{
	uint32_t before, after;
	size_t start = code_point_before(s, n, at);

	utf8_decode(s + start, n - start, &before);
	utf8_decode(s + at, n - at, &after);
	if (before == ZERO_WIDTH_JOINER || is_regional(before))
		return false;
	return uc_is_grapheme_break(before, after);
}

size_t
utf8_prev(const char *s, size_t n, size_t at)
{
	if (at <= 1)
		return 0;
	if (is_ascii(s[at - 1]) && is_ascii(s[at - 2]))
		return s[at - 2] == '\r' && s[at - 1] == '\n' ? at - 2 : at - 1;
	size_t start = at, end = at;

	do
		end = code_point_before(s, n, end);
	while (end > 0 && !is_certain_break(s, n, end));
	do {
		start = end;
		end = utf8_next(s, n, start);
	} while (end < at);
	return start;
}

struct excerpt
utf8_excerpt(const char *s)
{
	struct excerpt excerpt = {{0}};
	size_t n = strlen(s);

	if (n > EXCERPT_BYTES)
		n = utf8_prev(s, n, EXCERPT_BYTES + 1);
	memcpy(excerpt.s, s, n);
	return excerpt;
}

bool
utf8_is_unsafe(uint32_t code_point)
{
	size_t count = sizeof(unsafe_ranges) / sizeof(unsafe_ranges[0]);

	if (code_point < DEL)
		return code_point < ' ';
	if (code_point == DEL)
		return true;
	for (size_t i = 0; i < count; i++)
		if (code_point <= unsafe_ranges[i].last)
			return code_point >= unsafe_ranges[i].first;
	return false;
}

/* As utf8_decode(), as it is shown: unsafe ones as U+FFFD, newline and tab as
 * themselves, CR LF as one newline. */
static size_t
decode_shown(const char *s, size_t n, uint32_t *cp)
{
	if (n >= 2 && s[0] == '\r' && s[1] == '\n') {
		*cp = '\n';
		return 2;
	}
	size_t used = utf8_decode(s, n, cp);

	if (*cp != '\n' && *cp != '\t' && utf8_is_unsafe(*cp))
		*cp = REPLACEMENT;
	return used;
}

int
utf8_cells(const char *s, size_t n)
{
	size_t at = printable_ascii_run(s, n);
	int cells = (int)at;
	uint32_t cp;

	while (at < n) {
		at += decode_shown(s + at, n - at, &cp);
		int width = wcwidth((wchar_t)cp);

		/* Unknown to the locale, newline or tab: one cell. */
		cells += width >= 0 ? width : 1;
		size_t run = printable_ascii_run(s + at, n - at);

		at += run;
		cells += (int)run;
	}
	return cells;
}

int
utf8_cluster_cells(const char *s, size_t n)
{
	return n == 1 && is_ascii(s[0]) ? 1 : utf8_cells(s, n);
}

void
utf8_visible(struct str *out, const char *s, size_t n, bool keep_lines)
{
	uint32_t cp;

	for (size_t at = 0; at < n;) {
		size_t run = printable_ascii_run(s + at, n - at);

		str_addn(out, s + at, run);
		at += run;
		if (at == n)
			return;
		at += decode_shown(s + at, n - at, &cp);
		if (cp == '\t' || (cp == '\n' && !keep_lines))
			cp = ' ';
		add_code_point(out, cp);
	}
}
