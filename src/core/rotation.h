/* SPDX-License-Identifier: MIT */
/*
 * Which of many backups are kept: the newest few, then one a day, then one a
 * week.  A day or a week of which one is kept already counts for nothing.
 */
#ifndef CORE_ROTATION_H
#define CORE_ROTATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	ROTATION_RECENT = 5,
	ROTATION_DAYS = 7,
	ROTATION_WEEKS = 8,
};

/* `at_s` are seconds since 1970, the newest first; sets `keep` of each. */
void rotation_mark(const int64_t *at_s, size_t n, bool *keep);

#endif
