/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "unit.h"

#include "base/utf8.h"
#include "tui/editor.h"

enum { LIMIT = 1000 };

static int
setup(void **state)
{
	static struct editor editor;

	editor_init(&editor, LIMIT);
	editor_resize(&editor, 4, 21);
	*state = &editor;
	return 0;
}

static int
teardown(void **state)
{
	editor_release(*state);
	return 0;
}

static void
type(struct editor *editor, const char *text)
{
	size_t n = strlen(text);
	uint32_t code_point;

	for (size_t at = 0; at < n;) {
		at += utf8_decode(text + at, n - at, &code_point);
		assert_true(editor_key(editor, (int)code_point));
	}
}

static void
press(struct editor *editor, int times, int key)
{
	while (times-- > 0)
		assert_true(editor_key(editor, key));
}

/* Sets the text, with the caret where the `|` is. */
static void
set(struct editor *editor, const char *drawn)
{
	size_t caret = strcspn(drawn, "|");
	struct str text = STR_INIT;

	str_addn(&text, drawn, caret);
	str_add(&text, drawn + caret + 1);
	editor_set(editor, text.s, text.len, caret);
	str_release(&text);
}

/* The text, with a `|` where the caret is. */
static void
assert_editor(const struct editor *editor, const char *drawn)
{
	struct str text = STR_INIT;
	size_t n;
	const char *s = editor_text(editor, &n);

	assert_int_equal(n, strlen(s));
	str_addn(&text, s, editor->caret);
	str_ch(&text, '|');
	str_add(&text, s + editor->caret);
	assert_string_equal(text.s, drawn);
	str_release(&text);
}

/* What the screen shows, and the caret's cell. */
static void
assert_drawn(
    const struct editor *editor, const char *expected, int row, int col)
{
	struct surface surface;
	struct str text = STR_INIT;

	surface_init(&surface, editor->rows, editor->cols);
	editor_draw(editor, &surface, surface_area(&surface), true);
	surface_all_text(&surface, &text);
	assert_string_equal(text.s, expected);
	assert_int_equal(surface.caret_row, row);
	assert_int_equal(surface.caret_col, col);
	str_release(&text);
	surface_release(&surface);
}

static void
text_is_typed_at_the_caret(void **state)
{
	type(*state, "helo");
	press(*state, 1, K_LEFT);
	type(*state, "l");
	assert_editor(*state, "hell|o");
	type(*state, "\n\té日🎉");
	assert_editor(*state, "hell\n\té日🎉|o");
}

static void
other_keys_are_not_taken(void **state)
{
	static const int keys[] = {K_CTRL('D'), K_CTRL('C'), K_CTRL('G'),
	    K_CTRL('Z'), K_ESC, K_F1, K_F12, K_BACKTAB, K_INSERT, K_ALT | 'p',
	    K_ALT | 'x', 0, -1, 0x80, 0x9f, 0xd800, 0x110000};

	type(*state, "x");
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		assert_false(editor_key(*state, keys[i]));
	assert_editor(*state, "x|");
}

static void
backspace_and_delete_take_whole_clusters(void **state)
{
	set(*state, "ae\u0301👨‍👩‍👧|🇨🇭日x");
	press(*state, 1, K_BACKSPACE);
	assert_editor(*state, "ae\u0301|🇨🇭日x");
	press(*state, 1, K_BACKSPACE);
	assert_editor(*state, "a|🇨🇭日x");
	press(*state, 1, K_DELETE);
	assert_editor(*state, "a|日x");
	press(*state, 2, K_DELETE);
	press(*state, 2, K_DELETE);
	assert_editor(*state, "a|");
	press(*state, 3, K_BACKSPACE);
	assert_editor(*state, "|");
}

static void
a_mark_joins_what_stands_before(void **state)
{
	type(*state, "e\u0301");
	assert_editor(*state, "e\u0301|");
	press(*state, 1, K_LEFT);
	assert_editor(*state, "|e\u0301");
	set(*state, "|\u0301x");
	type(*state, "e");
	assert_editor(*state, "e\u0301|x");
	set(*state, "e\n|\u0301x");
	press(*state, 1, K_BACKSPACE);
	assert_editor(*state, "e\u0301|x");
}

