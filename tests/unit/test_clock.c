/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "unit.h"

#include "base/clock.h"

static const int64_t winter_s = 1768478400; /* 2026-01-15 12:00 UTC */
static const int64_t summer_s = 1784116800; /* 2026-07-15 12:00 UTC */

static int
offset_in(const char *zone, int64_t wall_s)
{
	setenv("TZ", zone, 1);
	return clock_utc_offset_min(wall_s);
}

static void
monotonic_time_never_goes_back(void **state)
{
	struct instant last = clock_now();

	(void)state;
	for (int i = 0; i < 1000; i++) {
		struct instant now = clock_now();

		assert_true(now.mono_ms >= last.mono_ms);
		last = now;
	}
}

static void
both_clocks_count_milliseconds(void **state)
{
	const struct timespec pause = {.tv_nsec = 20 * 1000 * 1000};
	struct instant before = clock_now();

	(void)state;
	nanosleep(&pause, NULL);
	struct instant after = clock_now();

	assert_in_range(after.mono_ms - before.mono_ms, 19, 5000);
	assert_in_range(before.wall_ms / 1000, time(NULL) - 5, time(NULL));
}

static void
the_boot_has_one_name(void **state)
{
	const char *id = clock_boot_id();

	(void)state;
	assert_null(strchr(id, '\n'));
	assert_string_equal(id, clock_boot_id());
}

static void
offsets_are_those_in_force_then(void **state)
{
	(void)state;
	assert_int_equal(offset_in("CET-1CEST,M3.5.0,M10.5.0/3", winter_s), 60);
	assert_int_equal(
	    offset_in("CET-1CEST,M3.5.0,M10.5.0/3", summer_s), 120);
	assert_int_equal(offset_in("NST3:30", winter_s), -210);
	assert_int_equal(offset_in("IST-5:30", winter_s), 330);
	assert_int_equal(offset_in("UTC0", winter_s), 0);
}

static void
offsets_are_right_over_new_year(void **state)
{
	const int64_t just_before_2026 = 1767225599;

	(void)state;
	assert_int_equal(offset_in("AAA-14", just_before_2026), 14 * 60);
	assert_int_equal(offset_in("BBB12", just_before_2026 + 1), -12 * 60);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(monotonic_time_never_goes_back),
	    cmocka_unit_test(both_clocks_count_milliseconds),
	    cmocka_unit_test(the_boot_has_one_name),
	    cmocka_unit_test(offsets_are_those_in_force_then),
	    cmocka_unit_test(offsets_are_right_over_new_year),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("clock", tests, NULL, NULL);
}
