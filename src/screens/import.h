/* SPDX-License-Identifier: MIT */
/* Bringing in a file: which one, and how. */
#ifndef SCREENS_IMPORT_H
#define SCREENS_IMPORT_H

#include "tui/screen.h"

/* arg: the directory to begin in (const char), or NULL for the present one. */
extern const struct screen choose_screen;

/* arg: the path of the file (const char). */
extern const struct screen import_screen;

#endif
