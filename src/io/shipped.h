/* SPDX-License-Identifier: MIT */
/* Questions as they came with the program. */
#ifndef IO_SHIPPED_H
#define IO_SHIPPED_H

#include "core/question.h"
#include "base/err.h"

/* 1 and the question, 0 when the program has none of that id, -1 with `err`. */
int
shipped_question(const char *id, struct question *question, struct err *err);

#endif
