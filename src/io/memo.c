/* SPDX-License-Identifier: MIT */
#include "io/memo.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* djb2 */
static size_t
set_of(const char *given)
{
	size_t hash = 5381;

	for (; *given != '\0'; given++)
		hash = hash * 33 + (unsigned char)*given;
	return hash % MEMO_SETS;
}

const char *
memo_find(struct memo *memo, const struct names *names, const char *given)
{
	struct memo_set *set = &memo->sets[set_of(given)];
	struct memo_entry *entry;

	for (size_t i = 0; i < MEMO_WAYS; i++) {
		entry = &set->entries[i];
		if (entry->given != NULL && strcmp(entry->given, given) == 0)
			return entry->key;
	}
	entry = &set->entries[set->next++ % MEMO_WAYS];
	free(entry->given);
	entry->given = mem_text(given);
	entry->key = names_find(names, given);
	return entry->key;
}

void
memo_release(struct memo *memo)
{
	for (size_t i = 0; i < MEMO_SETS; i++)
		for (size_t k = 0; k < MEMO_WAYS; k++)
			free(memo->sets[i].entries[k].given);
	*memo = (struct memo){0};
}
