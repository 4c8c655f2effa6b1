/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "unit.h"

#include "tui/text.h"

/* Inserts at, removes from: what the tests say most. */
static void
insert(struct text *text, size_t at, const char *bytes)
{
	text_replace(text, at, 0, bytes, strlen(bytes));
}

static void
removes(struct text *text, size_t at, size_t n)
{
	text_replace(text, at, n, "", 0);
}

static void
assert_text(const struct text *text, const char *expected)
{
	assert_string_equal(text->bytes.s, expected);
	assert_int_equal(text->bytes.len, strlen(expected));
}

static int
setup(void **state)
{
	static struct text text;

	text_init(&text);
	*state = &text;
	return 0;
}

static int
teardown(void **state)
{
	text_release(*state);
	return 0;
}

static void
replaces_bytes_in_the_middle(void **state)
{
	struct text *text = *state;

	text_set(text, "one two three", 13);
	text_replace(text, 4, 3, "2", 1);
	assert_text(text, "one 2 three");
	text_replace(text, 0, 3, "eleven", 6);
	assert_text(text, "eleven 2 three");
	text_replace(text, 8, 6, "", 0);
	assert_text(text, "eleven 2");
}

static void
an_empty_text_has_nothing_to_undo(void **state)
{
	size_t caret = 77;

	assert_text(*state, "");
	assert_false(text_undo(*state, &caret));
	assert_false(text_redo(*state, &caret));
	assert_int_equal(caret, 77);
	assert_null(text_last(*state));
}

static void
setting_is_no_change(void **state)
{
	size_t caret;

	insert(*state, 0, "draft");
	text_set(*state, "set", 3);
	assert_text(*state, "set");
	assert_false(text_undo(*state, &caret));
}

static void
undo_returns_the_bytes_and_says_where(void **state)
{
	struct text *text = *state;
	size_t caret;

	text_set(text, "abcdef", 6);
	text_replace(text, 2, 2, "XYZ", 3);
	assert_text(text, "abXYZef");
	assert_true(text_undo(text, &caret));
	assert_text(text, "abcdef");
	assert_int_equal(caret, 4);
	assert_true(text_redo(text, &caret));
	assert_text(text, "abXYZef");
	assert_int_equal(caret, 5);
}

static void
a_group_is_undone_at_once(void **state)
{
	struct text *text = *state;
	size_t caret;

	insert(text, 0, "a");
	insert(text, 1, "b");
	insert(text, 0, "c");
	text_break(text);
	insert(text, 3, "d");
	assert_text(text, "cabd");
	assert_true(text_undo(text, &caret));
	assert_text(text, "cab");
	assert_true(text_undo(text, &caret));
	assert_text(text, "");
	assert_false(text_undo(text, &caret));
	assert_true(text_redo(text, &caret));
	assert_text(text, "cab");
	assert_true(text_redo(text, &caret));
	assert_text(text, "cabd");
	assert_false(text_redo(text, &caret));
}

static void
typing_is_one_change(void **state)
{
	struct text *text = *state;

	insert(text, 0, "a");
	insert(text, 1, "b");
	insert(text, 2, "c");
	assert_int_equal(text->n_log, 1);
	assert_int_equal(text_last(text)->n_inserted, 3);
	assert_memory_equal(text_last(text)->inserted, "abc", 3);
	insert(text, 0, "d");
	assert_int_equal(text->n_log, 2);
}

static void
held_deletion_is_one_change(void **state)
{
	struct text *text = *state;
	size_t caret;

	text_set(text, "abcdef", 6);
	removes(text, 3, 1);
	removes(text, 3, 1);
	removes(text, 2, 1);
	assert_text(text, "abf");
	assert_int_equal(text->n_log, 1);
	assert_true(text_undo(text, &caret));
	assert_text(text, "abcdef");
	assert_int_equal(caret, 5);
}

static void
a_break_keeps_changes_apart(void **state)
{
	struct text *text = *state;

	insert(text, 0, "a");
	assert_non_null(text_last(text));
	text_break(text);
	assert_null(text_last(text));
	insert(text, 1, "b");
	assert_int_equal(text->n_log, 2);
}

static void
after_undo_a_change_begins_a_group(void **state)
{
	struct text *text = *state;
	size_t caret;

	insert(text, 0, "a");
	text_break(text);
	insert(text, 1, "b");
	assert_true(text_undo(text, &caret));
	insert(text, 1, "c");
	assert_true(text_undo(text, &caret));
	assert_text(text, "a");
}

static void
a_change_drops_what_was_undone(void **state)
{
	struct text *text = *state;
	size_t caret;

	insert(text, 0, "a");
	text_break(text);
	insert(text, 1, "b");
	assert_true(text_undo(text, &caret));
	insert(text, 1, "c");
	assert_false(text_redo(text, &caret));
	assert_text(text, "ac");
}

static void
replacing_nothing_by_nothing_keeps_redo(void **state)
{
	struct text *text = *state;
	size_t caret;

	insert(text, 0, "a");
	assert_true(text_undo(text, &caret));
	text_replace(text, 0, 0, "", 0);
	assert_true(text_redo(text, &caret));
	assert_text(text, "a");
}

static void
many_changes_are_all_undone(void **state)
{
	struct text *text = *state;
	size_t caret;

	text_set(text, "start", 5);
	for (size_t i = 0; i < 500; i++) {
		text_replace(text, i % 5, i % 2, "xy", 2);
		text_break(text);
	}
	for (int i = 0; i < 500; i++)
		assert_true(text_undo(text, &caret));
	assert_text(text, "start");
	assert_false(text_undo(text, &caret));
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(replaces_bytes_in_the_middle),
	    TEST(an_empty_text_has_nothing_to_undo),
	    TEST(setting_is_no_change),
	    TEST(undo_returns_the_bytes_and_says_where),
	    TEST(a_group_is_undone_at_once),
	    TEST(typing_is_one_change),
	    TEST(held_deletion_is_one_change),
	    TEST(a_break_keeps_changes_apart),
	    TEST(after_undo_a_change_begins_a_group),
	    TEST(a_change_drops_what_was_undone),
	    TEST(replacing_nothing_by_nothing_keeps_redo),
	    TEST(many_changes_are_all_undone),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
