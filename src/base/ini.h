/* SPDX-License-Identifier: MIT */
/*
 * The configuration file: `key = value` lines, `[section]` headings that
 * prefix the key ("section.key"), `#` and `;` comment lines.
 */
#ifndef BASE_INI_H
#define BASE_INI_H

#include <stddef.h>

#include "base/err.h"

typedef int ini_fn(
    void *arg, const char *key, const char *value, int line, struct err *err);

/* Calls `entry` for each setting, in order.  A line that is neither is
 * refused with its number.  `name` is the file's name for messages. */
int ini_read(const char *name, const char *bytes, size_t n, ini_fn *entry,
    void *arg, struct err *err);

#endif
