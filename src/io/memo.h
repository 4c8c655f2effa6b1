/* SPDX-License-Identifier: MIT */
/* Names that were looked up, and what was found: a bank has some hundreds at
 * most, in many rows. */
#ifndef IO_MEMO_H
#define IO_MEMO_H

#include "store/reference.h"

enum { MEMO_SETS = 256, MEMO_WAYS = 4 };
struct memo {
	struct memo_set {
		struct memo_entry {
			char *given;     /* owned; NULL: free */
			const char *key; /* NULL: there is none */
		} entries[MEMO_WAYS];
		unsigned next; /* to be given up for another name */
	} sets[MEMO_SETS];
};

/* As names_find(). */
const char *
memo_find(struct memo *memo, const struct names *names, const char *given);
void memo_release(struct memo *memo);

#endif
