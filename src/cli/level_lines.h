/* SPDX-License-Identifier: MIT */
/* A session rated at its level, asked for line by line. */
#ifndef CLI_LEVEL_LINES_H
#define CLI_LEVEL_LINES_H

#include <stdbool.h>

#include "cli/lines.h"
#include "store/store.h"

/*
 * Rates it, where that is open, and keeps the ratings once all are given; the
 * end of input leaves it.  With `ask` only after a yes.
 */
int level_lines_rate(struct lines *lines, struct store *store,
    const char *session_id, bool ask, struct err *err);

#endif
