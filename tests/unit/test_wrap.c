/* SPDX-License-Identifier: MIT */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"

#include "base/str.h"
#include "tui/wrap.h"

/* The rows of a text, each in brackets. */
static void
assert_rows(const char *text, int cols, const char *expected)
{
	struct str rows = STR_INIT;
	size_t n = strlen(text);

	for (size_t at = 0; at <= n;) {
		struct wrap_row row = wrap_row_at(text, n, at, cols);

		str_ch(&rows, '[');
		str_addn(&rows, text + row.start, row.end - row.start);
		str_ch(&rows, ']');
		at = row.next;
	}
	assert_string_equal(rows.s, expected);
	str_release(&rows);
}

static void
short_lines_are_rows(void **state)
{
	(void)state;
	assert_rows("", 10, "[]");
	assert_rows("one", 10, "[one]");
	assert_rows("one\ntwo", 10, "[one][two]");
	assert_rows("one\n\n", 10, "[one][][]");
	assert_rows("0123456789", 10, "[0123456789]");
	assert_rows("0123456789\nx", 10, "[0123456789][x]");
}

static void
rows_break_after_white_space(void **state)
{
	(void)state;
	assert_rows("one two three", 10, "[one two ][three]");
	assert_rows("one two three", 13, "[one two three]");
	assert_rows("one two three", 12, "[one two ][three]");
	assert_rows("aa bb cc dd", 5, "[aa bb ][cc dd]");
	assert_rows("aa\tbb cc", 6, "[aa\tbb ][cc]");
}

static void
white_space_hangs(void **state)
{
	(void)state;
	assert_rows("12345     ", 5, "[12345     ]");
	assert_rows("12345     x", 5, "[12345     ][x]");
	assert_rows("12345     \nx", 5, "[12345     ][x]");
	assert_rows("1234\t\tx", 5, "[1234\t\t][x]");
}

static void
long_words_break_between_clusters(void **state)
{
	(void)state;
	assert_rows("0123456789", 4, "[0123][4567][89]");
	assert_rows("a 0123456789", 4, "[a ][0123][4567][89]");
	assert_rows("日本語", 4, "[日本][語]");
	assert_rows("日本語", 5, "[日本][語]");
	assert_rows("a日本語", 4, "[a日][本語]");
	assert_rows("e\u0301e\u0301e\u0301", 2, "[e\u0301e\u0301][e\u0301]");
	assert_rows("abe\u0301", 2, "[ab][e\u0301]");
	assert_rows("🇨🇭🇫🇷", 2, "[🇨🇭][🇫🇷]");
}

static void
a_cluster_wider_than_the_row_has_its_own(void **state)
{
	(void)state;
	assert_rows("日本", 1, "[日][本]");
	assert_rows("日\nx", 1, "[日][x]");
	assert_rows("a👨‍👩‍👧b", 3, "[a][👨‍👩‍👧][b]");
}

static void
a_mark_on_a_space_stays_with_it(void **state)
{
	(void)state;
	assert_rows("ab \u0308cd", 4, "[ab \u0308c][d]");
	assert_rows("a \u0308bc", 2, "[a \u0308][bc]");
}

static void
tabs_reach_the_next_stop(void **state)
{
	const char *text = "a\tb\t\tc";
	struct wrap_row row = wrap_row_at(text, strlen(text), 0, 80);

	(void)state;
	assert_int_equal(wrap_cell_of(text, &row, 1), 1);
	assert_int_equal(wrap_cell_of(text, &row, 2), 4);
	assert_int_equal(wrap_cell_of(text, &row, 3), 5);
	assert_int_equal(wrap_cell_of(text, &row, 4), 8);
	assert_int_equal(wrap_cell_of(text, &row, 5), 12);
	assert_int_equal(wrap_cell_of(text, &row, 6), 13);
}

