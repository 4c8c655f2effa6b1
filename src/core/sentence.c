/* SPDX-License-Identifier: MIT */
#include "core/sentence.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "core/token.h"

/* The `2.` of a list. */
static bool
is_item_number(const struct tokens *tokens, size_t from, size_t to)
{
	const struct token *first = &tokens->at[from];

	return to - from == 2 && first->type == TOKEN_NUMBER &&
	       first->line_start && first[1].type == TOKEN_MARK &&
	       to < tokens->n;
}

/* Words, figures and Han characters make a sentence; marks alone don't, nor
 * does the number of an item. */
static bool
is_said(const struct tokens *tokens, size_t from, size_t to)
{
	if (is_item_number(tokens, from, to))
		return false;
	for (size_t i = from; i < to; i++)
		if (tokens->at[i].type != TOKEN_MARK)
			return true;
	return false;
}

static void
add(struct sentences *sentences, const struct tokens *tokens, size_t from,
    size_t to)
{
	const struct token *first = &tokens->at[from];
	const struct token *last = &tokens->at[to - 1];

	if (!is_said(tokens, from, to))
		return;
	sentences->items = mem_grow(
	    sentences->items, sentences->n + 1, sizeof(*sentences->items));
	sentences->items[sentences->n++] = (struct sentence){
	    .at = first->at, .n = last->at + last->n - first->at};
}

void
sentences_read(struct sentences *sentences, const char *text)
{
	struct tokens tokens;
	size_t from = 0;

	*sentences = (struct sentences){0};
	tokens_read(&tokens, text, strlen(text));
	for (size_t i = 1; i <= tokens.n; i++) {
		if (i < tokens.n &&
		    tokens.at[i].sentence == tokens.at[from].sentence)
			continue;
		add(sentences, &tokens, from, i);
		from = i;
	}
	tokens_release(&tokens);
}

void
sentences_release(struct sentences *sentences)
{
	free(sentences->items);
	*sentences = (struct sentences){0};
}

char *
sentence_copy(const char *text, const struct sentence *sentence)
{
	char *copy = mem_textn(text + sentence->at, sentence->n);

	for (char *c = copy; *c != '\0'; c++)
		if (*c == '\n' || *c == '\r')
			*c = ' ';
	return copy;
}
