/* SPDX-License-Identifier: MIT */
/* How fast an answer was given, where its text can say so.  Pure. */
#ifndef CORE_PACE_H
#define CORE_PACE_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Words a minute, or 0 where there is no telling: in under ten seconds, as
 * after a paste, and of a spoken answer whose text is so short for its time
 * that it is notes and no transcript.  `seconds` 0: not known.
 */
double pace(size_t words, double seconds, bool spoken);

/* True where a spoken answer's words are notes by that rule. */
bool pace_is_of_notes(size_t words, double seconds, bool spoken);

#endif
