/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "unit.h"

#include "base/date.h"

static const int64_t morning_s = 1795167000; /* 2026-11-20T09:30:00Z */

static int64_t
parsed(const char *text)
{
	int64_t at_s = INT64_MIN;

	assert_true(date_parse_utc(text, &at_s));
	return at_s;
}

static void
times_are_written_in_three_forms(void **state)
{
	char text[DATE_SIZE];

	(void)state;
	date_utc(text, morning_s);
	assert_string_equal(text, "2026-11-20T09:30:00Z");
	date_compact(text, morning_s);
	assert_string_equal(text, "20261120T093000Z");
	date_local(text, morning_s, 60);
	assert_string_equal(text, "2026-11-20 10:30");
	date_local(text, morning_s, -10 * 60);
	assert_string_equal(text, "2026-11-19 23:30");
}

static void
a_number_that_is_no_time_is_shown_as_such(void **state)
{
	char text[DATE_SIZE];

	(void)state;
	date_utc(text, INT64_MAX);
	assert_string_equal(text, "?");
	date_compact(text, INT64_MIN);
	assert_string_equal(text, "?");
	date_local(text, INT64_MAX, 60);
	assert_string_equal(text, "?");
	date_utc(text, 253402300799);
	assert_string_equal(text, "9999-12-31T23:59:59Z");
}

static void
what_is_written_is_read_back(void **state)
{
	/* About every 100 days and 7 seconds from 1583 to 9985. */
	const int64_t step_s = 100 * 86400 + 7;
	char text[DATE_SIZE];

	(void)state;
	for (int64_t at_s = -12200000000; at_s < 253000000000; at_s += step_s) {
		date_utc(text, at_s);
		assert_true(parsed(text) == at_s);
	}
}

/* The last second of every day of 400 years, after which they repeat. */
static void
every_day_is_the_one_of_the_c_library(void **state)
{
	const time_t day_s = 86400;
	char text[DATE_SIZE], expected[DATE_SIZE];
	struct tm tm;

	(void)state;
	for (time_t i = -100000; i < 46098; i++) {
		time_t at = i * day_s - 1;

		gmtime_r(&at, &tm);
		strftime(expected, sizeof(expected), "%Y-%m-%dT%TZ", &tm);
		date_utc(text, at);
		assert_string_equal(text, expected);
	}
}

static void
fractions_and_offsets_are_taken(void **state)
{
	(void)state;
	assert_true(parsed("2026-11-20T09:30:00.987Z") == morning_s);
	assert_true(parsed("2026-11-20T17:30:00+08:00") == morning_s);
	assert_true(parsed("2026-11-20T06:00:00.5-03:30") == morning_s);
	assert_true(parsed("1970-01-01T00:00:00Z") == 0);
	assert_true(parsed("2024-02-29T00:00:00Z") == 1709164800);
}

static void
what_is_no_time_is_refused(void **state)
{
	static const char *const texts[] = {
	    "",
	    "2026-11-20",
	    "2026-11-20T09:30:00",
	    "2026-11-20T09:30Z",
	    "2026-11-20 09:30:00Z",
	    "2026-11-20T09:30:00.Z",
	    "2026-11-20T09:30:00Zx",
	    "2026-11-20T09:30:00+8:00",
	    "2026-11-20T09:30:00+08:",
	    "2026-11-20T24:00:00Z",
	    "2026-11-20T09:60:00Z",
	    "2026-11-20T09:30:60Z",
	    "2026-13-01T00:00:00Z",
	    "2026-00-01T00:00:00Z",
	    "2026-11-31T00:00:00Z",
	    "2026-02-29T00:00:00Z",
	    "2100-02-29T00:00:00Z",
	    "2026-11-00T00:00:00Z",
	    "0026-11-20T00:00:00Z",
	    "-026-11-20T00:00:00Z",
	};
	int64_t at_s = 7;

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		assert_false(date_parse_utc(texts[i], &at_s));
	assert_int_equal(at_s, 7);
}

static void
assert_day(const char *zone, const char *day, bool end, const char *utc)
{
	char text[DATE_SIZE];
	int64_t at_s;

	setenv("TZ", zone, 1);
	assert_true(date_parse_day(day, end, &at_s));
	date_utc(text, at_s);
	assert_string_equal(text, utc);
}

static void
a_day_begins_at_local_midnight(void **state)
{
	(void)state;
	assert_day("UTC0", "2026-11-20", false, "2026-11-20T00:00:00Z");
	assert_day("SGT-8", "2026-11-20", false, "2026-11-19T16:00:00Z");
	assert_day("EST5", "2026-11-20", false, "2026-11-20T05:00:00Z");
	assert_day("UTC0", "1970-01-01", false, "1970-01-01T00:00:00Z");
}

