/* SPDX-License-Identifier: MIT */
/* A session that goes on, and its draft. */
#ifndef UNIT_DRAFTED_H
#define UNIT_DRAFTED_H

#include "sample_session.h"
#include "store_fixture.h"

#include "base/clock.h"

#define DRAFTED_AT_S ((int64_t)1767261600) /* 2026-01-01T10:00:00Z */

enum { BOOT_MS = 5000 }; /* what the machine's clock shows then */

/* What is typed into an answer: all kinds of characters. */
extern const char drafted_text[];

/* So long after it began. */
struct instant drafted_at(int64_t ms);

/* READY, of q-1 and q-4, whose times differ from the ones that the bank has.
 * The caller releases it. */
void drafted_plan(struct fixture *fixture, struct session *session);

/* The session as it is when it has come to the phase, at 100 s. */
void drafted_come_to(struct session *session, enum phase phase);

/* Keeps its draft; gets the `from`-th one as it is at `now`. */
void
drafted_put(struct fixture *fixture, const struct session *session, int64_t ms);
void drafted_get(struct fixture *fixture, int from, struct instant now,
    struct session *session);

#endif
