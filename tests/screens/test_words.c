/* SPDX-License-Identifier: MIT */
#include <locale.h>
#include <string.h>

#include "unit/unit.h"

#include "base/utf8.h"
#include "screens/words.h"

/* Each as it stands when its words are counted, the caret at `|`. */
static const char *const moments[] = {
    "|",
    "One|",
    "One two\n|",
    "One two\nthree, 增长 4\n\nfive|",
    "One two\nthree, 增长 4\n\nfive six|",
    "One two\nthree, 增长 4\n|\nfive six",
    "One two\nthree| and\n\nfive six",
    "|One two\nthree and\n\nfive six",
    "One 2|\nthree and\n\nfive six",
    "Another 2\nthree\r\n\nfive cafe\u0301s|",
    "Another 3\nthree\r\n\nfive cafe\u0301s|",
    "\n\n\n|",
    "\n\n|",
    "x|",
};

static void
they_are_those_of_the_whole_text(void **state)
{
	struct words words;

	(void)state;
	words_init(&words);
	for (size_t i = 0; i < sizeof(moments) / sizeof(moments[0]); i++) {
		const char *caret = strchr(moments[i], '|');
		size_t at = (size_t)(caret - moments[i]);
		struct str text = STR_INIT;

		str_addn(&text, moments[i], at);
		str_add(&text, caret + 1);
		for (int again = 0; again < 2; again++)
			assert_int_equal(
			    words_count(&words, text.s, text.len, at),
			    utf8_words(text.s, text.len));
		str_release(&text);
	}
	words_release(&words);
}

static void
lines_before_the_caret_are_counted_once(void **state)
{
	struct words words;
	const char text[] = "one two\nthree";

	(void)state;
	words_init(&words);
	assert_int_equal(words_count(&words, text, strlen(text), 10), 3);
	words.n = 40;
	assert_int_equal(words_count(&words, text, strlen(text), 11), 41);
	assert_int_equal(words_count(&words, "One two\nthree", 13, 11), 3);
	words_release(&words);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(they_are_those_of_the_whole_text),
	    cmocka_unit_test(lines_before_the_caret_are_counted_once),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("words", tests, NULL, NULL);
}
