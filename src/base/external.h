/* SPDX-License-Identifier: MIT */
/* Programs of the user's, started by fork and execvp, never through a shell. */
#ifndef BASE_EXTERNAL_H
#define BASE_EXTERNAL_H

#include <stddef.h>

#include "base/err.h"
#include "base/str.h"

/*
 * Lets the user edit a text in $VISUAL, else $EDITOR, else vi, in a private
 * temporary file that is removed afterwards.  The terminal must be the
 * program's own while it runs.  Returns what the file then holds, repaired to
 * valid UTF-8; fails when the program can't be started or ends with an error,
 * the text being unchanged then.
 */
int
external_edit(const char *text, size_t n, struct str *edited, struct err *err);

#endif
