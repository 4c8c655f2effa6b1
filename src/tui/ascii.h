/* SPDX-License-Identifier: MIT */
/* Terminals and locales that have nothing but ASCII. */
#ifndef TUI_ASCII_H
#define TUI_ASCII_H

#include <stdint.h>

/* The character that reads most like the code point, `?` where none does. */
char ascii_for(uint32_t code_point);

#endif
