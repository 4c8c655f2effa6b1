/* SPDX-License-Identifier: MIT */
/* Where in a session a search has found something. */
#ifndef SCREENS_SESSION_HIT_H
#define SCREENS_SESSION_HIT_H

#include "base/str.h"
#include "store/history.h"

struct session_hit {
	int answer;   /* that holds the most of the words; -1: none does */
	bool in_note; /* the note holds as much, or more */
};

/* `note` and `search` may be "": then nothing is found. */
struct session_hit session_hit_find(
    const struct answer_row *rows, int n, const char *note, const char *search);

/* `found in the note and answer 2, its text`; nothing where there is no
 * hit. */
void session_hit_tell(const struct session_hit *hit,
    const struct answer_row *rows, const char *search, struct str *out);

#endif
