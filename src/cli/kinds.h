/* SPDX-License-Identifier: MIT */
/* The kinds of rows as the user names them. */
#ifndef CLI_KINDS_H
#define CLI_KINDS_H

#include "base/err.h"
#include "io/kind.h"

/* The kind of that name; NULL leaves `*kind` as it is.  An unknown one fails,
 * naming those that are. */
int kinds_parse(const char *name, const struct kind **kind, struct err *err);

/* Prints what there is, for `--help`. */
void kinds_help(void);

#endif
