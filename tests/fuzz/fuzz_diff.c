/* SPDX-License-Identifier: MIT */
/*
 * Any bytes, the part behind the first NUL compared with the part before it.
 * The runs tile both texts in order, never two of a kind; what is kept is the
 * same in both but for white space; a text has no difference from itself; no
 * run begins within a character.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unictype.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "core/diff.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void
require(int holds)
{
	if (!holds)
		abort();
}

/* The next byte that is no white space, `n` at the end. */
static size_t
next_ink(const char *s, size_t n, size_t at)
{
	uint32_t cp;

	while (at < n) {
		size_t bytes = utf8_decode(s + at, n - at, &cp);

		if (!uc_is_property_white_space(cp))
			break;
		at += bytes;
	}
	return at;
}

static void
require_same_ink(const char *a, size_t a_n, const char *b, size_t b_n)
{
	size_t i = next_ink(a, a_n, 0), j = next_ink(b, b_n, 0);

	while (i < a_n && j < b_n) {
		require(a[i] == b[j]);
		i = next_ink(a, a_n, i + 1);
		j = next_ink(b, b_n, j + 1);
	}
	require(i == a_n && j == b_n);
}

static void
require_whole(const char *s, size_t n, size_t at)
{
	if (at < n && utf8_valid(s, n, NULL))
		require(((unsigned char)s[at] & 0xC0) != 0x80);
}

static void
check(const char *a, size_t a_n, const char *b, size_t b_n)
{
	size_t old_at = 0, new_at = 0;
	struct diff diff;

	diff_words(&diff, a, a_n, b, b_n);
	for (size_t i = 0; i < diff.n; i++) {
		const struct diff_run *run = &diff.runs[i];

		require(run->old_at == old_at && run->new_at == new_at);
		require(run->old_n + run->new_n > 0);
		require(i == 0 || run->kind != run[-1].kind);
		require(run->kind != DIFF_REMOVED || run->new_n == 0);
		require(run->kind != DIFF_ADDED || run->old_n == 0);
		require_whole(a, a_n, old_at);
		require_whole(b, b_n, new_at);
		if (run->kind == DIFF_KEPT)
			require_same_ink(
			    a + old_at, run->old_n, b + new_at, run->new_n);
		old_at += run->old_n;
		new_at += run->new_n;
	}
	require(old_at == a_n && new_at == b_n);
	require((diff.edits == 0) ==
		(diff.n == 0 || (diff.n == 1 && diff.runs->kind == DIFF_KEPT)));
	diff_release(&diff);
}

static void
check_itself(const char *s, size_t n)
{
	struct diff diff;

	diff_words(&diff, s, n, s, n);
	require(diff.edits == 0 && diff.n == (n > 0));
	diff_release(&diff);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	const uint8_t *nul = n > 0 ? memchr(data, '\0', n) : NULL;
	size_t a_n = nul != NULL ? (size_t)(nul - data) : n / 2;
	size_t from = nul != NULL ? a_n + 1 : a_n, b_n = n - from;
	/* copies as long as the texts: what reads past them is seen */
	char *a = mem_new(a_n > 0 ? a_n : 1), *b = mem_new(b_n > 0 ? b_n : 1);

	memcpy(a, data, a_n);
	memcpy(b, data + from, b_n);
	check(a, a_n, b, b_n);
	check(b, b_n, a, a_n);
	check_itself(a, a_n);
	free(a);
	free(b);
	return 0;
}
