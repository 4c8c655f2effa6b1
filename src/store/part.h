/* SPDX-License-Identifier: MIT */
/* Parts of answers: facts, kept with their answer. */
#ifndef STORE_PART_H
#define STORE_PART_H

#include "core/part.h"
#include "store/store.h"

/* Adds the parts of an answer that has just been added; those without name and
 * text are left out.  Call it inside a transaction. */
int store_parts_add(struct store *store, const char *answer_id,
    const struct parts *parts, struct err *err);

/* Release them with parts_release(). */
int store_parts(struct store *store, int64_t answer_pk, struct parts *parts,
    struct err *err);

#endif
