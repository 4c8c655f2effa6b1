/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/list.h"

static void
assert_parses(const char *joined, size_t n, const char *const *items)
{
	struct list_of list;

	list_of_parse(&list, joined);
	assert_int_equal(list.n, n);
	for (size_t i = 0; i < n; i++)
		assert_string_equal(list.items[i], items[i]);
	list_of_release(&list);
}

static void
bars_part_the_elements(void **state)
{
	(void)state;
	assert_parses("a|bc|d", 3, (const char *const[]){"a", "bc", "d"});
	assert_parses("alone", 1, (const char *const[]){"alone"});
}

static void
nothing_has_no_elements(void **state)
{
	(void)state;
	assert_parses(NULL, 0, NULL);
	assert_parses("", 0, NULL);
}

static void
empty_elements_are_kept(void **state)
{
	(void)state;
	assert_parses("|", 2, (const char *const[]){"", ""});
	assert_parses("a||b|", 4, (const char *const[]){"a", "", "b", ""});
}

static void
a_backslash_lets_a_bar_be_text(void **state)
{
	(void)state;
	assert_parses("a\\|b|c", 2, (const char *const[]){"a|b", "c"});
	assert_parses("a\\\\|b", 2, (const char *const[]){"a\\", "b"});
	assert_parses("\\\\\\|x", 1, (const char *const[]){"\\|x"});
}

static void
any_other_backslash_is_itself(void **state)
{
	(void)state;
	assert_parses("\\n|C:\\x", 2, (const char *const[]){"\\n", "C:\\x"});
	assert_parses("end\\", 1, (const char *const[]){"end\\"});
}

static void
what_is_joined_parses_back(void **state)
{
	static const char *const items[] = {"a|b", "\\", "", "\\|", "é", "x"};
	const size_t n = sizeof(items) / sizeof(items[0]);
	struct str joined = STR_INIT;

	(void)state;
	for (size_t i = 0; i < n; i++)
		list_of_join(&joined, items[i]);
	assert_string_equal(joined.s, "a\\|b|\\\\||\\\\\\||é|x");
	assert_parses(joined.s, n, items);
	str_release(&joined);
}

static void
an_element_is_found_whole_and_unescaped(void **state)
{
	(void)state;
	assert_true(list_of_has("over-days", "over-days"));
	assert_true(list_of_has("a|b|c", "a"));
	assert_true(list_of_has("a|b|c", "b"));
	assert_true(list_of_has("a|b|c", "c"));
	assert_true(list_of_has("x|a\\|b|\\\\", "a|b"));
	assert_true(list_of_has("x|a\\|b|\\\\", "\\"));
	assert_true(list_of_has("end\\", "end\\"));
	assert_true(list_of_has("a||b", ""));
	assert_true(list_of_has("a|", ""));
	assert_false(list_of_has("a|b|c", "d"));
	assert_false(list_of_has("over-days", "over"));
	assert_false(list_of_has("over", "over-days"));
	assert_false(list_of_has("a\\|b", "a"));
	assert_false(list_of_has("a\\|b", "b"));
	assert_false(list_of_has("ab|b", "abb"));
}

static void
one_element_follows_another(void **state)
{
	const char *joined = "a\\|b||\\\\|c";

	(void)state;
	assert_ptr_equal(list_of_next(joined), joined + 5);
	assert_ptr_equal(list_of_next(joined + 5), joined + 6);
	assert_ptr_equal(list_of_next(joined + 6), joined + 9);
	assert_null(list_of_next(joined + 9));
	assert_string_equal(list_of_next("a|"), "");
	assert_null(list_of_next(""));
}

static void
elements_are_counted_as_they_are_parsed(void **state)
{
	(void)state;
	assert_int_equal(list_of_count(NULL), 0);
	assert_int_equal(list_of_count(""), 0);
	assert_int_equal(list_of_count("a"), 1);
	assert_int_equal(list_of_count("a||b|"), 4);
	assert_int_equal(list_of_count("a\\|b|c\\\\|d"), 3);
}

static void
nothing_is_found_in_no_list(void **state)
{
	(void)state;
	assert_false(list_of_has(NULL, ""));
	assert_false(list_of_has("", ""));
	assert_false(list_of_has("", "a"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(bars_part_the_elements),
	    cmocka_unit_test(nothing_has_no_elements),
	    cmocka_unit_test(empty_elements_are_kept),
	    cmocka_unit_test(a_backslash_lets_a_bar_be_text),
	    cmocka_unit_test(any_other_backslash_is_itself),
	    cmocka_unit_test(what_is_joined_parses_back),
	    cmocka_unit_test(an_element_is_found_whole_and_unescaped),
	    cmocka_unit_test(one_element_follows_another),
	    cmocka_unit_test(elements_are_counted_as_they_are_parsed),
	    cmocka_unit_test(nothing_is_found_in_no_list),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("list", tests, NULL, NULL);
}
