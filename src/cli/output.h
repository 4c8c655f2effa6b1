/* SPDX-License-Identifier: MIT */
/* Standard output: whether it went well, and text that is fit for it. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include <stdbool.h>

#include "base/err.h"

/* Flushes standard output; fails where something was not written.  A reader
 * that went away, as `head` does, has what it wanted: no failure. */
int output_finish(struct err *err);

/* True when whoever read standard output is gone. */
bool output_reader_gone(void);

/* Prints text that can do nothing to a terminal, on one line. */
void output_text(const char *text);

/* The same, and ends the line; a terminal gets none that is broken within a
 * word, also where a short number stands in front. */
void output_sentence(const char *text);

/* The same, but the text keeps its lines; a terminal gets none that is broken
 * within a word. */
void output_lines(const char *text);

#endif
