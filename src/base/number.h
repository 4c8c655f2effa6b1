/* SPDX-License-Identifier: MIT */
/* Numbers as files hold them: up to 4 decimals, no trailing zeros, a dot in
 * every locale. */
#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { NUMBER_SIZE = 32 };

/* `3.5`, `2`, `0.3333`; from 1e15 on as number_exact().  Returns its length.
 * Not for NaN or infinity. */
size_t number_text(char out[NUMBER_SIZE], double value);

/* As many digits as a double holds for certain: `0.333333333333333`,
 * `1e+20`.  Not for NaN or infinity. */
void number_exact(char out[NUMBER_SIZE], double value);

/* Reads a decimal number, `-3.5`, that is the whole text; false on anything
 * else: exponents, spaces, NaN and infinity too. */
bool number_parse(const char *text, double *value);

/* Reads a whole number between `low` and `high`; false on anything else. */
bool
number_parse_int(const char *text, int64_t low, int64_t high, int64_t *value);

#endif
