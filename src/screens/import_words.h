/* SPDX-License-Identifier: MIT */
/*
 * What an import is refused with names options of the command line; the screen
 * has rows for them.
 */
#ifndef SCREENS_IMPORT_WORDS_H
#define SCREENS_IMPORT_WORDS_H

#include "base/str.h"
#include "screens/import_form.h"

/* Appends the message, its options as the rows are called. */
void import_words(struct str *out, const char *message);

/* The row of the option that is named first; 0 where none is. */
int import_words_row(const struct import_look *look, const char *message);

#endif
