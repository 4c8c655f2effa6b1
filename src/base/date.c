/* SPDX-License-Identifier: MIT */
#include "base/date.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

enum {
	MINUTE_S = 60,
	HOUR_S = 3600,
	DAY_S = 86400,
	FIRST_YEAR = 1000,
	TM_FIRST_YEAR = 1900,
	DAYS_BEFORE_1970 = 719162, /* since the first of January, year 1 */
	YEAR_DAYS = 365,
	MONTH_DAYS = 31,
	DAYS_OF_400_YEARS = 146097,
};

/* 1000-01-01T00:00:00Z and 9999-12-31T23:59:59Z: the years of 4 digits. */
static const int64_t first_s = -30610224000;
static const int64_t last_s = 253402300799;

/* Shown for any other number that a database holds. */
static const char no_date[] = "?";

static bool
split(struct tm *tm, int64_t at_s, int shift_min)
{
	if (at_s < first_s || at_s > last_s)
		return false;
	time_t at = (time_t)(at_s + (int64_t)shift_min * MINUTE_S);

	return gmtime_r(&at, tm) != NULL;
}

/* `digits` of them, then that character. */
static char *
put_number(char *out, int number, int digits, char then)
{
	for (int i = digits; i-- > 0; number /= 10)
		out[i] = (char)('0' + number % 10);
	out[digits] = then;
	return out + digits + 1;
}

static bool
is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int
days_before_month(int year, int month)
{
	static const int days[] = {
	    0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};

	return days[month] + (month >= 2 && is_leap(year));
}

/* Since the first of January, year 1. */
static int64_t
days_before_year(int year)
{
	int64_t past = year - 1;

	return past * YEAR_DAYS + past / 4 - past / 100 + past / 400;
}

/* As split() without a shift, which asks the C library for zones: an export
 * writes millions of times. */
static bool
split_utc(struct tm *tm, int64_t at_s)
{
	int64_t since, days;
	int year, month, day, second;

	if (at_s < first_s || at_s > last_s)
		return false;
	since = at_s + (int64_t)DAYS_BEFORE_1970 * DAY_S;
	days = since / DAY_S;
	second = (int)(since % DAY_S);
	/* Right, or one too small. */
	year = (int)(days * 400 / DAYS_OF_400_YEARS) + 1;
	year += days >= days_before_year(year + 1);
	day = (int)(days - days_before_year(year));
	month = day / MONTH_DAYS;
	month += day >= days_before_month(year, month + 1);
	tm->tm_year = year - TM_FIRST_YEAR;
	tm->tm_mon = month;
	tm->tm_mday = day - days_before_month(year, month) + 1;
	tm->tm_hour = second / HOUR_S;
	tm->tm_min = second / MINUTE_S % MINUTE_S;
	tm->tm_sec = second % MINUTE_S;
	return true;
}

void
date_utc(char out[DATE_SIZE], int64_t at_s)
{
	struct tm tm;

	if (!split_utc(&tm, at_s)) {
		strcpy(out, no_date);
		return;
	}
	out = put_number(out, tm.tm_year + TM_FIRST_YEAR, 4, '-');
	out = put_number(out, tm.tm_mon + 1, 2, '-');
	out = put_number(out, tm.tm_mday, 2, 'T');
	out = put_number(out, tm.tm_hour, 2, ':');
	out = put_number(out, tm.tm_min, 2, ':');
	*put_number(out, tm.tm_sec, 2, 'Z') = '\0';
}

void
date_compact(char out[DATE_SIZE], int64_t at_s)
{
	struct tm tm;

	strcpy(out, no_date);
	if (split(&tm, at_s, 0))
		strftime(out, DATE_SIZE, "%Y%m%dT%H%M%SZ", &tm);
}

void
date_local(char out[DATE_SIZE], int64_t at_s, int utc_offset_min)
{
	struct tm tm;

	strcpy(out, no_date);
	if (split(&tm, at_s, utc_offset_min))
		strftime(out, DATE_SIZE, "%Y-%m-%d %H:%M", &tm);
}

/* Takes exactly `digits` digits at `*c` and, unless it is NUL, `then`. */
static bool
take_number(const char **c, int digits, char then, int *number)
{
	*number = 0;
	for (; digits > 0; digits--, (*c)++) {
		if (**c < '0' || **c > '9')
			return false;
		*number = *number * 10 + (**c - '0');
	}
	if (then == '\0')
		return true;
	return *(*c)++ == then;
}

/* `2026-11-20`; tm_mon and tm_year are filled as struct tm has them. */
static bool
take_date(const char **c, struct tm *tm)
{
	int year, month;

	if (!take_number(c, 4, '-', &year) || !take_number(c, 2, '-', &month) ||
	    !take_number(c, 2, '\0', &tm->tm_mday))
		return false;
	if (year < FIRST_YEAR || month < 1 || month > 12 || tm->tm_mday < 1)
		return false;
	tm->tm_year = year - 1900;
	tm->tm_mon = month - 1;
	return tm->tm_mday <= days_before_month(year, month) -
				  days_before_month(year, month - 1);
}

