/* SPDX-License-Identifier: MIT */
/* Most text is ASCII, and for that the rules of Unicode can be passed over. */
#ifndef TUI_PLAIN_H
#define TUI_PLAIN_H

#include <stddef.h>

/*
 * Bytes at the start of `s`, at most `most`, that are printable ASCII and a
 * cluster of one cell each: a last one that a mark may join is left out.
 */
size_t plain_run(const char *s, size_t n, size_t most);

#endif
