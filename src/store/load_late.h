/* SPDX-License-Identifier: MIT */
/* Questions that are put off, packed one behind the other.  For store/load.c.
 */
#ifndef STORE_LOAD_LATE_H
#define STORE_LOAD_LATE_H

#include "base/str.h"
#include "store/store.h"

void
load_late_add(struct str *late, const struct field_value *facts, size_t line);

/* The question at `at`, its facts borrowed from there; returns where the next
 * one is. */
const char *
load_late_read(const char *at, struct field_value *facts, size_t *line);

#endif
