/* SPDX-License-Identifier: MIT */
#include "store/needle.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* The most frequent bytes of English texts, falling; others are rarer. */
static const char frequent[] = " etaoinsrhldcumfpgwyb.,vk";

static size_t
rarity(char c)
{
	const char *at = strchr(frequent, c);

	return at != NULL ? (size_t)(at - frequent) : sizeof(frequent);
}

void
needle_init(struct needle *needle, const char *text)
{
	*needle = (struct needle){.text = mem_text(text), .n = strlen(text)};
	for (size_t i = 0; i < needle->n; i++) {
		needle->text[i] = (char)needle_fold(text[i]);
		if (rarity(needle->text[i]) >
		    rarity(needle->text[needle->rarest]))
			needle->rarest = i;
	}
}

void
needle_release(struct needle *needle)
{
	free(needle->text);
	*needle = (struct needle){0};
}

static bool
stands_at(const struct needle *needle, const char *text)
{
	for (size_t i = 0; i < needle->n; i++)
		if (needle_fold(text[i]) != (unsigned char)needle->text[i])
			return false;
	return true;
}

static const char *
next(const char *from, const char *end, char c)
{
	const char *at =
	    from < end ? memchr(from, c, (size_t)(end - from)) : NULL;

	return at != NULL ? at : end;
}

bool
needle_in(const struct needle *needle, const char *text, size_t n)
{
	const char *at, *end, *small, *large;
	char rarest, other;

	if (n < needle->n || needle->n == 0)
		return needle->n == 0;
	rarest = needle->text[needle->rarest];
	other =
	    (char)(rarest >= 'a' && rarest <= 'z' ? rarest & ~0x20 : rarest);
	/* Where the rarest byte may stand. */
	at = text + needle->rarest;
	end = at + (n - needle->n) + 1;
	small = next(at, end, rarest);
	large = other != rarest ? next(at, end, other) : end;
	while (small < end || large < end) {
		at = small < large ? small : large;
		if (stands_at(needle, at - needle->rarest))
			return true;
		if (at == small)
			small = next(at + 1, end, rarest);
		else
			large = next(at + 1, end, other);
	}
	return false;
}
