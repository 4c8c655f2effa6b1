/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "unit.h"

#include "tui/keymap.h"

enum { OPEN = 1, NEXT, SKIP, QUIT_ALL };

static const struct key_binding keys[] = {
    {{'\n', ' '}, OPEN, "open", "Opens the question."},
    {{'j', K_DOWN}, NEXT, NULL, "To the next row."},
    {{K_F8, K_ALT | 's'}, SKIP, "skip", "Skips the question."},
    {{'q', K_ESC, K_CTRL('C'), 0}, QUIT_ALL, "quit", "Leaves."},
    {{0}, 0, NULL, NULL},
};

static void
assert_name(int key, const char *name)
{
	char out[KEY_NAME_SIZE];

	key_name(out, key);
	assert_string_equal(out, name);
}

static void
keys_are_called_as_people_call_them(void **state)
{
	(void)state;
	assert_name('q', "q");
	assert_name('?', "?");
	assert_name(0xe9, "é");
	assert_name('\n', "Enter");
	assert_name('\t', "Tab");
	assert_name(' ', "Space");
	assert_name(K_ESC, "Esc");
	assert_name(K_PAGE_UP, "PgUp");
	assert_name(K_F1, "F1");
	assert_name(K_F12, "F12");
	assert_name(K_BACKTAB, "Shift-Tab");
	assert_name(K_SHIFT | K_LEFT, "Shift-Left");
	assert_name(K_CTRL_SPACE, "Ctrl-Space");
	assert_name(K_WORD_RIGHT, "Ctrl-Right");
}

static void
modifiers_come_first(void **state)
{
	(void)state;
	assert_name(K_CTRL('D'), "Ctrl-D");
	assert_name(K_CTRL('_'), "Ctrl-_");
	assert_name(K_ALT | 'u', "Alt-U");
	assert_name(K_ALT | 'U', "Alt-Shift-U");
	assert_name(K_ALT | '<', "Alt-<");
	assert_name(K_ALT | '\n', "Alt-Enter");
	assert_name(K_ALT | K_UP, "Alt-Up");
	assert_name(K_ALT | K_CTRL('D'), "Alt-Ctrl-D");
	assert_name(K_ALT | K_BACKSPACE, "Alt-Backspace");
}

/* None is without a name, none is called as another. */
static void
every_special_key_has_a_name_of_its_own(void **state)
{
	char names[K_F12 - K_UP + 1][KEY_NAME_SIZE];

	(void)state;
	for (int key = K_UP; key <= K_F12; key++) {
		key_name(names[key - K_UP], key);
		assert_string_not_equal(names[key - K_UP], "");
		for (int other = K_UP; other < key; other++)
			assert_string_not_equal(
			    names[key - K_UP], names[other - K_UP]);
	}
}

static void
each_key_of_a_binding_has_its_action(void **state)
{
	(void)state;
	assert_int_equal(keymap_action(keys, '\n'), OPEN);
	assert_int_equal(keymap_action(keys, ' '), OPEN);
	assert_int_equal(keymap_action(keys, K_ALT | 's'), SKIP);
	assert_int_equal(keymap_action(keys, K_CTRL('C')), QUIT_ALL);
	assert_int_equal(keymap_action(keys, 'x'), 0);
}

static void
no_key_is_no_key(void **state)
{
	(void)state;
	assert_int_equal(keymap_action(keys, 0), 0);
}

static void
assert_footer(int cols, const char *expected)
{
	struct surface surface;
	struct str out = STR_INIT;

	surface_init(&surface, 2, cols);
	keymap_footer(keys, &surface, 1);
	surface_row_text(&surface, 1, &out);
	assert_string_equal(out.s, expected);
	str_release(&out);
	surface_release(&surface);
}

static void
the_footer_shows_the_first_key_of_what_has_a_label(void **state)
{
	(void)state;
	assert_footer(80, "Enter open  F8 skip  q quit");
}

static void
the_footer_cuts_no_entry(void **state)
{
	(void)state;
	assert_footer(27, "Enter open  F8 skip  q quit");
	assert_footer(26, "Enter open  F8 skip");
	assert_footer(18, "Enter open");
	assert_footer(9, "");
}

static void
names_are_listed_with_commas(void **state)
{
	struct str out = STR_INIT;

	(void)state;
	keymap_names(&keys[3], &out);
	assert_string_equal(out.s, "q, Esc, Ctrl-C");
	str_release(&out);
}

/* A frame with that footer, if any: its row, and the role of its first cell. */
static void
assert_frame(struct surface *surface, const struct key_binding *table,
    bool same, const char *text, enum role first)
{
	struct str out = STR_INIT;

	surface_begin(surface);
	if (table != NULL)
		keymap_footer(table, surface, 1);
	surface_end(surface);
	surface_row_text(surface, 1, &out);
	assert_string_equal(out.s, text);
	assert_int_equal(surface->kept[1].same, same);
	assert_int_equal(surface->cells[surface->cols].role, first);
	str_release(&out);
}

static void
a_footer_stays_from_frame_to_frame(void **state)
{
	const struct key_binding *quit = &keys[3];
	struct surface surface;

	(void)state;
	surface_init(&surface, 2, 80);
	assert_frame(&surface, quit, false, "q quit", ROLE_KEY);
	assert_frame(&surface, quit, true, "q quit", ROLE_KEY);
	assert_frame(
	    &surface, keys, false, "Enter open  F8 skip  q quit", ROLE_KEY);
	assert_frame(
	    &surface, keys, true, "Enter open  F8 skip  q quit", ROLE_KEY);
	assert_frame(&surface, NULL, false, "", ROLE_TEXT);
	assert_frame(&surface, quit, false, "q quit", ROLE_KEY);
	surface_resize(&surface, 2, 80);
	assert_frame(&surface, quit, false, "q quit", ROLE_KEY);
	surface_release(&surface);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(keys_are_called_as_people_call_them),
	    cmocka_unit_test(modifiers_come_first),
	    cmocka_unit_test(every_special_key_has_a_name_of_its_own),
	    cmocka_unit_test(each_key_of_a_binding_has_its_action),
	    cmocka_unit_test(no_key_is_no_key),
	    cmocka_unit_test(
		the_footer_shows_the_first_key_of_what_has_a_label),
	    cmocka_unit_test(the_footer_cuts_no_entry),
	    cmocka_unit_test(a_footer_stays_from_frame_to_frame),
	    cmocka_unit_test(names_are_listed_with_commas),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("keymap", tests, NULL, NULL);
}
