/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "unit.h"

#include "tui/motion.h"

typedef size_t motion_fn(const char *s, size_t n, size_t at);

/*
 * Each case draws its motion: `from` holds the text with `|` where the motion
 * begins, `to` the same text with `|` where it should end.
 */
static void
check(motion_fn *motion, const char *from, const char *to)
{
	char text[512] = "";
	char drawn[512] = "";
	size_t n = strlen(from) - 1;
	size_t at = strcspn(from, "|");

	memcpy(text, from, at);
	memcpy(text + at, from + at + 1, n - at);
	size_t end = motion(text, n, at);

	memcpy(drawn, text, end);
	drawn[end] = '|';
	memcpy(drawn + end + 1, text + end, n - end);
	assert_string_equal(drawn, to);
}

/* From each boundary to the next, there and back. */
static void
check_steps(const char *text, size_t clusters)
{
	size_t n = strlen(text);
	size_t at = 0;
	size_t steps = 0;

	for (; at < n; steps++) {
		size_t next = motion_right(text, n, at);

		assert_true(next > at);
		assert_int_equal(motion_left(text, n, next), at);
		at = next;
	}
	assert_int_equal(steps, clusters);
}

static void
left_and_right_take_whole_clusters(void **state)
{
	(void)state;
	check_steps("plain", 5);
	check_steps("日本語", 3);
	check_steps("e\u0301a\u0308\u0323o", 3);
	check_steps("a👨‍👩‍👧b", 3);
	check_steps("🇨🇭🇫🇷🇩🇪", 3);
	check_steps("👍🏽!", 2);
	check_steps("שלום", 4);
	check_steps("\n\n", 2);
	check_steps("e\u0301\n\u0301e", 4);
}

static void
left_and_right_stop_at_the_ends(void **state)
{
	(void)state;
	check(motion_left, "|ab", "|ab");
	check(motion_right, "ab|", "ab|");
	check(motion_left, "|", "|");
	check(motion_right, "|", "|");
}

static void
floor_and_ceil_find_the_boundary(void **state)
{
	(void)state;
	const char *text = "ae\u0301b"; /* clusters at 0, 1, 4 */

	assert_int_equal(motion_floor(text, 5, 0), 0);
	assert_int_equal(motion_floor(text, 5, 1), 1);
	assert_int_equal(motion_floor(text, 5, 2), 1);
	assert_int_equal(motion_floor(text, 5, 3), 1);
	assert_int_equal(motion_floor(text, 5, 4), 4);
	assert_int_equal(motion_floor(text, 5, 5), 5);
	assert_int_equal(motion_ceil(text, 5, 0), 0);
	assert_int_equal(motion_ceil(text, 5, 1), 1);
	assert_int_equal(motion_ceil(text, 5, 2), 4);
	assert_int_equal(motion_ceil(text, 5, 4), 4);
	assert_int_equal(motion_ceil(text, 5, 5), 5);
	assert_int_equal(motion_floor("", 0, 0), 0);
	assert_int_equal(motion_ceil("", 0, 0), 0);
}

static void
word_right_goes_to_the_end_of_a_word(void **state)
{
	(void)state;
	check(motion_word_right, "|one two", "one| two");
	check(motion_word_right, "o|ne two", "one| two");
	check(motion_word_right, "one| two", "one two|");
	check(motion_word_right, "one two|", "one two|");
	check(motion_word_right, "|  don't stop", "  don't| stop");
	check(motion_word_right, "one|, (two)", "one, (two|)");
	check(motion_word_right, "one|\n\n\ttwo", "one\n\n\ttwo|");
	check(motion_word_right, "one| -- !", "one -- !|");
	check(motion_word_right, "|3.5 of", "3.5| of");
	check(motion_word_right, "|", "|");
}

static void
word_left_goes_to_the_start_of_a_word(void **state)
{
	(void)state;
	check(motion_word_left, "one two|", "one |two");
	check(motion_word_left, "one t|wo", "one |two");
	check(motion_word_left, "one |two", "|one two");
	check(motion_word_left, "|one two", "|one two");
	check(motion_word_left, "one (two)  |", "one (|two)  ");
	check(motion_word_left, "don't|", "|don't");
	check(motion_word_left, "one\n\n|two", "|one\n\ntwo");
	check(motion_word_left, "-- !|", "|-- !");
	check(motion_word_left, "|", "|");
}

static void
words_need_no_ascii(void **state)
{
	(void)state;
	check(motion_word_right, "|日本 x", "日|本 x");
	check(motion_word_left, "日本|", "日|本");
	check(motion_word_right, "|cafe\u0301 au", "cafe\u0301| au");
	check(motion_word_left, "cafe\u0301|", "|cafe\u0301");
	check(motion_word_right, "|שלום עולם", "שלום| עולם");
	check(
	    motion_word_left, "👍🏽 ok 👍🏽|", "👍🏽 |ok 👍🏽");
}

