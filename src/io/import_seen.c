/* SPDX-License-Identifier: MIT */
/* The keys that a file has shown so far (POSIX tsearch()). */
#include <search.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "io/import_run.h"

struct seen_key {
	size_t line;
	char key[];
};

static int
by_key(const void *a, const void *b)
{
	const struct seen_key *x = a, *y = b;

	return strcmp(x->key, y->key);
}

size_t
import_seen(struct import_run *run, const char *key, size_t line)
{
	size_t n = strlen(key) + 1;
	struct seen_key *mine = mem_new(sizeof(*mine) + n);
	struct seen_key **found;

	mine->line = line;
	memcpy(mine->key, key, n);
	found = (struct seen_key **)tsearch(mine, &run->seen, by_key);
	if (*found == mine)
		return 0;
	free(mine);
	return (*found)->line;
}

void
import_seen_release(struct import_run *run)
{
	while (run->seen != NULL) {
		struct seen_key *key = *(struct seen_key **)run->seen;

		tdelete(key, &run->seen, by_key);
		free(key);
	}
}
