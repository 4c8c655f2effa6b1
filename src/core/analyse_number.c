/* SPDX-License-Identifier: MIT */
/* Numbers in digits and in words. */
#include "core/analyse_reading.h"

enum {
	TEN = 10,
	PERCENT_TOKENS = 3, /* of 百分之 */
	CURRENCIES = 2,     /* `US$` */
};

/* Sets value and exactness by the digits. */
static void
add_digits(const struct reading *reading, struct number *number)
{
	const struct token *token = reading_token(reading, number->end++);
	char digits[TOKEN_FOLDED];
	size_t n = token_fold(token, reading->s, digits);
	double unit = 0;

	for (size_t i = 0; i < n; i++) {
		if (digits[i] == '.')
			unit = 1;
		number->exact |= digits[i] == '.' || digits[i] == ',';
		if (digits[i] < '0' || digits[i] > '9')
			continue;
		unit *= TEN;
		number->value = number->value * TEN + (digits[i] - '0');
	}
	if (unit > 0)
		number->value /= unit;
}

static bool
is_b(const struct token *token)
{
	return token->cp == 'b' && token->n == 1;
}

/* `k` must touch its digits, and 万 what it belongs to; `million` need not.
 * `b` alone may as well be a business. */
static bool
is_scale(const struct reading *reading, const struct number *number)
{
	size_t at = number->end;

	if (!reading_is(reading, at, GRAMMAR_SCALE))
		return false;
	if (is_b(reading_token(reading, at)))
		return number->has_unit && reading_glued(reading, at);
	return !reading_is(reading, at, GRAMMAR_LETTER) ||
	       (reading_glued(reading, at) && !number->in_words);
}

/* Beyond a hundred only the order of a number in words matters. */
static void
add_scales(const struct reading *reading, struct number *number)
{
	while (is_scale(reading, number)) {
		double scale =
		    grammar_value(reading_token(reading, number->end));

		number->value *= scale;
		number->exact = number->scaled = true;
		number->end++;
	}
}

static bool
is_word(const struct reading *reading, const struct number *number)
{
	const struct token *before = reading_token(reading, number->end - 1);

	if (!reading_is(reading, number->end, GRAMMAR_NUMBER))
		return false;
	/* 三 十 五 is one number where it is written as one */
	if (before->type == TOKEN_HAN)
		return reading_glued(reading, number->end) &&
		       reading_type(reading, number->end, TOKEN_HAN);
	/* `twenty five`, but not `five five` */
	return before->type == TOKEN_WORD && number->value >= TEN;
}

static void
add_words(const struct reading *reading, struct number *number)
{
	number->in_words = true;
	if (reading_is(reading, number->end, GRAMMAR_NUMBER))
		number->value =
		    grammar_value(reading_token(reading, number->end++));
	else
		number->value = 1;
	/* `half a million` */
	if (reading_is(reading, number->end, GRAMMAR_ARTICLE) &&
	    reading_is(reading, number->end + 1, GRAMMAR_SCALE))
		number->end++;
	for (;;) {
		add_scales(reading, number);
		if (!is_word(reading, number))
			break;
		number->value +=
		    grammar_value(reading_token(reading, number->end++));
	}
	/* `two and a half` */
	if (reading_is(reading, number->end, GRAMMAR_JOIN) &&
	    reading_is(reading, number->end + 1, GRAMMAR_ARTICLE) &&
	    reading_is(reading, number->end + 2, GRAMMAR_NUMBER))
		number->end += 3;
}

/* `under an hour`, `in a week`, `took a month`: here the article is a
 * number. */
static bool
is_bound(const struct reading *reading, size_t at)
{
	bool is_led = reading_is(reading, at - 1, GRAMMAR_LEAD | GRAMMAR_IN) &&
		      !reading_is(reading, at - 1, GRAMMAR_TO | GRAMMAR_OF);

	return reading_type(reading, at - 1, TOKEN_WORD) &&
	       (is_led || reading_hit_before(reading, at, CUE_LEVEL) != NULL) &&
	       reading_hit(reading, at + 1, CUE_TIME) != NULL;
}

/* 十二, `a dozen`, but neither 万 nor `hundred` alone. */
static bool
begins_in_words(const struct reading *reading, size_t at)
{
	const struct token *token = reading_token(reading, at);

	if (token == NULL)
		return false;
	if (grammar_is(token, GRAMMAR_NUMBER))
		return true;
	if (grammar_is(token, GRAMMAR_ARTICLE))
		return is_bound(reading, at) ||
		       (reading_is(reading, at + 1, GRAMMAR_SCALE) &&
			   !reading_is(reading, at + 1, GRAMMAR_LETTER));
	return token->type == TOKEN_HAN && grammar_value(token) > 1 &&
	       grammar_value(token) <= TEN;
}

/* `$`, `RMB`, `US$`, but not the `us` of `gave us 200`. */
static bool
is_currency(const struct reading *reading, size_t at)
{
	return reading_is(reading, at, GRAMMAR_CURRENCY) &&
	       (!reading_is(reading, at, GRAMMAR_STOP) ||
		   reading_is(reading, at + 1, GRAMMAR_CURRENCY));
}

/* 百分之. */
static bool
is_percent(const struct reading *reading, size_t at)
{
	return reading_has(reading, at, HAN_HUNDRED) &&
	       reading_has(reading, at + 1, HAN_PART) &&
	       reading_has(reading, at + 2, HAN_OF);
}

/* 20多, 四百多. */
static void
skip_odd(const struct reading *reading, struct number *number)
{
	if (reading_glued(reading, number->end) &&
	    reading_is(reading, number->end, GRAMMAR_ODD))
		number->end++;
}

/* A sign, a currency, 百分之. */
static void
read_prefix(const struct reading *reading, struct number *number)
{
	size_t at = number->end;

	if ((reading_has(reading, at, '+') || reading_has(reading, at, '-')) &&
	    reading_glued(reading, at + 1) &&
	    (!reading_glued(reading, at) ||
		reading_type(reading, at - 1, TOKEN_MARK)))
		number->end++;
	if (is_percent(reading, number->end)) {
		number->has_unit = true;
		number->end += PERCENT_TOKENS;
	}
	for (int n = 0; n < CURRENCIES && is_currency(reading, number->end);
	     n++) {
		number->has_unit = true;
		number->end++;
	}
}

static void
read_in_digits(const struct reading *reading, struct number *number)
{
	add_digits(reading, number);
	add_scales(reading, number);
	skip_odd(reading, number);
	add_scales(reading, number);
	if (reading_glued(reading, number->end) &&
	    reading_has(reading, number->end, '+'))
		number->end++;
}

static void
read_in_words(const struct reading *reading, struct number *number)
{
	if (reading_is(reading, number->end, GRAMMAR_ARTICLE)) {
		number->end++;
		number->digits++;
	}
	add_words(reading, number);
	skip_odd(reading, number);
}

bool
number_read(const struct reading *reading, size_t at, struct number *number)
{
	*number = (struct number){.first = at, .end = at};
	read_prefix(reading, number);
	number->digits = number->end;
	if (reading_type(reading, number->end, TOKEN_NUMBER))
		read_in_digits(reading, number);
	else if (begins_in_words(reading, number->end))
		read_in_words(reading, number);
	else
		return false;
	return true;
}
