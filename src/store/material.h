/* SPDX-License-Identifier: MIT */
/* Backlogs and tables of questions. */
#ifndef STORE_MATERIAL_H
#define STORE_MATERIAL_H

#include "core/material.h"
#include "store/store.h"

/* Empty where the question has none.  Release it with material_release(). */
int store_material(struct store *store, const char *question_id,
    struct material *material, struct err *err);

#endif
