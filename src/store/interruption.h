/* SPDX-License-Identifier: MIT */
/* What an interviewer may throw into an answer. */
#ifndef STORE_INTERRUPTION_H
#define STORE_INTERRUPTION_H

#include "core/session.h"
#include "store/store.h"

/* Chooses an interruption for each task of a session that is interrupted, by
 * its seed; the limits must be final.  Other sessions are left as they are. */
int store_plan_interruptions(
    struct store *store, struct session *session, struct err *err);

#endif
