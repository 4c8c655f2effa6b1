/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "tui/ascii.h"

static void
ascii_stays(void **state)
{
	(void)state;
	for (char c = ' '; c < 0x7f; c++)
		assert_int_equal(ascii_for((uint32_t)c), c);
}

static void
punctuation_reads_alike(void **state)
{
	static const struct {
		uint32_t code_point;
		char ascii;
	} pairs[] = {
	    {0x00a0, ' '},
	    {0x2013, '-'},
	    {0x2014, '-'},
	    {0x2018, '\''},
	    {0x2019, '\''},
	    {0x201c, '"'},
	    {0x201d, '"'},
	    {0x2022, '*'},
	    {0x2026, '.'},
	    {0x2192, '>'},
	    {0x2500, '-'},
	    {0x2502, '|'},
	    {0x250c, '+'},
	    {0x2518, '+'},
	    {0x253c, '+'},
	    {0x2588, '#'},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		assert_int_equal(
		    ascii_for(pairs[i].code_point), pairs[i].ascii);
}

static void
the_rest_is_a_question_mark(void **state)
{
	(void)state;
	assert_int_equal(ascii_for(0xe9), '?');
	assert_int_equal(ascii_for(0x65e5), '?');
	assert_int_equal(ascii_for(0x24ff), '?');
	assert_int_equal(ascii_for(0x1f44d), '?');
	assert_int_equal(ascii_for(0x10ffff), '?');
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(ascii_stays),
	    cmocka_unit_test(punctuation_reads_alike),
	    cmocka_unit_test(the_rest_is_a_question_mark),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("ascii", tests, NULL, NULL);
}
