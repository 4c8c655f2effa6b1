/* SPDX-License-Identifier: MIT */
#include "tui/ascii.h"

#include <stddef.h>

enum { FIRST_OUTSIDE = 0x80 };

/* Runs of code points that read alike, in order. */
static const struct {
	uint32_t first, last;
	char ascii;
} likenesses[] = {
    {0x00a0, 0x00a0, ' '},                        /* no-break space */
    {0x00ab, 0x00ab, '<'},                        /* guillemets */
    {0x00b7, 0x00b7, '.'},                        /* middle dot */
    {0x00bb, 0x00bb, '>'}, {0x00d7, 0x00d7, 'x'}, /* times */
    {0x2000, 0x200a, ' '},                        /* spaces of all widths */
    {0x2010, 0x2015, '-'},                        /* hyphens and dashes */
    {0x2018, 0x201b, '\''},                       /* single quotes */
    {0x201c, 0x201f, '"'},                        /* double quotes */
    {0x2022, 0x2023, '*'},                        /* bullets */
    {0x2024, 0x2026, '.'},                        /* leaders, ellipsis */
    {0x2039, 0x2039, '<'}, {0x203a, 0x203a, '>'},
    {0x2190, 0x2190, '<'}, /* arrows */
    {0x2191, 0x2191, '^'}, {0x2192, 0x2192, '>'}, {0x2193, 0x2193, 'v'},
    {0x2212, 0x2212, '-'},                        /* minus */
    {0x2264, 0x2264, '<'},                        /* at most, at least */
    {0x2265, 0x2265, '>'}, {0x2500, 0x2501, '-'}, /* box lines */
    {0x2502, 0x2503, '|'}, {0x2504, 0x2505, '-'}, {0x2506, 0x2507, '|'},
    {0x2508, 0x2509, '-'}, {0x250a, 0x250b, '|'}, {0x250c, 0x254b, '+'},
    {0x2550, 0x2550, '='}, {0x2551, 0x2551, '|'}, {0x2552, 0x2570, '+'},
    {0x2580, 0x259f, '#'}, /* blocks and shades */
    {0x25a0, 0x25ff, '*'}, /* geometric marks */
};

char
ascii_for(uint32_t code_point)
{
	size_t n = sizeof(likenesses) / sizeof(likenesses[0]);

	if (code_point < FIRST_OUTSIDE)
		return (char)code_point;
	for (size_t i = 0; i < n; i++)
		if (code_point <= likenesses[i].last)
			return code_point >= likenesses[i].first
				   ? likenesses[i].ascii
				   : '?';
	return '?';
}
