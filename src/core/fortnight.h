/* SPDX-License-Identifier: MIT */
/*
 * Is it better than two weeks ago, or is that noise?  The last 14 days against
 * the 14 before them, judged by core/contrast.h.  Pure.
 */
#ifndef CORE_FORTNIGHT_H
#define CORE_FORTNIGHT_H

#include <stdint.h>

#include "base/str.h"
#include "core/contrast.h"

enum {
	FORTNIGHT_DAYS = 14,
	FORTNIGHT_TEXT = 160, /* of its sentence */
};

/* Starts with `now_s` alone, in seconds since 1970. */
struct fortnight {
	int64_t now_s;
	struct sample before, now;
};

/* Counts the value on the side that its time falls on, if on any. */
void fortnight_add(struct fortnight *fortnight, int64_t at_s, double value);

/* `least` values are needed of each side. */
struct contrast
fortnight_contrast(const struct fortnight *fortnight, int least);

/* `better`, `worse`, `no clear change`, `too few to tell`. */
const char *fortnight_word(enum contrast_verdict verdict);

/* `Last 14 days: better. 3.73 (n 7), before 3.44 (n 6); +0.10 to +0.48`: the
 * means, how many values each is of, and the interval of the difference; with
 * too few, how many it takes. */
void fortnight_text(
    const struct fortnight *fortnight, int least, char out[FORTNIGHT_TEXT]);

/* The same in fewer cells: `14 days: better, +0.29 (n 7/6)`. */
void fortnight_brief(
    const struct fortnight *fortnight, int least, char out[FORTNIGHT_TEXT]);

/* One of several that are told together: a round, a signal. */
struct fortnight_part {
	const char *name; /* borrowed */
	struct fortnight fortnight;
};

/*
 * Appends `worse Strategy -0.50; better Estimation +0.42; 3 unclear, 4 too
 * few`, the largest changes first; nothing of parts without a value in these
 * days.  Returns what matters most: lower, then higher, noise, too few.
 */
enum contrast_verdict fortnight_parts(
    const struct fortnight_part *parts, int n, int least, struct str *out);

/* Those of one kind. */
struct fortnight_group {
	const struct fortnight_part *parts;
	int n; /* 0: nothing is to be said of that kind */
};

/*
 * Appends what it takes where none of them tells: `By round and signal too
 * early to tell: 2 more sessions of Strategy will tell`, of the one that lacks
 * the fewest among those whose days before had enough.
 */
void fortnight_early(const struct fortnight_group *rounds,
    const struct fortnight_group *signals, int least, struct str *out);

#endif
