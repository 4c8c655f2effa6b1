/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "unit.h"

#include "tui/term_input.h"

static int
setup(void **state)
{
	static struct term_input input;

	input_init(&input);
	input_name(&input, "\x1bOA", K_UP);
	input_name(&input, "\x1bOD", K_LEFT);
	input_name(&input, "\x1b[1;5D", K_WORD_LEFT);
	input_name(&input, "\x1bOP", K_F1);
	input_name(&input, "\x1b[3~", K_DELETE);
	input_name(&input, "\x1b[200~", INPUT_PASTE_START);
	input_name(&input, "\x1b[201~", INPUT_PASTE_END);
	input_name(&input, "\x7f", K_DELETE); /* alone: passed over */
	input_name(&input, NULL, K_F2);
	*state = &input;
	return 0;
}

static int
teardown(void **state)
{
	input_release(*state);
	return 0;
}

static void
put(struct term_input *input, const char *bytes, size_t n)
{
	size_t room;
	char *to = input_room(input, &room);

	assert_true(n <= room);
	memcpy(to, bytes, n);
	input_took(input, n);
}

static const char *const mice[] = {
    [MOUSE_CLICK] = "click",
    [MOUSE_WHEEL_UP] = "up",
    [MOUSE_WHEEL_DOWN] = "down",
};

/* The keys by name, `[text]` for a paste, with spaces between them. */
static void
read_all(struct term_input *input, bool quiet, struct str *out)
{
	struct event event;
	char name[KEY_NAME_SIZE];

	while (input_next(input, quiet, &event)) {
		if (out->len > 0)
			str_ch(out, ' ');
		if (event.kind == EVENT_PASTE) {
			assert_int_equal(event.len, strlen(event.text));
			str_addf(out, "[%s]", event.text);
		} else if (event.kind == EVENT_MOUSE) {
			str_addf(out, "%s:%d,%d", mice[event.mouse], event.row,
			    event.col);
		} else {
			key_name(name, event.key);
			str_add(out, name);
		}
	}
}

static void
assert_read(struct term_input *input, const char *bytes, bool quiet,
    const char *expected)
{
	struct str out = STR_INIT;

	put(input, bytes, strlen(bytes));
	read_all(input, quiet, &out);
	assert_string_equal(out.s, expected);
	str_release(&out);
}

/* As assert_read(), byte by byte as well. */
static void
assert_keys(struct term_input *input, const char *bytes, const char *expected)
{
	struct str out = STR_INIT;

	assert_read(input, bytes, false, expected);
	for (const char *byte = bytes; *byte != '\0'; byte++) {
		put(input, byte, 1);
		read_all(input, false, &out);
	}
	assert_string_equal(out.s, expected);
	assert_int_equal(input_wait_ms(input), -1);
	str_release(&out);
}

static void
text_is_utf_8(void **state)
{
	assert_keys(*state, "a\u00e9\u65e5\U0001f44d", "a é 日 👍");
}

static void
wrong_bytes_are_replaced_one_by_one(void **state)
{
	assert_keys(*state, "\xff\x80z", "\ufffd \ufffd z");
	assert_keys(*state, "\xe6\x97z", "\ufffd \ufffd z");
	assert_keys(*state, "\xc0\xaf", "\ufffd \ufffd");
}

static void
controls_are_keys(void **state)
{
	assert_keys(
	    *state, "\x01\x1a\x03\x1f\t", "Ctrl-A Ctrl-Z Ctrl-C Ctrl-_ Tab");
	assert_keys(*state, "\r\n", "Enter Enter");
	assert_keys(*state, "\x7f\x08", "Backspace Backspace");
}

static void
the_mouse_is_reported_in_two_ways(void **state)
{
	input_take_mouse(*state);
	assert_keys(*state, "\x1b[<0;1;1Ma", "click:0,0 a");
	assert_keys(
	    *state, "\x1b[<64;12;3M\x1b[<65;12;3M", "up:2,11 down:2,11");
	assert_keys(*state, "\x1b[<4;200;60M", "click:59,199");
	assert_keys(*state, "\x1b[M !!a", "click:0,0 a");
	assert_keys(*state, "\x1b[M`\xff#", "up:2,222");
}

/* Another button, one let go, a motion, or nonsense. */
static void
what_else_the_mouse_does_is_swallowed(void **state)
{
	input_take_mouse(*state);
	assert_keys(*state, "\x1b[<0;5;5ma", "a");
	assert_keys(*state, "\x1b[<2;5;5Ma", "a");
	assert_keys(*state, "\x1b[<32;5;5Ma", "a");
	assert_keys(*state, "\x1b[M#!!a", "a");
	assert_keys(*state, "\x1b[<0;0;1Ma", "a");
	assert_keys(*state, "\x1b[<0;1Ma", "a");
	assert_keys(*state, "\x1b[<0;1;2;3Ma", "3 M a");
	assert_keys(*state, "\x1b[<99999999999999999999;1;1Ma", "a");
}

static void
a_report_that_has_no_end_is_swallowed(void **state)
{
	input_take_mouse(*state);
	assert_read(*state, "\x1b[<0;1", false, "");
	assert_read(*state, "", true, "");
	assert_read(*state, "a", false, "a");
}

static void
the_mouse_means_nothing_where_it_is_off(void **state)
{
	assert_keys(*state, "\x1b[<0;1;1Ma", "a");
}

static void
a_nul_is_ctrl_space(void **state)
{
	struct str out = STR_INIT;

	put(*state, "a\0b", 3);
	read_all(*state, false, &out);
	assert_string_equal(out.s, "a Ctrl-Space b");
	str_release(&out);
}

