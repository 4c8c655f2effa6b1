/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "unit.h"

#include "base/str.h"
#include "core/token.h"

/* The folded tokens, a space between two, a `_` where they are glued. */
static char *
tokens_of(const char *text)
{
	struct tokens tokens;
	struct str joined = STR_INIT;
	char word[TOKEN_FOLDED];

	tokens_read(&tokens, text, strlen(text));
	for (size_t i = 0; i < tokens.n; i++) {
		size_t n = token_fold(&tokens.at[i], text, word);

		if (i > 0)
			str_ch(&joined, tokens.at[i].glued ? '_' : ' ');
		str_addn(&joined, word, n);
	}
	tokens_release(&tokens);
	return str_detach(&joined);
}

static const struct {
	const char *text, *tokens;
} splits[] = {
    {"", ""},
    {" \n\t ", ""},
    {"I led, then LEFT.", "i led_, then left_."},
    {"don't, we're 'off'", "don't_, we're '_off_'"},
    {"don\xE2\x80\x99t", "don't"},
    {"trade-off lo-fi - no", "trade off lo fi - no"},
    {"GPT-4 Q3 20ms 5G", "gpt_-_4 q_3 20_ms 5_g"},
    {"1,200.5 3.1. 4, 5 1.2.3", "1,200.5 3.1_. 4_, 5 1.2_._3"},
    {"我用AB测试", "我_用_ab_测_试"},
    {"２０％，Ａ。", "20_%_,_a_."},
    {"\xC3\x84rger na\xC3\xAFve", "\xC3\xA4rger na\xC3\xAFve"},
    {"a\xFF"
     "b",
	"a_\xEF\xBF\xBD_b"},
};

static void
words_numbers_characters_and_marks_are_told_apart(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(splits) / sizeof(splits[0]); i++) {
		char *tokens = tokens_of(splits[i].text);

		assert_string_equal(tokens, splits[i].tokens);
		free(tokens);
	}
}

/* The number of the last token's sentence. */
static uint32_t
last_sentence(const char *text)
{
	struct tokens tokens;
	uint32_t sentence;

	tokens_read(&tokens, text, strlen(text));
	assert_true(tokens.n > 0);
	sentence = tokens.at[tokens.n - 1].sentence;
	tokens_release(&tokens);
	return sentence;
}

static void
sentences_end_at_stops_empty_lines_and_items(void **state)
{
	(void)state;
	assert_int_equal(last_sentence("one two, three"), 0);
	assert_int_equal(last_sentence("one\ntwo"), 0);
	assert_int_equal(last_sentence("one. two"), 1);
	assert_int_equal(last_sentence("Ele.me i.e. 3.5"), 1);
	assert_int_equal(last_sentence("一。二！三？四；五"), 4);
	assert_int_equal(last_sentence("one\n\ntwo"), 1);
	assert_int_equal(last_sentence("one\n- two\n2) three"), 2);
	assert_int_equal(last_sentence("one\n3.5 four"), 0);
}

static void
a_long_word_equals_no_other(void **state)
{
	char word[2 * TOKEN_FOLDED + 1], folded[TOKEN_FOLDED];
	struct tokens tokens;

	(void)state;
	memset(word, 'a', sizeof(word) - 1);
	word[sizeof(word) - 1] = '\0';
	tokens_read(&tokens, word, strlen(word));
	assert_int_equal(tokens.n, 1);
	assert_int_equal(tokens.at[0].n, strlen(word));
	assert_int_equal(token_fold(&tokens.at[0], word, folded), 0);
	tokens_release(&tokens);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(words_numbers_characters_and_marks_are_told_apart),
	    cmocka_unit_test(sentences_end_at_stops_empty_lines_and_items),
	    cmocka_unit_test(a_long_word_equals_no_other),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("token", tests, NULL, NULL);
}
