/* SPDX-License-Identifier: MIT */
/* Motions: pure functions of text and position, by grapheme cluster.  Every
 * result is a cluster boundary between 0 and n. */
#ifndef TUI_MOTION_H
#define TUI_MOTION_H

#include <stddef.h>

size_t motion_left(const char *s, size_t n, size_t at);
size_t motion_right(const char *s, size_t n, size_t at);
/* `at` itself where it is a boundary, else the nearest one before, after. */
size_t motion_floor(const char *s, size_t n, size_t at);
size_t motion_ceil(const char *s, size_t n, size_t at);
/* Start of this word, or of the one before (UAX #29 words with a letter or
 * digit). */
size_t motion_word_left(const char *s, size_t n, size_t at);
/* End of this word, or of the next. */
size_t motion_word_right(const char *s, size_t n, size_t at);
/* Start and end of the logical line (between newlines). */
size_t motion_line_start(const char *s, size_t n, size_t at);
size_t motion_line_end(const char *s, size_t n, size_t at);
/* Start of this sentence or of the one before; end of this or of the next. */
size_t motion_sentence_left(const char *s, size_t n, size_t at);
size_t motion_sentence_right(const char *s, size_t n, size_t at);
/* Start of the paragraph before, after (paragraphs end at blank lines). */
size_t motion_paragraph_up(const char *s, size_t n, size_t at);
size_t motion_paragraph_down(const char *s, size_t n, size_t at);

#endif
