/* SPDX-License-Identifier: MIT */
/* Findings by their form: kinds of words in an order, where a list of phrases
 * would have to name every pair of them. */
#include "core/analyse_reading.h"

enum {
	STEPS = 4,
	FEW = 4, /* as often as a word may stand there that need not */
	ALL_KINDS = 3,
};

/* One place of a form: words of any of these kinds. */
struct step {
	enum phrase_kind kinds[ALL_KINDS]; /* FINDING_METRIC: no further one */
	int least, most;
	/* What will do as well; NULL: nothing. */
	bool (*or_this)(const struct reading *, size_t at);
};

struct form {
	enum phrase_kind finding;
	bool (*may_be)(const struct reading *, size_t first, size_t end);
	struct step steps[STEPS]; /* up to one with `most` 0 */
};

/* `was`, `also`, 了, 得. */
static bool
is_particle(const struct reading *reading, size_t at)
{
	return reading_is(reading, at, GRAMMAR_AUXILIARY);
}

/* The 的 of 明显的提升. */
static bool
is_having(const struct reading *reading, size_t at)
{
	return reading_has(reading, at, HAN_HAVING);
}

/* What may stand between `I` and `happy`. */
static bool
is_filler(const struct reading *reading, size_t at)
{
	return is_particle(reading, at) ||
	       reading_hit(reading, at, CUE_INTENSITY) != NULL ||
	       reading_hit(reading, at, CUE_BETWEEN) != NULL;
}

/* How I felt is no effect, nor is `happy to help`. */
static bool
is_of_others(const struct reading *reading, size_t first, size_t end)
{
	size_t at = first - 1;

	for (int n = 0; n < FEW && is_filler(reading, at); n++)
		at--;
	if (reading_is(reading, at, GRAMMAR_I) && reading_is_i(reading, at))
		return false;
	return !reading_is(reading, end, GRAMMAR_TO);
}

/* `were thrilled`; `was faster` compares two ways, which may be a reason. */
static bool
is_told_of_others(const struct reading *reading, size_t first, size_t end)
{
	return reading_is(reading, first - 1, GRAMMAR_AUXILIARY) &&
	       reading_hit(reading, first, CUE_DEGREE) == NULL &&
	       is_of_others(reading, first, end);
}

/* `users loved the`: what was liked follows. */
static bool
is_liked(const struct reading *reading, size_t first, size_t end)
{
	return reading_is(reading, end, GRAMMAR_NOUN | GRAMMAR_STOP) &&
	       !reading_is(reading, end, GRAMMAR_JOIN | GRAMMAR_LEAD) &&
	       is_of_others(reading, first, end);
}

/* `worked with SQL` names no person. */
static bool
is_with_people(const struct reading *reading, size_t first, size_t end)
{
	(void)first;
	return reading_hit(reading, end, CUE_TOOL) == NULL;
}

static bool
is_anything(const struct reading *reading, size_t first, size_t end)
{
	(void)reading;
	(void)first;
	(void)end;
	return true;
}

#define ONE(...)                                                               \
	{                                                                      \
		{__VA_ARGS__}, 1, 1, NULL                                      \
	}
#define SOME(...)                                                              \
	{                                                                      \
		{__VA_ARGS__}, 1, FEW, NULL                                    \
	}
#define FILLED(...)                                                            \
	{                                                                      \
		{__VA_ARGS__}, 1, FEW, is_particle                             \
	}
#define PERHAPS(...)                                                           \
	{                                                                      \
		{__VA_ARGS__}, 0, FEW, is_particle                             \
	}
#define PERHAPS_OF                                                             \
	{                                                                      \
		{FINDING_METRIC}, 0, 1, is_having                              \
	}

