/* SPDX-License-Identifier: MIT */
/* Names that were looked up, and what was found: a bank has few of them, in
 * many rows. */
#ifndef IO_MEMO_H
#define IO_MEMO_H

#include "store/reference.h"

enum { MEMO_SIZE = 64 };
struct memo {
	struct memo_entry {
		char *given;     /* owned; NULL: free */
		const char *key; /* NULL: there is none */
	} entries[MEMO_SIZE];
};

/* As names_find(). */
const char *
memo_find(struct memo *memo, const struct names *names, const char *given);
void memo_release(struct memo *memo);

#endif
