/* SPDX-License-Identifier: MIT */
/* A number with what it counts, and whether that says how much. */
#include "core/analyse_reading.h"

enum {
	TEN = 10,      /* a smaller number needs a unit to be a figure */
	MANY = 50,     /* people from here on are reach, not a head count */
	MODIFIERS = 2, /* words between number and unit: `daily active` */
	NEAR = 4,      /* tokens back in which a measure leads to a number */
	WINDOW = 12,   /* and in which it makes sense of a small one */
	RATIO = 100,   /* `1 in 5`: the second number is no higher */
};

static bool
is_noun(const struct reading *reading, size_t at)
{
	return reading_type(reading, at, TOKEN_WORD) &&
	       !reading_is(reading, at,
		   GRAMMAR_STOP | GRAMMAR_LEAD | GRAMMAR_NUMBER |
		       GRAMMAR_MONTH | GRAMMAR_LAST | GRAMMAR_AGO);
}

static bool
is_unit(const struct figure *figure, enum phrase_kind kind)
{
	return figure->unit != NULL && figure->unit->phrase->kind == kind;
}

/* The longest unit, time span or thing counted that begins at the token. */
static const struct hit *
unit_at(const struct reading *reading, size_t at)
{
	static const enum phrase_kind kinds[] = {CUE_UNIT, CUE_TIME, CUE_COUNT};
	const struct hit *longest = NULL;

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		const struct hit *hit = reading_hit(reading, at, kinds[i]);

		if (hit != NULL && (longest == NULL || hit->end > longest->end))
			longest = hit;
	}
	return longest;
}

static bool
is_half(const struct number *number)
{
	return number->in_words && number->value > 0 && number->value < 1;
}

/* `3 weeks`, `9-person`, `40 daily active users`. */
static const struct hit *
find_unit(const struct reading *reading, const struct number *number)
{
	size_t at = number->end;
	const struct hit *unit;

	if (reading_has(reading, at, '-') && reading_glued(reading, at) &&
	    reading_glued(reading, at + 1))
		at++;
	else if (is_half(number) && reading_is(reading, at, GRAMMAR_ARTICLE))
		at++;
	unit = unit_at(reading, at);
	for (size_t n = 0; unit == NULL && n < MODIFIERS; n++) {
		if (!is_noun(reading, at))
			return NULL;
		unit = unit_at(reading, ++at);
	}
	return unit;
}

bool
figure_read(const struct reading *reading, size_t at, struct figure *figure)
{
	struct number *number = &figure->number;
	size_t end;

	if (!number_read(reading, at, number) ||
	    number_is_name(reading, number, &end))
		return false;
	figure->unit = find_unit(reading, number);
	figure->end = figure->unit != NULL ? figure->unit->end : number->end;
	return true;
}

/* 之后 and 以内 are 后 and 内. */
static size_t
skip_particle(const struct reading *reading, size_t at)
{
	return reading_has(reading, at, HAN_OF) ||
		       reading_has(reading, at, HAN_BY)
		   ? at + 1
		   : at;
}

/* `3 weeks`, but not `3 weeks ago`, `the last 3 weeks`, `3 years old`. */
static bool
is_span(const struct reading *reading, const struct figure *figure)
{
	const struct number *number = &figure->number;
	size_t at = skip_particle(reading, figure->end);

	if (reading_is(reading, at, GRAMMAR_OF))
		at++;
	if (reading_is(reading, at, GRAMMAR_AGE | GRAMMAR_AGO))
		return false;
	/* 用了一周, 提前两天 */
	if (reading_has(reading, number->first - 1, HAN_DONE) ||
	    reading_hit_before(reading, number->first, CUE_LEVEL) != NULL)
		return true;
	if (reading_is(reading, number->first - 1, GRAMMAR_LAST))
		return false;
	/* 一年 is `a year`: only 一年内 and 用了一年 say how long */
	return !reading_has(reading, number->digits, HAN_ONE) ||
	       number->end > number->digits + 1 ||
	       reading_has(reading, at, HAN_WITHIN);
}

/* In words, a small number of anything but time is mere talk: `one user`,
 * 一点, 十分. */
static bool
is_talk(const struct reading *reading, const struct number *number)
{
	if (!number->in_words || number->exact)
		return false;
	if (reading_type(reading, number->digits, TOKEN_HAN))
		return number->value <= TEN;
	return number->value > 0 && number->value < 2;
}

/* `0.8 cars per head`: nobody counts to that. */
static bool
is_mean(const struct number *number)
{
	return number->exact && !number->scaled && !number->in_words;
}

bool
figure_is_measured(const struct reading *reading, const struct figure *figure)
{
	if (figure->number.has_unit)
		return true;
	if (is_unit(figure, CUE_TIME))
		return is_span(reading, figure);
	if (is_unit(figure, CUE_UNIT))
		return !is_talk(reading, &figure->number);
	return is_unit(figure, CUE_COUNT) &&
	       (figure->number.value >= MANY || is_mean(&figure->number));
}

