/* SPDX-License-Identifier: MIT */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"

#include "base/rand.h"
#include "tui/surface.h"

enum { ROWS = 3, COLS = 10 };

static int
setup(void **state)
{
	static struct surface surface;

	surface_init(&surface, ROWS, COLS);
	*state = &surface;
	return 0;
}

static int
teardown(void **state)
{
	surface_release(*state);
	return 0;
}

static void
assert_row(const struct surface *surface, int row, const char *text)
{
	struct str out = STR_INIT;

	surface_row_text(surface, row, &out);
	assert_string_equal(out.s, text);
	str_release(&out);
}

static const struct cell *
cell_at(const struct surface *surface, int row, int col)
{
	return &surface->cells[row * surface->cols + col];
}

/* A letter a role, for the first cells of a row. */
static void
assert_roles(const struct surface *surface, int row, const char *roles)
{
	for (int col = 0; roles[col] != '\0'; col++)
		assert_int_equal(
		    cell_at(surface, row, col)->role, roles[col] - 'a');
}

/* Every cluster stands whole in its row. */
static void
assert_whole(const struct surface *surface)
{
	for (int row = 0; row < surface->rows; row++)
		for (int col = 0; col < surface->cols;) {
			int width = cell_at(surface, row, col)->width;

			assert_in_range(width, 1, surface->cols - col);
			for (int i = 1; i < width; i++)
				assert_int_equal(
				    cell_at(surface, row, col + i)->width, 0);
			col += width;
		}
}

static void
text_is_drawn_in_its_role(void **state)
{
	struct surface *surface = *state;

	assert_int_equal(surface_text(surface, 1, 2, COLS, ROLE_KEY, "F2"), 2);
	assert_row(surface, 0, "");
	assert_row(surface, 1, "  F2");
	assert_roles(surface, 1, "aaeea");
}

/* Long runs of ASCII are written in strides. */
static void
text_of_any_length_is_drawn_whole(void **state)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJK";
	struct surface *surface = *state;
	char text[sizeof(letters)];

	surface_resize(surface, ROWS, 80);
	for (size_t n = 0; n < sizeof(letters); n++) {
		memcpy(text, letters, n);
		text[n] = '\0';
		surface_clear(surface);
		assert_int_equal(
		    surface_textn(surface, 0, 0, 80, ROLE_KEY, letters, n), n);
		assert_row(surface, 0, text);
		assert_int_equal(cell_at(surface, 0, (int)n)->role, ROLE_TEXT);
	}
}

static void
text_ends_at_its_room_and_at_the_edge(void **state)
{
	struct surface *surface = *state;

	assert_int_equal(
	    surface_text(surface, 0, 0, 4, ROLE_TEXT, "interview"), 4);
	assert_int_equal(
	    surface_text(surface, 1, 6, INT_MAX, ROLE_TEXT, "interview"), 4);
	assert_int_equal(surface_text(surface, 2, 0, 0, ROLE_TEXT, "x"), 0);
	assert_int_equal(surface_text(surface, 2, 0, -3, ROLE_TEXT, "x"), 0);
	assert_row(surface, 0, "inte");
	assert_row(surface, 1, "      inte");
	assert_row(surface, 2, "");
}

static void
outside_the_surface_nothing_is_drawn(void **state)
{
	struct surface *surface = *state;
	struct area around = {-5, -5, 100, 100};

	assert_int_equal(surface_text(surface, -1, 0, 9, ROLE_TEXT, "x"), 0);
	assert_int_equal(surface_text(surface, ROWS, 0, 9, ROLE_TEXT, "x"), 0);
	assert_int_equal(surface_text(surface, 0, COLS, 9, ROLE_TEXT, "x"), 0);
	surface_rule(surface, ROWS, -5, 100, ROLE_TEXT);
	assert_row(surface, 0, "");
	surface_text(surface, 0, -2, 9, ROLE_TEXT, "abcde");
	surface_text(surface, 1, -1, 9, ROLE_TEXT, "日x");
	assert_row(surface, 0, "cde");
	assert_row(surface, 1, " x");
	surface_fill(surface, around, ROLE_DIM, true);
	assert_roles(surface, 2, "bbbbbbbbbb");
}

