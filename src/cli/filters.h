/* SPDX-License-Identifier: MIT */
/* The filters that commands share: `--round --company --level --since
 * --until`.  Rounds and levels go by any of their names. */
#ifndef CLI_FILTERS_H
#define CLI_FILTERS_H

#include "cli/args.h"
#include "store/store.h"

/* All five, and the first three alone. */
extern const struct option_spec filter_options[];
extern const struct option_spec choice_options[];

struct filters {
	struct store_filter filter;    /* borrows what stands below, and argv */
	char *round, *company, *level; /* keys, owned; NULL: any */
};

/* Reads the filters, `--search` included.  A round or level that is not known
 * fails, naming those that are.  Release it also after a failure. */
int filters_read(struct filters *filters, struct store *store,
    const struct args *args, struct err *err);
void filters_release(struct filters *filters);

#endif
