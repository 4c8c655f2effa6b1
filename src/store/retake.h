/* SPDX-License-Identifier: MIT */
/* Two kept answers to a question, compared (core/retake.h). */
#ifndef STORE_RETAKE_H
#define STORE_RETAKE_H

#include "core/retake.h"
#include "store/history.h"

/* Judges both by one's own ratings, reads their texts and tells what changed;
 * free it with retake_release(). */
int store_retake(struct store *store, const struct answer_row *before,
    const struct answer_row *now, bool private, struct retake *retake,
    struct err *err);

#endif
