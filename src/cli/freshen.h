/* SPDX-License-Identifier: MIT */
/* What is stale (store/fresh.h) is judged anew before a command tells of it;
 * of a long history that takes a second or two, and is said. */
#ifndef CLI_FRESHEN_H
#define CLI_FRESHEN_H

#include <stdbool.h>

#include "store/store.h"

/* 0, or -1 with `err`.  A signal ends it, and then the program; what was judged
 * by then is kept.  `in_lines`: it is said once, in a sentence. */
int freshen_all(struct store *store, bool in_lines, struct err *err);

#endif
