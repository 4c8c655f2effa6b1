/* SPDX-License-Identifier: MIT */
/*
 * Questions that were being written when the program was ended from outside.
 * Each stands under a key of the form's choice, until it is kept or given up.
 */
#ifndef STORE_UNFINISHED_H
#define STORE_UNFINISHED_H

#include "core/question.h"
#include "store/store.h"

/* 1 and the question, 0 where none is kept under that key, -1 with `err`. */
int store_unfinished(struct store *store, const char *key,
    struct question *question, struct err *err);

int store_unfinished_put(struct store *store, const char *key,
    const struct question *question, struct err *err);

/* Harmless where there is none. */
int
store_unfinished_drop(struct store *store, const char *key, struct err *err);

/* 1 and one of the keys, owned, where there is any; 0; -1 with `err`. */
int store_unfinished_any(struct store *store, char **key, struct err *err);

#endif
