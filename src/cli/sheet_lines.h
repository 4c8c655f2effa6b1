/* SPDX-License-Identifier: MIT */
/* A rating sheet, asked for line by line. */
#ifndef CLI_SHEET_LINES_H
#define CLI_SHEET_LINES_H

#include "cli/lines.h"
#include "core/sheet.h"

/*
 * Shows each signal with its anchors and asks for its rating: a digit, and
 * behind a 4 or 5 the words that earn it where the candidate has some,
 * `4 cut churn by 12 %`.  False at the end of input.
 */
bool sheet_lines_rate(
    struct lines *lines, const struct rubric *rubric, struct sheet *sheet);

/* Asks for the measured result where the rubric needs it.  Enter takes the
 * answer that a figure in the text suggests; NULL: none was found. */
bool sheet_lines_metric(struct lines *lines, const struct rubric *rubric,
    struct sheet *sheet, const char *figure);

#endif