static void
a_wide_cluster_takes_two_cells_or_none(void **state)
{
	struct surface *surface = *state;

	assert_int_equal(
	    surface_text(surface, 0, 0, COLS, ROLE_TEXT, "日本"), 4);
	assert_int_equal(surface_text(surface, 1, 0, 3, ROLE_TEXT, "日本"), 2);
	assert_int_equal(
	    surface_text(surface, 2, 9, COLS, ROLE_TEXT, "日x"), 0);
	assert_int_equal(cell_at(surface, 0, 0)->width, 2);
	assert_int_equal(cell_at(surface, 0, 1)->width, 0);
	assert_row(surface, 0, "日本");
	assert_row(surface, 1, "日");
	assert_row(surface, 2, "");
}

static void
drawing_over_a_half_blanks_the_other(void **state)
{
	struct surface *surface = *state;

	surface_text(surface, 0, 0, COLS, ROLE_TEXT, "日本語");
	surface_text(surface, 0, 3, 2, ROLE_TEXT, "xy");
	assert_row(surface, 0, "日 xy");
	surface_text(surface, 1, 0, COLS, ROLE_TEXT, "日本語");
	surface_rule(surface, 1, 1, 2, ROLE_TEXT);
	assert_row(surface, 1, " ── 語");
	assert_whole(surface);
}

static void
drawing_into_a_family_blanks_all_of_it(void **state)
{
	struct surface *surface = *state;
	const char *family = "👨‍👩‍👧";

	for (int col = 0; col < 6; col++) {
		surface_clear(surface);
		assert_int_equal(
		    surface_text(surface, 0, 0, COLS, ROLE_TEXT, family), 6);
		surface_text(surface, 0, col, 1, ROLE_TEXT, "x");
		assert_int_equal(cell_at(surface, 0, col)->glyph, 'x');
		assert_whole(surface);
	}
}

static void
marks_stand_in_the_cell_of_their_letter(void **state)
{
	struct surface *surface = *state;

	assert_int_equal(surface_text(surface, 0, 0, COLS, ROLE_TEXT,
			     "ae\u0301o\u0308\u0323z"),
	    4);
	assert_row(surface, 0, "ae\u0301o\u0308\u0323z");
}

static void
text_can_do_nothing_to_a_terminal(void **state)
{
	struct surface *surface = *state;

	surface_text(surface, 0, 0, COLS, ROLE_TEXT, "a\x1b[2Jb");
	surface_text(surface, 1, 0, COLS, ROLE_TEXT, "\u202e\u200b\x9b\xff.");
	surface_text(surface, 2, 0, COLS, ROLE_TEXT, "a\nb\tc\r\nd");
	assert_row(surface, 0, "a\ufffd[2Jb");
	assert_row(surface, 1, "\ufffd\ufffd\ufffd\ufffd.");
	assert_row(surface, 2, "a b c d");
}

static void
endless_clusters_are_bounded(void **state)
{
	struct surface *surface = *state;
	struct str marks = STR_INIT, row = STR_INIT;

	str_ch(&marks, 'a');
	for (int i = 0; i < 1000; i++)
		str_add(&marks, "\u0301");
	str_ch(&marks, 'b');
	assert_int_equal(
	    surface_text(surface, 0, 0, COLS, ROLE_TEXT, marks.s), 2);
	surface_row_text(surface, 0, &row);
	assert_in_range(row.len, 3, 100);
	assert_int_equal(row.s[row.len - 1], 'b');
	str_release(&marks);
	str_release(&row);
}

