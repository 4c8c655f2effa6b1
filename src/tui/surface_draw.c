/* SPDX-License-Identifier: MIT */
/* What the drawing functions of surface.h write: text, fills and rules. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "tui/cluster.h"
#include "tui/plain.h"
#include "tui/surface_cells.h"

enum {
	CLUSTER_BYTES = 64,   /* what is drawn of one; the rest is marks */
	CELL_MAX = UINT8_MAX, /* cells of one cluster */
	LONGEST = 4,          /* bytes of a code point */
	STRIDE = 16,          /* cells written at once */
	REPLACEMENT = 0xfffd,
	RULE = 0x2500,
	BLOCK = 0x2588,
	ELLIPSIS = 0x2026,
};

/* Where text goes next: columns from `col` up to `end` of one row. */
struct pen {
	struct surface *surface;
	struct cell *cells; /* of the row; NULL when it is outside */
	int col, end;
	enum role role;
};

static struct pen
pen_at(struct surface *surface, int row, int col, int room, enum role role)
{
	struct pen pen = {surface, NULL, col, col, role};

	if (row < 0 || row >= surface->rows || col >= surface->cols ||
	    room <= 0)
		return pen;
	line_touch(surface, row);
	pen.cells = surface->cells + (size_t)row * (size_t)surface->cols;
	pen.end =
	    col < 0 || room < surface->cols - col ? col + room : surface->cols;
	if (pen.end > surface->cols)
		pen.end = surface->cols;
	return pen;
}

static void
blank_glyph(struct cell *cell)
{
	cell->glyph = ' ';
	cell->width = 1;
}

/* Makes room from the pen up to `end`: clusters that reach in from either
 * side are blanked as a whole. */
static void
pen_clear_to(const struct pen *pen, int end)
{
	struct cell *cells = pen->cells;
	int at = pen->col;

	while (at > 0 && cells[at].width == 0)
		at--;
	for (; at < pen->col; at++)
		blank_glyph(&cells[at]);
	for (; end < pen->surface->cols && cells[end].width == 0; end++)
		blank_glyph(&cells[end]);
}

static void
pen_glyph(struct pen *pen, uint32_t glyph, int width)
{
	struct cell cell = {.role = (uint16_t)pen->role};

	if (pen->col < 0) {
		pen->col += width;
		return;
	}
	pen_clear_to(pen, pen->col + width);
	for (int i = 0; i < width; i++)
		pen->cells[pen->col + i] = cell;
	pen->cells[pen->col].glyph = glyph;
	pen->cells[pen->col].width = (uint8_t)width;
	pen->col += width;
}

static uint64_t
bits_of(struct cell cell)
{
	uint64_t bits;

	memcpy(&bits, &cell, sizeof(bits));
	return bits;
}

/*
 * Writes a cell for each of the `n` bytes.  This is most of the work of most
 * draws, so cells are made as numbers, in a loop that compilers unroll: adding
 * a character times the cell whose glyph is 1 puts it into the glyph, in any
 * byte order.
 */
static void
put_plain(struct cell *to, const char *s, size_t n, enum role role)
{
	const struct cell empty = {.role = (uint16_t)role, .width = 1};
	const uint64_t base = bits_of(empty);
	const uint64_t one = bits_of((struct cell){.glyph = 1});
	uint64_t cells[STRIDE];
	size_t at = 0;

	while (n - at >= STRIDE) {
		for (int i = 0; i < STRIDE; i++)
			cells[i] =
			    base + one * (unsigned char)s[at + (size_t)i];
		memcpy(to + at, cells, sizeof(cells));
		at += STRIDE;
		/* The last stride may go back over a part of the one before. */
		if (at < n && n - at < STRIDE)
			at = n - STRIDE;
	}
	for (; at < n; at++) {
		cells[0] = base + one * (unsigned char)s[at];
		memcpy(to + at, cells, sizeof(*to));
	}
}

static size_t
pen_plain(struct pen *pen, const char *s, size_t n)
{
	if (pen->col < 0 || pen->col >= pen->end)
		return 0;
	size_t run = plain_run(s, n, (size_t)(pen->end - pen->col));

	if (run == 0)
		return 0;
	pen_clear_to(pen, pen->col + (int)run);
	put_plain(pen->cells + pen->col, s, run, pen->role);
	pen->col += (int)run;
	return run;
}

/* A cluster of several code points, as utf8_visible() would show it. */
static uint32_t
glyph_of_several(struct surface *surface, const char *s, size_t n)
{
	char safe[CLUSTER_BYTES];
	size_t len = 0;
	uint32_t cp;

	for (size_t at = 0; at < n && len + LONGEST <= CLUSTER_BYTES;) {
		at += utf8_decode(s + at, n - at, &cp);
		len += utf8_encode(
		    safe + len, utf8_is_unsafe(cp) ? REPLACEMENT : cp);
	}
	return cluster_glyph(surface, safe, len);
}

