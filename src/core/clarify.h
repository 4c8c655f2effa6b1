/* SPDX-License-Identifier: MIT */
/*
 * Questions back to the interviewer before the answer (B5, D8).  They are
 * asked at the beginning of the answer, on its clock; they are parts of it
 * (core/part.h) and not its text.  A question wants them by one of the tags
 * `clarify`, `no-data` and `data-given`.
 */
#ifndef CORE_CLARIFY_H
#define CORE_CLARIFY_H

#include "core/session.h"

enum { CLARIFY_MOST = 20 }; /* questions back, to one question */

bool clarify_wanted(const struct question *question);

/* True while they are asked: from the start of the answer until
 * clarify_end(), its first text or its first section. */
bool clarify_runs(const struct session *session);

/* Goes on to the answer. */
void clarify_end(struct session *session);

size_t clarify_count(const struct parts *parts);

/* The `nth`, from 0; "" where there is none.  Borrowed. */
const char *clarify_text(const struct parts *parts, size_t nth);

/* Puts it there, trimmed; the one behind the last is added, "" takes one out.
 * Those beyond CLARIFY_MOST are left out. */
void clarify_put(struct parts *parts, size_t nth, const char *text);

#endif
