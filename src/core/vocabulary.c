/* SPDX-License-Identifier: MIT */
#include "core/vocabulary.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { FIRST_SLOTS = 1024 };

/* FNV-1a. */
static const uint32_t hash_start = 0x811C9DC5;
static const uint32_t hash_prime = 0x01000193;

static uint32_t
hash_of(const char *s, size_t n)
{
	uint32_t hash = hash_start;

	for (size_t i = 0; i < n; i++)
		hash = (hash ^ (unsigned char)s[i]) * hash_prime;
	return hash;
}

void
vocabulary_init(struct vocabulary *vocabulary)
{
	*vocabulary = (struct vocabulary){.text = STR_INIT};
}

void
vocabulary_release(struct vocabulary *vocabulary)
{
	str_release(&vocabulary->text);
	free(vocabulary->words);
	free(vocabulary->slots);
	vocabulary_init(vocabulary);
}

/* The slot that holds the word, or the free one that it would go into. */
static size_t
slot_of(const struct vocabulary *v, uint32_t hash, const char *s, size_t n)
{
	size_t slot = hash & (v->n_slots - 1);

	while (v->slots[slot] != 0) {
		const struct vocabulary_word *word =
		    &v->words[v->slots[slot] - 1];

		if (word->hash == hash && word->n == n &&
		    memcmp(v->text.s + word->at, s, n) == 0)
			break;
		slot = (slot + 1) & (v->n_slots - 1);
	}
	return slot;
}

/* Keeps half of the slots free. */
static void
make_room(struct vocabulary *v)
{
	if (v->n == v->room) {
		v->room = v->room == 0 ? FIRST_SLOTS / 2 : v->room * 2;
		v->words = mem_grow(v->words, v->room, sizeof(*v->words));
	}
	if (v->n < v->n_slots / 2)
		return;
	v->n_slots = v->n_slots == 0 ? FIRST_SLOTS : v->n_slots * 2;
	free(v->slots);
	v->slots = mem_zero(v->n_slots, sizeof(*v->slots));
	for (size_t i = 0; i < v->n; i++) {
		const struct vocabulary_word *word = &v->words[i];

		v->slots[slot_of(v, word->hash, v->text.s + word->at,
		    word->n)] = (uint32_t)i + 1;
	}
}

uint32_t
vocabulary_add(struct vocabulary *v, const char *s, size_t n)
{
	uint32_t hash = hash_of(s, n);

	make_room(v);
	size_t slot = slot_of(v, hash, s, n);

	if (v->slots[slot] != 0)
		return v->slots[slot];
	v->words[v->n++] = (struct vocabulary_word){
	    .at = (uint32_t)v->text.len,
	    .n = (uint32_t)n,
	    .hash = hash,
	};
	str_addn(&v->text, s, n);
	v->slots[slot] = (uint32_t)v->n;
	return (uint32_t)v->n;
}

uint32_t
vocabulary_find(const struct vocabulary *v, const char *s, size_t n)
{
	if (v->n_slots == 0)
		return 0;
	return v->slots[slot_of(v, hash_of(s, n), s, n)];
}
