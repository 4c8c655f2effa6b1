/* SPDX-License-Identifier: MIT */
/* Files that people take for CSV, and that are something else. */
#ifndef BASE_CSV_FOREIGN_H
#define BASE_CSV_FOREIGN_H

#include <stddef.h>

/* What the file is that begins with these bytes, and what would do; NULL where
 * it may be CSV. */
const char *csv_foreign(const char *bytes, size_t n);

/* Why the NUL byte at `at` refuses the file that begins with these bytes: in
 * UTF-16 of mostly ASCII there are many, and the first tells its order. */
const char *csv_foreign_nul(const char *bytes, size_t n, size_t at);

#endif
