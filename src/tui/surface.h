/* SPDX-License-Identifier: MIT */
/*
 * A surface is what a screen draws into: rows × cells of {text, width, role}.
 * It needs no terminal; term.c shows one, tests read one.
 *
 * A cell is 8 bytes so that rows compare by memcmp().  Its glyph is a code
 * point, or an index into the surface's cluster table for clusters of several
 * code points.  A cluster of width w stands in its first cell; the w − 1 cells
 * after it have width 0.  A cluster that would be cut by the edge of its room
 * is dropped whole.  Drawing outside the surface is silently clipped, so every
 * draw function is right at any size from 1×1.
 */
#ifndef TUI_SURFACE_H
#define TUI_SURFACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/* What a piece of text is; the theme says how it looks. */
enum role {
	ROLE_TEXT,
	ROLE_DIM,
	ROLE_TITLE,
	ROLE_SELECTED,
	ROLE_KEY,
	ROLE_FIELD,
	ROLE_GOOD,
	ROLE_WARN,
	ROLE_BAD,
	ROLE_ACCENT,
	ROLE_BAR,    /* the 3.5 line of a chart */
	ROLE_SERIES, /* the points and lines of a chart */
	ROLE_SMOOTH, /* its smoothed line */
	ROLE_COUNT,
};

struct cell {
	uint32_t glyph;
	uint16_t role;
	uint8_t width; /* 0: covered by the cluster to its left */
	uint8_t spare; /* always 0 */
};

/* What a row is drawn by: a text, and where it stands. */
struct surface_text {
	int col, room;
	enum role role;
	const char *text;
	size_t n;
};

/* What a row was drawn by, and nothing else. */
struct line {
	bool left;  /* from the frame before: not drawn yet in this one */
	bool first; /* nothing was drawn before it in this frame */
	bool alone; /* the row still shows this, and nothing else */
	bool same;  /* it did so in the frame before */
	enum role role;
	int col, room;
	struct str text;
};

struct surface {
	int rows, cols;
	struct cell *cells;
	bool *drawn;       /* of each row; the cells of the others are blank */
	struct line *kept; /* one a row */
	int n_kept;
	char **clusters; /* owned; glyph GLYPH_CLUSTER + i is clusters[i] */
	size_t n_clusters;
	uint32_t *slots;     /* hash table of indices into clusters, plus 1 */
	size_t n_slots;      /* a power of two, at least twice n_clusters */
	unsigned frame;      /* counts them */
	unsigned generation; /* changes when the indices lose their meaning */
	bool ascii;          /* draw lines, marks and charts in ASCII only */
	int caret_row, caret_col; /* -1: no caret wanted */
};

enum { GLYPH_CLUSTER = 0x110000 };

/* A part of a surface. */
struct area {
	int row, col, rows, cols;
};

void surface_init(struct surface *surface, int rows, int cols);
void surface_release(struct surface *surface);

/* Changes the size; the content is blank afterwards. */
void surface_resize(struct surface *surface, int rows, int cols);

/* Blanks every cell and takes the caret away. */
void surface_clear(struct surface *surface);

/*
 * The same, for a frame: all that is drawn until surface_end().  A row that
 * is drawn by surface_line() as it was in the frame before costs a comparison,
 * and a row that is not drawn at all is blank after the end.
 */
void surface_begin(struct surface *surface);
void surface_end(struct surface *surface);

struct area surface_area(const struct surface *surface);

/*
 * Draws text from the left into at most `room` cells of one row, made safe by
 * utf8_visible()'s rule.  Returns the cells used.  With `_cut`, a text that
 * does not fit ends in an ellipsis.
 */
int surface_text(struct surface *surface, int row, int col, int room,
    enum role role, const char *text);
int surface_textn(struct surface *surface, int row, int col, int room,
    enum role role, const char *text, size_t n);
int surface_text_cut(struct surface *surface, int row, int col, int room,
    enum role role, const char *text);
int surface_textf(struct surface *surface, int row, int col, int room,
    enum role role, const char *fmt, ...) __attribute__((format(printf, 6, 7)));

/* As surface_textn(), for what is mostly alone in its row and stays for many
 * frames. */
void surface_line(struct surface *surface, int row, int col, int room,
    enum role role, const char *text, size_t n);

/*
 * For a row all of which follows from one text: true where it stays as it was
 * in the frame before, and nothing is to be drawn.  Else it is drawn, and then
 * kept.
 */
bool surface_stays(
    struct surface *surface, int row, const struct surface_text *what);
void
surface_keep(struct surface *surface, int row, const struct surface_text *what);

/* As surface_text(), its last cell at the right end of the room. */
int surface_text_right(struct surface *surface, int row, int col, int room,
    enum role role, const char *text);

/* Gives every cell of the area the role, and text ' ' when `blank`. */
void surface_fill(
    struct surface *surface, struct area area, enum role role, bool blank);

/* A horizontal rule over `cols` cells. */
void surface_rule(
    struct surface *surface, int row, int col, int cols, enum role role);

/* Full blocks in every cell of the area. */
void surface_block(struct surface *surface, struct area area, enum role role);

void surface_caret(struct surface *surface, int row, int col);

/* Appends the row's text without trailing blanks: what a test reads. */
void surface_row_text(const struct surface *surface, int row, struct str *out);

/* Appends all rows, each ended by a newline. */
void surface_all_text(const struct surface *surface, struct str *out);

/* The cell's cluster, borrowed: written to `buf` where it is a code point. */
const char *surface_cell_text(
    const struct surface *surface, const struct cell *cell, char buf[8]);

#endif
