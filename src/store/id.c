/* SPDX-License-Identifier: MIT */
#include <sqlite3.h>
#include <stdio.h>

#include "store/store.h"

/* RFC 9562, section 5.7: 48 bits of milliseconds, version 7, variant 10, the
 * rest random. */
void
store_new_id(char out[37], int64_t wall_ms)
{
	unsigned char b[16];

	sqlite3_randomness(sizeof(b), b);
	for (int i = 0; i < 6; i++)
		b[i] = (unsigned char)(wall_ms >> (40 - 8 * i));
	b[6] = (unsigned char)(0x70 | (b[6] & 0x0f));
	b[8] = (unsigned char)(0x80 | (b[8] & 0x3f));
	snprintf(out, 37,
	    "%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-"
	    "%02x%02x%02x%02x%02x%02x",
	    b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10],
	    b[11], b[12], b[13], b[14], b[15]);
}
