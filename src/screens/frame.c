/* SPDX-License-Identifier: MIT */
#include "screens/frame.h"

#include <stdio.h>

#include "base/str.h"
#include "base/utf8.h"
#include "tui/flow.h"

#include <string.h>

enum { HEAD_ROWS = 2, FOOT_ROWS = 1, ASK_COLS = 64 };

struct area
frame_draw(struct surface *surface, const char *title, const char *right,
    enum role right_role, const struct key_binding *keys)
{
	int cols = surface->cols, used = 0;

	if (right != NULL)
		used =
		    surface_text_right(surface, 0, 0, cols, right_role, right);
	surface_text_cut(surface, 0, 0, used > 0 ? cols - used - 2 : cols,
	    ROLE_TITLE, title);
	surface_rule(surface, 1, 0, cols, ROLE_DIM);
	keymap_footer(keys, surface, surface->rows - 1);
	return frame_body(surface->rows, cols);
}

struct area
frame_body(int rows, int cols)
{
	return (struct area){
	    .row = HEAD_ROWS,
	    .col = 0,
	    .rows = frame_rows(rows),
	    .cols = cols,
	};
}

int
frame_rows(int rows)
{
	int body = rows - HEAD_ROWS - FOOT_ROWS;

	return body > 0 ? body : 0;
}

int
frame_column(struct surface *surface, struct area row, int at, int cells,
    enum role role, const char *text)
{
	int left = row.cols - at;

	if (left > 0)
		surface_text_cut(surface, row.row, row.col + at,
		    left < cells ? left : cells, role, text);
	return at + cells + 1;
}

static int
centred(const struct area *area, const char *text)
{
	int free = area->cols - utf8_cells(text, strlen(text));

	return area->col + (free > 0 ? free / 2 : 0);
}

void
frame_empty(struct surface *surface, struct area area, const char *const *lines)
{
	int n = 0, row;

	while (lines[n] != NULL)
		n++;
	row = area.row + (area.rows > n ? (area.rows - n) / 2 : 0);
	for (int i = 0; i < n && i < area.rows; i++)
		surface_text_cut(surface, row + i, centred(&area, lines[i]),
		    area.cols, i == 0 ? ROLE_TITLE : ROLE_TEXT, lines[i]);
}

void
frame_ask(struct surface *surface, struct area area, const char *text,
    const char *const *choices)
{
	int cols = area.cols < ASK_COLS ? area.cols : ASK_COLS;
	struct area box = {
	    .col = area.col + (area.cols - cols) / 2,
	    .cols = cols,
	};
	int n = 0;

	while (choices[n] != NULL)
		n++;
	box.rows = flow_rows(text, cols - 2) + n + 2;
	if (box.rows > area.rows)
		box.rows = area.rows;
	box.row = area.row + (area.rows - box.rows) / 2;
	surface_fill(surface, box, ROLE_TEXT, true);
	surface_rule(surface, box.row, box.col, box.cols, ROLE_WARN);
	surface_rule(
	    surface, box.row + box.rows - 1, box.col, box.cols, ROLE_WARN);
	flow_draw(surface,
	    (struct area){
		box.row + 1, box.col + 1, box.rows - n - 2, box.cols - 2},
	    ROLE_TITLE, text, 0);
	for (int i = 0; i < n; i++)
		surface_text_cut(surface, box.row + box.rows - 1 - n + i,
		    box.col + 1, box.cols - 2, ROLE_TEXT, choices[i]);
}

/* Each path by its last name. */
static void
add_without_directories(struct str *out, const char *text)
{
	while (*text != '\0') {
		size_t n = strcspn(text, " "), from = 0;

		for (size_t i = 0; *text == '/' && i + 1 < n; i++)
			if (text[i] == '/')
				from = i + 1;
		n += strspn(text + n, " ");
		str_addn(out, text + from, n - from);
		text += n;
	}
}

void
frame_notice_at(struct surface *surface, int row, const char *notice)
{
	struct str shorter = STR_INIT;

	if (flow_rows(notice, surface->cols) > 1)
		add_without_directories(&shorter, notice);
	surface_text_cut(surface, row, 0, surface->cols, ROLE_WARN,
	    shorter.len > 0 ? shorter.s : notice);
	str_release(&shorter);
}

void
frame_notice(struct surface *surface, const char *notice)
{
	struct area line = {
	    .row = surface->rows - 2, .rows = 1, .cols = surface->cols};

	if (*notice == '\0')
		return;
	surface_fill(surface, line, ROLE_TEXT, true);
	frame_notice_at(surface, line.row, notice);
}

enum role
verdict_role(enum verdict verdict)
{
	switch (verdict) {
	case VERDICT_NONE:
		return ROLE_DIM;
	case VERDICT_REJECT:
		return ROLE_BAD;
	case VERDICT_REINTERVIEW:
		return ROLE_WARN;
	case VERDICT_HIRE:
	case VERDICT_STRONG_HIRE:
		return ROLE_GOOD;
	}
	return ROLE_TEXT;
}

void
score_text(char out[16], struct score score)
{
	if (!score_exists(score))
		snprintf(out, 16, "-");
	else
		snprintf(out, 16, "%.2f", score_value(score));
}
