/* SPDX-License-Identifier: MIT */
#include "core/intern.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { FIRST_ROOM = 64 };

/* FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/ */
static uint64_t
hash(const char *text)
{
	const uint64_t basis = 0xcbf29ce484222325u, prime = 0x100000001b3u;
	uint64_t value = basis;

	for (; *text != '\0'; text++)
		value = (value ^ (unsigned char)*text) * prime;
	return value;
}

/* Where the text stands, or the empty slot where it would. */
static size_t
slot_of(const struct intern *intern, const char *text)
{
	size_t at = (size_t)hash(text) & (intern->room - 1);

	while (intern->slots[at] != 0 &&
	       strcmp(intern->texts[intern->slots[at] - 1], text) != 0)
		at = (at + 1) & (intern->room - 1);
	return at;
}

static void
widen(struct intern *intern)
{
	intern->room = intern->room == 0 ? FIRST_ROOM : intern->room * 2;
	free(intern->slots);
	intern->slots = mem_zero(intern->room, sizeof(*intern->slots));
	intern->texts =
	    mem_grow(intern->texts, intern->room, sizeof(*intern->texts));
	for (int i = 0; i < intern->n; i++)
		intern->slots[slot_of(intern, intern->texts[i])] = i + 1;
}

int
intern_add(struct intern *intern, const char *text)
{
	size_t at;

	if ((size_t)intern->n * 2 >= intern->room)
		widen(intern);
	at = slot_of(intern, text);
	if (intern->slots[at] == 0) {
		intern->texts[intern->n] = mem_text(text);
		intern->slots[at] = ++intern->n;
	}
	return intern->slots[at] - 1;
}

int
intern_find(const struct intern *intern, const char *text)
{
	return intern->n == 0 ? -1 : intern->slots[slot_of(intern, text)] - 1;
}

void
intern_release(struct intern *intern)
{
	for (int i = 0; i < intern->n; i++)
		free(intern->texts[i]);
	free(intern->texts);
	free(intern->slots);
	*intern = (struct intern){0};
}