static void
the_caret_moves_by_cluster_word_line_and_text(void **state)
{
	set(*state, "one two\nthree| four\nfive");
	press(*state, 1, K_WORD_LEFT);
	assert_editor(*state, "one two\n|three four\nfive");
	press(*state, 1, K_ALT | 'b');
	assert_editor(*state, "one |two\nthree four\nfive");
	press(*state, 1, K_WORD_RIGHT);
	press(*state, 1, K_ALT | 'f');
	assert_editor(*state, "one two\nthree| four\nfive");
	press(*state, 1, K_END);
	assert_editor(*state, "one two\nthree four|\nfive");
	press(*state, 1, K_RIGHT);
	assert_editor(*state, "one two\nthree four\n|five");
	press(*state, 2, K_LEFT);
	press(*state, 1, K_HOME);
	assert_editor(*state, "one two\n|three four\nfive");
	press(*state, 1, K_CTRL('E'));
	press(*state, 1, K_CTRL('A'));
	assert_editor(*state, "one two\n|three four\nfive");
	press(*state, 1, K_ALT | '>');
	assert_editor(*state, "one two\nthree four\nfive|");
	press(*state, 1, K_ALT | '<');
	assert_editor(*state, "|one two\nthree four\nfive");
	press(*state, 1, K_ALT | '}');
	assert_editor(*state, "one two\nthree four\nfive|");
	press(*state, 1, K_ALT | '{');
	assert_editor(*state, "|one two\nthree four\nfive");
}

static void
up_and_down_keep_the_goal_cell(void **state)
{
	set(*state, "12345|6\n12\n\n日本語x");
	press(*state, 1, K_DOWN);
	assert_editor(*state, "123456\n12|\n\n日本語x");
	press(*state, 1, K_DOWN);
	assert_editor(*state, "123456\n12\n|\n日本語x");
	press(*state, 1, K_DOWN);
	assert_editor(*state, "123456\n12\n\n日本|語x");
	press(*state, 1, K_DOWN);
	press(*state, 3, K_UP);
	assert_editor(*state, "12345|6\n12\n\n日本語x");
	press(*state, 1, K_UP);
	assert_editor(*state, "12345|6\n12\n\n日本語x");
	press(*state, 1, K_LEFT);
	press(*state, 3, K_DOWN);
	assert_editor(*state, "123456\n12\n\n日本|語x");
}

static void
up_and_down_go_by_rows_on_screen(void **state)
{
	set(*state, "one two three four |five six");
	assert_drawn(*state, "one two three four\nfive six\n\n\n", 1, 0);
	press(*state, 1, K_UP);
	assert_editor(*state, "|one two three four five six");
	press(*state, 4, K_RIGHT);
	press(*state, 1, K_DOWN);
	assert_editor(*state, "one two three four five| six");
}

static void
where_white_space_hangs_the_goal_is_the_last_column(void **state)
{
	set(*state, "01234567890123456789      |\n01234567890123456789      x");
	press(*state, 1, K_DOWN);
	assert_editor(
	    *state, "01234567890123456789      \n01234567890123456789|      x");
}

static void
pages_are_a_row_less_than_the_screen(void **state)
{
	set(*state, "|1\n2\n3\n4\n5\n6\n7\n8");
	press(*state, 1, K_PAGE_DOWN);
	assert_editor(*state, "1\n2\n3\n|4\n5\n6\n7\n8");
	press(*state, 2, K_PAGE_DOWN);
	assert_editor(*state, "1\n2\n3\n4\n5\n6\n7\n|8");
	press(*state, 1, K_PAGE_UP);
	assert_editor(*state, "1\n2\n3\n4\n|5\n6\n7\n8");
	press(*state, 2, K_PAGE_UP);
	assert_editor(*state, "|1\n2\n3\n4\n5\n6\n7\n8");
}

static void
a_word_is_undone_at_a_time(void **state)
{
	type(*state, "one two  three");
	press(*state, 1, K_ALT | 'u');
	assert_editor(*state, "one two|");
	press(*state, 1, K_CTRL('_'));
	assert_editor(*state, "one|");
	press(*state, 1, K_ALT | 'r');
	assert_editor(*state, "one two|");
	press(*state, 3, K_ALT | 'u');
	assert_editor(*state, "|");
	press(*state, 9, K_ALT | 'r');
	assert_editor(*state, "one two  three|");
}