size_t
figure_rate_end(const struct reading *reading, size_t at)
{
	const struct hit *time = reading_hit(reading, at + 1, CUE_TIME);

	if (time != NULL && reading_is(reading, at, GRAMMAR_PER | GRAMMAR_EACH))
		return time->end;
	if (reading_is(reading, at, GRAMMAR_PER) &&
	    (is_noun(reading, at + 1) ||
		reading_type(reading, at + 1, TOKEN_HAN)))
		return at + 2;
	return at;
}

size_t
figure_ratio_end(const struct reading *reading, const struct number *first)
{
	size_t at = first->end;
	bool is_in = reading_is(reading, at, GRAMMAR_IN);
	struct number second;
	size_t end;

	if (reading_has(reading, at, '/') || reading_has(reading, at, ':'))
		return reading_glued(reading, at + 1) &&
			       reading_type(reading, at + 1, TOKEN_NUMBER)
			   ? at + 2
			   : at;
	if (reading_is(reading, at, GRAMMAR_OUT))
		at++;
	else if (first->in_words && first->value <= 1 && !is_in)
		return first->end; /* one of four */
	if (!reading_is(reading, at, GRAMMAR_OF) && !is_in)
		return first->end;
	/* `six of the ten` */
	at++;
	if (!is_in && reading_is(reading, at, GRAMMAR_NOUN))
		at++;
	if (!number_read(reading, at, &second) ||
	    number_is_name(reading, &second, &end) ||
	    second.value < first->value ||
	    (is_in && (second.value > RATIO || first->value > TEN)))
		return first->end;
	return second.end;
}

/* What is measured, or moved, stands before it in its clause. */
static bool
is_about(const struct reading *reading, size_t at, size_t window)
{
	const struct token *tokens = reading->tokens.at;

	for (size_t n = 1; n <= window && n <= at; n++) {
		if (tokens[at - n].clause != tokens[at].clause)
			return false;
		if (reading_hit(reading, at - n, CUE_MEASURE) != NULL ||
		    (window > NEAR &&
			reading_hit(reading, at - n, CUE_CHANGE) != NULL))
			return true;
	}
	return false;
}

/* `we're at 4.6`, `stood at 47`, `down from 11`. */
static bool
is_level(const struct reading *reading, size_t at)
{
	if (reading_is(reading, at - 1, GRAMMAR_FROM))
		return reading_is(reading, at - 2, GRAMMAR_GOES_ON);
	return reading_hit_before(reading, at, CUE_LEVEL) != NULL;
}

/* `-8`, `+31`. */
static bool
is_signed(const struct number *number)
{
	return number->digits > number->first && !number->has_unit;
}

static bool
is_big(const struct number *number)
{
	return number->exact || number->value >= TEN || is_signed(number);
}

/* What leads to it, or what it is about, says that it measures. */
static bool
is_told(const struct reading *reading, const struct number *number)
{
	bool is_led = number->scaled ||
		      reading_is(reading, number->first - 1, GRAMMAR_LEAD) ||
		      is_level(reading, number->first);

	if (is_led)
		return is_big(number) ||
		       is_about(reading, number->first, WINDOW);
	return is_big(number) && is_about(reading, number->first, NEAR);
}

/* `14 lifts`, 20个, 1.5杯. */
static bool
is_of_things(const struct reading *reading, const struct number *number)
{
	size_t at = number->end;

	if (!is_big(number) || is_signed(number))
		return false;
	if (reading_type(reading, at, TOKEN_HAN))
		return reading_has(reading, at, HAN_PIECE) ||
		       (is_mean(number) && reading_glued(reading, at) &&
			   !reading_has(reading, at, HAN_EDITION));
	return is_noun(reading, at) && !reading_token(reading, at)->capital;
}

static bool
is_plural(const struct reading *reading, size_t at)
{
	const struct token *token = reading_token(reading, at);

	return token->type == TOKEN_HAN ||
	       reading->s[token->at + token->n - 1] == 's';
}

/* `fifteen workshops`, 二十个; a ten in words may be mere talk. */
static bool
is_of_many(const struct reading *reading, const struct number *number)
{
	return number->value > TEN && is_of_things(reading, number) &&
	       is_plural(reading, number->end);
}

size_t
figure_bare_end(const struct reading *reading, const struct number *number)
{
	if (reading_is(reading, number->end, GRAMMAR_AGE))
		return number->first;
	if (number->in_words)
		return is_of_many(reading, number) ? number->end + 1
						   : number->first;
	if (is_told(reading, number))
		return number->end;
	return is_of_things(reading, number) ? number->end + 1 : number->first;
}
