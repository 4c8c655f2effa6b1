/* SPDX-License-Identifier: MIT */
/* The data that a question comes with, as a table. */
#ifndef SCREENS_FIGURES_H
#define SCREENS_FIGURES_H

#include "core/material.h"
#include "tui/table.h"

/* It borrows the material; it has no rows where that has none. */
struct table figures_table(const struct material *material);

#endif