static void
a_newline_is_undone_alone(void **state)
{
	type(*state, "one\ntwo");
	press(*state, 1, K_ALT | 'u');
	assert_editor(*state, "one\n|");
	press(*state, 1, K_ALT | 'u');
	assert_editor(*state, "one|");
	press(*state, 1, K_ALT | 'u');
	assert_editor(*state, "|");
}

static void
a_motion_ends_the_undo_group(void **state)
{
	type(*state, "ab");
	press(*state, 1, K_LEFT);
	press(*state, 1, K_RIGHT);
	type(*state, "cd");
	press(*state, 1, K_ALT | 'u');
	assert_editor(*state, "ab|");
}

static void
deletions_are_undone_by_the_word(void **state)
{
	set(*state, "one two|");
	press(*state, 5, K_BACKSPACE);
	assert_editor(*state, "on|");
	press(*state, 1, K_ALT | 'u');
	assert_editor(*state, "one |");
	press(*state, 1, K_ALT | 'u');
	assert_editor(*state, "one two|");
	set(*state, "|one two");
	press(*state, 5, K_DELETE);
	assert_editor(*state, "|wo");
	press(*state, 1, K_ALT | 'u');
	press(*state, 1, K_ALT | 'u');
	assert_editor(*state, "one| two");
	set(*state, "a\n|");
	press(*state, 2, K_BACKSPACE);
	press(*state, 1, K_ALT | 'u');
	assert_editor(*state, "a|");
}

static void
typing_after_deleting_is_a_group_of_its_own(void **state)
{
	set(*state, "ab|");
	press(*state, 1, K_BACKSPACE);
	type(*state, "c");
	press(*state, 1, K_ALT | 'u');
	assert_editor(*state, "a|");
	press(*state, 1, K_ALT | 'u');
	assert_editor(*state, "ab|");
}

static void
a_change_drops_redo(void **state)
{
	type(*state, "one");
	press(*state, 1, K_ALT | 'u');
	type(*state, "x");
	press(*state, 1, K_ALT | 'r');
	assert_editor(*state, "x|");
}

static void
kills_are_yanked(void **state)
{
	set(*state, "one |two three\nfour");
	press(*state, 1, K_CTRL('K'));
	assert_editor(*state, "one |\nfour");
	press(*state, 1, K_END);
	press(*state, 1, K_CTRL('U'));
	assert_editor(*state, "|\nfour");
	press(*state, 2, K_CTRL('Y'));
	assert_editor(*state, "one one |\nfour");
}

static void
kills_in_a_row_append_in_the_order_of_the_text(void **state)
{
	set(*state, "one two |three\nfour");
	press(*state, 3, K_CTRL('K'));
	assert_editor(*state, "one two |");
	press(*state, 1, K_CTRL('W'));
	assert_editor(*state, "one |");
	press(*state, 1, K_CTRL('Y'));
	assert_editor(*state, "one two three\nfour|");
	press(*state, 1, K_CTRL('W'));
	press(*state, 1, K_LEFT);
	press(*state, 1, K_CTRL('U'));
	press(*state, 1, K_CTRL('Y'));
	assert_editor(*state, "one two three|\n");
}

static void
a_kill_of_nothing_keeps_what_was_killed(void **state)
{
	set(*state, "one|");
	press(*state, 1, K_CTRL('W'));
	press(*state, 2, K_CTRL('U'));
	press(*state, 2, K_CTRL('K'));
	press(*state, 1, K_CTRL('Y'));
	assert_editor(*state, "one|");
}

static void
a_word_kill_stops_at_the_line_start_then_joins(void **state)
{
	set(*state, "one\n -- |x");
	press(*state, 1, K_CTRL('W'));
	assert_editor(*state, "one\n|x");
	press(*state, 1, K_CTRL('W'));
	assert_editor(*state, "one|x");
	press(*state, 1, K_CTRL('W'));
	assert_editor(*state, "|x");
}

static void
kill_yank_and_paste_are_undone_alone(void **state)
{
	type(*state, "ab");
	editor_paste(*state, "one two", 7);
	type(*state, "c");
	press(*state, 1, K_CTRL('U'));
	press(*state, 1, K_CTRL('Y'));
	press(*state, 1, K_ALT | 'u');
	assert_editor(*state, "|");
	press(*state, 1, K_ALT | 'u');
	assert_editor(*state, "abone twoc|");
	press(*state, 1, K_ALT | 'u');
	assert_editor(*state, "abone two|");
	press(*state, 1, K_ALT | 'u');
	assert_editor(*state, "ab|");
}

