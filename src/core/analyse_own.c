/* SPDX-License-Identifier: MIT */
/* `I then decided`: who did it, perhaps how, and what. */
#include <string.h>

#include "core/analyse_reading.h"

enum { BETWEEN = 3 }; /* adverbs between `I` and the verb */

/* They take back what the verb says. */
static const char *const doubts[] = {"nearly", "hardly", "barely", "rarely",
    "scarcely", "supposedly", "allegedly", "reportedly", NULL};

static bool
is_doubt(const char *word, size_t n)
{
	for (size_t i = 0; doubts[i] != NULL; i++)
		if (strlen(doubts[i]) == n && memcmp(doubts[i], word, n) == 0)
			return true;
	return false;
}

/* `personally`, `successfully`. */
static bool
is_adverb(const struct reading *reading, size_t at)
{
	char word[TOKEN_FOLDED];
	size_t n;

	if (!reading_type(reading, at, TOKEN_WORD))
		return false;
	n = token_fold(reading_token(reading, at), reading->s, word);
	return n > 2 && memcmp(word + n - 2, "ly", 2) == 0 &&
	       !is_doubt(word, n);
}

/* Behind what may stand between `I` and the verb; the token itself where
 * nothing of that kind does. */
static size_t
skip_between(const struct reading *reading, size_t at)
{
	const struct hit *hit = reading_hit(reading, at, CUE_BETWEEN);

	if (hit != NULL)
		return hit->end;
	return is_adverb(reading, at) ? at + 1 : at;
}

/* Whoever was told or asked to doesn't act: 让我负责. */
static bool
is_agent(const struct reading *reading, size_t at)
{
	return reading_is(reading, at, GRAMMAR_AGENT) &&
	       reading_is_i(reading, at) &&
	       !reading_is(reading, at - 1, GRAMMAR_MAKES);
}

/* `I personally` will do; `I personally negotiated` says more. */
static void
read_deed(struct reading *reading, size_t agent)
{
	const struct hit *deed = NULL;
	size_t at = agent + 1, next;

	for (int n = 0; n <= BETWEEN; n++, at = next) {
		const struct hit *verb = reading_hit(reading, at, CUE_VERB);

		if (verb != NULL)
			deed = verb;
		next = skip_between(reading, at);
		if (next == at)
			break;
	}
	if (deed != NULL)
		reading_find(reading, FINDING_OWNERSHIP, agent, deed->end,
		    deed->phrase->why);
}

void
analyse_ownership(struct reading *reading)
{
	for (size_t at = 0; at < reading->tokens.n; at++)
		if (is_agent(reading, at))
			read_deed(reading, at);
}
