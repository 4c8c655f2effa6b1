/* SPDX-License-Identifier: MIT */
/* Filters that are cycled through with keys: history, review, bank. */
#ifndef SCREENS_FILTER_BAR_H
#define SCREENS_FILTER_BAR_H

#include "base/clock.h"
#include "base/str.h"
#include "store/rater.h"
#include "store/reference.h"
#include "store/store.h"

struct filter_bar {
	struct names rounds, companies, levels;
	int round, company, level; /* −1: not limited */
	bool has_since, has_until;
	int64_t since, until;
	struct days days; /* as in a store_filter */
	int period;       /* FILTER_NO_PERIOD: it is not chosen here */
	bool given_since;
	int64_t given; /* what `since` was started with */
	struct days given_days;
	struct raters raters; /* `self` first, `cold` last; may be none */
	int rater;
};

enum { FILTER_NO_PERIOD = -1 };

/* Begins with what the program was started with; `from` may be NULL. */
int filter_bar_load(struct filter_bar *filters, struct store *store,
    const struct store_filter *from, struct err *err);
void filter_bar_release(struct filter_bar *filters);

/* The next value, not limited after the last. */
void filter_bar_next_round(struct filter_bar *filters);
void filter_bar_next_company(struct filter_bar *filters);
void filter_bar_next_level(struct filter_bar *filters);

/* Raters and periods are chosen from too; `rater` NULL is `self`. */
int filter_bar_load_raters(struct filter_bar *filters, struct store *store,
    const char *rater, struct err *err);

/* The next rater; self after the last.  Borrowed. */
void filter_bar_next_rater(struct filter_bar *filters);
const char *filter_bar_rater(const struct filter_bar *filters);

/* All, the last 14, 28 and 90 days, this year, and all again. */
void filter_bar_next_period(struct filter_bar *filters, struct instant now);

/* Borrows from `filters`; `search` may be NULL. */
struct store_filter
filter_bar_now(const struct filter_bar *filters, const char *search);

/* Those of a line that does not state all of them. */
enum {
	FILTER_ROUND = 1 << 0,
	FILTER_COMPANY = 1 << 1,
	FILTER_LEVEL = 1 << 2,
	FILTER_PERIOD = 1 << 3, /* dates too */
	FILTER_RATER = 1 << 4,
};

/* Appends `rated by mei  round any  company xiaomi  level any`, dates where
 * they limit, but for the filters in `without`; where that takes more cells,
 * only those that limit, `rated by mei  company xiaomi`, and where that is too
 * much `by mei, xiaomi`. */
void filter_bar_text(const struct filter_bar *filters, unsigned without,
    int cols, struct str *text);

/* True when something is limited. */
bool filter_bar_any(const struct filter_bar *filters);

#endif