static void
pastes_are_made_clean(void **state)
{
	editor_paste(*state,
	    "a\r\nb\rc\xff\x00"
	    "d\n",
	    10);
	assert_editor(*state, "a\nb\nc\uFFFD\uFFFDd\n|");
}

static void
setting_repairs_and_snaps_the_caret(void **state)
{
	struct editor *editor = *state;

	editor_set(editor,
	    "a\xc3"
	    "e\u0301",
	    5, 6);
	assert_editor(editor, "a\uFFFD|e\u0301");
	editor_set(editor, "abc", 3, 99);
	assert_editor(editor, "abc|");
	press(editor, 1, K_ALT | 'u');
	assert_editor(editor, "abc|");
	editor_set(editor, "", 0, 0);
	assert_editor(editor, "|");
}

static void
the_limit_cuts_at_a_cluster(void **state)
{
	struct editor editor;

	(void)state;
	editor_init(&editor, 6);
	editor_paste(&editor, "1234e\u0301x", 8);
	assert_true(editor.full);
	assert_editor(&editor, "1234|");
	type(&editor, "56");
	assert_false(editor.full);
	type(&editor, "7");
	assert_true(editor.full);
	assert_editor(&editor, "123456|");
	press(&editor, 1, K_BACKSPACE);
	assert_false(editor.full);
	editor_set(&editor, "longer than that", 16, 0);
	type(&editor, "x");
	assert_true(editor.full);
	assert_editor(&editor, "|longer than that");
	editor_release(&editor);
}

static void
a_locked_text_can_be_read_but_not_changed(void **state)
{
	struct editor *editor = *state;

	type(editor, "one two");
	editor->locked = true;
	type(editor, "x\n");
	editor_paste(editor, "paste", 5);
	press(editor, 1, K_BACKSPACE);
	press(editor, 1, K_CTRL('U'));
	press(editor, 1, K_CTRL('Y'));
	press(editor, 1, K_ALT | 'u');
	assert_editor(editor, "one two|");
	press(editor, 1, K_WORD_LEFT);
	press(editor, 1, K_DELETE);
	assert_editor(editor, "one |two");
}

static void
rows_are_drawn_from_the_first(void **state)
{
	type(*state, "one\n\tab\tc");
	assert_drawn(*state, "one\n    ab  c\n\n\n", 1, 9);
}

static void
unsafe_characters_are_drawn_harmless(void **state)
{
	set(*state, "a\u202eb\u200b\xc2\x85|c");
	assert_drawn(*state, "a\uFFFDb\uFFFD\uFFFDc\n\n\n\n", 0, 5);
}

static void
the_caret_knows_wide_and_joined_characters(void **state)
{
	set(*state, "日e\u0301👍🏽|x");
	press(*state, 1, K_LEFT);
	assert_drawn(*state, "日e\u0301👍🏽x\n\n\n\n", 0, 3);
	press(*state, 1, K_LEFT);
	assert_drawn(*state, "日e\u0301👍🏽x\n\n\n\n", 0, 2);
	set(*state, "שלום| א");
	assert_drawn(*state, "שלום א\n\n\n\n", 0, 4);
}

/* The viewport has 21 columns, so a row has 20 cells. */
static void
behind_a_full_row_the_caret_is_in_the_last_column(void **state)
{
	type(*state, "01234567890123456789");
	assert_drawn(*state, "01234567890123456789\n\n\n\n", 0, 20);
	type(*state, "   ");
	assert_drawn(*state, "01234567890123456789\n\n\n\n", 0, 20);
	type(*state, "x");
	assert_drawn(*state, "01234567890123456789\nx\n\n\n", 1, 1);
	press(*state, 1, K_LEFT);
	assert_drawn(*state, "01234567890123456789\nx\n\n\n", 1, 0);
}