/* No position in a text without white space costs more than a window. */
static void
endless_words_end_somewhere_on_a_boundary(void **state)
{
	static char text[30000];
	size_t n = sizeof(text);
	size_t at = 0;

	(void)state;
	for (size_t i = 0; i < n; i += 3)
		memcpy(text + i, "e\u0301", 3);
	for (int i = 0; at < n; i++) {
		size_t next = motion_word_right(text, n, at);

		assert_true(next > at);
		assert_int_equal(next % 3, 0);
		assert_true(i < 1000);
		at = next;
	}
	while (at > 0) {
		size_t before = motion_word_left(text, n, at);

		assert_true(before < at);
		assert_int_equal(before % 3, 0);
		at = before;
	}
}

static void
line_motions_stay_in_the_line(void **state)
{
	(void)state;
	check(motion_line_start, "one\ntw|o\n", "one\n|two\n");
	check(motion_line_start, "one\n|two", "one\n|two");
	check(motion_line_start, "on|e", "|one");
	check(motion_line_start, "one\n|", "one\n|");
	check(motion_line_end, "one\nt|wo\nx", "one\ntwo|\nx");
	check(motion_line_end, "one|\ntwo", "one|\ntwo");
	check(motion_line_end, "one\n|two", "one\ntwo|");
	check(motion_line_end, "|", "|");
}

static void
paragraphs_end_at_blank_lines(void **state)
{
	(void)state;
	check(motion_paragraph_down, "|a\nb\n\nc\nd", "a\nb\n\n|c\nd");
	check(motion_paragraph_down, "a\n|b\n\n \n\nc", "a\nb\n\n \n\n|c");
	check(motion_paragraph_down, "a\n|\n\nb", "a\n\n\n|b");
	check(motion_paragraph_down, "a\n\n|b\nc", "a\n\nb\nc|");
	check(motion_paragraph_down, "|", "|");
	check(motion_paragraph_up, "a\n\nb\nc|", "a\n\n|b\nc");
	check(motion_paragraph_up, "a\nx\n\n|b\nc", "|a\nx\n\nb\nc");
	check(motion_paragraph_up, "z\n\na\n\n\t\n|b", "z\n\n|a\n\n\t\nb");
	check(motion_paragraph_up, "a\nb|", "|a\nb");
	check(motion_paragraph_up, "\n\n|a", "|\n\na");
}

static void
sentences_end_at_their_mark_or_line(void **state)
{
	(void)state;
	check(motion_sentence_right, "|Up 4.5 %. Why? \"So.\" x",
	    "Up 4.5 %.| Why? \"So.\" x");
	check(motion_sentence_right, "a.| Why?! \"So.\" x",
	    "a. Why?!| \"So.\" x");
	check(motion_sentence_right, "a| \"So.\" x", "a \"So.\"| x");
	check(motion_sentence_right, "我|负责增长。留存升了！结束",
	    "我负责增长。|留存升了！结束");
	check(motion_sentence_right, "他|说「好。」留存", "他说「好。」|留存");
	check(motion_sentence_right, "|- one\n- two", "- one|\n- two");
	check(motion_sentence_right, "one|\n\n- two", "one\n\n- two|");
	check(motion_sentence_right, "one|", "one|");
	check(motion_sentence_left, "One. Two th|ree.", "One. |Two three.");
	check(motion_sentence_left, "One. |Two three.", "|One. Two three.");
	check(motion_sentence_left, "one\n  two.\n|", "one\n  |two.\n");
	check(motion_sentence_left, "one\n  |two.", "|one\n  two.");
	check(motion_sentence_left, "我负责增长。留存|", "我负责增长。|留存");
	check(motion_sentence_left, " \n|", "|\x20\n");
	check(motion_sentence_left, "|one", "|one");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(left_and_right_take_whole_clusters),
	    cmocka_unit_test(left_and_right_stop_at_the_ends),
	    cmocka_unit_test(floor_and_ceil_find_the_boundary),
	    cmocka_unit_test(word_right_goes_to_the_end_of_a_word),
	    cmocka_unit_test(word_left_goes_to_the_start_of_a_word),
	    cmocka_unit_test(words_need_no_ascii),
	    cmocka_unit_test(endless_words_end_somewhere_on_a_boundary),
	    cmocka_unit_test(line_motions_stay_in_the_line),
	    cmocka_unit_test(sentences_end_at_their_mark_or_line),
	    cmocka_unit_test(paragraphs_end_at_blank_lines),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("motion", tests, NULL, NULL);
}
