/* SPDX-License-Identifier: MIT */
/*
 * The editor beside a model of it that is too simple to be wrong: the text
 * whole, its cluster boundaries found by walking from its start, a full copy
 * for each undo.  Bytes are turned into operations on both.
 */
#ifndef EDITOR_MODEL_H
#define EDITOR_MODEL_H

#include <stddef.h>
#include <stdint.h>

/* NULL where the two stayed the same; else what differed. */
const char *editor_model_run(const uint8_t *data, size_t n);

#endif
