/* SPDX-License-Identifier: MIT */
/* Ids that were seen, in little memory: a Bloom filter of which an id takes one
 * word, and so one miss of the cache. */
#ifndef STORE_ID_FILTER_H
#define STORE_ID_FILTER_H

#include <stdbool.h>
#include <stdint.h>

struct id_filter {
	uint64_t *words; /* owned */
	int bits;        /* 2^bits of them */
};

/* For about so many ids; more make it guess worse, not fail. */
void id_filter_init(struct id_filter *filter, int64_t ids);
void id_filter_release(struct id_filter *filter);

/* Notes the id; false when it was not noted before, for certain. */
bool id_filter_has(struct id_filter *filter, const char *id);

#endif
