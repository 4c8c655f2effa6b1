/* SPDX-License-Identifier: MIT */
/*
 * UTF-8 by grapheme cluster (UAX #29, by libunistring).  A cluster is what a
 * reader takes for one character; it is the unit of motion, deletion and
 * drawing.  Positions and lengths are bytes.  Widths are terminal cells, the
 * sum of wcwidth() over a cluster, because that is how ncurses counts.
 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/* True when the bytes are valid UTF-8; else `*bad` is the first wrong byte
 * (`bad` may be NULL).  NUL bytes count as valid here. */
bool utf8_valid(const char *s, size_t n, size_t *bad);

/* Bytes at the start that are ASCII. */
size_t utf8_ascii_run(const char *s, size_t n);

/* Appends the bytes; every invalid one becomes U+FFFD, NUL too. */
void utf8_repair(struct str *out, const char *s, size_t n);

/* End of the cluster that begins at `at` (`at` < `n`; `n` at the end). */
size_t utf8_next(const char *s, size_t n, size_t at);

/* Start of the cluster that ends at or spans `at` (0 at the start). */
size_t utf8_prev(const char *s, size_t n, size_t at);

enum { EXCERPT_BYTES = 40 };

/* The start of a text, for a message: whole clusters. */
struct excerpt {
	char s[EXCERPT_BYTES + 1];
};

struct excerpt utf8_excerpt(const char *s);

/* Cells that the cluster of `n` bytes takes: 0, 1, 2 or more. */
int utf8_cluster_cells(const char *s, size_t n);

/* Cells of a whole text, its controls counted as utf8_visible() shows them. */
int utf8_cells(const char *s, size_t n);

/*
 * Text that can do nothing to a terminal.  Appends the text with each control
 * character (C0, C1, DEL), bidi control and invisible format character
 * replaced by U+FFFD, each wrong byte too; newline and tab become a space
 * unless `keep_lines`, which keeps newlines.
 */
void utf8_visible(struct str *out, const char *s, size_t n, bool keep_lines);

/* True when the code point must not reach a terminal as itself. */
bool utf8_is_unsafe(uint32_t code_point);

/* UAX #29 words that hold a letter or digit; each Han character is one. */
size_t utf8_words(const char *s, size_t n);

/* NFC, trimmed, inner white space as one space.  Appends to `out`. */
void utf8_normalise(struct str *out, const char *s, size_t n);

/* The words of letters and digits, case-folded, NFC, with a space between: what
 * a name is recognised by.  Appends to `out`. */
void utf8_name(struct str *out, const char *s, size_t n);

/* True when a letter is in it. */
bool utf8_has_letter(const char *s, size_t n);

/* Case-folded NFC copy for comparing and searching.  Appends to `out`. */
void utf8_fold(struct str *out, const char *s, size_t n);

/* Writes a code point as UTF-8; returns the bytes written, 1-4. */
size_t utf8_encode(char out[4], uint32_t code_point);

/* Reads the code point at `s` (`n` > 0) into `*cp`; returns its bytes.  A
 * wrong byte is read as U+FFFD of one byte. */
size_t utf8_decode(const char *s, size_t n, uint32_t *cp);

#endif
