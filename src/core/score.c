/* SPDX-License-Identifier: MIT */
#include "core/score.h"

#include <math.h>

#include "core/rules.h"

enum { ROUNDED = 1000000000 }; /* denominator of a rounded mean */

static int64_t
gcd(int64_t a, int64_t b)
{
	while (b != 0) {
		int64_t rest = a % b;

		a = b;
		b = rest;
	}
	return a < 0 ? -a : a;
}

struct score
score_of(int64_t num, int64_t den)
{
	int64_t common = gcd(num, den);

	return (struct score){num / common, den / common};
}

/* By continued fractions: compares whole parts, then the inverted rests, so
 * that nothing is multiplied and nothing can overflow. */
int
score_compare(struct score a, struct score b)
{
	int sign = 1;

	for (;;) {
		int64_t whole_a = a.num / a.den, whole_b = b.num / b.den;
		int64_t rest_a = a.num % a.den, rest_b = b.num % b.den;

		if (whole_a != whole_b)
			return whole_a < whole_b ? -sign : sign;
		if (rest_a == 0 || rest_b == 0)
			return sign * ((rest_a > 0) - (rest_b > 0));
		a = (struct score){a.den, rest_a};
		b = (struct score){b.den, rest_b};
		sign = -sign;
	}
}

int
score_compare_units(struct score score, int64_t units)
{
	return score_compare(score, (struct score){units, SCORE_UNIT});
}

static bool
add_exactly(struct score *sum, struct score next)
{
	int64_t common = gcd(sum->den, next.den);
	int64_t left, right, den, num;

	if (__builtin_mul_overflow(sum->num, next.den / common, &left) ||
	    __builtin_mul_overflow(next.num, sum->den / common, &right) ||
	    __builtin_mul_overflow(sum->den, next.den / common, &den) ||
	    __builtin_add_overflow(left, right, &num))
		return false;
	*sum = score_of(num, den);
	return true;
}

void
score_add(struct score_sum *sum, struct score score)
{
	if (sum->n == 0)
		sum->exact = (struct score){0, 1};
	sum->n++;
	sum->about += score_value(score);
	if (!sum->rounded && !add_exactly(&sum->exact, score))
		sum->rounded = true;
}

struct score
score_mean(const struct score_sum *sum)
{
	int64_t den;

	if (sum->n == 0)
		return SCORE_NONE;
	if (sum->rounded ||
	    __builtin_mul_overflow(sum->exact.den, sum->n, &den))
		return score_of(
		    llround(sum->about / (double)sum->n * ROUNDED), ROUNDED);
	return score_of(sum->exact.num, den);
}

double
score_value(struct score score)
{
	return (double)score.num / (double)score.den;
}
