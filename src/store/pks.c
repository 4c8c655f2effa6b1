/* SPDX-License-Identifier: MIT */
#include "store/pks.h"

#include <stdlib.h>

#include "base/mem.h"

void
pks_add(struct pks *pks, int64_t pk)
{
	/* Room doubles whenever n is a power of two. */
	if ((pks->n & (pks->n - 1)) == 0)
		pks->pks = mem_grow(
		    pks->pks, pks->n == 0 ? 1 : pks->n * 2, sizeof(*pks->pks));
	pks->pks[pks->n++] = pk;
}

static int
rising(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

bool
pks_have(const struct pks *pks, int64_t pk)
{
	return pks->n > 0 &&
	       bsearch(&pk, pks->pks, pks->n, sizeof(pk), rising) != NULL;
}
