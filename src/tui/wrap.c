/* SPDX-License-Identifier: MIT */
#include "tui/wrap.h"

#include <stdbool.h>

#include "base/utf8.h"
#include "tui/plain.h"

static bool
is_white(char c)
{
	return c == ' ' || c == '\t';
}

static bool
is_ascii(char c)
{
	return (unsigned char)c < 0x80;
}

/* The end of the cluster at `at`, and the cells that it takes at `cell`. */
static size_t
step(const char *s, size_t n, size_t at, int cell, int *cells)
{
	size_t next = at + 1;

	if (s[at] == '\t') {
		*cells = WRAP_TAB - cell % WRAP_TAB;
	} else if (plain_run(s + at, n - at, 1) == 1) {
		*cells = 1;
	} else {
		next = utf8_next(s, n, at);
		*cells = utf8_cells(s + at, next - at);
	}
	return next;
}

/* True when a row may end before `at`: white space stands before it, with no
 * mark on it. */
static bool
may_break(const char *s, size_t n, size_t at)
{
	return is_white(s[at - 1]) &&
	       (is_ascii(s[at]) || utf8_next(s, n, at - 1) == at);
}

/* The row from `start` whose cluster at `full` no longer fits. */
static struct wrap_row
broken_row(const char *s, size_t n, size_t start, size_t full)
{
	size_t end = full;

	while (end > start && !may_break(s, n, end))
		end--;
	if (end == start)
		end = full;
	return (struct wrap_row){.start = start, .end = end, .next = end};
}

struct wrap_row
wrap_row_at(const char *s, size_t n, size_t start, int cols)
{
	size_t run = plain_run(s + start, n - start, (size_t)cols);
	size_t at = start + run;
	int cell = (int)run;

	while (at < n && s[at] != '\n') {
		int cells;
		size_t next = step(s, n, at, cell, &cells);

		if (cell + cells > cols && at > start && !is_white(s[at]))
			return broken_row(s, n, start, at);
		cell += cells;
		at = next;
	}
	return (struct wrap_row){.start = start, .end = at, .next = at + 1};
}

/* Where a row surely starts in the middle of a long line: after the first
 * white space between `from` and `at`, else at a cluster. */
static size_t
start_within(const char *s, size_t n, size_t from, size_t at)
{
	for (size_t i = from + 1; i < at; i++)
		if (!is_white(s[i]) && may_break(s, n, i))
			return i;
	return utf8_next(s, n, utf8_prev(s, n, from));
}

/*
 * Where the layout of the line around `at` begins.  The bound is a multiple
 * of WRAP_BACK, so that positions near to each other find the same rows.
 */
static size_t
layout_start(const char *s, size_t n, size_t at)
{
	size_t block = at / WRAP_BACK;
	size_t bound = block > 1 ? (block - 1) * WRAP_BACK : 0;
	size_t start = at;

	while (start > bound && s[start - 1] != '\n')
		start--;
	if (start > bound || start == 0 || s[start - 1] == '\n')
		return start;
	return start_within(s, n, bound, at);
}

struct wrap_row
wrap_row_of(const char *s, size_t n, size_t at, int cols)
{
	struct wrap_row row = wrap_row_at(s, n, layout_start(s, n, at), cols);

	while (row.next <= at)
		row = wrap_row_at(s, n, row.next, cols);
	return row;
}

struct wrap_row
wrap_row_before(const char *s, size_t n, size_t start, int cols)
{
	if (start == 0)
		return wrap_row_at(s, n, 0, cols);
	struct wrap_row row = wrap_row_of(s, n, utf8_prev(s, n, start), cols);

	if (row.next > start)
		row.end = row.next = start;
	return row;
}

int
wrap_cell_of(const char *s, const struct wrap_row *row, size_t at)
{
	size_t n = row->end;
	size_t stop = at < n ? at : n;
	size_t run =
	    plain_run(s + row->start, n - row->start, stop - row->start);
	int cell = (int)run;

	for (size_t i = row->start + run; i < stop;) {
		int cells;

		i = step(s, n, i, cell, &cells);
		cell += cells;
	}
	return cell;
}

size_t
wrap_at_cell(const char *s, const struct wrap_row *row, int cell)
{
	size_t n = row->end;
	size_t run = plain_run(s + row->start, n - row->start, (size_t)cell);
	size_t at = row->start + run;
	int here = (int)run;

	while (at < n) {
		int cells;
		size_t next = step(s, n, at, here, &cells);

		if (here + cells > cell)
			break;
		here += cells;
		at = next;
	}
	/* The end of a row that goes on is the start of the next. */
	if (at == row->next && at > row->start)
		at = utf8_prev(s, n, at);
	return at;
}
