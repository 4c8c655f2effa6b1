/* SPDX-License-Identifier: MIT */
/* What a text that is no UTF-8 may be instead. */
#ifndef BASE_ENCODING_H
#define BASE_ENCODING_H

#include <stddef.h>

enum { ENCODING_REASON = 256 };

/* One sentence: the byte at `at` of the `n` bytes, `offset` in its file, is
 * not UTF-8, and what --encoding would make of it. */
void encoding_explain(char reason[ENCODING_REASON], const char *bytes, size_t n,
    size_t at, size_t offset);

#endif