static void
it_scrolls_just_as_far_as_needed(void **state)
{
	type(*state, "1\n2\n3\n4\n5");
	assert_drawn(*state, "2\n3\n4\n5\n", 3, 1);
	press(*state, 3, K_UP);
	assert_drawn(*state, "2\n3\n4\n5\n", 0, 1);
	press(*state, 1, K_UP);
	assert_drawn(*state, "1\n2\n3\n4\n", 0, 1);
	press(*state, 4, K_DOWN);
	assert_drawn(*state, "2\n3\n4\n5\n", 3, 1);
	press(*state, 1, K_ALT | '<');
	assert_drawn(*state, "1\n2\n3\n4\n", 0, 0);
}

static void
a_jump_far_down_fills_the_screen(void **state)
{
	set(*state, "|1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14");
	press(*state, 1, K_ALT | '>');
	assert_drawn(*state, "11\n12\n13\n14\n", 3, 2);
}

static void
the_top_row_follows_when_its_words_move_up(void **state)
{
	struct editor *editor = *state;

	editor_resize(editor, 1, 21);
	set(editor, "one two three four five|");
	assert_drawn(editor, "five\n", 0, 4);
	press(editor, 3, K_BACKSPACE);
	assert_drawn(editor, "one two three four f\n", 0, 20);
}

static void
a_kill_from_above_the_top_row_scrolls_there(void **state)
{
	struct editor *editor = *state;

	editor_resize(editor, 1, 6);
	set(editor, "one two three four|");
	press(editor, 1, K_CTRL('U'));
	assert_drawn(editor, "\n", 0, 0);
	type(editor, "x");
	assert_drawn(editor, "x\n", 0, 1);
}

static void
undo_far_above_scrolls_there(void **state)
{
	set(*state, "|1\n2\n3\n4\n5\n6\n7\n8\n9");
	type(*state, "x");
	press(*state, 1, K_ALT | '>');
	press(*state, 1, K_ALT | 'u');
	assert_drawn(*state, "1\n2\n3\n4\n", 0, 0);
	press(*state, 1, K_ALT | '>');
	press(*state, 1, K_ALT | 'r');
	assert_drawn(*state, "x1\n2\n3\n4\n", 0, 1);
}

static void
resizing_keeps_the_caret_in_view(void **state)
{
	struct editor *editor = *state;

	set(editor, "one two three four\nfive\nsix|\nseven");
	editor_resize(editor, 1, 6);
	assert_drawn(editor, "six\n", 0, 3);
	editor_resize(editor, 3, 6);
	assert_drawn(editor, "five\nsix\nseven\n", 1, 3);
	editor_resize(editor, 10, 30);
	assert_drawn(
	    editor, "one two three four\nfive\nsix\nseven\n\n\n\n\n\n\n", 2, 3);
	editor_resize(editor, 0, 0);
	assert_int_equal(editor->rows, 1);
	assert_int_equal(editor->cols, 1);
}

static void
resizing_wraps_from_the_line_start(void **state)
{
	struct editor *editor = *state;

	editor_resize(editor, 2, 21);
	set(editor, "one two three four five six seven eight nine ten|");
	assert_drawn(editor, "five six seven eight\nnine ten\n", 1, 8);
	editor_resize(editor, 2, 17);
	assert_drawn(editor, "seven eight nine\nten\n", 1, 3);
}

static void
it_draws_only_inside_its_area(void **state)
{
	struct surface surface;
	struct str text = STR_INIT;

	type(*state, "0123456789\nab\ncd");
	surface_init(&surface, 4, 8);
	for (int row = 0; row < 4; row++)
		surface_text(&surface, row, 0, 8, ROLE_TEXT, "........");
	editor_draw(*state, &surface, (struct area){1, 2, 2, 5}, true);
	surface_all_text(&surface, &text);
	assert_string_equal(text.s, "........\n..01234.\n..ab....\n........\n");
	editor_draw(*state, &surface, (struct area){0, 0, 3, 0}, true);
	editor_draw(*state, &surface, (struct area){0, 0, 0, 8}, true);
	str_release(&text);
	surface_release(&surface);
}

static void
without_focus_there_is_no_caret(void **state)
{
	struct surface surface;

	type(*state, "x");
	surface_init(&surface, 4, 21);
	editor_draw(*state, &surface, surface_area(&surface), false);
	assert_int_equal(surface.caret_row, -1);
	surface_release(&surface);
}