static void
a_text_that_is_cut_ends_in_an_ellipsis(void **state)
{
	struct surface *surface = *state;

	assert_int_equal(
	    surface_text_cut(surface, 0, 0, 5, ROLE_TEXT, "short"), 5);
	assert_int_equal(
	    surface_text_cut(surface, 1, 0, 5, ROLE_TEXT, "longer"), 5);
	assert_int_equal(
	    surface_text_cut(surface, 2, 7, 99, ROLE_TEXT, "longer"), 3);
	assert_row(surface, 0, "short");
	assert_row(surface, 1, "long…");
	assert_row(surface, 2, "       lo…");
}

static void
the_ellipsis_cuts_no_cluster_in_two(void **state)
{
	struct surface *surface = *state;

	surface_text_cut(surface, 0, 0, 4, ROLE_TEXT, "日本語");
	surface_text_cut(surface, 1, 0, 5, ROLE_TEXT, "日本語");
	surface_text_cut(surface, 2, 0, 1, ROLE_TEXT, "日本語");
	assert_row(surface, 0, "日 …");
	assert_row(surface, 1, "日本…");
	assert_row(surface, 2, "…");
	assert_whole(surface);
}

static void
in_ascii_the_ellipsis_is_dots_and_the_rule_dashes(void **state)
{
	struct surface *surface = *state;

	surface->ascii = true;
	surface_text_cut(surface, 0, 0, 6, ROLE_TEXT, "interview");
	surface_text_cut(surface, 1, 0, 2, ROLE_TEXT, "interview");
	surface_rule(surface, 2, 1, 3, ROLE_TEXT);
	assert_row(surface, 0, "int...");
	assert_row(surface, 1, "..");
	assert_row(surface, 2, " ---");
}

static void
text_to_the_right_ends_at_the_right(void **state)
{
	struct surface *surface = *state;

	surface_text_right(surface, 0, 0, COLS, ROLE_TEXT, "2:00");
	surface_text_right(surface, 1, 2, 5, ROLE_TEXT, "日");
	surface_text_right(surface, 2, 0, 3, ROLE_TEXT, "12:34");
	assert_row(surface, 0, "      2:00");
	assert_row(surface, 1, "     日");
	assert_row(surface, 2, "12:");
}

static void
formatted_text_may_be_longer_than_any_buffer(void **state)
{
	struct surface *surface = *state;
	char name[401];

	memset(name, 'n', sizeof(name));
	name[sizeof(name) - 1] = '\0';
	assert_int_equal(
	    surface_textf(surface, 0, 0, COLS, ROLE_TEXT, "%d of %d", 3, 12),
	    7);
	assert_row(surface, 0, "3 of 12");
	surface_resize(surface, ROWS, 400);
	assert_int_equal(
	    surface_textf(surface, 1, 0, 400, ROLE_TEXT, "%s", name), 400);
	assert_row(surface, 1, name);
}

static void
a_fill_gives_a_role_and_blanks_on_wish(void **state)
{
	struct surface *surface = *state;

	surface_text(surface, 1, 0, COLS, ROLE_TEXT, "a日b");
	surface_fill(surface, (struct area){1, 0, 1, 3}, ROLE_SELECTED, false);
	assert_row(surface, 1, "a日b");
	assert_roles(surface, 1, "ddda");
	surface_fill(surface, (struct area){1, 2, 1, 8}, ROLE_DIM, true);
	assert_row(surface, 1, "a");
	assert_roles(surface, 1, "ddbbbbbbbb");
	assert_whole(surface);
}

static void
a_caret_outside_is_no_caret(void **state)
{
	struct surface *surface = *state;

	assert_int_equal(surface->caret_row, -1);
	surface_caret(surface, 2, 9);
	assert_int_equal(surface->caret_row, 2);
	assert_int_equal(surface->caret_col, 9);
	surface_caret(surface, 2, COLS);
	assert_int_equal(surface->caret_row, -1);
	assert_int_equal(surface->caret_col, -1);
	surface_caret(surface, 0, 0);
	surface_clear(surface);
	assert_int_equal(surface->caret_row, -1);
}

