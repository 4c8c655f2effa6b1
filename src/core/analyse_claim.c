/* SPDX-License-Identifier: MIT */
/* Claims of an effect without its figure: `improved user satisfaction`,
 * `engagement went up`, 体验明显改善. */
#include "core/analyse_reading.h"

enum {
	APART = 5, /* tokens between a change and what it changed */
};

void
reading_claim(
    struct reading *reading, size_t first, size_t end, const char *why)
{
	if (!reading->measured[reading->tokens.at[first].clause] &&
	    !reading->measured[reading->tokens.at[end - 1].clause])
		reading_find(reading, FINDING_VAGUE, first, end, why);
}

/* What may stand between `improved` and `satisfaction`. */
static bool
is_description(const struct reading *reading, size_t at)
{
	const struct token *token = reading_token(reading, at);

	return token != NULL && token->type != TOKEN_MARK &&
	       !grammar_is(token, GRAMMAR_JOIN | GRAMMAR_TO | GRAMMAR_I |
				      GRAMMAR_WE | GRAMMAR_FROM | GRAMMAR_IN);
}

/* What may stand between `satisfaction` and `improved`. */
static bool
is_auxiliary(const struct reading *reading, size_t at)
{
	return reading_is(reading, at, GRAMMAR_AUXILIARY) ||
	       reading_hit(reading, at, CUE_BETWEEN) != NULL;
}

/* What may stand between `feedback` and `was good`. */
static bool
is_subject(const struct reading *reading, size_t at)
{
	const struct token *token = reading_token(reading, at);

	return token != NULL && token->type == TOKEN_WORD &&
	       !grammar_is(token, GRAMMAR_JOIN | GRAMMAR_I | GRAMMAR_WE);
}

/* The phrase of the kind that follows the token, what `may_stand` between. */
static const struct hit *
following(const struct reading *reading, size_t at, enum phrase_kind kind,
    bool (*may_stand)(const struct reading *, size_t))
{
	for (int n = 0; n <= APART; n++, at++) {
		const struct hit *hit = reading_hit(reading, at, kind);

		if (hit != NULL)
			return hit;
		if (!may_stand(reading, at))
			return NULL;
	}
	return NULL;
}

static bool
nothing_may(const struct reading *reading, size_t at)
{
	(void)reading;
	(void)at;
	return false;
}

/* Two cues that make a claim in this order, and what may stand between. */
static const struct claim {
	enum phrase_kind first, then;
	bool (*may_stand)(const struct reading *, size_t);
	bool is_said; /* only behind `was` */
} claims[] = {
    {CUE_CHANGE, CUE_MEASURE, is_description, false},
    {CUE_MEASURE, CUE_CHANGE, is_auxiliary, false},
    {CUE_CHANGE, CUE_DEGREE, nothing_may, false},
    {CUE_DEGREE, CUE_CHANGE, nothing_may, false},
    {CUE_DEGREE, CUE_DEGREE, nothing_may, false},
    {CUE_PRAISE, CUE_MEASURE, nothing_may, false},
    {CUE_MEASURE, CUE_PRAISE, is_auxiliary, false},
    {CUE_MEASURE, CUE_PRAISE, is_subject, true},
    {CUE_MEASURE, CUE_DEGREE, is_subject, true},
};

/* `went up` goes on with `a lot`. */
static size_t
degree_end(const struct reading *reading, size_t at)
{
	const struct hit *degree = reading_hit(reading, at, CUE_DEGREE);

	return degree != NULL ? degree->end : at;
}

/* What is said of the claim is said by the measure, else by the degree. */
static const char *
why_of(const struct hit *hit, const struct hit *other)
{
	return hit->phrase->kind == CUE_CHANGE ? other->phrase->why
					       : hit->phrase->why;
}

/* `the goal of improved retention` claims nothing. */
static bool
is_adjective(const struct reading *reading, const struct hit *hit)
{
	return reading_is(reading, hit->first - 1, GRAMMAR_NOUN) &&
	       reading_hit(reading, hit->first, CUE_CHANGE) != NULL;
}

/* The second cue of the claim whose first one is `hit`. */
static const struct hit *
find_other(const struct reading *reading, const struct claim *claim,
    const struct hit *hit)
{
	const struct hit *other;

	if (claim->first != hit->phrase->kind)
		return NULL;
	other = following(reading, hit->end, claim->then, claim->may_stand);
	if (other != NULL && claim->is_said &&
	    !reading_is(reading, other->first - 1, GRAMMAR_AUXILIARY))
		return NULL;
	return other;
}

static void
read_claim(struct reading *reading, const struct hit *hit)
{
	if (is_adjective(reading, hit))
		return;
	if (hit->phrase->kind == FINDING_VAGUE)
		reading_claim(reading, hit->first, hit->end, hit->phrase->why);
	for (size_t i = 0; i < sizeof(claims) / sizeof(claims[0]); i++) {
		const struct hit *other = find_other(reading, &claims[i], hit);

		if (other != NULL)
			reading_claim(reading, hit->first,
			    degree_end(reading, other->end),
			    why_of(hit, other));
	}
}

void
analyse_claims(struct reading *reading)
{
	for (size_t i = 0; i < reading->n_hits; i++)
		read_claim(reading, &reading->hits[i]);
}
