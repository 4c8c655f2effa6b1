/* SPDX-License-Identifier: MIT */
/*
 * Sentences as a writer of notes has them: one ends at its mark, English with
 * white space behind it and Chinese without, or with its line.
 */
#include <stdbool.h>
#include <string.h>

#include "base/utf8.h"
#include "tui/motion.h"

static const uint32_t western_ends[] = {'.', '!', '?', 0x2026, 0};
static const uint32_t chinese_ends[] = {0x3002, 0xff01, 0xff1f, 0xff61, 0};

/* What may stand between a sentence's mark and its end. */
static const uint32_t closers[] = {
    '"', '\'', ')', ']', 0x2019, 0x201d, 0x300d, 0x300f, 0xff09, 0};

static bool
is_white(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

static bool
is_one_of(const uint32_t *set, uint32_t code_point)
{
	while (*set != 0 && *set != code_point)
		set++;
	return *set != 0;
}

static size_t
skip_white(const char *s, size_t n, size_t at)
{
	while (at < n && is_white(s[at]))
		at++;
	return at;
}

/* The end of the marks and closers from `at` on. */
static size_t
skip_marks(const char *s, size_t n, size_t at, bool *chinese)
{
	while (at < n) {
		uint32_t code_point;
		size_t used = utf8_decode(s + at, n - at, &code_point);

		if (is_one_of(chinese_ends, code_point))
			*chinese = true;
		else if (!is_one_of(western_ends, code_point) &&
			 !is_one_of(closers, code_point))
			break;
		at += used;
	}
	return at;
}

/* The end of the sentence that begins at or spans `at`, no white space. */
static size_t
sentence_end(const char *s, size_t n, size_t at)
{
	while (at < n && s[at] != '\n') {
		bool chinese = false;
		uint32_t code_point;
		size_t used = utf8_decode(s + at, n - at, &code_point);

		if (!is_one_of(western_ends, code_point) &&
		    !is_one_of(chinese_ends, code_point)) {
			at += used;
			continue;
		}
		at = skip_marks(s, n, at, &chinese);
		if (chinese || at == n || is_white(s[at]))
			break;
	}
	return at;
}

size_t
motion_sentence_left(const char *s, size_t n, size_t at)
{
	while (at > 0 && is_white(s[at - 1]))
		at--;
	size_t next = skip_white(s, n, motion_line_start(s, n, at));
	size_t start = next;

	while (next < at) {
		start = next;
		next = skip_white(s, n, sentence_end(s, n, start));
	}
	return at == 0 ? 0 : motion_floor(s, n, start);
}

size_t
motion_sentence_right(const char *s, size_t n, size_t at)
{
	at = skip_white(s, n, at);
	return motion_ceil(s, n, sentence_end(s, n, at));
}
