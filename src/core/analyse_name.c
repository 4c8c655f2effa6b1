/* SPDX-License-Identifier: MIT */
/* Numbers that are no figures: dates, times of day, versions, products,
 * ordinals, items of a list. */
#include "core/analyse_reading.h"

enum {
	YEAR_FIRST = 1900,
	YEAR_LAST = 2099,
	YEAR_BYTES = 4,
	MINUTE_BYTES = 2,
	DAYS = 31,
	ITEMS = 100, /* the items of a list have lower numbers */
};

static bool
is_glued_mark(const struct reading *reading, size_t at, uint32_t cp)
{
	return reading_has(reading, at, cp) && reading_glued(reading, at);
}

static bool
is_glued_number(const struct reading *reading, size_t at)
{
	return reading_type(reading, at, TOKEN_NUMBER) &&
	       reading_glued(reading, at);
}

static bool
is_whole(const struct number *number, double low, double high)
{
	return !number->exact && number->value >= low && number->value <= high;
}

/* Something that only a figure has follows: a per cent sign, a currency. */
static bool
is_plain(const struct reading *reading, const struct number *number)
{
	return !number->has_unit && !reading_has(reading, number->end, '%');
}

/* `Q3`, `GPT-4`, `17.4.1`: it touches a name on the left. */
static bool
continues_name(const struct reading *reading, const struct number *number)
{
	size_t at = number->first;

	/* GMV4300万 is no name */
	if (at == 0 || !reading_glued(reading, at) || number->scaled)
		return false;
	if (reading_type(reading, at - 1, TOKEN_WORD))
		return true;
	if (!reading_glued(reading, at - 1))
		return false;
	if (reading_has(reading, at - 1, '.'))
		return reading_type(reading, at - 2, TOKEN_NUMBER);
	return reading_has(reading, at - 1, '-') &&
	       reading_type(reading, at - 2, TOKEN_WORD);
}

/* `a_word_012`, `100%_sure`. */
static bool
is_in_identifier(const struct reading *reading, const struct number *number)
{
	size_t end = number->end;

	if (is_glued_mark(reading, end, '%'))
		end++;
	return is_glued_mark(reading, end, '_') ||
	       (reading_glued(reading, number->first) &&
		   reading_has(reading, number->first - 1, '_'));
}

/* `the 11.11 sale`, 双11: of a phrase that says nothing; `618 users` counts. */
static bool
is_in_phrase(const struct reading *reading, const struct number *number)
{
	return reading->quiet_end[number->first] >= number->end &&
	       is_plain(reading, number) &&
	       reading_hit(reading, number->end, CUE_UNIT) == NULL;
}

/* `5G`, `2x2`: letters touch it on the right that are no unit. */
static bool
begins_name(const struct reading *reading, const struct number *number)
{
	size_t at = number->end;

	return reading_type(reading, at, TOKEN_WORD) &&
	       reading_glued(reading, at) &&
	       reading_hit(reading, at, CUE_UNIT) == NULL &&
	       reading_hit(reading, at, CUE_TIME) == NULL;
}

static bool
is_ordinal(const struct reading *reading, const struct number *number)
{
	return reading_has(reading, number->first - 1, '#') ||
	       reading_has(reading, number->first - 1, HAN_ORDINAL) ||
	       (reading_glued(reading, number->end) &&
		   reading_is(reading, number->end, GRAMMAR_ORDINAL));
}

/* `Windows 11`, `week 6`; but `each week 300 users`. */
static bool
follows_name(const struct reading *reading, const struct number *number)
{
	const struct token *before = reading_token(reading, number->first - 1);

	if (!is_plain(reading, number) ||
	    reading_has(reading, number->first - 2, HAN_EACH) || /* 每周 */
	    reading_hit_before(reading, number->first, CUE_NAME) == NULL)
		return false;
	return before->type != TOKEN_WORD || before->capital ||
	       reading_hit(reading, number->end, CUE_UNIT) == NULL;
}

/* `12 March`, `May 5`, 3月. */
static bool
is_in_month(const struct reading *reading, const struct number *number)
{
	return is_whole(number, 1, DAYS) &&
	       (reading_is(reading, number->first - 1, GRAMMAR_MONTH) ||
		   reading_is(
		       reading, number->end, GRAMMAR_MONTH | GRAMMAR_DAY));
}