static void
its_end_is_where_the_next_day_begins(void **state)
{
	const char *berlin = "CET-1CEST,M3.5.0,M10.5.0/3";

	(void)state;
	assert_day("SGT-8", "2026-11-20", true, "2026-11-20T16:00:00Z");
	assert_day("UTC0", "2026-12-31", true, "2027-01-01T00:00:00Z");
	/* A day of 23 hours, a day of 25 hours. */
	assert_day(berlin, "2026-03-29", false, "2026-03-28T23:00:00Z");
	assert_day(berlin, "2026-03-29", true, "2026-03-29T22:00:00Z");
	assert_day(berlin, "2026-10-25", false, "2026-10-24T22:00:00Z");
	assert_day(berlin, "2026-10-25", true, "2026-10-25T23:00:00Z");
}

static void
a_day_may_begin_at_another_hour(void **state)
{
	/* Forward at 0:00, so that there is no midnight; back at 1:00, so that
	 * there are two. */
	const char *zone = "AAT4AAS,M10.3.0/0,M3.3.0/1";

	(void)state;
	assert_day(zone, "2026-10-18", false, "2026-10-18T04:00:00Z");
	assert_day(zone, "2026-03-15", false, "2026-03-15T03:00:00Z");
	assert_day(zone, "2026-03-15", true, "2026-03-16T04:00:00Z");
}

static void
a_full_time_is_taken_as_itself(void **state)
{
	(void)state;
	assert_day(
	    "SGT-8", "2026-11-20T09:30:00Z", false, "2026-11-20T09:30:00Z");
	assert_day(
	    "SGT-8", "2026-11-20T09:30:00Z", true, "2026-11-20T09:30:00Z");
}

static void
what_is_no_day_is_refused(void **state)
{
	static const char *const texts[] = {"", "today", "2026-11", "20261120",
	    "2026-11-20x", "2026-02-30", "2026-11-20T09"};
	int64_t at_s;

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		assert_false(date_parse_day(texts[i], false, &at_s));
		assert_false(date_parse_day_number(texts[i], &at_s));
	}
}

static void
a_day_has_a_number(void **state)
{
	char text[DATE_SIZE];
	int64_t day;

	(void)state;
	setenv("TZ", "SGT-8", 1);
	assert_true(date_parse_day_number("1970-01-02", &day));
	assert_int_equal(day, 1);
	assert_true(date_parse_day_number("2026-11-20", &day));
	assert_int_equal(day, 20777);
	date_day(text, day);
	assert_string_equal(text, "2026-11-20");
	assert_false(date_parse_day_number("2026-11-20T09:30:00Z", &day));
}

static void
clocks_show_hours_only_where_there_are_some(void **state)
{
	static const struct {
		int64_t seconds;
		const char *text;
	} clocks[] = {
	    {0, "0:00"},
	    {9, "0:09"},
	    {90, "1:30"},
	    {3599, "59:59"},
	    {3600, "1:00:00"},
	    {36061, "10:01:01"},
	    {-5, "-0:05"},
	    {-3661, "-1:01:01"},
	    {INT64_MIN, "-2562047788015215:30:08"},
	};
	char text[DATE_SIZE];

	(void)state;
	for (size_t i = 0; i < sizeof(clocks) / sizeof(clocks[0]); i++) {
		date_clock(text, clocks[i].seconds);
		assert_string_equal(text, clocks[i].text);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(times_are_written_in_three_forms),
	    cmocka_unit_test(a_number_that_is_no_time_is_shown_as_such),
	    cmocka_unit_test(what_is_written_is_read_back),
	    cmocka_unit_test(every_day_is_the_one_of_the_c_library),
	    cmocka_unit_test(fractions_and_offsets_are_taken),
	    cmocka_unit_test(what_is_no_time_is_refused),
	    cmocka_unit_test(a_day_begins_at_local_midnight),
	    cmocka_unit_test(its_end_is_where_the_next_day_begins),
	    cmocka_unit_test(a_day_may_begin_at_another_hour),
	    cmocka_unit_test(a_full_time_is_taken_as_itself),
	    cmocka_unit_test(what_is_no_day_is_refused),
	    cmocka_unit_test(a_day_has_a_number),
	    cmocka_unit_test(clocks_show_hours_only_where_there_are_some),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("date", tests, NULL, NULL);
}
