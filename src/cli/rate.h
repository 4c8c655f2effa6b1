/* SPDX-License-Identifier: MIT */
/* Rating in lines: signals on standard output, digits from standard input. */
#ifndef CLI_RATE_H
#define CLI_RATE_H

#include "cli/lines.h"
#include "store/subject.h"

/* Rates the whole of it, keeps that, and shows what was hidden beside it.  At
 * the end of input before that nothing is kept: -1 with `err`. */
int rate_plain(struct store *store, const struct subject *subject,
    struct lines *lines, struct err *err);

#endif