static bool
is_year(const struct reading *reading, const struct number *number)
{
	const struct token *digits = reading_token(reading, number->digits);

	return digits->n == YEAR_BYTES &&
	       is_whole(number, YEAR_FIRST, YEAR_LAST) &&
	       is_plain(reading, number) &&
	       reading_hit(reading, number->end, CUE_UNIT) == NULL &&
	       !(reading_glued(reading, number->end) &&
		   reading_hit(reading, number->end, CUE_COUNT) != NULL);
}

/* `1.`, `2)` and (3) where something begins. */
static bool
is_item(const struct reading *reading, const struct number *number)
{
	const struct token *token = reading_token(reading, number->first);
	const struct token *before = reading_token(reading, number->first - 1);
	bool is_first = before == NULL || token->line_start ||
			before->clause != token->clause || before->cp == '(';

	if (!is_first || !is_whole(number, 0, ITEMS) ||
	    !is_plain(reading, number))
		return false;
	return is_glued_mark(reading, number->end, ')') ||
	       (token->line_start &&
		   (is_glued_mark(reading, number->end, '.') ||
		       is_glued_mark(reading, number->end, ',')));
}

/* `met Anna 3 times` aside, a number behind a capital letter is of a name. */
static bool
follows_capital(const struct reading *reading, const struct number *number)
{
	size_t at = number->first - 1;
	const struct token *before = reading_token(reading, at);
	const struct token *first = reading_token(reading, at - 1);

	if (before == NULL || !before->capital || first == NULL ||
	    first->sentence != before->sentence ||
	    grammar_is(before, GRAMMAR_I | GRAMMAR_STOP))
		return false;
	return !number->exact && is_plain(reading, number) &&
	       reading_hit_before(reading, number->first, CUE_MEASURE) ==
		   NULL &&
	       reading_hit(reading, number->end, CUE_UNIT) == NULL &&
	       reading_hit(reading, number->end, CUE_TIME) == NULL;
}

static bool
is_minutes(const struct reading *reading, size_t at)
{
	return reading_token(reading, at)->n == MINUTE_BYTES;
}

/* `by 2/3`, 少了2/3: a share where one is led to. */
static bool
is_share(const struct reading *reading, const struct number *number, size_t end)
{
	struct number second;

	return reading_is(reading, end, GRAMMAR_OF) ||
	       reading_has(reading, end, HAN_HAVING) ||
	       ((reading_is(reading, number->first - 1, GRAMMAR_LEAD) ||
		    reading_has(reading, number->first - 1, HAN_DONE)) &&
		   number_read(reading, end - 1, &second) &&
		   number->value < second.value);
}

/* Where `11/11`, `24/7`, `10:30`, `2026-11-20` or `17.4.1` ends; its start
 * where it is no such thing: `4.6/5`, `1/3 of`, `1:3` and `10-15` are not. */
static size_t
compound_end(const struct reading *reading, const struct number *number)
{
	size_t at = number->digits + 1, parts = 1;
	const struct token *mark = reading_token(reading, at);

	if (mark == NULL)
		return number->first;
	while (is_glued_mark(reading, at, mark->cp) &&
	       is_glued_number(reading, at + 1)) {
		at += 2;
		parts++;
	}
	if (parts > 2 || (parts == 2 && mark->cp == '.'))
		return at;
	if (parts < 2 || number->exact)
		return number->first;
	if (mark->cp == '/' && !is_share(reading, number, at))
		return at;
	if (mark->cp == ':' && is_minutes(reading, at - 1))
		return at;
	return number->first;
}

static bool (*const checks[])(const struct reading *, const struct number *) = {
    continues_name,
    is_in_identifier,
    is_in_phrase,
    begins_name,
    is_ordinal,
    follows_name,
    is_in_month,
    is_year,
    is_item,
    follows_capital,
};

bool
number_is_name(
    const struct reading *reading, const struct number *number, size_t *end)
{
	*end = number->end;
	if (number->in_words)
		return is_ordinal(reading, number) ||
		       follows_name(reading, number);
	*end = compound_end(reading, number);
	if (*end > number->first)
		return true;
	*end = number->end;
	for (size_t i = 0; i < sizeof(checks) / sizeof(checks[0]); i++)
		if (checks[i](reading, number))
			return true;
	return false;
}
