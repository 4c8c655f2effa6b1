/* SPDX-License-Identifier: MIT */
/* One number out of many by its rank, without sorting all of them. */
#ifndef CORE_SELECT_H
#define CORE_SELECT_H

#include <stddef.h>

/* The k-th smallest of n values, k from 0; reorders them. */
double select_nth(double *v, size_t n, size_t k);

#endif