static uint32_t
glyph_of(struct surface *surface, const char *s, size_t n)
{
	uint32_t cp;
	size_t used = utf8_decode(s, n, &cp);

	if (cp == '\n' || cp == '\t' || (cp == '\r' && n > 1))
		return ' ';
	if (used < n)
		return glyph_of_several(surface, s, n);
	return utf8_is_unsafe(cp) ? REPLACEMENT : cp;
}

/* False when the cluster does not fit. */
static bool
pen_cluster(struct pen *pen, const char *s, size_t n)
{
	int width = utf8_cluster_cells(s, n);

	if (width == 0)
		return true;
	if (width > CELL_MAX || width > pen->end - pen->col)
		return false;
	pen_glyph(pen, glyph_of(pen->surface, s, n), width);
	return true;
}

/* Returns the bytes that were drawn. */
static size_t
pen_text(struct pen *pen, const char *s, size_t n)
{
	size_t at = 0;

	while (at < n) {
		at += pen_plain(pen, s + at, n - at);
		if (at == n)
			break;
		size_t next = utf8_next(s, n, at);

		if (!pen_cluster(pen, s + at, next - at))
			break;
		at = next;
	}
	return at;
}

int
surface_textn(struct surface *surface, int row, int col, int room,
    enum role role, const char *text, size_t n)
{
	struct pen pen = pen_at(surface, row, col, room, role);

	pen_text(&pen, text, n);
	return pen.col - col;
}

int
surface_text(struct surface *surface, int row, int col, int room,
    enum role role, const char *text)
{
	return surface_textn(surface, row, col, room, role, text, strlen(text));
}

int
surface_text_cut(struct surface *surface, int row, int col, int room,
    enum role role, const char *text)
{
	struct pen pen = pen_at(surface, row, col, room, role);
	uint32_t mark = surface->ascii ? '.' : ELLIPSIS;
	int marks = surface->ascii ? 3 : 1;
	size_t n = strlen(text);

	if (pen_text(&pen, text, n) == n)
		return pen.col - col;
	if (pen.col > pen.end - marks)
		pen.col = pen.end - marks;
	if (pen.col < col)
		pen.col = col;
	while (marks-- > 0 && pen.col < pen.end)
		pen_glyph(&pen, mark, 1);
	return pen.col - col;
}

int
surface_textf(struct surface *surface, int row, int col, int room,
    enum role role, const char *fmt, ...)
{
	char text[256];
	va_list args, again;

	va_start(args, fmt);
	va_copy(again, args);
	int n = vsnprintf(text, sizeof(text), fmt, args), used = 0;

	if (n >= (int)sizeof(text)) {
		char *whole = mem_new((size_t)n + 1);

		vsnprintf(whole, (size_t)n + 1, fmt, again);
		used = surface_text(surface, row, col, room, role, whole);
		free(whole);
	} else if (n > 0) {
		used = surface_text(surface, row, col, room, role, text);
	}
	va_end(again);
	va_end(args);
	return used;
}

int
surface_text_right(struct surface *surface, int row, int col, int room,
    enum role role, const char *text)
{
	size_t n = strlen(text);
	int spare = room - utf8_cells(text, n);

	if (spare < 0)
		spare = 0;
	return surface_textn(
	    surface, row, col + spare, room - spare, role, text, n);
}

static void
fill_row(struct surface *surface, int row, int col, int cols, enum role role,
    uint32_t glyph)
{
	struct pen pen = pen_at(surface, row, col, cols, role);
	struct cell cell = {glyph, (uint16_t)role, 1, 0};

	if (pen.col < 0)
		pen.col = 0;
	if (pen.col >= pen.end)
		return;
	pen_clear_to(&pen, pen.end);
	surface_repeat(pen.cells + pen.col, (size_t)(pen.end - pen.col), cell);
}

static void
tint_row(struct surface *surface, int row, int col, int cols, enum role role)
{
	struct pen pen = pen_at(surface, row, col, cols, role);

	for (int at = pen.col < 0 ? 0 : pen.col; at < pen.end; at++)
		pen.cells[at].role = (uint16_t)role;
}

void
surface_fill(
    struct surface *surface, struct area area, enum role role, bool blank)
{
	for (int i = 0; i < area.rows && i < surface->rows - area.row; i++) {
		int row = area.row + i;

		if (blank)
			fill_row(surface, row, area.col, area.cols, role, ' ');
		else
			tint_row(surface, row, area.col, area.cols, role);
	}
}

void
surface_rule(
    struct surface *surface, int row, int col, int cols, enum role role)
{
	fill_row(surface, row, col, cols, role, surface->ascii ? '-' : RULE);
}

void
surface_block(struct surface *surface, struct area area, enum role role)
{
	for (int i = 0; i < area.rows; i++)
		fill_row(surface, area.row + i, area.col, area.cols, role,
		    surface->ascii ? '#' : BLOCK);
}
