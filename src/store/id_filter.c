/* SPDX-License-Identifier: MIT */
#include "store/id_filter.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum {
	BITS_MIN = 10,
	BITS_MAX = 19,   /* 4 MB */
	IDS_TO_WORD = 4, /* one in 1,000 new ids is taken for a known one */
	PROBES = 6,      /* bits of a word that an id sets */
	BIT_BITS = 6,    /* to choose one of them */
};

/* MurmurHash3's finaliser. */
static uint64_t
mix(uint64_t hash)
{
	hash ^= hash >> 33;
	hash *= UINT64_C(0xff51afd7ed558ccd);
	hash ^= hash >> 33;
	hash *= UINT64_C(0xc4ceb9fe1a85ec53);
	return hash ^ hash >> 33;
}

/* By the word: byte by byte, each would wait for the one before. */
static uint64_t
hash_id(const char *id)
{
	size_t n = strlen(id);
	uint64_t hash = n, word;

	for (; n >= sizeof(word); n -= sizeof(word), id += sizeof(word)) {
		memcpy(&word, id, sizeof(word));
		hash = mix(hash ^ word);
	}
	word = 0;
	memcpy(&word, id, n);
	return mix(hash ^ word);
}

/* No larger than it need be: what the cache does not hold is slow. */
void
id_filter_init(struct id_filter *filter, int64_t ids)
{
	int bits = BITS_MIN;

	while (bits < BITS_MAX && ids > IDS_TO_WORD * (INT64_C(1) << bits))
		bits++;
	filter->bits = bits;
	filter->words = mem_zero((size_t)1 << bits, sizeof(*filter->words));
}

void
id_filter_release(struct id_filter *filter)
{
	free(filter->words);
	*filter = (struct id_filter){0};
}

bool
id_filter_has(struct id_filter *filter, const char *id)
{
	uint64_t hash = hash_id(id), mask = 0;
	uint64_t *word = &filter->words[hash >> (64 - filter->bits)];
	bool has;

	for (int i = 0; i < PROBES; i++)
		mask |= UINT64_C(1) << (hash >> (i * BIT_BITS) & 63);
	has = (*word & mask) == mask;
	*word |= mask;
	return has;
}
