/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "unit.h"

#include "base/err.h"
#include "base/utf8.h"

static void
fail_fills_in_text_and_status(void **state)
{
	struct err err = {0};

	(void)state;
	assert_int_equal(fail(&err, "%s, line %d: wrong", "a.csv", 3), -1);
	assert_string_equal(err.text, "a.csv, line 3: wrong");
	assert_int_equal(err.status, ERR_FAILED);
}

static void
fail_as_takes_the_status(void **state)
{
	struct err err = {0};

	(void)state;
	assert_int_equal(fail_as(&err, ERR_DATABASE, "damaged"), -1);
	assert_int_equal(err.status, ERR_DATABASE);
}

static void
text_can_do_nothing_to_a_terminal(void **state)
{
	struct err err = {0};

	(void)state;
	fail(&err, "%s", "a\033[2Jb\nc\xFF");
	assert_string_equal(err.text, "a\uFFFD[2Jb c\uFFFD");
}

static void
long_text_is_cut_between_characters(void **state)
{
	struct err err = {0};
	char text[2 * sizeof(err.text)];

	(void)state;
	memset(text, 'a', sizeof(text));
	text[0] = 'b';
	for (size_t at = 1; at + 2 < sizeof(text); at += 2)
		memcpy(text + at, "é", 2);
	text[sizeof(text) - 1] = '\0';
	fail(&err, "%s", text);
	assert_true(strlen(err.text) > sizeof(err.text) - 8);
	assert_true(strlen(err.text) < sizeof(err.text));
	assert_true(utf8_valid(err.text, strlen(err.text), NULL));
}

static void
characters_that_grow_when_shown_still_fit(void **state)
{
	struct err err = {0};
	char text[sizeof(err.text)];

	(void)state;
	memset(text, '\001', sizeof(text));
	text[sizeof(text) - 1] = '\0';
	fail(&err, "%s", text);
	assert_true(strlen(err.text) < sizeof(err.text));
	assert_true(utf8_valid(err.text, strlen(err.text), NULL));
}

static void
a_text_one_byte_too_long_is_cut(void **state)
{
	struct err err = {0};
	char text[sizeof(err.text)] = "";

	(void)state;
	/* The control character is shown by three bytes: 1024 in all. */
	memset(text, 'a', sizeof(text) - 3);
	text[sizeof(text) - 3] = '\001';
	fail(&err, "%s", text);
	assert_int_equal(strlen(err.text), sizeof(text) - 3);
}

static void
the_old_text_can_be_part_of_the_new(void **state)
{
	struct err err = {0};

	(void)state;
	fail(&err, "no space left");
	fail(&err, "cannot save: %s", err.text);
	assert_string_equal(err.text, "cannot save: no space left");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(fail_fills_in_text_and_status),
	    cmocka_unit_test(fail_as_takes_the_status),
	    cmocka_unit_test(text_can_do_nothing_to_a_terminal),
	    cmocka_unit_test(long_text_is_cut_between_characters),
	    cmocka_unit_test(characters_that_grow_when_shown_still_fit),
	    cmocka_unit_test(a_text_one_byte_too_long_is_cut),
	    cmocka_unit_test(the_old_text_can_be_part_of_the_new),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("err", tests, NULL, NULL);
}
