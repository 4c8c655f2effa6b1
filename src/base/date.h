/* SPDX-License-Identifier: MIT */
/*
 * Dates as text.  Times in files are UTC, `2026-11-20T09:30:00Z`; what people
 * read is local, `2026-11-20 10:30`.  Outside the years 1000 to 9999 there are
 * no times: such a number is written as `?`.
 */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { DATE_SIZE = 32 }; /* enough for every text made here */

/* `2026-11-20T09:30:00Z` of seconds since 1970. */
void date_utc(char out[DATE_SIZE], int64_t at_s);

/* `20261120T093000Z`, for file names. */
void date_compact(char out[DATE_SIZE], int64_t at_s);

/* `2026-11-20 10:30`, shifted by the offset that was in force then. */
void date_local(char out[DATE_SIZE], int64_t at_s, int utc_offset_min);

/* Reads what date_utc() writes (fractions of a second are cut off; an
 * offset such as +08:00 is taken).  False where it is no such time. */
bool date_parse_utc(const char *text, int64_t *at_s);

/*
 * Reads `2026-11-20` as the first second of that local day, or of the day
 * after it when `end`; a full time as that second.  False where it is neither.
 */
bool date_parse_day(const char *text, bool end, int64_t *at_s);

/* `2026-11-20` of a number of days since 1970. */
void date_day(char out[DATE_SIZE], int64_t day);

/* Reads `2026-11-20` as a number of days since 1970.  False where it is no day,
 * or also has a time. */
bool date_parse_day_number(const char *text, int64_t *day);

/* A clock: M:SS, from an hour H:MM:SS; negative times get a `-`. */
void date_clock(char out[DATE_SIZE], int64_t seconds);

#endif
