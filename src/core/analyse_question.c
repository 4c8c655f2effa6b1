/* SPDX-License-Identifier: MIT */
/* Sentences that ask.  Phrases that do are found with all the others. */
#include "core/analyse_reading.h"

enum {
	WORDS = 3,     /* `Why?` and `And then?` are asked of oneself */
	HAN_WORDS = 4, /* 为什么？ */
};

static const char why[] = "Asks before it answers";

/* Where the sentence of the question mark begins, or its part behind a colon
 * unless the part before it announces the question. */
static size_t
first_of(const struct reading *reading, size_t mark)
{
	const struct token *tokens = reading->tokens.at;
	size_t at = mark, colon = 0;

	while (at > 0 && tokens[at - 1].sentence == tokens[mark].sentence) {
		at--;
		if (colon == 0 && reading_has(reading, at, ':'))
			colon = at + 1;
		if (colon > 0 &&
		    reading_hit(reading, at, FINDING_QUESTION) != NULL)
			colon = 0;
	}
	at = colon > 0 ? colon : at;
	while (at < mark && tokens[at].type == TOKEN_MARK)
		at++;
	return at;
}

/* A quotation that begins before the mark does not end before it. */
static bool
is_quoted(const struct reading *reading, size_t first, size_t mark)
{
	bool is_open = false;

	for (size_t at = first > 0 ? first - 1 : 0; at < mark; at++)
		is_open ^= reading_has(reading, at, '"') ||
			   reading_has(reading, at, '\'');
	return is_open;
}

static bool
is_long(const struct reading *reading, size_t first, size_t mark)
{
	size_t words = 0, han = 0;

	for (size_t at = first; at < mark; at++) {
		words += reading_type(reading, at, TOKEN_WORD);
		han += reading_type(reading, at, TOKEN_HAN);
	}
	return han > 0 ? han + words >= HAN_WORDS : words >= WORDS;
}

/* `What did I do?`, `so what happened?` */
static bool
is_rhetorical(const struct reading *reading, size_t first, size_t mark)
{
	for (size_t at = first; at < mark; at++)
		if (reading_hit(reading, at, CUE_RHETORIC) != NULL)
			return true;
	return false;
}

void
analyse_questions(struct reading *reading)
{
	for (size_t at = 0; at < reading->tokens.n; at++) {
		size_t first;

		if (!reading_has(reading, at, '?'))
			continue;
		first = first_of(reading, at);
		if (is_long(reading, first, at) &&
		    !is_quoted(reading, first, at) &&
		    !is_rhetorical(reading, first, at))
			reading_find(
			    reading, FINDING_QUESTION, first, at + 1, why);
	}
}