static void
cells_are_those_of_the_terminal(void **state)
{
	const char *text = "e\u0301日\u200eש!";
	struct wrap_row row = wrap_row_at(text, strlen(text), 0, 80);

	(void)state;
	assert_int_equal(wrap_cell_of(text, &row, 3), 1);
	assert_int_equal(wrap_cell_of(text, &row, 6), 3);
	assert_int_equal(wrap_cell_of(text, &row, 9), 4); /* shown as U+FFFD */
	assert_int_equal(wrap_cell_of(text, &row, 11), 5);
	assert_int_equal(wrap_cell_of(text, &row, 12), 6);
}

static void
a_cell_gives_the_position_at_or_before(void **state)
{
	const char *text = "a日b\tc";
	struct wrap_row row = wrap_row_at(text, strlen(text), 0, 80);

	(void)state;
	assert_int_equal(wrap_at_cell(text, &row, 0), 0);
	assert_int_equal(wrap_at_cell(text, &row, 1), 1);
	assert_int_equal(wrap_at_cell(text, &row, 2), 1);
	assert_int_equal(wrap_at_cell(text, &row, 3), 4);
	assert_int_equal(wrap_at_cell(text, &row, 4), 5);
	assert_int_equal(wrap_at_cell(text, &row, 7), 5);
	assert_int_equal(wrap_at_cell(text, &row, 8), 6);
	assert_int_equal(wrap_at_cell(text, &row, 99), 7);
}

/* The end of a row that goes on is drawn at the start of the next. */
static void
a_cell_behind_a_broken_row_is_its_last_cluster(void **state)
{
	const char *text = "one two three";
	struct wrap_row row = wrap_row_at(text, 13, 0, 10);

	(void)state;
	assert_int_equal(row.next, 8);
	assert_int_equal(wrap_at_cell(text, &row, 9), 7);
	row = wrap_row_at(text, 13, 8, 10);
	assert_int_equal(wrap_at_cell(text, &row, 9), 13);
}

static void
a_position_between_rows_is_in_the_second(void **state)
{
	const char *text = "one two three\nfour";

	(void)state;
	assert_int_equal(wrap_row_of(text, 18, 0, 10).start, 0);
	assert_int_equal(wrap_row_of(text, 18, 7, 10).start, 0);
	assert_int_equal(wrap_row_of(text, 18, 8, 10).start, 8);
	assert_int_equal(wrap_row_of(text, 18, 13, 10).start, 8);
	assert_int_equal(wrap_row_of(text, 18, 14, 10).start, 14);
	assert_int_equal(wrap_row_of(text, 18, 18, 10).start, 14);
}

static void
rows_are_found_backwards(void **state)
{
	const char *text = "one two three\n\nfour";

	(void)state;
	assert_int_equal(wrap_row_before(text, 19, 15, 10).start, 14);
	assert_int_equal(wrap_row_before(text, 19, 14, 10).start, 8);
	assert_int_equal(wrap_row_before(text, 19, 8, 10).start, 0);
	assert_int_equal(wrap_row_before(text, 19, 0, 10).start, 0);
}

/* Random texts of words, wide characters, tabs, newlines, and marks that may
 * stand on white space. */
static size_t
random_text(char *text, size_t room, bool marks)
{
	static const char *const pieces[] = {"a", "bc", " ", "  ", "\t", "\n",
	    "word", "longerword", "日", "e\u0301", "👨‍👩‍👧", "🇨🇭",
	    ". ", "\u0308"};
	size_t n = 0;

	for (;;) {
		size_t count = sizeof(pieces) / sizeof(pieces[0]);
		const char *piece =
		    pieces[(size_t)rand() % (marks ? count : count - 1)];
		size_t more = strlen(piece);

		if (n + more >= room)
			break;
		memcpy(text + n, piece, more);
		n += more;
	}
	text[n] = '\0';
	return n;
}

