/* SPDX-License-Identifier: MIT */
#ifndef SCREENS_ATTEMPTS_H
#define SCREENS_ATTEMPTS_H

#include "tui/screen.h"

/* arg: the id of a question (const char). */
extern const struct screen attempts_screen;

#endif