/* The drawn cells that look selected, as `row:first-last`. */
static void
assert_selected(const struct editor *editor, const char *expected)
{
	struct surface surface;
	struct str found = STR_INIT;

	surface_init(&surface, editor->rows, editor->cols);
	editor_draw(editor, &surface, surface_area(&surface), true);
	for (int row = 0; row < surface.rows; row++) {
		const struct cell *cells = surface.cells + row * surface.cols;
		int first = -1, last = -1;

		for (int col = 0; col < surface.cols; col++)
			if (cells[col].role == ROLE_SELECTED) {
				first = first < 0 ? col : first;
				last = col;
			}
		if (first >= 0)
			str_addf(&found, "%d:%d-%d ", row, first, last);
	}
	assert_string_equal(found.s, expected);
	str_release(&found);
	surface_release(&surface);
}

static void
the_selection_is_shown(void **state)
{
	set(*state, "a日|e\u0301x\n\nend");
	assert_selected(*state, "");
	press(*state, 1, K_CTRL_SPACE);
	assert_selected(*state, "");
	press(*state, 1, K_RIGHT);
	assert_selected(*state, "0:3-3 ");
	press(*state, 1, K_LEFT);
	press(*state, 1, K_LEFT);
	assert_selected(*state, "0:1-2 ");
	press(*state, 1, K_ALT | '>');
	assert_selected(*state, "0:3-5 1:0-0 2:0-2 ");
	press(*state, 1, K_ESC);
	assert_selected(*state, "");
	assert_false(editor_key(*state, K_ESC));
}

static void
motions_with_shift_select(void **state)
{
	set(*state, "one |two");
	press(*state, 3, K_SHIFT | K_RIGHT);
	assert_selected(*state, "0:4-6 ");
	press(*state, 1, K_SHIFT | K_LEFT);
	assert_selected(*state, "0:4-5 ");
	press(*state, 1, K_LEFT);
	assert_selected(*state, "");
	press(*state, 1, K_SHIFT | K_WORD_LEFT);
	press(*state, 1, K_BACKSPACE);
	assert_editor(*state, "one |wo");
	assert_false(editor_key(*state, K_SHIFT | K_DELETE));
}

static void
typing_takes_the_place_of_the_selection(void **state)
{
	set(*state, "one| two three");
	press(*state, 1, K_CTRL_SPACE);
	press(*state, 1, K_WORD_RIGHT);
	type(*state, "xy");
	assert_editor(*state, "onexy| three");
	press(*state, 1, K_ALT | 'u');
	assert_editor(*state, "one two| three");
	press(*state, 1, K_ALT | ' ');
	press(*state, 1, K_HOME);
	press(*state, 1, K_DELETE);
	assert_editor(*state, "| three");
	press(*state, 1, K_CTRL_SPACE);
	press(*state, 1, K_END);
	editor_paste(*state, "four", 4);
	assert_editor(*state, "four|");
	press(*state, 1, K_ALT | 'u');
	assert_editor(*state, " three|");
}

static void
the_selection_is_cut_and_copied(void **state)
{
	set(*state, "|one two three");
	press(*state, 1, K_CTRL_SPACE);
	press(*state, 1, K_WORD_RIGHT);
	press(*state, 1, K_ALT | 'w');
	assert_selected(*state, "");
	press(*state, 1, K_CTRL('Y'));
	assert_editor(*state, "oneone| two three");
	press(*state, 1, K_CTRL_SPACE);
	press(*state, 1, K_WORD_RIGHT);
	press(*state, 1, K_CTRL('W'));
	press(*state, 1, K_CTRL('K'));
	assert_editor(*state, "oneone|");
	press(*state, 1, K_CTRL('Y'));
	assert_editor(*state, "oneone two three|");
}

static void
a_locked_text_can_be_selected_and_copied(void **state)
{
	struct editor *editor = *state;

	set(editor, "|one two");
	editor->locked = true;
	press(editor, 1, K_SHIFT | K_END);
	type(editor, "x");
	press(editor, 1, K_CTRL('W'));
	assert_selected(editor, "0:0-6 ");
	press(editor, 1, K_ALT | 'w');
	editor->locked = false;
	press(editor, 1, K_CTRL('Y'));
	assert_editor(editor, "one twoone two|");
}

