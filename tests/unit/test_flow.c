/* SPDX-License-Identifier: MIT */
#include <string.h>
#include <unilbrk.h>

#include "unit.h"

#include "base/rand.h"
#include "base/str.h"
#include "tui/flow.h"
#include "tui/page.h"

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

/* The row that the text begins with, as all of UAX #14 has it; `*next` is
 * where the next one begins. */
static size_t
plain_row(const char *text, size_t n, size_t cols, size_t *next)
{
	char breaks[64];
	size_t fit = n < cols ? n : cols, at = fit;

	u8_possible_linebreaks((const uint8_t *)text, n, "UTF-8", breaks);
	while (at < n && text[at] == ' ')
		at++;
	while (at < n && at > 0 && breaks[at] != UC_BREAK_POSSIBLE)
		at--;
	*next = at == 0 ? fit : at;
	for (fit = *next; fit > 0 && text[fit - 1] == ' ';)
		fit--;
	return fit;
}

static void
rows_end_where_all_rules_together_say(void **state)
{
	static const char signs[] = "aB3 e x, -.!'%/";
	struct str expected = STR_INIT;
	struct rand rand = {14};
	char text[41] = {0};

	(void)state;
	for (int i = 0; i < 4000; i++) {
		size_t cols = 8 + rand_below(&rand, 12), next;

		for (size_t c = 0; c + 1 < sizeof(text); c++)
			text[c] =
			    c % 6 == 0 ? ' '
			    : c % 6 == 1
				? 'w'
				: signs[rand_below(&rand, sizeof(signs) - 1)];
		text[0] = 'T';
		text[sizeof(text) - 2] = 'd';
		str_clear(&expected);
		for (size_t at = 0; at + 1 < sizeof(text); at += next) {
			str_addn(&expected, text + at,
			    plain_row(
				text + at, sizeof(text) - 1 - at, cols, &next));
			str_ch(&expected, '\n');
		}
		assert_flow((int)cols, text, expected.s);
	}
	str_release(&expected);
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

/* All that is drawn in the role, row by row, blanks left out. */
static void
add_role(struct str *out, const struct surface *surface, enum role role)
{
	char buf[8];

	for (int i = 0; i < surface->rows * surface->cols; i++) {
		const struct cell *cell = &surface->cells[i];
		const char *text = surface_cell_text(surface, cell, buf);

		if (cell->width > 0 && cell->role == role && *text != ' ')
			str_add(out, text);
	}
}

static void
assert_role(const struct surface *surface, enum role role, const char *expected)
{
	struct str out = STR_INIT;

	add_role(&out, surface, role);
	assert_string_equal(out.s, expected);
	str_release(&out);
}

/* Draws all of the text at that width, marked. */
static void
draw_marked(struct surface *surface, int cols, const char *text,
    const struct span *spans, size_t n)
{
	struct area nowhere = {.cols = cols};
	int rows = flow_draw_spans(NULL, nowhere, ROLE_TEXT, text, spans, n, 0);

	surface_init(surface, rows, cols);
	assert_int_equal(flow_draw_spans(surface, surface_area(surface),
			     ROLE_TEXT, text, spans, n, 0),
	    rows);
}

static void
assert_marked(int cols, const char *text, const struct span *spans, size_t n,
    const char *expected)
{
	struct surface surface;
	struct str out = STR_INIT;

	draw_marked(&surface, cols, text, spans, n);
	surface_all_text(&surface, &out);
	assert_string_equal(out.s, expected);
	str_release(&out);
	surface_release(&surface);
}

static void
labels_stand_behind_their_words_and_wrap(void **state)
{
	static const struct span spans[] = {
	    {2, 11, ROLE_WARN, "shared"},
	    {18, 2, ROLE_GOOD, NULL},
	};
	const char *text = "I worked with Ann 12 times.";

	(void)state;
	assert_marked(
	    40, text, spans, 2, "I worked with [shared] Ann 12 times.\n");
	assert_marked(
	    15, text, spans, 2, "I worked with\n[shared] Ann 12\ntimes.\n");
	assert_marked(5, text, spans, 2,
	    "I\nworke\nd\nwith\n[shar\ned]\nAnn\n12\ntimes\n.\n");
}

static void
marked_words_have_their_role_and_labels_are_dim(void **state)
{
	static const struct span spans[] = {
	    {0, 2, ROLE_GOOD, "own"},
	    {7, 4, ROLE_WARN, "vague"},
	};
	struct surface surface;

	(void)state;
	draw_marked(&surface, 9, "I do some good", spans, 2);
	assert_role(&surface, ROLE_GOOD, "I");
	assert_role(&surface, ROLE_WARN, "meg");
	assert_role(&surface, ROLE_TEXT, "dosoood");
	assert_role(&surface, ROLE_DIM, "[own][vague]");
	surface_release(&surface);
}

static void
nothing_marked_is_running_text(void **state)
{
	(void)state;
	assert_marked(5, "hello   world\n\n!", NULL, 0, "hello\nworld\n\n!\n");
	assert_marked(5, "", NULL, 0, "");
}

/* The second span begins and ends within clusters; the last reaches over the
 * end of the text. */
static const char mixed[] =
    "我们把e\u0301te\u0301 翻倍了\n\nso the 日本語 text went up";
static const struct span mixed_spans[] = {
    {0, 6, ROLE_WARN, "shared"},
    {10, 4, ROLE_ACCENT, NULL},
    {17, 6, ROLE_GOOD, "a figure"},
    {55, 90, ROLE_BAD, "vague"},
};

static void
marks_are_right_at_every_width(void **state)
{
	(void)state;
	for (int cols = 2; cols <= 20; cols++) {
		struct surface surface;

		draw_marked(&surface, cols, mixed, mixed_spans, 4);
		assert_role(&surface, ROLE_WARN, "我们");
		assert_role(&surface, ROLE_ACCENT, "e\u0301te\u0301");
		assert_role(&surface, ROLE_GOOD, "翻倍");
		assert_role(&surface, ROLE_BAD, "up");
		assert_role(&surface, ROLE_TEXT, "把了sothe日本語textwent");
		assert_role(&surface, ROLE_DIM, "[shared][afigure][vague]");
		surface_release(&surface);
	}
}

/* What is wider than the row is dropped, and nothing else. */
static void
marks_are_right_in_one_cell(void **state)
{
	struct surface surface;

	(void)state;
	draw_marked(&surface, 1, mixed, mixed_spans, 4);
	assert_role(&surface, ROLE_WARN, "");
	assert_role(&surface, ROLE_ACCENT, "e\u0301te\u0301");
	assert_role(&surface, ROLE_DIM, "[shared][afigure][vague]");
	assert_role(&surface, ROLE_TEXT, "sothetextwent");
	surface_release(&surface);
}

static void
a_marked_part_is_drawn_of_what_was_scrolled(void **state)
{
	static const struct span span = {4, 3, ROLE_WARN, "mark"};
	struct surface surface;

	(void)state;
	surface_init(&surface, 2, 6);
	assert_int_equal(flow_draw_spans(&surface, surface_area(&surface),
			     ROLE_TEXT, "one two three", &span, 1, 1),
	    4);
	assert_role(&surface, ROLE_WARN, "two");
	assert_role(&surface, ROLE_DIM, "[mark]");
	assert_role(&surface, ROLE_TEXT, "");
	surface_release(&surface);
}

static void
draw_page(const void *arg, struct page *page)
{
	page_text(page, 0, ROLE_TITLE, "Title");
	page_spans(page, 1, ROLE_TEXT, mixed, arg, 4);
	page_text(page, 0, ROLE_DIM, "end");
}

static void
a_page_counts_the_rows_of_marked_text(void **state)
{
	(void)state;
	for (int cols = 1; cols <= 20; cols++) {
		struct surface surface;
		int rows = page_rows(draw_page, mixed_spans, cols);
		struct page page;

		surface_init(&surface, 4, cols);
		page = page_begin(&surface, surface_area(&surface), rows - 4);
		draw_page(mixed_spans, &page);
		assert_int_equal(page.row, rows);
		if (cols > 8)
			assert_role(&surface, ROLE_DIM, "[vague]end");
		surface_release(&surface);
	}
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
	    cmocka_unit_test(rows_end_where_all_rules_together_say),
	    cmocka_unit_test(a_break_far_from_the_end_is_found),
	    cmocka_unit_test(wide_text_breaks_anywhere_but_in_a_character),
	    cmocka_unit_test(controls_and_wrong_bytes_are_shown_harmless),
	    cmocka_unit_test(a_part_is_drawn_of_what_was_scrolled),
	    cmocka_unit_test(no_room_takes_no_rows),
	    cmocka_unit_test(labels_stand_behind_their_words_and_wrap),
	    cmocka_unit_test(marked_words_have_their_role_and_labels_are_dim),
	    cmocka_unit_test(nothing_marked_is_running_text),
	    cmocka_unit_test(marks_are_right_at_every_width),
	    cmocka_unit_test(marks_are_right_in_one_cell),
	    cmocka_unit_test(a_marked_part_is_drawn_of_what_was_scrolled),
	    cmocka_unit_test(a_page_counts_the_rows_of_marked_text),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("flow", tests, NULL, NULL);
}
