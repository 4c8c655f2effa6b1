/* SPDX-License-Identifier: MIT */
#include "core/query.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"

enum {
	FULL_WIDTH = 0xff01 - '!', /* from a character to its wide form */
	IDEOGRAPHIC_SPACE = 0x3000,
};

static bool
is_letter_or_digit(uint32_t c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
	       (c >= 'a' && c <= 'z');
}

/* Full-width punctuation stays: Chinese texts are written with it.  0: a
 * character that stays as it is. */
static char
plain_form(uint32_t c)
{
	if (c == ' ' || c == '\t' || c == '\n' || c == '\r' ||
	    c == IDEOGRAPHIC_SPACE)
		return ' ';
	if (c > FULL_WIDTH && is_letter_or_digit(c - FULL_WIDTH))
		return (char)(c - FULL_WIDTH);
	return '\0';
}

char *
query_text(const char *typed)
{
	struct str text = STR_INIT;
	size_t left = strlen(typed);

	while (left > 0) {
		uint32_t c;
		size_t n = utf8_decode(typed, left, &c);
		char plain = plain_form(c);

		if (plain == '\0')
			str_addn(&text, typed, n);
		else if (plain != ' ' ||
			 (text.len > 0 && text.s[text.len - 1] != ' '))
			str_ch(&text, plain);
		typed += n;
		left -= n;
	}
	if (text.len > 0 && text.s[text.len - 1] == ' ')
		str_cut(&text, text.len - 1);
	return str_detach(&text);
}

static void
add_word(struct query *query, const char *from, size_t n)
{
	if (n > 0 && query->n < QUERY_WORDS)
		query->words[query->n++] = mem_textn(from, n);
}

void
query_read(struct query *query, const char *typed)
{
	char *text = query_text(typed);
	const char *c = text;

	*query = (struct query){0};
	while (*c != '\0') {
		bool quoted = *c == '"';
		size_t n;

		c += quoted || *c == ' ';
		n = strcspn(c, quoted ? "\"" : " \"");
		add_word(query, c, n);
		c += n;
		c += quoted && *c == '"';
	}
	if (query->n == 0) /* quotes alone are looked for */
		add_word(query, text, strlen(text));
	free(text);
}

void
query_release(struct query *query)
{
	for (int i = 0; i < query->n; i++)
		free(query->words[i]);
	query->n = 0;
}

static int
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

static bool
begins(const char *text, const char *word)
{
	while (*word != '\0' && lower(*text) == lower(*word)) {
		text++;
		word++;
	}
	return *word == '\0';
}

unsigned
query_held(const struct query *query, const char *text)
{
	unsigned all = query_all(query), held = 0;

	for (; *text != '\0' && held != all; text++)
		for (int i = 0; i < query->n; i++)
			if (begins(text, query->words[i]))
				held |= 1u << i;
	return held;
}

unsigned
query_all(const struct query *query)
{
	return (1u << query->n) - 1;
}
