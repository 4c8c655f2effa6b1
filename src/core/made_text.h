/* SPDX-License-Identifier: MIT */
/* Short answers as somebody might give them, put together from sentences that
 * were written by hand.  Pure. */
#ifndef CORE_MADE_TEXT_H
#define CORE_MADE_TEXT_H

#include <stdbool.h>

#include "base/rand.h"
#include "base/str.h"

struct made_style {
	const char *round; /* decides what is talked about */
	bool owned;        /* `I decided`, not `we looked` */
	bool measured;     /* ends on a number */
};

/* Appends the answer to `out`. */
void
made_text(struct str *out, const struct made_style *style, struct rand *rand);

/* Appends a reply to a follow-up question. */
void made_reply(struct str *out, struct rand *rand);

/* The phrase that earned a high rating; borrowed. */
const char *made_note(struct rand *rand);

#endif
