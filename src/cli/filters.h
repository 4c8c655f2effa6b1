/* SPDX-License-Identifier: MIT */
/* The filters that commands share: `--round --company --level --since
 * --until`.  Rounds and levels go by any of their names. */
#ifndef CLI_FILTERS_H
#define CLI_FILTERS_H

#include "cli/args.h"
#include "store/reference.h"
#include "store/store.h"

/* All five, and the first three alone. */
extern const struct option_spec filter_options[];
extern const struct option_spec choice_options[];

struct filters {
	struct store_filter filter;    /* borrows what stands below, and argv */
	char *round, *company, *level; /* keys, owned; NULL: any */
	char *search;                  /* owned: as core/query.h prepares it */
};

/* Reads the filters, `--search` included.  A round or level that is not known
 * fails, naming those that are.  Release it also after a failure. */
int filters_read(struct filters *filters, struct store *store,
    const struct args *args, struct err *err);
void filters_release(struct filters *filters);

/* Reads one option that is a name; `*key` is owned, and left as it is when the
 * option was not given.  A name that is not known fails, naming those that
 * are. */
int filters_name(struct store *store, enum names_of of, const struct args *args,
    int option, char **key, struct err *err);

#endif
