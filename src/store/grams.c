/* SPDX-License-Identifier: MIT */
#include "store/grams.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/needle.h"

enum {
	FIRST_ROOM = 4096, /* a power of two; as many as a session needs */
	BYTE_BITS = 8,
	DIGIT_BITS = 4,
	DIGIT_MASK = 0xf,
	MOST_ASKED = 16, /* words of a query; more tell little more */
};

static size_t
slot_of(const struct grams *grams, uint32_t gram)
{
	/* Knuth's multiplier; its upper bits are the well mixed ones. */
	size_t at = (gram * UINT32_C(2654435761)) >> BYTE_BITS;

	at &= grams->room - 1;
	while (grams->slots[at] != 0 && grams->slots[at] != gram)
		at = (at + 1) & (grams->room - 1);
	return at;
}

static void
grow(struct grams *grams)
{
	struct grams larger = {
	    .room = grams->room > 0 ? grams->room * 2 : FIRST_ROOM,
	    .n = grams->n,
	};

	larger.slots = mem_zero(larger.room, sizeof(*larger.slots));
	for (size_t i = 0; i < grams->room; i++)
		if (grams->slots[i] != 0)
			larger.slots[slot_of(&larger, grams->slots[i])] =
			    grams->slots[i];
	free(grams->slots);
	*grams = larger;
}

/* True when it is a new one. */
static bool
put(struct grams *grams, uint32_t gram)
{
	size_t at;

	if (grams->n >= grams->room / 2)
		grow(grams);
	at = slot_of(grams, gram);
	if (grams->slots[at] != 0)
		return false;
	grams->slots[at] = gram;
	grams->n++;
	return true;
}

void
grams_release(struct grams *grams)
{
	free(grams->slots);
	*grams = (struct grams){0};
}

void
grams_clear(struct grams *grams)
{
	if (grams->n > 0)
		memset(grams->slots, 0, grams->room * sizeof(*grams->slots));
	grams->n = 0;
}

/* A word as a number: a 1, then the `n` bytes at `text`. */
static uint32_t
gram_at(const char *text, size_t n)
{
	uint32_t gram = 1;

	for (size_t i = 0; i < n; i++)
		gram = gram << BYTE_BITS | needle_fold(text[i]);
	return gram;
}

/* What a word begins with is there already when the word is. */
void
grams_add(struct grams *grams, const char *text)
{
	size_t left = strlen(text);

	for (; left > 0; left--, text++) {
		size_t n = left < GRAM_BYTES ? left : GRAM_BYTES;

		while (n > 0 && put(grams, gram_at(text, n)))
			n--;
	}
}

static void
add_word(uint32_t gram, struct str *out)
{
	static const char digits[] = "0123456789abcdef";
	char word[2 * GRAM_BYTES + 1];
	char *at = word + sizeof(word);

	*--at = ' ';
	for (; gram > 1; gram >>= DIGIT_BITS)
		*--at = digits[gram & DIGIT_MASK];
	str_addn(out, at, (size_t)(word + sizeof(word) - at));
}

void
grams_words(const struct grams *grams, struct str *out)
{
	for (size_t i = 0; i < grams->room; i++)
		if (grams->slots[i] != 0)
			add_word(grams->slots[i], out);
}

void
grams_query(const char *text, struct str *out)
{
	size_t n = strlen(text);
	size_t words = n > GRAM_BYTES ? n - GRAM_BYTES + 1 : 1;
	size_t step = (words + MOST_ASKED - 1) / MOST_ASKED;

	for (size_t i = 0; i < words; i += step)
		add_word(
		    gram_at(text + i, n < GRAM_BYTES ? n : GRAM_BYTES), out);
}
