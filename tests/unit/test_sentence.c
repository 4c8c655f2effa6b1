/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "unit.h"

#include "core/sentence.h"

static void
assert_sentences(const char *text, const char *const *expected)
{
	struct sentences sentences;
	size_t n = 0;

	sentences_read(&sentences, text);
	for (; expected[n] != NULL; n++) {
		char *copy;

		assert_true(n < sentences.n);
		copy = sentence_copy(text, &sentences.items[n]);
		assert_string_equal(copy, expected[n]);
		free(copy);
	}
	assert_int_equal(sentences.n, n);
	sentences_release(&sentences);
}

#define SENTENCES(...) ((const char *const[]){__VA_ARGS__, NULL})

static void
sentences_and_lines_are_apart(void **state)
{
	(void)state;
	assert_sentences("I led it. We won!  Was it 4.5 %? Yes",
	    SENTENCES("I led it.", "We won!", "Was it 4.5 %?", "Yes"));
	assert_sentences("first\n\nsecond\n", SENTENCES("first", "second"));
	assert_sentences("我负责增长。留存从30%提到45%！结束",
	    SENTENCES("我负责增长。", "留存从30%提到45%！", "结束"));
}

static void
the_number_of_an_item_is_no_sentence(void **state)
{
	(void)state;
	assert_sentences("1. Search: late\n2. Dark theme\n\n12.",
	    SENTENCES("Search: late", "Dark theme", "12."));
}

static void
what_says_nothing_is_none(void **state)
{
	static const char *const none[] = {NULL};

	(void)state;
	assert_sentences("", none);
	assert_sentences(" \n... !\n-\n", none);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(sentences_and_lines_are_apart),
	    cmocka_unit_test(the_number_of_an_item_is_no_sentence),
	    cmocka_unit_test(what_says_nothing_is_none),
	};

	return cmocka_run_group_tests_name("sentence", tests, NULL, NULL);
}
