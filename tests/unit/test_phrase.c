/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "unit.h"

#include "core/phrase.h"

static void
assert_phrases(const char *text, const char *const *expected)
{
	struct phrases phrases;
	size_t n = 0;

	phrases_read(&phrases, text);
	for (; expected[n] != NULL; n++) {
		char *copy;

		assert_true(n < phrases.n);
		copy = phrase_copy(text, &phrases.items[n]);
		assert_string_equal(copy, expected[n]);
		free(copy);
	}
	assert_int_equal(phrases.n, n);
	phrases_release(&phrases);
}

#define PHRASES(...) ((const char *const[]){__VA_ARGS__, NULL})

static void
sentences_and_lines_are_apart(void **state)
{
	(void)state;
	assert_phrases("I led it. We won!  Was it 4.5 %? Yes",
	    PHRASES("I led it.", "We won!", "Was it 4.5 %?", "Yes"));
	assert_phrases("first\n\nsecond\n", PHRASES("first", "second"));
	assert_phrases("我负责增长。留存从30%提到45%！结束",
	    PHRASES("我负责增长。", "留存从30%提到45%！", "结束"));
}

static void
what_says_nothing_is_none(void **state)
{
	static const char *const none[] = {NULL};

	(void)state;
	assert_phrases("", none);
	assert_phrases(" \n... !\n-\n", none);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(sentences_and_lines_are_apart),
	    cmocka_unit_test(what_says_nothing_is_none),
	};

	return cmocka_run_group_tests_name("phrase", tests, NULL, NULL);
}
