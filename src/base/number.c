/* SPDX-License-Identifier: MIT */
#include "base/number.h"

#include <errno.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A uint64_t holds as many digits for certain; more change nothing that a
 * double can tell apart. */
enum { DIGITS_KEPT = 18 };

/* What a text shows of a number. */
enum { TEN = 10, DECIMALS = 4, UNITS = 10000 };

/* printf() writes the locale's decimal point, of one byte or more. */
static void
put_dot(char *text)
{
	char *point = text + strspn(text, "-0123456789");
	char *rest = point;

	while (*rest != '\0' && strchr("+-e0123456789", *rest) == NULL)
		rest++;
	if (rest == point)
		return;
	*point = '.';
	memmove(point + 1, rest, strlen(rest) + 1);
}

/* Digits of `n`, at least `least` of them; returns their end. */
static char *
put_digits(char *to, uint64_t n, int least)
{
	char digits[NUMBER_SIZE];
	char *from = digits + sizeof(digits);

	for (; n > 0 || least > 0; n /= TEN, least--)
		*--from = (char)('0' + n % TEN);
	while (from < digits + sizeof(digits))
		*to++ = *from++;
	return to;
}

/* What "%.4f" would write, without its trailing zeros; returns its end.  NULL
 * where the product, which is rounded once, leaves in doubt to which side to
 * round. */
static char *
put_plainly(char *out, double value)
{
	/* Below it a product's last digit is worth less than 1e-3. */
	const double clear_below = 1e12, doubtful = 0.49;
	double scaled = fabs(value) * UNITS;

	if (!(scaled < clear_below))
		return NULL;
	int64_t units = (int64_t)(scaled + 0.5);

	if (fabs(scaled - (double)units) > doubtful)
		return NULL;
	if (value < 0 && units > 0)
		*out++ = '-';
	out = put_digits(out, (uint64_t)units / UNITS, 1);
	if (units % UNITS > 0) {
		*out++ = '.';
		out = put_digits(out, (uint64_t)units % UNITS, DECIMALS);
		while (out[-1] == '0')
			out--;
	}
	*out = '\0';
	return out;
}

size_t
number_text(char out[NUMBER_SIZE], double value)
{
	/* From here on a double has no place for 4 decimals, nor has `out`. */
	const double exact_below = 1e15;
	char *end = put_plainly(out, value);

	if (end != NULL)
		return (size_t)(end - out);
	if (!(fabs(value) < exact_below)) {
		number_exact(out, value);
		return strlen(out);
	}
	snprintf(out, NUMBER_SIZE, "%.4f", value);
	put_dot(out);
	end = out + strlen(out);
	while (end[-1] == '0')
		end--;
	if (end[-1] == '.')
		end--;
	*end = '\0';
	if (strcmp(out, "-0") == 0)
		strcpy(out, "0");
	return strlen(out);
}

/* What "%.15g" would write of a whole number; false where it is none. */
static bool
put_whole(char *out, double value)
{
	const double exact_below = 1e15;

	if (!(fabs(value) < exact_below) || (value <= 0 && signbit(value)))
		return false;
	uint64_t whole = (uint64_t)value;

	if ((double)whole < value)
		return false;
	*put_digits(out, whole, 1) = '\0';
	return true;
}

void
number_exact(char out[NUMBER_SIZE], double value)
{
	if (put_whole(out, value))
		return;
	snprintf(out, NUMBER_SIZE, "%.15g", value);
	put_dot(out);
}

static double
power_of_ten(unsigned exponent)
{
	double power = 1;

	while (exponent-- > 0)
		power *= 10;
	return power;
}

/*
 * strtod() would expect the locale's point.  Up to 15 digits the result is
 * the nearest double, as both sides of the one division are exact.
 */
bool
number_parse(const char *text, double *value)
{
	const char *c = *text == '-' || *text == '+' ? text + 1 : text;
	uint64_t digits = 0;
	unsigned kept = 0, decimals = 0, dropped = 0;
	bool any = false, dot = false;

	for (; (*c >= '0' && *c <= '9') || (*c == '.' && !dot); c++) {
		if (*c == '.') {
			dot = true;
			continue;
		}
		any = true;
		if (kept < DIGITS_KEPT) {
			digits = digits * 10 + (uint64_t)(*c - '0');
			kept += digits > 0;
			decimals += dot;
		} else if (!dot) {
			dropped++;
		}
	}
	if (!any || *c != '\0')
		return false;
	double size =
	    (double)digits / power_of_ten(decimals) * power_of_ten(dropped);

	if (!isfinite(size))
		return false;
	*value = *text == '-' ? -size : size;
	return true;
}

bool
number_parse_int(const char *text, int64_t low, int64_t high, int64_t *value)
{
	const char *digits = *text == '-' ? text + 1 : text;
	char *end;

	/* strtoimax() would also take spaces and a plus. */
	if (*digits < '0' || *digits > '9')
		return false;
	errno = 0;
	intmax_t number = strtoimax(text, &end, 10);

	if (*end != '\0' || errno != 0 || number < low || number > high)
		return false;
	*value = number;
	return true;
}
