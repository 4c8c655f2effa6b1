/* SPDX-License-Identifier: MIT */
#include "core/diff_units.h"

#include <stdlib.h>
#include <unictype.h>
#include <uniwbrk.h>

#include "base/mem.h"
#include "base/utf8.h"

enum { FIRST_ROOM = 64 };

/* Scripts without spaces, where a character is about what a word is. */
static const struct {
	uint32_t from, to;
} alone[] = {
    {0x3005, 0x3007},   /* iteration mark, closing mark, zero */
    {0x3041, 0x30FF},   /* kana */
    {0x31F0, 0x31FF},   /* small katakana */
    {0x3400, 0x4DBF},   /* Han, extension A */
    {0x4E00, 0x9FFF},   /* Han */
    {0xAC00, 0xD7A3},   /* Hangul syllables */
    {0xF900, 0xFAFF},   /* Han, compatibility */
    {0xFF66, 0xFF9F},   /* half-width katakana */
    {0x20000, 0x3FFFF}, /* Han, further extensions */
};

static bool
is_alone(uint32_t cp)
{
	for (size_t i = 0; i < sizeof(alone) / sizeof(alone[0]); i++)
		if (cp >= alone[i].from && cp <= alone[i].to)
			return true;
	return false;
}

static bool
is_word_part(uint32_t cp)
{
	return uc_is_general_category_withtable(
	    cp, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N);
}

/* The unit that is being read. */
struct reader {
	struct diff_units *units;
	struct vocabulary *vocabulary;
	const char *s;
	size_t room;
	size_t at, core, core_end; /* core: the first byte that is no space */
	bool is_word;
	bool has_core;
	bool ended; /* what follows it, unless a space, is the next one */
};

static void
finish_unit(struct reader *r, size_t end)
{
	struct diff_units *units = r->units;
	struct diff_unit unit = {.at = r->at, .is_word = r->is_word};

	if (end == r->at)
		return;
	if (r->has_core)
		unit.number = vocabulary_add(
		    r->vocabulary, r->s + r->core, r->core_end - r->core);
	if (units->n == r->room) {
		r->room = r->room == 0 ? FIRST_ROOM : r->room * 2;
		units->at = mem_grow(units->at, r->room, sizeof(*units->at));
	}
	units->at[units->n++] = unit;
	r->at = end;
	r->has_core = r->is_word = r->ended = false;
}

/* True for a character, as a reader sees it, that shows nothing.  A space with
 * a mark on it shows the mark. */
static bool
is_blank(const char *s, size_t n)
{
	uint32_t cp;

	for (size_t at = 0; at < n;) {
		at += utf8_decode(s + at, n - at, &cp);
		if (!uc_is_property_white_space(cp))
			return false;
	}
	return true;
}

/* One character, as a reader sees it, that is no space. */
static void
read_character(struct reader *r, size_t at, size_t end, uint32_t cp, bool apart)
{
	if (r->has_core && (r->ended || apart || is_alone(cp)))
		finish_unit(r, at);
	if (!r->has_core)
		r->core = at;
	r->has_core = true;
	r->core_end = end;
	r->is_word |= is_word_part(cp);
	r->ended = is_alone(cp);
}

void
diff_units_read(struct diff_units *units, struct vocabulary *vocabulary,
    const char *s, size_t n)
{
	struct reader r = {.units = units, .vocabulary = vocabulary, .s = s};
	char *breaks = mem_zero(n + 1, 1);
	uint32_t cp;

	*units = (struct diff_units){.end = n};
	u8_wordbreaks((const uint8_t *)s, n, breaks);
	for (size_t at = 0, end; at < n; at = end) {
		end = utf8_next(s, n, at);
		utf8_decode(s + at, n - at, &cp);
		if (is_blank(s + at, end - at))
			r.ended = true;
		else
			read_character(&r, at, end, cp, breaks[at] != 0);
	}
	finish_unit(&r, n);
	free(breaks);
}

void
diff_units_release(struct diff_units *units)
{
	free(units->at);
	*units = (struct diff_units){0};
}

size_t
diff_units_start(const struct diff_units *units, size_t i)
{
	return i < units->n ? units->at[i].at : units->end;
}