/* What is shown anew is what memcmp() finds different. */
static void
the_same_draw_gives_the_same_cells(void **state)
{
	struct surface *surface = *state;
	struct cell before[COLS];

	surface_text(surface, 0, 0, COLS, ROLE_TEXT, "e\u0301a\u0308");
	memcpy(before, surface->cells, sizeof(before));
	surface_clear(surface);
	surface_text(surface, 1, 0, COLS, ROLE_TEXT, "o\u0302");
	surface_text(surface, 0, 0, COLS, ROLE_TEXT, "e\u0301a\u0308");
	assert_memory_equal(before, surface->cells, sizeof(before));
	surface_text(surface, 0, 0, COLS, ROLE_TEXT, "e\u0301o\u0302");
	assert_memory_not_equal(before, surface->cells, sizeof(before));
}

static void
many_different_clusters_are_kept_apart(void **state)
{
	struct surface *surface = *state;
	char text[] = "a\u0300\u0300";
	struct str row = STR_INIT;

	for (int i = 0; i < 64; i++)
		for (int j = 0; j < 64; j++) {
			text[2] = (char)(0x80 + i);
			text[4] = (char)(0x80 + j);
			surface_text(surface, 0, 0, 1, ROLE_TEXT, text);
			str_clear(&row);
			surface_row_text(surface, 0, &row);
			assert_string_equal(row.s, text);
		}
	str_release(&row);
}

/* So that the table does not grow for ever; the term has to draw anew. */
static void
too_many_clusters_are_forgotten_with_a_new_generation(void **state)
{
	struct surface *surface = *state;
	char text[] = "a\u0300\u0300";
	unsigned before = surface->generation;

	for (char c = 'a'; c <= 'd'; c++)
		for (int i = 0; i < 64 * 64; i++) {
			text[0] = c;
			text[2] = (char)(0x80 + i / 64);
			text[4] = (char)(0x80 + i % 64);
			surface_text(surface, 0, 0, 1, ROLE_TEXT, text);
		}
	assert_int_equal(surface->generation, before);
	surface_clear(surface);
	assert_int_not_equal(surface->generation, before);
	assert_int_equal(surface->n_clusters, 0);
}

static void
resizing_blanks(void **state)
{
	struct surface *surface = *state;
	struct str out = STR_INIT;

	surface_text(surface, 0, 0, COLS, ROLE_BAD, "e\u0301xyz");
	surface_resize(surface, 2, 20);
	surface_all_text(surface, &out);
	assert_string_equal(out.s, "\n\n");
	assert_int_equal(cell_at(surface, 0, 0)->role, ROLE_TEXT);
	assert_int_equal(surface_area(surface).cols, 20);
	str_release(&out);
}

static void
any_size_can_be_drawn_on(void **state)
{
	struct surface *surface = *state;

	for (int rows = 0; rows < 3; rows++)
		for (int cols = 0; cols < 4; cols++) {
			surface_resize(surface, rows, cols);
			for (int col = -3; col < 5; col++) {
				surface_text_cut(surface, 0, col, 9, ROLE_TEXT,
				    "日a\u0301本 text");
				surface_text_right(
				    surface, 1, col, 9, ROLE_TEXT, "👍🏽");
				surface_rule(surface, 0, col, 2, ROLE_DIM);
			}
			assert_whole(surface);
		}
}

/* A frame of a few rows, drawn by lines or by texts alone, from texts so few
 * that many rows stay, with something drawn over some of them. */
