/* SPDX-License-Identifier: MIT */
#include "base/clock.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

/* POSIX leaves open whether CLOCK_MONOTONIC counts while the system sleeps;
 * on Linux only CLOCK_BOOTTIME does. */
#ifdef CLOCK_BOOTTIME
#define SINCE_BOOT CLOCK_BOOTTIME
#else
#define SINCE_BOOT CLOCK_MONOTONIC
#endif

static int64_t
read_ms(clockid_t clock)
{
	struct timespec at = {0};

	clock_gettime(clock, &at);
	return (int64_t)at.tv_sec * 1000 + at.tv_nsec / 1000000;
}

struct instant
clock_now(void)
{
	return (struct instant){
	    .mono_ms = read_ms(SINCE_BOOT),
	    .wall_ms = read_ms(CLOCK_REALTIME),
	};
}

/* Read once: it can't change while the program runs. */
const char *
clock_boot_id(void)
{
	static char id[64];
	static int tried;

	if (tried)
		return id;
	tried = 1;
	FILE *from = fopen("/proc/sys/kernel/random/boot_id", "r");

	if (from == NULL)
		return id;
	if (fgets(id, sizeof(id), from) == NULL)
		id[0] = '\0';
	fclose(from);
	id[strcspn(id, "\n")] = '\0';
	return id;
}

int
clock_utc_offset_min(int64_t wall_s)
{
	time_t at = (time_t)wall_s;
	struct tm utc, local;

	tzset();
	if (gmtime_r(&at, &utc) == NULL || localtime_r(&at, &local) == NULL)
		return 0;
	int days = local.tm_yday - utc.tm_yday;

	/* Over New Year the days of the year don't tell which is later. */
	if (local.tm_year != utc.tm_year)
		days = local.tm_year > utc.tm_year ? 1 : -1;
	return (days * 24 + local.tm_hour - utc.tm_hour) * 60 + local.tm_min -
	       utc.tm_min;
}
