/* SPDX-License-Identifier: MIT */
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "unit.h"

#include "base/number.h"
#include "base/rand.h"

static const struct {
	double value;
	const char *text;
} numbers[] = {
    {0, "0"},
    {3.5, "3.5"},
    {2, "2"},
    {100, "100"},
    {1.0 / 3, "0.3333"},
    {-1.25, "-1.25"},
    {0.00004, "0"},
    {-0.00004, "0"},
    {-0.0, "0"},
    {0.99999, "1"},
    {999999999999999, "999999999999999"},
};

/* As printf() rounds them, half-way cases and what is beside them too. */
static void
numbers_are_rounded_as_printf_rounds(void **state)
{
	struct rand rand = {20260103};
	char text[NUMBER_SIZE], expected[64];

	(void)state;
	for (int i = 0; i < 200000; i++) {
		double value = (double)rand_below(&rand, 2000000000) / 20000;

		if (i % 4 == 1)
			value = nextafter(value, 1e9);
		else if (i % 4 == 2)
			value = nextafter(-value, 1e9);
		else if (i % 4 == 3)
			value *= 1e7;
		snprintf(expected, sizeof(expected), "%.4f", value);
		size_t n = strlen(expected);

		while (expected[n - 1] == '0')
			expected[--n] = '\0';
		if (expected[n - 1] == '.')
			expected[--n] = '\0';
		number_text(text, value);
		assert_string_equal(
		    text, strcmp(expected, "-0") == 0 ? "0" : expected);
	}
}

static void
numbers_are_written_short(void **state)
{
	char text[NUMBER_SIZE];

	(void)state;
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
		number_text(text, numbers[i].value);
		assert_string_equal(text, numbers[i].text);
	}
}

static void
the_largest_numbers_fit(void **state)
{
	char text[NUMBER_SIZE];

	(void)state;
	number_text(text, -DBL_MAX);
	assert_string_equal(text, "-1.79769313486232e+308");
	number_exact(text, -DBL_MIN);
	assert_string_equal(text, "-2.2250738585072e-308");
}

/* Whole ones are written without it. */
static void
exact_numbers_are_those_of_printf(void **state)
{
	static const double values[] = {0, -0.0, 1, -1, 7, 10, 0.5,
	    999999999999999, 1e15, 1e16, 999999999999999.5, 123456.75, -42,
	    1e300, 1.0 / 3};
	char text[NUMBER_SIZE], expected[NUMBER_SIZE];

	(void)state;
	for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++) {
		number_exact(text, values[i]);
		snprintf(expected, sizeof(expected), "%.15g", values[i]);
		assert_string_equal(text, expected);
	}
}

static void
exact_numbers_keep_15_digits(void **state)
{
	char text[NUMBER_SIZE];

	(void)state;
	number_exact(text, 1.0 / 3);
	assert_string_equal(text, "0.333333333333333");
	number_exact(text, 0.1);
	assert_string_equal(text, "0.1");
	number_exact(text, 42);
	assert_string_equal(text, "42");
}

static void
written_numbers_are_read_back(void **state)
{
	char text[NUMBER_SIZE];
	double value;

	(void)state;
	for (int i = -30000; i <= 30000; i += 7) {
		double number = i / 10000.0;

		number_text(text, number);
		assert_true(number_parse(text, &value));
		assert_true(value == number);
	}
}

static void
forms_of_a_number_are_read(void **state)
{
	static const struct {
		const char *text;
		double value;
	} forms[] = {
	    {"+2", 2},
	    {".5", 0.5},
	    {"5.", 5},
	    {"007", 7},
	    {"0.1", 0.1},
	    {"-0.25", -0.25},
	    {"123456789.123456789123456789", 123456789.123456789},
	    {"100000000000000000000", 1e20},
	};
	double value;

	(void)state;
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		assert_true(number_parse(forms[i].text, &value));
		assert_true(fabs(value - forms[i].value) <=
			    fabs(forms[i].value) * 1e-15);
	}
}

static void
what_is_no_number_is_refused(void **state)
{
	static const char *const texts[] = {"", "-", ".", "1,5", "1.2.3", " 1",
	    "1 ", "1e5", "0x10", "nan", "inf", "--1", "1a"};
	double value = 7;

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		assert_false(number_parse(texts[i], &value));
	assert_true(value == 7);
}

static void
a_number_too_large_for_a_double_is_refused(void **state)
{
	char text[400];
	double value;

	(void)state;
	memset(text, '9', sizeof(text));
	text[sizeof(text) - 1] = '\0';
	assert_false(number_parse(text, &value));
}

static void
whole_numbers_are_read_within_their_bounds(void **state)
{
	int64_t value;

	(void)state;
	assert_true(number_parse_int("-3", -3, 5, &value));
	assert_int_equal(value, -3);
	assert_true(number_parse_int("5", -3, 5, &value));
	assert_false(number_parse_int("6", -3, 5, &value));
	assert_false(number_parse_int("-4", -3, 5, &value));
	assert_true(number_parse_int(
	    "-9223372036854775808", INT64_MIN, INT64_MAX, &value));
	assert_true(value == INT64_MIN);
	assert_false(number_parse_int(
	    "9223372036854775808", INT64_MIN, INT64_MAX, &value));
}

static void
what_is_no_whole_number_is_refused(void **state)
{
	static const char *const texts[] = {
	    "", "-", "+1", " 1", "1 ", "1.0", "0x1", "1e2", "one"};
	int64_t value = 7;

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		assert_false(
		    number_parse_int(texts[i], INT64_MIN, INT64_MAX, &value));
	assert_int_equal(value, 7);
}

/* Locales with a comma, as far as the machine has one. */
static void
the_locale_changes_nothing(void **state)
{
	char text[NUMBER_SIZE];
	double value;

	(void)state;
	if (setlocale(LC_NUMERIC, "de_DE.UTF-8") == NULL &&
	    setlocale(LC_NUMERIC, "fr_FR.UTF-8") == NULL)
		skip();
	number_text(text, 3.5);
	assert_string_equal(text, "3.5");
	number_exact(text, 1.5e-20);
	assert_string_equal(text, "1.5e-20");
	assert_true(number_parse("3.5", &value) && value == 3.5);
	assert_false(number_parse("3,5", &value));
	setlocale(LC_NUMERIC, "C");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(numbers_are_rounded_as_printf_rounds),
	    cmocka_unit_test(numbers_are_written_short),
	    cmocka_unit_test(the_largest_numbers_fit),
	    cmocka_unit_test(exact_numbers_are_those_of_printf),
	    cmocka_unit_test(exact_numbers_keep_15_digits),
	    cmocka_unit_test(written_numbers_are_read_back),
	    cmocka_unit_test(forms_of_a_number_are_read),
	    cmocka_unit_test(what_is_no_number_is_refused),
	    cmocka_unit_test(a_number_too_large_for_a_double_is_refused),
	    cmocka_unit_test(whole_numbers_are_read_within_their_bounds),
	    cmocka_unit_test(what_is_no_whole_number_is_refused),
	    cmocka_unit_test(the_locale_changes_nothing),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("number", tests, NULL, NULL);
}
