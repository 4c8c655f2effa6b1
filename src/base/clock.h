/* SPDX-License-Identifier: MIT */
/*
 * The clock.  Only main and the event loop read it; everything below gets
 * the instant as an argument.
 */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdint.h>

struct instant {
	int64_t mono_ms; /* since boot, system sleep included; never jumps */
	int64_t wall_ms; /* since 1970 UTC; jumps when the clock is set */
};

struct instant clock_now(void);

/*
 * Names the present boot, so that a mono_ms kept in a file can be told from
 * one of another boot.  Borrowed; "" where the system does not say.
 */
const char *clock_boot_id(void);

/* Minutes east of UTC of local time at `wall_s` seconds since 1970. */
int clock_utc_offset_min(int64_t wall_s);

#endif
