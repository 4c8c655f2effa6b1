/* SPDX-License-Identifier: MIT */
/* Figures alone, and from one to another. */
#include "core/analyse_reading.h"

enum {
	ABOUT = 2, /* words between `from` or `to` and the number */
	APART = 6, /* tokens between the two numbers of a pair */
};

static const char why_figure[] = "A figure that can be checked";
static const char why_pair[] =
    "From what to what: a change that can be checked";

static size_t
skip_about(const struct reading *reading, size_t at)
{
	for (int n = 0; n < ABOUT; n++)
		if (reading_is(reading, at, GRAMMAR_LEAD) ||
		    reading_has(reading, at, '~') ||
		    reading_has(reading, at, HAN_DONE)) /* 到了 */
			at++;
	return at;
}

static size_t
other_end(const struct reading *reading, const struct figure *other)
{
	return other->unit == NULL ? figure_ratio_end(reading, &other->number)
				   : figure_rate_end(reading, other->end);
}

/* 每4个人里有3个, 5个里有4个: where it ends, or its start. */
static size_t
share_end(const struct reading *reading, size_t from)
{
	bool is_each = reading_has(reading, from, HAN_EACH);
	const struct token *tokens = reading->tokens.at;
	struct figure all, some;

	if (!figure_read(reading, is_each ? from + 1 : from, &all))
		return from;
	if (reading_has(reading, all.end, HAN_PIECE))
		all.end++;
	if (!is_each && !reading_has(reading, all.end, HAN_AMONG))
		return from;
	for (size_t at = all.end; at <= all.end + APART; at++) {
		if (at >= reading->tokens.n ||
		    tokens[at].clause != tokens[from].clause)
			return from;
		if (reading_has(reading, at, HAN_HAVE) &&
		    figure_read(reading, skip_about(reading, at + 1), &some))
			return some.end;
	}
	return from;
}

/* The 每月 of 从每月6起. */
static size_t
skip_each(const struct reading *reading, size_t at)
{
	const struct hit *time = reading_hit(reading, at + 1, CUE_TIME);

	return time != NULL && reading_has(reading, at, HAN_EACH) ? time->end
								  : at;
}

/* `from 3.1 % to 4.4 %`, 从5周缩短到2周: where it ends, or its start. */
static size_t
change_end(const struct reading *reading, size_t from)
{
	struct figure one, other;
	const struct token *tokens = reading->tokens.at;
	bool is_between = reading_is(reading, from, GRAMMAR_BETWEEN);

	if (!reading_is(reading, from, GRAMMAR_FROM | GRAMMAR_BETWEEN) ||
	    !figure_read(reading,
		skip_about(reading, skip_each(reading, from + 1)), &one))
		return from;
	for (size_t at = one.end; at <= one.end + APART; at++) {
		if (at >= reading->tokens.n ||
		    tokens[at].clause != tokens[from].clause)
			return from;
		if (reading_is(
			reading, at, is_between ? GRAMMAR_JOIN : GRAMMAR_TO) &&
		    figure_read(reading, skip_about(reading, at + 1), &other))
			return other_end(reading, &other);
	}
	return from;
}

/* `10-15 %`, `$3-4bn`: the second number says what the first one counts, or
 * the other way round; `by half to 1.5M` are two. */
static bool
is_range(const struct reading *reading, const struct figure *one,
    const struct figure *other)
{
	if (one->number.in_words && one->number.value < 1)
		return false;
	if (!figure_is_measured(reading, other) && !one->number.has_unit)
		return false;
	return one->unit == NULL ||
	       (other->unit != NULL &&
		   other->unit->phrase == one->unit->phrase);
}

/* `10-15 %`, `3.1% -> 4.4%`, 两到三周: where it ends, or the first's end. */
static size_t
range_end(const struct reading *reading, const struct figure *one)
{
	size_t at = one->end;
	struct figure other;

	if (!reading_is(reading, at, GRAMMAR_TO) ||
	    reading_has(reading, at, HAN_AS))
		return one->end;
	if (reading_has(reading, at, '-') && reading_has(reading, at + 1, '>'))
		at++;
	if (!figure_read(reading, skip_about(reading, at + 1), &other))
		return one->end;
	if (reading_has(reading, at, '>'))
		return other_end(reading, &other);
	if (!is_range(reading, one, &other))
		return one->end;
	return figure_rate_end(reading, other.end);
}

/* `3 hours 40 minutes`. */
static size_t
span_end(const struct reading *reading, const struct figure *figure)
{
	struct figure next;

	if (figure->unit->phrase->kind == CUE_TIME &&
	    figure_read(reading, figure->end, &next) && next.unit != NULL &&
	    next.unit->phrase->kind == CUE_TIME)
		return next.end;
	return figure->end;
}

/* `four a day`, `2.5 per household`, `4 runs a week`, but not `at 10 every
 * day`: where it ends, or the number's end. */
static size_t
rate_end(const struct reading *reading, const struct number *number)
{
	size_t at = number->end, end;

	if (number->value <= 1)
		return at;
	if (number->in_words || number->exact ||
	    reading_is(reading, at, GRAMMAR_PER | GRAMMAR_ARTICLE))
		return figure_rate_end(reading, at);
	end = figure_rate_end(reading, at + 1);
	return reading_type(reading, at, TOKEN_WORD) && end > at + 1 ? end : at;
}

/* Where the figure ends, with all that belongs to it; its start where it says
 * nothing of how much. */
static size_t
whole_end(const struct reading *reading, const struct figure *figure)
{
	size_t end = range_end(reading, figure);

	if (end > figure->end)
		return end;
	if (figure_is_measured(reading, figure)) {
		if (figure->unit != NULL)
			end = span_end(reading, figure);
		return figure_rate_end(reading, end);
	}
	if (figure->unit != NULL) {
		end = figure_rate_end(reading, figure->end);
		return end > figure->end ? end : figure->number.first;
	}
	end = figure_ratio_end(reading, &figure->number);
	if (end == figure->number.end)
		end = rate_end(reading, &figure->number);
	if (end > figure->number.end)
		return end;
	end = figure_bare_end(reading, &figure->number);
	return end > figure->number.first ? figure_rate_end(reading, end) : end;
}

static const char *
why_of(const struct figure *figure)
{
	return figure->unit != NULL && *figure->unit->phrase->why != '\0'
		   ? figure->unit->phrase->why
		   : why_figure;
}

/* Notes the figure that begins at the token, where one does; returns the token
 * to go on at. */
static size_t
read_figure(struct reading *reading, size_t at)
{
	struct figure figure;
	size_t end;

	if (!number_read(reading, at, &figure.number))
		return at + 1;
	if (number_is_name(reading, &figure.number, &end))
		return end;
	figure_read(reading, at, &figure);
	end = whole_end(reading, &figure);
	if (end == at)
		return figure.number.end;
	reading_find(reading, FINDING_METRIC, at, end, why_of(&figure));
	return end;
}

void
analyse_metrics(struct reading *reading)
{
	for (size_t at = 0; at < reading->tokens.n;) {
		size_t end = change_end(reading, at);

		if (end == at)
			end = share_end(reading, at);
		if (end > at) {
			reading_find(
			    reading, FINDING_METRIC, at, end, why_pair);
			at = end;
		} else {
			at = read_figure(reading, at);
		}
	}
}
