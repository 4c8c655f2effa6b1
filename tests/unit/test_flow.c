/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "unit.h"

#include "base/str.h"
#include "tui/flow.h"

/* The rows that the text takes at that width, one a line, drawn. */
static void
assert_flow(int cols, const char *text, const char *expected)
{
	struct surface surface;
	struct str out = STR_INIT;

	surface_init(&surface, flow_rows(text, cols), cols);
	assert_int_equal(
	    flow_draw(&surface, surface_area(&surface), ROLE_TEXT, text, 0),
	    surface.rows);
	surface_all_text(&surface, &out);
	assert_string_equal(out.s, expected);
	str_release(&out);
	surface_release(&surface);
}

static void
rows_end_between_words(void **state)
{
	(void)state;
	assert_flow(12, "Tell me about a time", "Tell me\nabout a time\n");
	assert_flow(11, "Tell me about a time", "Tell me\nabout a\ntime\n");
	assert_flow(20, "Tell me about a time", "Tell me about a time\n");
}

static void
spaces_at_the_end_of_a_row_hang(void **state)
{
	(void)state;
	assert_flow(5, "hello   world", "hello\nworld\n");
	assert_flow(6, "hello   world", "hello\nworld\n");
	assert_flow(5, "hello   ", "hello\n");
}

static void
newlines_are_kept(void **state)
{
	(void)state;
	assert_flow(10, "one\n\ntwo\n", "one\n\ntwo\n");
	assert_flow(10, "one\r\ntwo", "one\ntwo\n");
	assert_flow(10, "\n", "\n");
	assert_flow(10, "", "");
}

static void
a_word_longer_than_a_row_is_broken_by_cluster(void **state)
{
	(void)state;
	assert_flow(4, "abcdefghij", "abcd\nefgh\nij\n");
	assert_flow(3, "e\u0301e\u0301e\u0301e\u0301",
	    "e\u0301e\u0301e\u0301\ne\u0301\n");
	assert_flow(4, "  abcdefg", "  ab\ncdef\ng\n");
}

/* UAX #14: no break before a closing mark, nor after an opening one. */
static void
punctuation_stays_with_its_word(void **state)
{
	(void)state;
	assert_flow(9, "went well !", "went\nwell !\n");
	assert_flow(8, "so it (was) good", "so it\n(was)\ngood\n");
	assert_flow(12, "a well-known one", "a well-known\none\n");
	assert_flow(9, "a well-known one", "a well-\nknown one\n");
	assert_flow(6, "1,000 and", "1,000\nand\n");
}

/* Where the last two words can't be parted, the whole row is looked at. */
static void
a_break_far_from_the_end_is_found(void **state)
{
	(void)state;
	assert_flow(15, "start (( a(( b(( c", "start\n(( a(( b(( c\n");
}

static void
wide_text_breaks_anywhere_but_in_a_character(void **state)
{
	(void)state;
	assert_flow(5, "日本語テ", "日本\n語テ\n");
	assert_flow(1, "日a", "\na\n");
}

static void
controls_and_wrong_bytes_are_shown_harmless(void **state)
{
	(void)state;
	assert_flow(10, "a\x1b[1mb\xff", "a\ufffd[1mb\ufffd\n");
	assert_flow(3, "\xff\xff\xff\xff", "\ufffd\ufffd\ufffd\n\ufffd\n");
}

static void
a_part_is_drawn_of_what_was_scrolled(void **state)
{
	struct surface surface;
	struct str out = STR_INIT;

	(void)state;
	surface_init(&surface, 4, 6);
	assert_int_equal(flow_draw(&surface, (struct area){1, 1, 2, 4},
			     ROLE_TEXT, "one two three four", 1),
	    5);
	surface_all_text(&surface, &out);
	assert_string_equal(out.s, "\n two\n thre\n\n");
	str_release(&out);
	surface_release(&surface);
}

static void
no_room_takes_no_rows(void **state)
{
	(void)state;
	assert_int_equal(flow_rows("some text", 0), 0);
	assert_int_equal(flow_rows("some text", -4), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(rows_end_between_words),
	    cmocka_unit_test(spaces_at_the_end_of_a_row_hang),
	    cmocka_unit_test(newlines_are_kept),
	    cmocka_unit_test(a_word_longer_than_a_row_is_broken_by_cluster),
	    cmocka_unit_test(punctuation_stays_with_its_word),
	    cmocka_unit_test(a_break_far_from_the_end_is_found),
	    cmocka_unit_test(wide_text_breaks_anywhere_but_in_a_character),
	    cmocka_unit_test(controls_and_wrong_bytes_are_shown_harmless),
	    cmocka_unit_test(a_part_is_drawn_of_what_was_scrolled),
	    cmocka_unit_test(no_room_takes_no_rows),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("flow", tests, NULL, NULL);
}
