/* SPDX-License-Identifier: MIT */
/* What goes to the program and what comes from it. */
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "unit/unit.h"

#include "vt_parts.h"

enum {
	LOOK_MS = 10,
	READ_SIZE = 1 << 16,
};

bool
vt_take_output(struct vt *vt)
{
	static char bytes[READ_SIZE];
	ssize_t n = vt->fd >= 0 ? read(vt->fd, bytes, sizeof(bytes)) : -1;

	if (n <= 0)
		return false;
	str_addn(&vt->log, bytes, (size_t)n);
	vterm_input_write(vt->term, bytes, (size_t)n);
	return true;
}

void
vt_look(struct vt *vt)
{
	struct pollfd in = {.fd = vt->fd, .events = POLLIN};

	/* A terminal that the program has left stays ready to say so. */
	if (poll(&in, 1, LOOK_MS) > 0 && !vt_take_output(vt))
		poll(NULL, 0, LOOK_MS);
}

static void
flush(struct vt *vt)
{
	int64_t limit = vt_now_ms() + VT_LIMIT_MS;
	size_t sent = 0;

	while (sent < vt->input.len) {
		ssize_t n =
		    write(vt->fd, vt->input.s + sent, vt->input.len - sent);

		if (n > 0)
			sent += (size_t)n;
		else
			vt_look(vt);
		assert_true(vt_now_ms() < limit);
	}
	str_clear(&vt->input);
}

void
vt_send(struct vt *vt, const char *bytes, size_t n)
{
	str_addn(&vt->input, bytes, n);
	flush(vt);
}

void
vt_type(struct vt *vt, const char *text)
{
	vt_send(vt, text, strlen(text));
}

void
vt_key(struct vt *vt, VTermKey key)
{
	vterm_keyboard_key(vt->term, key, VTERM_MOD_NONE);
	flush(vt);
}

static void
press(struct vt *vt, int row, int col, int button)
{
	vterm_mouse_move(vt->term, row, col, VTERM_MOD_NONE);
	vterm_mouse_button(vt->term, button, true, VTERM_MOD_NONE);
	vterm_mouse_button(vt->term, button, false, VTERM_MOD_NONE);
	flush(vt);
}

void
vt_click(struct vt *vt, int row, int col)
{
	press(vt, row, col, 1);
}

void
vt_wheel(struct vt *vt, int row, int col, int way)
{
	enum { WHEEL_UP = 4, WHEEL_DOWN = 5 };

	press(vt, row, col, way > 0 ? WHEEL_UP : WHEEL_DOWN);
}

void
vt_paste(struct vt *vt, const char *text, size_t n)
{
	vterm_keyboard_start_paste(vt->term);
	str_addn(&vt->input, text, n);
	vterm_keyboard_end_paste(vt->term);
	flush(vt);
}

void
vt_scribble(struct vt *vt, const char *bytes)
{
	vterm_input_write(vt->term, bytes, strlen(bytes));
}

void
vt_resize(struct vt *vt, int rows, int cols)
{
	struct winsize size = {
	    .ws_row = (unsigned short)rows,
	    .ws_col = (unsigned short)cols,
	};

	vterm_set_size(vt->term, rows, cols);
	assert_int_equal(ioctl(vt->fd, TIOCSWINSZ, &size), 0);
}

void
vt_signal(const struct vt *vt, int number)
{
	assert_int_equal(kill(vt->pid, number), 0);
}

void
vt_hang_up(struct vt *vt)
{
	close(vt->fd);
	vt->fd = -1;
}
