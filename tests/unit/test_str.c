/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "unit.h"

#include "base/str.h"

static void
an_empty_one_reads_as_a_string_and_owns_nothing(void **state)
{
	struct str str = STR_INIT;

	(void)state;
	assert_string_equal(str.s, "");
	str_clear(&str);
	str_cut(&str, 0);
	str_addn(&str, NULL, 0);
	assert_int_equal(str.room, 0);
	str_release(&str);
}

static void
what_is_added_stands_in_order(void **state)
{
	struct str str = STR_INIT;

	(void)state;
	str_add(&str, "round");
	str_ch(&str, ' ');
	str_addn(&str, "two-three", 3);
	str_addf(&str, " of %d", 4);
	assert_string_equal(str.s, "round two of 4");
	assert_int_equal(str.len, strlen(str.s));
	str_release(&str);
}

static void
it_stays_terminated_while_it_grows(void **state)
{
	struct str str = STR_INIT;

	(void)state;
	for (size_t i = 1; i <= 10000; i++) {
		str_ch(&str, 'x');
		assert_int_equal(str.len, i);
		assert_int_equal(str.s[i], '\0');
		assert_true(str.room > i);
	}
	assert_int_equal(strlen(str.s), 10000);
	str_release(&str);
}

static void
a_long_format_fits(void **state)
{
	struct str str = STR_INIT;

	(void)state;
	str_addf(&str, "%1000d", 7);
	assert_int_equal(str.len, 1000);
	assert_string_equal(str.s + 998, " 7");
	str_release(&str);
}

static void
nul_bytes_are_kept(void **state)
{
	struct str str = STR_INIT;

	(void)state;
	str_addn(&str, "a\0b", 3);
	assert_int_equal(str.len, 3);
	assert_memory_equal(str.s, "a\0b", 4);
	str_release(&str);
}

static void
clearing_keeps_the_memory(void **state)
{
	struct str str = STR_INIT;

	(void)state;
	str_add(&str, "draft");
	size_t room = str.room;

	str_clear(&str);
	assert_string_equal(str.s, "");
	assert_int_equal(str.len, 0);
	assert_int_equal(str.room, room);
	str_release(&str);
}

static void
cutting_shortens_and_never_lengthens(void **state)
{
	struct str str = STR_INIT;

	(void)state;
	str_add(&str, "answer");
	str_cut(&str, 3);
	assert_string_equal(str.s, "ans");
	str_cut(&str, 5);
	assert_string_equal(str.s, "ans");
	assert_int_equal(str.len, 3);
	str_release(&str);
}

static void
detaching_gives_an_owned_text_and_leaves_none(void **state)
{
	struct str str = STR_INIT;
	char *empty = str_detach(&str);

	(void)state;
	assert_string_equal(empty, "");
	assert_ptr_not_equal(empty, str_empty);
	str_add(&str, "kept");
	char *text = str_detach(&str);

	assert_string_equal(text, "kept");
	assert_string_equal(str.s, "");
	str_release(&str);
	free(empty);
	free(text);
}

static void
a_released_one_can_be_used_again(void **state)
{
	struct str str;

	(void)state;
	str_init(&str);
	str_add(&str, "one");
	str_release(&str);
	str_add(&str, "two");
	assert_string_equal(str.s, "two");
	str_release(&str);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(an_empty_one_reads_as_a_string_and_owns_nothing),
	    cmocka_unit_test(what_is_added_stands_in_order),
	    cmocka_unit_test(it_stays_terminated_while_it_grows),
	    cmocka_unit_test(a_long_format_fits),
	    cmocka_unit_test(nul_bytes_are_kept),
	    cmocka_unit_test(clearing_keeps_the_memory),
	    cmocka_unit_test(cutting_shortens_and_never_lengthens),
	    cmocka_unit_test(detaching_gives_an_owned_text_and_leaves_none),
	    cmocka_unit_test(a_released_one_can_be_used_again),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("str", tests, NULL, NULL);
}
