/* SPDX-License-Identifier: MIT */
/* Filters that are cycled through with keys: history, review, bank. */
#ifndef SCREENS_FILTERS_H
#define SCREENS_FILTERS_H

#include "store/reference.h"
#include "store/store.h"

struct filters {
	struct names rounds, companies, levels;
	int round, company, level; /* −1: not limited */
	bool has_since, has_until;
	int64_t since, until;
};

/* Begins with what the program was started with; `from` may be NULL. */
int filters_load(struct filters *filters, struct store *store,
    const struct store_filter *from, struct err *err);
void filters_release(struct filters *filters);

/* The next value, not limited after the last. */
void filters_next_round(struct filters *filters);
void filters_next_company(struct filters *filters);
void filters_next_level(struct filters *filters);

/* Borrows from `filters`; `search` may be NULL. */
struct store_filter
filters_now(const struct filters *filters, const char *search);

/* `round any  company xiaomi  level any`, dates where they limit. */
void filters_text(const struct filters *filters, char *out, size_t size);

/* True when something is limited. */
bool filters_any(const struct filters *filters);

#endif
