/* SPDX-License-Identifier: MIT */
/* Numbers of rows. */
#ifndef STORE_PKS_H
#define STORE_PKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct pks {
	int64_t *pks; /* free() it */
	size_t n;
};

void pks_add(struct pks *pks, int64_t pk);

/* Of rising numbers. */
bool pks_have(const struct pks *pks, int64_t pk);

#endif
