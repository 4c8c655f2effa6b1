/* SPDX-License-Identifier: MIT */
#include "io/memo.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* djb2 */
static size_t
slot_of(const char *given)
{
	size_t hash = 5381;

	for (; *given != '\0'; given++)
		hash = hash * 33 + (unsigned char)*given;
	return hash % MEMO_SIZE;
}

const char *
memo_find(struct memo *memo, const struct names *names, const char *given)
{
	struct memo_entry *entry = &memo->entries[slot_of(given)];

	if (entry->given == NULL || strcmp(entry->given, given) != 0) {
		free(entry->given);
		entry->given = mem_text(given);
		entry->key = names_find(names, given);
	}
	return entry->key;
}

void
memo_release(struct memo *memo)
{
	for (size_t i = 0; i < MEMO_SIZE; i++)
		free(memo->entries[i].given);
	*memo = (struct memo){0};
}