static void
a_search_finds_whatever_the_case(void **state)
{
	set(*state, "|Straße ÉCLAIR x\ne\u0301clair");
	press(*state, 1, K_CTRL('S'));
	type(*state, "éC");
	assert_selected(*state, "0:7-8 ");
	assert_drawn(
	    *state, "Straße ÉCLAIR x\ne\u0301clair\n\nsearch: éC\n", 3, 10);
	press(*state, 1, K_CTRL('S'));
	assert_selected(*state, "1:0-1 ");
	press(*state, 1, K_ALT | '/');
	assert_selected(*state, "0:7-8 ");
	press(*state, 1, '\n');
	assert_editor(*state, "Straße |ÉCLAIR x\ne\u0301clair");
	press(*state, 2, K_CTRL('S'));
	assert_editor(*state, "Straße ÉCLAIR x\n|e\u0301clair");
	press(*state, 1, K_BACKSPACE);
	press(*state, 1, K_BACKSPACE);
	editor_paste(*state, "ASS", 3);
	assert_selected(*state, "0:3-4 ");
	press(*state, 1, K_END);
	assert_editor(*state, "Straße ÉCLAIR x|\ne\u0301clair");
}

static void
a_search_goes_back_with_esc(void **state)
{
	struct editor *editor = *state;

	set(editor, "1\n2\n3|\n4\n5\n6\n7\nx");
	press(editor, 1, K_ALT | '/');
	type(editor, "x");
	assert_drawn(editor, "6\n7\nx\nsearch: x\n", 3, 9);
	type(editor, "y");
	assert_drawn(editor, "6\n7\nx\nnot found: xy\n", 3, 13);
	assert_selected(editor, "");
	press(editor, 1, K_ESC);
	assert_editor(editor, "1\n2\n3|\n4\n5\n6\n7\nx");
	assert_false(editor_key(editor, K_ESC));
	assert_false(editor_key(editor, K_CTRL('D')));
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(text_is_typed_at_the_caret),
	    TEST(other_keys_are_not_taken),
	    TEST(backspace_and_delete_take_whole_clusters),
	    TEST(a_mark_joins_what_stands_before),
	    TEST(the_caret_moves_by_cluster_word_line_and_text),
	    TEST(up_and_down_keep_the_goal_cell),
	    TEST(up_and_down_go_by_rows_on_screen),
	    TEST(where_white_space_hangs_the_goal_is_the_last_column),
	    TEST(pages_are_a_row_less_than_the_screen),
	    TEST(a_word_is_undone_at_a_time),
	    TEST(a_newline_is_undone_alone),
	    TEST(a_motion_ends_the_undo_group),
	    TEST(deletions_are_undone_by_the_word),
	    TEST(typing_after_deleting_is_a_group_of_its_own),
	    TEST(a_change_drops_redo),
	    TEST(kills_are_yanked),
	    TEST(kills_in_a_row_append_in_the_order_of_the_text),
	    TEST(a_kill_of_nothing_keeps_what_was_killed),
	    TEST(a_word_kill_stops_at_the_line_start_then_joins),
	    TEST(kill_yank_and_paste_are_undone_alone),
	    TEST(pastes_are_made_clean),
	    TEST(setting_repairs_and_snaps_the_caret),
	    TEST(the_limit_cuts_at_a_cluster),
	    TEST(a_locked_text_can_be_read_but_not_changed),
	    TEST(the_selection_is_shown),
	    TEST(motions_with_shift_select),
	    TEST(typing_takes_the_place_of_the_selection),
	    TEST(the_selection_is_cut_and_copied),
	    TEST(a_locked_text_can_be_selected_and_copied),
	    TEST(a_search_finds_whatever_the_case),
	    TEST(a_search_goes_back_with_esc),
	    TEST(rows_are_drawn_from_the_first),
	    TEST(unsafe_characters_are_drawn_harmless),
	    TEST(the_caret_knows_wide_and_joined_characters),
	    TEST(behind_a_full_row_the_caret_is_in_the_last_column),
	    TEST(it_scrolls_just_as_far_as_needed),
	    TEST(a_jump_far_down_fills_the_screen),
	    TEST(the_top_row_follows_when_its_words_move_up),
	    TEST(a_kill_from_above_the_top_row_scrolls_there),
	    TEST(undo_far_above_scrolls_there),
	    TEST(resizing_keeps_the_caret_in_view),
	    TEST(resizing_wraps_from_the_line_start),
	    TEST(it_draws_only_inside_its_area),
	    TEST(without_focus_there_is_no_caret),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("editor", tests, NULL, NULL);
}