/* Every way to a row leads to the same row, and rows hold what they may. */
static void
all_ways_lead_to_the_same_row(void **state)
{
	char text[400];

	(void)state;
	srand(1);
	for (int round = 0; round < 300; round++) {
		size_t n = random_text(text, 1 + (size_t)rand() % 399, true);
		int cols = 1 + rand() % 20;
		size_t before = 0;

		for (size_t at = 0; at <= n;) {
			struct wrap_row row = wrap_row_at(text, n, at, cols);

			assert_int_equal(row.start, at);
			assert_true(row.next > at && row.end >= at);
			assert_true(
			    row.next == row.end || row.next == row.end + 1);
			assert_null(memchr(text + at, '\n', row.end - at));
			for (size_t i = at; i < row.next; i++)
				assert_int_equal(
				    wrap_row_of(text, n, i, cols).start, at);
			assert_int_equal(
			    wrap_row_before(text, n, at, cols).start, before);
			before = at;
			at = row.next;
			if (at > n)
				assert_int_equal(at, n + 1);
		}
	}
}

static bool
is_white(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

/* What is seen of a row fits; where it breaks, the next word would not. */
static void
no_row_is_overfull_or_broken_early(void **state)
{
	char text[400];

	(void)state;
	srand(2);
	for (int round = 0; round < 300; round++) {
		size_t n = random_text(text, 1 + (size_t)rand() % 399, false);
		int cols = 6 + rand() % 20;

		for (size_t at = 0; at <= n;) {
			struct wrap_row row = wrap_row_at(text, n, at, cols);
			struct wrap_row longer = row;
			size_t ink = row.end;

			while (ink > at && is_white(text[ink - 1]))
				ink--;
			assert_true(wrap_cell_of(text, &row, ink) <= cols);
			while (longer.end < n && !is_white(text[longer.end]))
				longer.end++;
			if (row.next == row.end)
				assert_true(wrap_cell_of(text, &longer,
						longer.end) > cols);
			at = row.next;
		}
	}
}

/* In a line without end a row is found near by, and it holds the position. */
static void
long_lines_are_laid_out_from_near_by(void **state)
{
	enum { N = 200000 };
	char *text = malloc(N + 1);

	(void)state;
	for (int spaces = 0; spaces < 2; spaces++) {
		for (size_t i = 0; i < N; i++)
			text[i] = spaces && i % 7 == 0 ? ' ' : 'x';
		text[N] = '\0';
		for (size_t at = 0; at <= N; at += 997) {
			struct wrap_row row = wrap_row_of(text, N, at, 40);

			assert_true(row.start <= at && at < row.next);
			assert_true(row.next - row.start <= 40);
			if (row.start == 0)
				continue;
			struct wrap_row before =
			    wrap_row_before(text, N, row.start, 40);

			assert_true(before.start < row.start);
			assert_int_equal(before.next, row.start);
		}
	}
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(short_lines_are_rows),
	    cmocka_unit_test(rows_break_after_white_space),
	    cmocka_unit_test(white_space_hangs),
	    cmocka_unit_test(long_words_break_between_clusters),
	    cmocka_unit_test(a_cluster_wider_than_the_row_has_its_own),
	    cmocka_unit_test(a_mark_on_a_space_stays_with_it),
	    cmocka_unit_test(tabs_reach_the_next_stop),
	    cmocka_unit_test(cells_are_those_of_the_terminal),
	    cmocka_unit_test(a_cell_gives_the_position_at_or_before),
	    cmocka_unit_test(a_cell_behind_a_broken_row_is_its_last_cluster),
	    cmocka_unit_test(a_position_between_rows_is_in_the_second),
	    cmocka_unit_test(rows_are_found_backwards),
	    cmocka_unit_test(all_ways_lead_to_the_same_row),
	    cmocka_unit_test(no_row_is_overfull_or_broken_early),
	    cmocka_unit_test(long_lines_are_laid_out_from_near_by),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("wrap", tests, NULL, NULL);
}
