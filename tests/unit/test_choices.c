/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/choices.h"

static void
assert_asks_more(const struct choices *choices, unsigned ways, const char *more,
    const char *expected)
{
	struct str text = STR_INIT;

	choices_ask(&text, choices, ways, more);
	assert_string_equal(text.s, expected);
	str_release(&text);
}

static void
assert_asks(const struct choices *choices, unsigned ways, const char *expected)
{
	assert_asks_more(choices, ways, "", expected);
}

static void
assert_wish(const char *line, enum wish_kind kind, int number)
{
	struct wish wish = wish_read(line);

	if (wish.kind != kind || wish.number != number)
		print_error("'%s' is %d %d\n", line, wish.kind, wish.number);
	assert_int_equal(wish.kind, kind);
	assert_int_equal(wish.number, number);
}

static void
pages_cover_every_choice_once(void **state)
{
	(void)state;
	for (int n = 0; n <= 25; n++) {
		struct choices choices = {.room = 10};
		int told = 0;

		choices_fit(&choices, n);
		do {
			assert_int_equal(choices.from, told);
			for (int i = 1; i <= n; i++)
				told += choices_on_page(&choices, i);
			assert_int_equal(told, choices_last(&choices));
		} while (choices_next(&choices));
		assert_int_equal(told, n);
		assert_false(choices_on_page(&choices, n + 1));
		assert_false(choices_on_page(&choices, 0));
		while (choices_previous(&choices))
			continue;
		assert_int_equal(choices.from, 0);
	}
}

static void
a_list_that_shrank_shows_its_last_page(void **state)
{
	struct choices choices = {.n = 25, .from = 20, .room = 10};

	(void)state;
	choices_fit(&choices, 22);
	assert_int_equal(choices.from, 20);
	choices_fit(&choices, 20);
	assert_int_equal(choices.from, 10);
	choices_fit(&choices, 3);
	assert_int_equal(choices.from, 0);
	choices_fit(&choices, 0);
	assert_int_equal(choices.from, 0);
	assert_int_equal(choices_last(&choices), 0);
}

static void
lines_are_wishes(void **state)
{
	(void)state;
	assert_wish("1", WISH_CHOICE, 1);
	assert_wish("  12\t", WISH_CHOICE, 12);
	assert_wish("", WISH_REPEAT, 0);
	assert_wish(" ", WISH_REPEAT, 0);
	assert_wish("?", WISH_REPEAT, 0);
	assert_wish("n", WISH_NEXT, 0);
	assert_wish("P ", WISH_PREVIOUS, 0);
	assert_wish("f", WISH_FILTER, 0);
	assert_wish(" F", WISH_FILTER, 0);
	assert_wish("b", WISH_BACK, 0);
	assert_wish("0", WISH_BACK, 0);
	assert_wish(" Q", WISH_LEAVE, 0);
	assert_wish("help", WISH_REPEAT, 0);
	assert_wish(" next", WISH_NEXT, 0);
	assert_wish("Back", WISH_BACK, 0);
	assert_wish("quit", WISH_LEAVE, 0);
	assert_wish("EXIT ", WISH_LEAVE, 0);
	assert_wish("v", WISH_LETTER, 0);
	assert_wish("vv", WISH_UNKNOWN, 0);
	assert_wish("\303\251", WISH_UNKNOWN, 0);
	assert_wish("nn", WISH_UNKNOWN, 0);
	assert_wish("-1", WISH_UNKNOWN, 0);
	assert_wish("1 2", WISH_UNKNOWN, 0);
	assert_wish("1x", WISH_UNKNOWN, 0);
	assert_wish("99999999999", WISH_UNKNOWN, 0);
	assert_wish("11111111111111111111111111111111111111", WISH_UNKNOWN, 0);
}

static void
another_letter_is_told_in_small(void **state)
{
	(void)state;
	assert_int_equal(wish_read("v").letter, 'v');
	assert_int_equal(wish_read(" X").letter, 'x');
	assert_int_equal(wish_read("n").letter, 0);
	assert_int_equal(wish_read("?").letter, 0);
}

static void
a_search_keeps_its_words(void **state)
{
	(void)state;
	assert_int_equal(wish_read("/churn rate").kind, WISH_SEARCH);
	assert_string_equal(wish_read("/churn rate").text, "churn rate");
	assert_string_equal(wish_read(" / 12 %").text, "12 %");
	assert_string_equal(wish_read("/").text, "");
}

static void
only_what_can_be_done_is_offered(void **state)
{
	struct choices choices = {.room = 10};

	(void)state;
	assert_asks(
	    &choices, CHOICES_BACK, "? repeats, b goes back, q leaves:");
	choices_fit(&choices, 1);
	assert_asks(&choices, 0, "1 chooses, ? repeats, q leaves:");
	assert_asks(&choices, CHOICES_FILTER,
	    "1 chooses, f filters, ? repeats, q leaves:");
	assert_asks(&choices, CHOICES_BACK,
	    "1 chooses, ? repeats, b goes back, q leaves:");
	choices_fit(&choices, 21);
	assert_asks(&choices, CHOICES_SEARCH | CHOICES_BACK,
	    "1 to 10 chooses, n next page, /words searches, ? repeats, b goes "
	    "back, q leaves:");
	assert_true(choices_next(&choices));
	assert_asks(&choices, CHOICES_BACK,
	    "11 to 20 chooses, n next page, p page before, ? repeats, b goes "
	    "back, q leaves:");
	assert_true(choices_next(&choices));
	assert_asks(&choices, CHOICES_BACK,
	    "21 chooses, p page before, ? repeats, b goes back, q leaves:");
	assert_false(choices_next(&choices));
}

static void
letters_and_what_is_only_told(void **state)
{
	struct choices choices = {.room = 10};

	(void)state;
	choices_fit(&choices, 11);
	assert_asks_more(&choices, CHOICES_FILTER | CHOICES_BACK,
	    "v views, e exports, ",
	    "1 to 10 chooses, n next page, f filters, v views, e exports, ? "
	    "repeats, b goes back, q leaves:");
	assert_asks_more(&choices, CHOICES_HEARD, "e exports, ",
	    "n next page, e exports, ? repeats, q leaves:");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(pages_cover_every_choice_once),
	    cmocka_unit_test(a_list_that_shrank_shows_its_last_page),
	    cmocka_unit_test(lines_are_wishes),
	    cmocka_unit_test(another_letter_is_told_in_small),
	    cmocka_unit_test(a_search_keeps_its_words),
	    cmocka_unit_test(only_what_can_be_done_is_offered),
	    cmocka_unit_test(letters_and_what_is_only_told),
	};

	return cmocka_run_group_tests_name("choices", tests, NULL, NULL);
}
