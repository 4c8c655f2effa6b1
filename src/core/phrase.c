/* SPDX-License-Identifier: MIT */
#include "core/phrase.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "core/token.h"

/* Words, figures and Han characters make a sentence; marks alone don't. */
static bool
is_said(const struct tokens *tokens, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (tokens->at[i].type != TOKEN_MARK)
			return true;
	return false;
}

static void
add(struct phrases *phrases, const struct tokens *tokens, size_t from,
    size_t to)
{
	const struct token *first = &tokens->at[from];
	const struct token *last = &tokens->at[to - 1];

	if (!is_said(tokens, from, to))
		return;
	phrases->items =
	    mem_grow(phrases->items, phrases->n + 1, sizeof(*phrases->items));
	phrases->items[phrases->n++] = (struct phrase){
	    .at = first->at, .n = last->at + last->n - first->at};
}

void
phrases_read(struct phrases *phrases, const char *text)
{
	struct tokens tokens;
	size_t from = 0;

	*phrases = (struct phrases){0};
	tokens_read(&tokens, text, strlen(text));
	for (size_t i = 1; i <= tokens.n; i++) {
		if (i < tokens.n &&
		    tokens.at[i].sentence == tokens.at[from].sentence)
			continue;
		add(phrases, &tokens, from, i);
		from = i;
	}
	tokens_release(&tokens);
}

void
phrases_release(struct phrases *phrases)
{
	free(phrases->items);
	*phrases = (struct phrases){0};
}

char *
phrase_copy(const char *text, const struct phrase *phrase)
{
	char *copy = mem_textn(text + phrase->at, phrase->n);

	for (char *c = copy; *c != '\0'; c++)
		if (*c == '\n' || *c == '\r')
			*c = ' ';
	return copy;
}
