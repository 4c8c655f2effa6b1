/* SPDX-License-Identifier: MIT */
/* Filters that are cycled through with keys: history, review, bank. */
#ifndef SCREENS_FILTER_BAR_H
#define SCREENS_FILTER_BAR_H

#include "store/reference.h"
#include "store/store.h"

struct filter_bar {
	struct names rounds, companies, levels;
	int round, company, level; /* −1: not limited */
	bool has_since, has_until;
	int64_t since, until;
};

/* Begins with what the program was started with; `from` may be NULL. */
int filter_bar_load(struct filter_bar *filters, struct store *store,
    const struct store_filter *from, struct err *err);
void filter_bar_release(struct filter_bar *filters);

/* The next value, not limited after the last. */
void filter_bar_next_round(struct filter_bar *filters);
void filter_bar_next_company(struct filter_bar *filters);
void filter_bar_next_level(struct filter_bar *filters);

/* Borrows from `filters`; `search` may be NULL. */
struct store_filter
filter_bar_now(const struct filter_bar *filters, const char *search);

/* `round any  company xiaomi  level any`, dates where they limit. */
void filter_bar_text(const struct filter_bar *filters, char *out, size_t size);

/* True when something is limited. */
bool filter_bar_any(const struct filter_bar *filters);

#endif
