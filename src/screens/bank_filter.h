/* SPDX-License-Identifier: MIT */
/* What the bank is limited to beside round, company and level. */
#ifndef SCREENS_BANK_FILTER_H
#define SCREENS_BANK_FILTER_H

#include "store/store.h"

struct bank_filter {
	char *tag;  /* owned; NULL: any */
	int origin; /* index of its names; 0: any */
	enum question_state state;
	int64_t as_of; /* what is due is due then */
};

/* `from` may be NULL. */
void bank_filter_init(
    struct bank_filter *own, const struct store_filter *from, int64_t as_of);
void bank_filter_release(struct bank_filter *own);

/* The next value, any after the last. */
void bank_filter_next_origin(struct bank_filter *own);
void bank_filter_next_state(struct bank_filter *own);

/* Takes over a tag, as it was typed; "" is any. */
void bank_filter_set_tag(struct bank_filter *own, char *tag);

void
bank_filter_narrow(const struct bank_filter *own, struct store_filter *filter);

/* `tag any  origin mine  state due`; what limits alone where it is brief. */
void bank_filter_tell(
    const struct bank_filter *own, bool brief, char *out, size_t size);

#endif