static void
draw_some(struct surface *surface, bool lines, struct rand *rand)
{
	static const char *const texts[] = {
	    "", "ab", "abc", "日本", "e\u0301", "much longer than a row"};
	enum { TEXTS = sizeof(texts) / sizeof(texts[0]) };

	for (int row = -1; row <= ROWS; row++) {
		const char *text = texts[rand_below(rand, TEXTS)];
		int col = rand_below(rand, 4) == 0 ? 3 : 0;
		enum role role =
		    rand_below(rand, 4) == 0 ? ROLE_DIM : ROLE_TEXT;
		uint32_t before = rand_below(rand, 8);
		uint32_t after = rand_below(rand, 8);

		if (before == 0)
			surface_text(surface, row, 5, 2, ROLE_BAD, "x");
		if (before < 7 && lines)
			surface_line(
			    surface, row, col, COLS, role, text, strlen(text));
		else if (before < 7)
			surface_textn(
			    surface, row, col, COLS, role, text, strlen(text));
		if (after == 0)
			surface_fill(surface, (struct area){row, 1, 1, 2},
			    ROLE_SELECTED, false);
	}
}

static void
assert_equal(const struct surface *surface, const struct surface *plain)
{
	struct str text = STR_INIT, expected = STR_INIT;

	surface_all_text(surface, &text);
	surface_all_text(plain, &expected);
	assert_string_equal(text.s, expected.s);
	for (int i = 0; i < ROWS * COLS; i++)
		assert_int_equal(surface->cells[i].role, plain->cells[i].role);
	str_release(&text);
	str_release(&expected);
}

/* Rows that are said to be the same are. */
static int
count_same(const struct surface *surface, const struct cell *before)
{
	int same = 0;

	for (int row = 0; row < ROWS; row++)
		if (surface->kept[row].same) {
			assert_memory_equal(surface->cells + row * COLS,
			    before + row * COLS, COLS * sizeof(*before));
			same++;
		}
	return same;
}

static void
frames_of_lines_show_what_clearing_and_drawing_shows(void **state)
{
	struct surface *surface = *state, plain;
	struct cell before[ROWS * COLS];
	struct rand rand = {3};
	int same = 0;

	surface_init(&plain, ROWS, COLS);
	for (int i = 0; i < 2000; i++) {
		struct rand again = rand;

		memcpy(before, surface->cells, sizeof(before));
		surface_begin(surface);
		draw_some(surface, true, &rand);
		surface_end(surface);
		surface_clear(&plain);
		draw_some(&plain, false, &again);
		assert_equal(surface, &plain);
		assert_whole(surface);
		same += count_same(surface, before);
	}
	assert_in_range(same, 100, 2000 * ROWS);
	surface_release(&plain);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(text_is_drawn_in_its_role),
	    TEST(text_of_any_length_is_drawn_whole),
	    TEST(text_ends_at_its_room_and_at_the_edge),
	    TEST(outside_the_surface_nothing_is_drawn),
	    TEST(a_wide_cluster_takes_two_cells_or_none),
	    TEST(drawing_over_a_half_blanks_the_other),
	    TEST(drawing_into_a_family_blanks_all_of_it),
	    TEST(marks_stand_in_the_cell_of_their_letter),
	    TEST(text_can_do_nothing_to_a_terminal),
	    TEST(endless_clusters_are_bounded),
	    TEST(a_text_that_is_cut_ends_in_an_ellipsis),
	    TEST(the_ellipsis_cuts_no_cluster_in_two),
	    TEST(in_ascii_the_ellipsis_is_dots_and_the_rule_dashes),
	    TEST(text_to_the_right_ends_at_the_right),
	    TEST(formatted_text_may_be_longer_than_any_buffer),
	    TEST(a_fill_gives_a_role_and_blanks_on_wish),
	    TEST(a_caret_outside_is_no_caret),
	    TEST(the_same_draw_gives_the_same_cells),
	    TEST(many_different_clusters_are_kept_apart),
	    TEST(too_many_clusters_are_forgotten_with_a_new_generation),
	    TEST(frames_of_lines_show_what_clearing_and_drawing_shows),
	    TEST(resizing_blanks),
	    TEST(any_size_can_be_drawn_on),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("surface", tests, NULL, NULL);
}