static const struct form forms[] = {
    /* much faster, 很流畅 */
    {FINDING_VAGUE, is_of_others, {SOME(CUE_INTENSITY), ONE(CUE_QUALITY)}},
    /* were thrilled */
    {FINDING_VAGUE, is_told_of_others, {ONE(CUE_QUALITY)}},
    /* lots of great feedback */
    {FINDING_VAGUE, is_anything,
	{SOME(CUE_INTENSITY), ONE(CUE_PRAISE, CUE_SIZE), PERHAPS_OF,
	    ONE(CUE_OUTCOME, CUE_MEASURE)}},
    /* big impact, 很大的提升, 显著提升 */
    {FINDING_VAGUE, is_anything,
	{ONE(CUE_PRAISE, CUE_SIZE, CUE_QUALITY), PERHAPS_OF, ONE(CUE_OUTCOME)}},
    {FINDING_VAGUE, is_anything,
	{ONE(CUE_DEGREE), PERHAPS_OF, ONE(CUE_OUTCOME)}},
    /* results were really impressive, 提升非常明显 */
    {FINDING_VAGUE, is_anything,
	{ONE(CUE_OUTCOME, CUE_MEASURE), PERHAPS(CUE_INTENSITY, CUE_BETWEEN),
	    ONE(CUE_PRAISE)}},
    {FINDING_VAGUE, is_of_others,
	{ONE(CUE_OUTCOME), PERHAPS(CUE_INTENSITY), ONE(CUE_QUALITY)}},
    {FINDING_VAGUE, is_anything,
	{ONE(CUE_MEASURE), FILLED(CUE_INTENSITY), ONE(CUE_QUALITY)}},
    {FINDING_VAGUE, is_anything,
	{ONE(CUE_OUTCOME), PERHAPS(CUE_INTENSITY),
	    ONE(CUE_DEGREE, CUE_CHANGE)}},
    /* 口碑也很好 */
    {FINDING_VAGUE, is_anything,
	{ONE(CUE_OUTCOME, CUE_MEASURE), FILLED(CUE_INTENSITY), ONE(CUE_SIZE)}},
    /* 快了很多 */
    {FINDING_VAGUE, is_anything,
	{ONE(CUE_SIZE, CUE_QUALITY), FILLED(CUE_INTENSITY),
	    ONE(CUE_SIZE, CUE_DEGREE)}},
    /* users really loved, 大家都认可 */
    {FINDING_VAGUE, is_of_others,
	{ONE(CUE_CROWD), PERHAPS(CUE_INTENSITY, CUE_BETWEEN),
	    ONE(CUE_LIKING, CUE_QUALITY)}},
    {FINDING_VAGUE, is_liked, {ONE(CUE_LIKING)}},
    /* worked very closely with */
    {FINDING_COLLABORATION, is_with_people,
	{ONE(CUE_JOINT), PERHAPS(CUE_INTENSITY), SOME(CUE_ALONG)}},
    /* my manager then decided, 领导拍板 */
    {FINDING_COLLABORATION, is_anything,
	{ONE(CUE_OTHERS), PERHAPS(CUE_BETWEEN), ONE(CUE_RULING)}},
};

/* The longest word of the step's kinds that begins at the token. */
static const struct hit *
word_of(const struct reading *reading, const struct step *step, size_t at)
{
	const struct hit *longest = NULL;

	for (size_t i = 0; i < ALL_KINDS && step->kinds[i] != FINDING_METRIC;
	     i++) {
		const struct hit *hit =
		    reading_hit(reading, at, step->kinds[i]);

		if (hit != NULL && (longest == NULL || hit->end > longest->end))
			longest = hit;
	}
	return longest;
}

/* Goes through one step from `*at`; false where it isn't there. */
static bool
take_step(const struct reading *reading, const struct step *step, size_t *at,
    const char **why)
{
	int n = 0;

	for (; n < step->most; n++) {
		const struct hit *hit = word_of(reading, step, *at);

		if (hit != NULL && hit->phrase->why[0] != '\0')
			*why = hit->phrase->why;
		if (hit != NULL)
			*at = hit->end;
		else if (step->or_this != NULL && step->or_this(reading, *at))
			++*at;
		else
			break;
	}
	return n >= step->least;
}

static void
read_form(struct reading *reading, const struct form *form, size_t first)
{
	const char *why = "";
	size_t at = first;

	for (int i = 0; i < STEPS && form->steps[i].most > 0; i++)
		if (!take_step(reading, &form->steps[i], &at, &why))
			return;
	if (reading_token(reading, at - 1)->sentence !=
		reading_token(reading, first)->sentence ||
	    !form->may_be(reading, first, at))
		return;
	if (form->finding == FINDING_VAGUE)
		reading_claim(reading, first, at, why);
	else
		reading_find(reading, form->finding, first, at, why);
}

static bool
may_begin(const struct form *form, enum phrase_kind kind)
{
	for (size_t i = 0; i < ALL_KINDS && kind != FINDING_METRIC; i++)
		if (form->steps[0].kinds[i] == kind)
			return true;
	return false;
}

void
analyse_forms(struct reading *reading)
{
	for (size_t i = 0; i < reading->n_hits; i++)
		for (size_t k = 0; k < sizeof(forms) / sizeof(forms[0]); k++) {
			const struct hit *hit = &reading->hits[i];

			if (may_begin(&forms[k], hit->phrase->kind))
				read_form(reading, &forms[k], hit->first);
		}
}
