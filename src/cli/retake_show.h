/* SPDX-License-Identifier: MIT */
#ifndef CLI_RETAKE_SHOW_H
#define CLI_RETAKE_SHOW_H

#include "store/history.h"

/* Prints what changed since the attempt before; nothing for a first attempt
 * or a skipped one. */
int show_retake(struct store *store, const struct answer_row *now, bool private,
    struct err *err);

#endif
