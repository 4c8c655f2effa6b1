/* SPDX-License-Identifier: MIT */
/* Any bytes as text: what base/utf8.h promises, and the cluster breaks against
 * those of libunistring's walk over a whole text. */
#include <assert.h>
#include <locale.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unigbrk.h>

#include "base/str.h"
#include "base/utf8.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_repair(const char *s, size_t n)
{
	struct str once = STR_INIT, twice = STR_INIT;

	utf8_repair(&once, s, n);
	assert(utf8_valid(once.s, once.len, NULL));
	assert(memchr(once.s, '\0', once.len) == NULL);
	utf8_repair(&twice, once.s, once.len);
	assert(strcmp(once.s, twice.s) == 0);
	str_release(&once);
	str_release(&twice);
}

static void
check_valid(const char *s, size_t n)
{
	size_t bad = SIZE_MAX, at = 0;
	bool valid = utf8_valid(s, n, &bad);

	while (at < n) {
		uint32_t cp;
		char bytes[4];
		size_t used = utf8_decode(s + at, n - at, &cp);
		size_t made = utf8_encode(bytes, cp);

		if (used != made || memcmp(s + at, bytes, used) != 0)
			break;
		at += used;
	}
	assert(valid == (at == n));
	assert(valid || bad == at);
}

static void
check_clusters(const char *s, size_t n)
{
	int cells = 0;

	for (size_t start = 0, end; start < n; start = end) {
		end = utf8_next(s, n, start);
		assert(end > start && end <= n);
		cells += utf8_cluster_cells(s + start, end - start);
		for (size_t at = start + 1; at <= end; at++)
			assert(utf8_prev(s, n, at) == start);
	}
	assert(cells == utf8_cells(s, n));
}

static void
check_against_library(const char *s, size_t n)
{
	char *breaks = malloc(n + 1);

	assert(breaks != NULL);
	u8_grapheme_breaks((const uint8_t *)s, n, breaks);
	for (size_t start = 0, end; start < n; start = end) {
		end = utf8_next(s, n, start);
		for (size_t at = start; at < end; at++)
			assert((breaks[at] != 0) == (at == start));
	}
	free(breaks);
}

static void
check_visible(const char *s, size_t n, bool keep_lines)
{
	struct str shown = STR_INIT;
	uint32_t cp;

	utf8_visible(&shown, s, n, keep_lines);
	assert(utf8_valid(shown.s, shown.len, NULL));
	assert(utf8_cells(shown.s, shown.len) == utf8_cells(s, n));
	for (size_t at = 0; at < shown.len;) {
		at += utf8_decode(shown.s + at, shown.len - at, &cp);
		assert(!utf8_is_unsafe(cp) || (keep_lines && cp == '\n'));
	}
	str_release(&shown);
}

static void
check_normalise(const char *s, size_t n)
{
	struct str once = STR_INIT, twice = STR_INIT;

	utf8_normalise(&once, s, n);
	assert(utf8_valid(once.s, once.len, NULL));
	utf8_normalise(&twice, once.s, once.len);
	assert(once.len == twice.len);
	assert(memcmp(once.s, twice.s, once.len) == 0);
	str_clear(&twice);
	utf8_fold(&twice, s, n);
	assert(utf8_valid(twice.s, twice.len, NULL));
	str_release(&once);
	str_release(&twice);
}

/* One of each kind that the rules of UAX #29 tell apart, as random bytes
 * seldom make up text of them. */
static const uint32_t kinds[16] = {
    'a', '\r', '\n', 0x0301,                 /* extends */
    0x0903,                                  /* a spacing mark */
    0x0600,                                  /* prepends */
    0x1100,                                  /* Hangul: L, V, T, LV, LVT */
    0x1161, 0x11A8, 0xAC00, 0xAC01, 0x1F1E6, /* half a flag */
    0x1F468,                                 /* a pictograph */
    0x1F3FD,                                 /* a skin tone */
    0x200D,                                  /* a joiner */
    0x200B,                                  /* a control */
};

static void
check_kinds(const uint8_t *data, size_t size)
{
	struct str text = STR_INIT;
	char bytes[4];

	for (size_t i = 0; i < size; i++)
		str_addn(&text, bytes, utf8_encode(bytes, kinds[data[i] % 16]));
	check_clusters(text.s, text.len);
	check_against_library(text.s, text.len);
	check_visible(text.s, text.len, false);
	str_release(&text);
}

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	setlocale(LC_ALL, "C.UTF-8");
	return 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *s = size > 0 ? (const char *)data : "";

	check_valid(s, size);
	check_repair(s, size);
	check_clusters(s, size);
	check_visible(s, size, false);
	check_visible(s, size, true);
	check_normalise(s, size);
	check_kinds(data, size);
	assert(utf8_words(s, size) <= size);
	if (utf8_valid(s, size, NULL) && memchr(s, '\0', size) == NULL)
		check_against_library(s, size);
	return 0;
}
