/* SPDX-License-Identifier: MIT */
/* What an import did, for people and as JSON. */
#ifndef CLI_IMPORT_SHOW_H
#define CLI_IMPORT_SHOW_H

#include "base/err.h"
#include "io/import.h"

/* One JSON object on standard output; `error` is NULL when all went well. */
void import_show_json(const struct import_options *options,
    const struct import_report *report, const char *error);

/* Problems on standard error, and where it went well the counts on standard
 * output. */
void import_show_lines(const struct import_options *options,
    const struct import_report *report, int result, const struct err *err);

#endif