static bool
take_time(const char **c, struct tm *tm)
{
	return take_number(c, 2, ':', &tm->tm_hour) &&
	       take_number(c, 2, ':', &tm->tm_min) &&
	       take_number(c, 2, '\0', &tm->tm_sec) && tm->tm_hour < 24 &&
	       tm->tm_min < 60 && tm->tm_sec < 60;
}

/* `.123`, or nothing. */
static bool
skip_fraction(const char **c)
{
	if (**c != '.')
		return true;
	size_t digits = strspn(++*c, "0123456789");

	*c += digits;
	return digits > 0;
}

/* `Z`, `+08:00`. */
static bool
take_offset(const char **c, int *offset_s)
{
	int hours, minutes, sign = **c == '-' ? -1 : 1;

	*offset_s = 0;
	if (**c == 'Z') {
		++*c;
		return true;
	}
	if (*(*c)++ != (sign < 0 ? '-' : '+'))
		return false;
	if (!take_number(c, 2, ':', &hours) ||
	    !take_number(c, 2, '\0', &minutes) || hours > 23 || minutes > 59)
		return false;
	*offset_s = sign * (hours * HOUR_S + minutes * MINUTE_S);
	return true;
}

/* mktime() for UTC: timegm() is not in POSIX. */
static int64_t
utc_seconds(const struct tm *tm)
{
	int year = tm->tm_year + TM_FIRST_YEAR;
	int64_t days = days_before_year(year);

	days += days_before_month(year, tm->tm_mon) + tm->tm_mday - 1;
	days -= DAYS_BEFORE_1970;
	return days * DAY_S + tm->tm_hour * HOUR_S + tm->tm_min * MINUTE_S +
	       tm->tm_sec;
}

bool
date_parse_utc(const char *text, int64_t *at_s)
{
	struct tm tm = {0};
	int offset_s;

	if (!take_date(&text, &tm) || *text++ != 'T' || !take_time(&text, &tm))
		return false;
	if (!skip_fraction(&text) || !take_offset(&text, &offset_s) ||
	    *text != '\0')
		return false;
	*at_s = utc_seconds(&tm) - offset_s;
	return true;
}

static int
compare_days(const struct tm *a, const struct tm *b)
{
	if (a->tm_year != b->tm_year)
		return a->tm_year - b->tm_year;
	return a->tm_yday - b->tm_yday;
}

/*
 * The first second of the local day that holds `noon`.  A day need not begin
 * at 0:00: clocks are put forward or back at midnight too, and mktime() may
 * then answer with either side of the gap.
 */
static bool
day_start(const struct tm *noon, time_t noon_s, int64_t *at_s)
{
	int64_t before = noon_s - DAY_S, within = noon_s;

	while (within - before > 1) {
		time_t middle = (time_t)(before + (within - before) / 2);
		struct tm tm;

		if (localtime_r(&middle, &tm) == NULL)
			return false;
		if (compare_days(&tm, noon) < 0)
			before = middle;
		else
			within = middle;
	}
	*at_s = within;
	return true;
}

bool
date_parse_day(const char *text, bool end, int64_t *at_s)
{
	struct tm noon = {.tm_hour = 12, .tm_isdst = -1};
	const char *c = text;

	if (!take_date(&c, &noon))
		return false;
	if (*c != '\0')
		return date_parse_utc(text, at_s);
	if (end)
		noon.tm_mday++;
	time_t noon_s = mktime(&noon);

	return noon_s != (time_t)-1 && day_start(&noon, noon_s, at_s);
}

void
date_day(char out[DATE_SIZE], int64_t day)
{
	date_utc(out, day * DAY_S);
	out[strcspn(out, "T")] = '\0';
}

bool
date_parse_day_number(const char *text, int64_t *day)
{
	struct tm tm = {0};

	if (!take_date(&text, &tm) || *text != '\0')
		return false;
	*day = utc_seconds(&tm) / DAY_S;
	return true;
}

static char *
put_two_digits(char *to, uint64_t n)
{
	*to++ = (char)('0' + n / 10);
	*to++ = (char)('0' + n % 10);
	return to;
}

/* Drawn at every key, so without the cost of a format. */
void
date_clock(char out[DATE_SIZE], int64_t seconds)
{
	uint64_t s = seconds < 0 ? -(uint64_t)seconds : (uint64_t)seconds;
	uint64_t minutes = s / MINUTE_S % MINUTE_S;

	if (seconds < 0)
		*out++ = '-';
	if (s >= HOUR_S)
		out += snprintf(out, DATE_SIZE - 1, "%" PRIu64 ":", s / HOUR_S);
	if (s >= HOUR_S || minutes >= 10)
		out = put_two_digits(out, minutes);
	else
		*out++ = (char)('0' + minutes);
	*out++ = ':';
	*put_two_digits(out, s % MINUTE_S) = '\0';
}
