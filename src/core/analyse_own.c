/* SPDX-License-Identifier: MIT */
/* `I then decided`: who did it, perhaps how, and what. */
#include <string.h>

#include "core/analyse_reading.h"

enum {
	BETWEEN = 3,  /* adverbs between `I` and the verb */
	SHORTEST = 4, /* letters */
	HAN_VERB = 2, /* characters */
};

static const char why_done[] = "Says what you did yourself";

/* They take back what the verb says. */
static const char *const doubts[] = {"nearly", "hardly", "barely", "rarely",
    "scarcely", "supposedly", "allegedly", "reportedly", NULL};

static bool
is_listed(const char *const *list, const char *word, size_t n)
{
	for (; *list != NULL; list++)
		if (strlen(*list) == n && memcmp(*list, word, n) == 0)
			return true;
	return false;
}

/* The token in lower case; returns its bytes, 0 where it is no word. */
static size_t
read_word(const struct reading *reading, size_t at, char word[TOKEN_FOLDED])
{
	return reading_type(reading, at, TOKEN_WORD)
		   ? token_fold(reading_token(reading, at), reading->s, word)
		   : 0;
}

static bool
ends_in(const char *word, size_t n, const char *ending)
{
	size_t last = strlen(ending);

	return n > last && memcmp(word + n - last, ending, last) == 0;
}

/* `personally`, `successfully`. */
static bool
is_adverb(const struct reading *reading, size_t at)
{
	char word[TOKEN_FOLDED];
	size_t n = read_word(reading, at, word);

	return ends_in(word, n, "ly") && !is_listed(doubts, word, n);
}

/* The `boxed` of `time-boxed`. */
static bool
is_hyphened(const struct reading *reading, size_t at)
{
	const struct token *token = reading_token(reading, at);

	return token != NULL && token->type == TOKEN_WORD && token->at > 0 &&
	       reading->s[token->at - 1] == '-';
}

/* Behind what may stand between `I` and the verb; the token itself where
 * nothing of that kind does. */
static size_t
skip_between(const struct reading *reading, size_t at)
{
	const struct hit *hit = reading_hit(reading, at, CUE_BETWEEN);

	if (hit != NULL)
		return hit->end;
	return is_adverb(reading, at) || is_hyphened(reading, at + 1) ? at + 1
								      : at;
}

/* Whoever was told or asked to doesn't act: 让我负责. */
static bool
is_agent(const struct reading *reading, size_t at)
{
	return reading_is(reading, at, GRAMMAR_AGENT) &&
	       reading_is_i(reading, at) &&
	       !reading_is(reading, at - 1, GRAMMAR_MAKES);
}

/* `negotiated`; `red` is no past tense, `tied` is one. */
static bool
is_regular(const struct reading *reading, size_t at)
{
	char word[TOKEN_FOLDED];
	size_t n = read_word(reading, at, word);

	return n >= SHORTEST && ends_in(word, n, "ed");
}

/* Of the verbs that don't end in `ed`. */
static const char *const participles[] = {"begun", "bought", "brought", "built",
    "caught", "chosen", "cut", "drawn", "driven", "fought", "found", "frozen",
    "held", "led", "made", "overseen", "redone", "rebuilt", "rewritten", "sold",
    "spent", "taken", "taught", "thrown", "turned", "undertaken", "won",
    "written", NULL};

/* `I'd pushed for`, but not `I'd push for`, which was never done. */
static bool
is_done(const struct reading *reading, size_t at)
{
	char word[TOKEN_FOLDED];
	size_t n = read_word(reading, at, word);

	return is_regular(reading, at) || is_listed(participles, word, n);
}

/* A verb that says how one felt, or whom one assisted, is no deed. */
static bool
is_state(const struct reading *reading, size_t at)
{
	static const enum phrase_kind kinds[] = {CUE_STATE, CUE_BETWEEN,
	    CUE_JOINT, FINDING_COLLABORATION, FINDING_HEDGE,
	    FINDING_HYPOTHESIS};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (reading_hit(reading, at, kinds[i]) != NULL)
			return true;
	return false;
}

/* `pitched in` tells of others, `pitched` does not. */
static bool
is_shared(const struct reading *reading, size_t at, const struct hit *verb)
{
	const struct hit *hit = reading_hit(reading, at, FINDING_COLLABORATION);

	return verb != NULL && hit != NULL && hit->end > verb->end;
}

/* Where a verb ends that no lexicon has but whose form tells that it was done:
 * `devised`, 面试了.  The token itself where there is none. */
static size_t
deed_end(const struct reading *reading, size_t at)
{
	size_t end = at;

	if (is_state(reading, at))
		return at;
	if (is_regular(reading, at))
		return at + 1;
	while (end < at + HAN_VERB && reading_type(reading, end, TOKEN_HAN)) {
		end++;
		if (reading_has(reading, end, HAN_DONE))
			return end;
	}
	return at;
}

/* `I personally` will do; `I personally negotiated` says more. */
static void
read_deed(struct reading *reading, size_t agent)
{
	bool may_be_would = reading_is(reading, agent, GRAMMAR_AUXILIARY);
	const char *why = why_done;
	size_t at = agent + 1, end = at, next;

	for (int n = 0; n <= BETWEEN; n++, at = next) {
		const struct hit *verb = reading_hit(reading, at, CUE_VERB);
		size_t done = deed_end(reading, at);

		if ((may_be_would && !is_done(reading, at)) ||
		    is_shared(reading, at, verb))
			verb = NULL;
		if (verb != NULL) {
			end = verb->end;
			why = verb->phrase->why;
		} else if (done > at) {
			end = done;
		}
		next = skip_between(reading, at);
		if (next == at)
			break;
	}
	if (end > agent + 1)
		reading_find(reading, FINDING_OWNERSHIP, agent, end, why);
}

void
analyse_ownership(struct reading *reading)
{
	for (size_t at = 0; at < reading->tokens.n; at++)
		if (is_agent(reading, at))
			read_deed(reading, at);
}