static void
named_sequences_are_keys(void **state)
{
	assert_keys(*state, "\x1bOAx\x1b[1;5D\x1b[3~", "Up x Ctrl-Left Delete");
}

static void
esc_and_a_key_is_alt(void **state)
{
	assert_keys(*state, "\x1bu\x1b<\x1b\x7f", "Alt-U Alt-< Alt-Backspace");
	assert_keys(*state, "\x1b\u00e9", "Alt-é");
	assert_keys(*state, "\x1b\x1bOA", "Alt-Up");
}

static void
esc_alone_takes_its_time(void **state)
{
	struct term_input *input = *state;

	assert_read(input, "x\x1b", false, "x");
	assert_int_equal(input_wait_ms(input), INPUT_ESCAPE_MS);
	assert_read(input, "", true, "Esc");
	assert_int_equal(input_wait_ms(input), -1);
	assert_read(input, "\x1b\x1b", true, "Esc Esc");
	assert_read(input, "\x1b\x1b\x1bu", false, "Esc Esc Alt-U");
}

static void
what_does_not_come_is_not_waited_for(void **state)
{
	assert_read(*state, "\x1b[", true, "Alt-[");
	assert_read(*state, "\x1bO", true, "Alt-Shift-O");
	assert_read(*state, "\x1b[1;5", true, "");
	assert_read(*state, "\xe6\x97", true, "\ufffd \ufffd");
}

/* Its rest must not be typed into an answer. */
static void
sequences_without_a_name_are_swallowed(void **state)
{
	assert_keys(*state, "\x1b[1;9Ax\x1b[?62;1c\x1bOSy", "x y");
	assert_keys(*state, "\x1b[I\x1b[2~z", "z");
}

static void
an_endless_sequence_is_swallowed_too(void **state)
{
	struct term_input *input = *state;
	char bytes[INPUT_BYTES];

	memset(bytes, '1', sizeof(bytes));
	memcpy(bytes, "\x1b[", 2);
	put(input, bytes, sizeof(bytes));
	assert_read(input, "", false, "");
	assert_read(input, "a", false, "a");
}

static void
a_paste_is_one_event(void **state)
{
	assert_keys(
	    *state, "a\x1b[200~one\x1bOA two\x1b[201~b", "a [one\x1bOA two] b");
	assert_keys(*state, "\x1b[200~\x1b[201~", "[]");
	assert_keys(*state, "\x1b\x1b[200~a\x1b[201~", "Esc [a]");
}

static void
a_paste_has_newlines_and_valid_text_only(void **state)
{
	struct str out = STR_INIT;

	assert_keys(
	    *state, "\x1b[200~a\r\nb\rc\n\r\nd\x1b[201~", "[a\nb\nc\n\nd]");
	assert_keys(*state, "\x1b[200~\xff\u65e5\x1b[201~", "[\ufffd日]");
	put(*state, "\x1b[200~a\0b\x1b[201~", 15);
	read_all(*state, false, &out);
	assert_string_equal(out.s, "[ab]");
	str_release(&out);
}

/* What follows is typed, as the terminal would have it. */
static void
the_first_end_ends_a_paste(void **state)
{
	assert_keys(*state, "\x1b[200~a\x1b[201~b\x1b[201~c", "[a] b c");
}

/* A terminal that forgets the end must not take the keyboard away. */
static void
a_paste_without_an_end_is_handed_out_after_a_while(void **state)
{
	struct term_input *input = *state;

	assert_read(input, "\x1b[200~lost\x1b[2", false, "");
	assert_int_equal(input_wait_ms(input), INPUT_PASTE_MS);
	assert_read(input, "", true, "[lost\x1b[2]");
	assert_read(input, "x", false, "x");
}

static void
a_paste_is_cut_at_its_bound(void **state)
{
	struct term_input *input = *state;
	struct event event;
	char bytes[INPUT_BYTES - 16];
	size_t sent = 0;

	memset(bytes, 'x', sizeof(bytes));
	assert_read(input, "\x1b[200~", false, "");
	for (; sent < INPUT_PASTE_MAX + 100000; sent += sizeof(bytes)) {
		put(input, bytes, sizeof(bytes));
		assert_false(input_next(input, false, &event));
	}
	put(input, "\x1b[201~y", 7);
	assert_true(input_next(input, false, &event));
	assert_int_equal(event.kind, EVENT_PASTE);
	assert_int_equal(event.len, INPUT_PASTE_MAX);
	assert_read(input, "", false, "y");
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(text_is_utf_8),
	    TEST(wrong_bytes_are_replaced_one_by_one),
	    TEST(controls_are_keys),
	    TEST(the_mouse_is_reported_in_two_ways),
	    TEST(what_else_the_mouse_does_is_swallowed),
	    TEST(a_report_that_has_no_end_is_swallowed),
	    TEST(the_mouse_means_nothing_where_it_is_off),
	    TEST(a_nul_is_ctrl_space),
	    TEST(named_sequences_are_keys),
	    TEST(esc_and_a_key_is_alt),
	    TEST(esc_alone_takes_its_time),
	    TEST(what_does_not_come_is_not_waited_for),
	    TEST(sequences_without_a_name_are_swallowed),
	    TEST(an_endless_sequence_is_swallowed_too),
	    TEST(a_paste_is_one_event),
	    TEST(a_paste_has_newlines_and_valid_text_only),
	    TEST(the_first_end_ends_a_paste),
	    TEST(a_paste_without_an_end_is_handed_out_after_a_while),
	    TEST(a_paste_is_cut_at_its_bound),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("term_input", tests, NULL, NULL);
}
