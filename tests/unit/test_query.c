/* SPDX-License-Identifier: MIT */
#include <locale.h>
#include <stdbool.h>
#include <stdlib.h>

#include "base/str.h"
#include "core/query.h"
#include "unit.h"

static void
assert_text(const char *typed, const char *expected)
{
	char *text = query_text(typed);

	assert_string_equal(text, expected);
	free(text);
}

/* Each word in brackets. */
static void
assert_words(const char *typed, const char *expected)
{
	struct query query;
	struct str words = STR_INIT;

	query_read(&query, typed);
	for (int i = 0; i < query.n; i++)
		str_addf(&words, "[%s]", query.words[i]);
	assert_string_equal(words.s, expected);
	query_release(&query);
	str_release(&words);
}

static bool
finds(const char *typed, const char *text)
{
	struct query query;
	bool found;

	query_read(&query, typed);
	found = query_held(&query, text) == query_all(&query);
	query_release(&query);
	return found;
}

static void
full_width_letters_and_digits_are_plain(void **state)
{
	(void)state;
	assert_text("ＦＡＭＩＬＹ　ｐｌａｎ９", "FAMILY plan9");
	assert_text("增长？（漏斗）", "增长？（漏斗）");
	assert_text("ｶﾀｶﾅ é ①", "ｶﾀｶﾅ é ①");
	assert_text("\xff\xef\xbc", "\xff\xef\xbc"); /* not UTF-8: as it is */
}

static void
blanks_are_one_and_none_at_the_ends(void **state)
{
	(void)state;
	assert_text("  family \t  plan ", "family plan");
	assert_text("　 　", "");
	assert_text("", "");
}

static void
words_stand_alone_and_phrases_in_quotes(void **state)
{
	(void)state;
	assert_words("", "");
	assert_words("  ", "");
	assert_words("plan  family", "[plan][family]");
	assert_words("\"family  plan\" why", "[family plan][why]");
	assert_words("why\"family plan\"not", "[why][family plan][not]");
	assert_words("\"family pl", "[family pl]");
	assert_words("\"\" \"", "[\"\" \"]");
	assert_words("\"", "[\"]");
	assert_words("1 2 3 4 5 6 7 8 9 a b c d e f g h i",
	    "[1][2][3][4][5][6][7][8][9][a][b][c][d][e][f][g]");
}

static void
words_are_found_in_any_order(void **state)
{
	(void)state;
	assert_true(finds("plan family", "The Family Plan failed."));
	assert_true(finds("ＦＡＭＩＬＹ", "the family plan"));
	assert_true(finds("family  plan", "the family plan"));
	assert_false(finds("plan family x", "the family plan"));
	assert_true(finds("\"family plan\"", "the FAMILY PLAN"));
	assert_false(finds("\"plan family\"", "the family plan"));
	assert_true(finds("漏斗", "一个漏斗"));
	assert_false(finds("É", "é")); /* only ASCII has no case */
	assert_true(finds("", "anything"));
}

static void
each_word_has_a_bit(void **state)
{
	struct query query;

	(void)state;
	query_read(&query, "a b c");
	assert_int_equal(query_held(&query, "C and A"), 5);
	assert_int_equal(query_held(&query, ""), 0);
	assert_int_equal(query_all(&query), 7);
	query_release(&query);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(full_width_letters_and_digits_are_plain),
	    cmocka_unit_test(blanks_are_one_and_none_at_the_ends),
	    cmocka_unit_test(words_stand_alone_and_phrases_in_quotes),
	    cmocka_unit_test(words_are_found_in_any_order),
	    cmocka_unit_test(each_word_has_a_bit),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("query", tests, NULL, NULL);
}
