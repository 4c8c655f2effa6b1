/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "unit.h"

#include "tui/plain.h"

static size_t
run_of(const char *text)
{
	return plain_run(text, strlen(text), strlen(text));
}

static void
all_of_ascii_is_plain(void **state)
{
	char text[0x7f - ' ' + 1] = {0};

	(void)state;
	for (int c = ' '; c < 0x7f; c++)
		text[c - ' '] = (char)c;
	assert_int_equal(run_of(text), sizeof(text) - 1);
}

/* At every place of every length, as the bytes are looked at in strides. */
static void
any_other_byte_ends_it(void **state)
{
	static const char others[] = "\n\t\x1f\x7f\x01";
	char text[40];

	(void)state;
	for (size_t n = 1; n < sizeof(text); n++)
		for (size_t at = 0; at < n; at++)
			for (const char *c = others; *c != '\0'; c++) {
				memset(text, 'x', n);
				text[at] = *c;
				assert_int_equal(plain_run(text, n, n), at);
			}
}

static void
a_character_that_a_mark_joins_is_left_out(void **state)
{
	(void)state;
	assert_int_equal(run_of("abce\u0301"), 3);
	assert_int_equal(run_of("e\u0301"), 0);
	assert_int_equal(run_of("12345678\u20dd"), 7);
}

static void
what_joins_nothing_leaves_it_whole(void **state)
{
	(void)state;
	assert_int_equal(run_of("caf\u00e9"), 3);
	assert_int_equal(run_of("so \u2014 well"), 3);
	assert_int_equal(run_of("ab\x9b"), 2);
}

static void
it_is_at_most_as_long_as_asked(void **state)
{
	(void)state;
	assert_int_equal(plain_run("abcdefghijkl", 12, 9), 9);
	assert_int_equal(plain_run("abcdefghijkl", 12, 0), 0);
	assert_int_equal(plain_run("abcdefghi\u0301", 11, 9), 8);
	assert_int_equal(plain_run("", 0, 5), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(all_of_ascii_is_plain),
	    cmocka_unit_test(any_other_byte_ends_it),
	    cmocka_unit_test(a_character_that_a_mark_joins_is_left_out),
	    cmocka_unit_test(what_joins_nothing_leaves_it_whole),
	    cmocka_unit_test(it_is_at_most_as_long_as_asked),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("plain", tests, NULL, NULL);
}
