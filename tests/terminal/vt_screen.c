/* SPDX-License-Identifier: MIT */
/* What the terminal shows, and the state that it is in. */
#include <stdlib.h>
#include <string.h>

#include "unit/unit.h"

#include "base/mem.h"
#include "vt_parts.h"

enum { CELL_BYTES = VTERM_MAX_CHARS_PER_CELL * 4 };

/* Appends a row to the text. */
static void
add_row(struct vt *vt, int row)
{
	int rows, cols;
	size_t n;

	vterm_get_size(vt->term, &rows, &cols);
	char *text = mem_grow(NULL, (size_t)cols + 1, CELL_BYTES);
	VTermRect rect = {row, row + 1, 0, cols};

	n = vterm_screen_get_text(
	    vt->screen, text, ((size_t)cols + 1) * CELL_BYTES, rect);
	while (n > 0 && text[n - 1] == ' ')
		n--;
	str_addn(&vt->text, text, n);
	free(text);
}

const char *
vt_row(struct vt *vt, int row)
{
	str_clear(&vt->text);
	add_row(vt, row);
	return vt->text.s;
}

const char *
vt_screen(struct vt *vt)
{
	int rows, cols;

	vterm_get_size(vt->term, &rows, &cols);
	str_clear(&vt->text);
	for (int row = 0; row < rows; row++) {
		add_row(vt, row);
		str_ch(&vt->text, '\n');
	}
	return vt->text.s;
}

/* Where the text begins; its characters are single cells of ASCII. */
static VTermPos
find(struct vt *vt, const char *text)
{
	VTermPos at = {0, 0};
	VTermScreenCell cell;
	int rows, cols;
	size_t n = strlen(text), same = 0;

	vterm_get_size(vt->term, &rows, &cols);
	for (at.row = 0; at.row < rows; at.row++)
		for (at.col = 0; at.col + (int)n <= cols; at.col++) {
			for (same = 0; same < n; same++) {
				VTermPos to = {at.row, at.col + (int)same};

				vterm_screen_get_cell(vt->screen, to, &cell);
				if (cell.chars[0] !=
				    (text[same] == ' ' && cell.chars[0] == 0
					    ? 0
					    : (uint32_t)text[same]))
					break;
			}
			if (same == n)
				return at;
		}
	print_error("not on the screen: %s\n%s", text, vt_screen(vt));
	_fail(__FILE__, __LINE__);
	return at;
}

static int
colour_of(const VTermColor *colour)
{
	if (VTERM_COLOR_IS_DEFAULT_FG(colour) ||
	    VTERM_COLOR_IS_DEFAULT_BG(colour))
		return VT_OWN_COLOUR;
	return colour->indexed.idx;
}

struct vt_style
vt_style(struct vt *vt, const char *text)
{
	VTermScreenCell cell;

	vterm_screen_get_cell(vt->screen, find(vt, text), &cell);
	return (struct vt_style){
	    .ink = colour_of(&cell.fg),
	    .paper = colour_of(&cell.bg),
	    .bold = cell.attrs.bold != 0,
	    .underline = cell.attrs.underline != 0,
	    .reverse = cell.attrs.reverse != 0,
	};
}

VTermPos
vt_caret(const struct vt *vt)
{
	VTermPos at;

	vterm_state_get_cursorpos(vterm_obtain_state(vt->term), &at);
	return at;
}

bool
vt_is_alternate(const struct vt *vt)
{
	return vt->alternate;
}

bool
vt_takes_mouse(struct vt *vt)
{
	return vt->mouse;
}

bool
vt_has_caret(const struct vt *vt)
{
	return vt->caret;
}

bool
vt_takes_pastes(struct vt *vt)
{
	/* A terminal marks the start of a paste only where that is on. */
	vterm_keyboard_start_paste(vt->term);
	bool marked = vt->input.len > 0;

	str_clear(&vt->input);
	return marked;
}

bool
vt_was_rung_or_titled(const struct vt *vt)
{
	return vt->rung_or_titled;
}

bool
vt_is_given_back(const struct vt *vt)
{
	struct termios now;

	assert_int_equal(tcgetattr(vt->fd, &now), 0);
	return now.c_iflag == vt->found.c_iflag &&
	       now.c_oflag == vt->found.c_oflag &&
	       now.c_cflag == vt->found.c_cflag &&
	       now.c_lflag == vt->found.c_lflag;
}

const struct str *
vt_log(const struct vt *vt)
{
	return &vt->log;
}
