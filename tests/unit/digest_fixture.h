/* SPDX-License-Identifier: MIT */
/* A history that is rated in all ways: anew, by peers, cold, in part, not at
 * all. */
#ifndef UNIT_DIGEST_FIXTURE_H
#define UNIT_DIGEST_FIXTURE_H

#include "store_fixture.h"

enum {
	SESSIONS = 6,
	ANSWERS = 3, /* of each, to q-1, q-2 and q-3 */
	SIGNALS = 4,
	NOW_S = 1769000000,
};

/* The set-up of a test, which fixture_tear_down() takes down: sessions `s-1` to
 * `s-6`, a day apart from 2026-01-01 on, with answers `a-11` to `a-63`; those
 * of the last one were skipped. */
int digest_set_up(void **state);

#endif
