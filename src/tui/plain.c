/* SPDX-License-Identifier: MIT */
#include "tui/plain.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { DEL = 0x7f, STRIDE = sizeof(uint64_t) };

/*
 * Eight bytes at a stride.  Above the high bits, which ASCII has not, a byte
 * less ' ' borrows where it is a control, and DEL plus 1 carries.
 */
static bool
are_eight_plain(const char *s)
{
	const uint64_t ones = 0x0101010101010101, high_bits = 0x80 * ones;
	uint64_t bytes;

	memcpy(&bytes, s, sizeof(bytes));
	return ((bytes | (bytes - ' ' * ones) | (bytes + ones)) & high_bits) ==
	       0;
}

/* True where the code point at `s` may join the one before it.  No mark is
 * below U+0300, nor among U+2010 to U+2027, the dashes, quotes and dots. */
static bool
may_join(const char *s, size_t n)
{
	const unsigned char *u = (const unsigned char *)s;

	if (u[0] < 0xcc)
		return false;
	return n < 3 || u[0] != 0xe2 || u[1] != 0x80 || u[2] < 0x90 ||
	       u[2] > 0xa7;
}

size_t
plain_run(const char *s, size_t n, size_t most)
{
	size_t end = n < most ? n : most, run = 0;

	while (end - run >= STRIDE && are_eight_plain(s + run))
		run += STRIDE;
	/* The last stride may go back over a part of the one before. */
	if (run > 0 && end - run < STRIDE && are_eight_plain(s + end - STRIDE))
		run = end;
	while (run < end && s[run] >= ' ' && s[run] < DEL)
		run++;
	if (run > 0 && run < n && may_join(s + run, n - run))
		run--;
	return run;
}
