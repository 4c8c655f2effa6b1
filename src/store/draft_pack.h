/* SPDX-License-Identifier: MIT */
/*
 * The text columns of a draft: several values of the session in one text, and
 * back.  What can't be read leaves what is there as it is.
 */
#ifndef STORE_DRAFT_PACK_H
#define STORE_DRAFT_PACK_H

#include "core/session.h"

/* A name of a phase that there is not is READY. */
const char *draft_phase_name(enum phase phase);
enum phase draft_phase(const char *name);

/* What the columns hold while they are bound. */
struct draft_packed {
	struct str tasks, limits, asked, timers, splits, probes, ratings, notes,
	    parts;
};

void draft_packed_init(struct draft_packed *packed);
void draft_packed_release(struct draft_packed *packed);

/* `take` is the session's, or the one that its next question begins with. */
void draft_pack(const struct session *session, const struct take *take,
    struct draft_packed *packed);

/* False where the text is no timer. */
bool draft_unpack_timer(const char *from, struct timer *timer);

/* Of one task. */
void draft_unpack_limits(const char *from, struct task *task);
void draft_unpack_order(const char *from, struct task *task);

void draft_unpack_notes(const char *joined, struct sheet *sheet);
void draft_unpack_parts(const char *joined, struct take *take);

#endif
