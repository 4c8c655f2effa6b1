/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE /* openpty(), login_tty() */
#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utmp.h>

#include "unit/unit.h"

#include "base/mem.h"
#include "vt_parts.h"

enum { NOT_STARTED = 127 };

static struct vt *opened;

static int
set_property(VTermProp property, VTermValue *value, void *user)
{
	struct vt *vt = user;

	if (property == VTERM_PROP_ALTSCREEN)
		vt->alternate = value->boolean;
	else if (property == VTERM_PROP_CURSORVISIBLE)
		vt->caret = value->boolean;
	else if (property == VTERM_PROP_MOUSE)
		vt->mouse = value->number != VTERM_PROP_MOUSE_NONE;
	else if (property == VTERM_PROP_TITLE ||
		 property == VTERM_PROP_ICONNAME)
		vt->rung_or_titled = true;
	return 1;
}

static int
ring(void *user)
{
	struct vt *vt = user;

	vt->rung_or_titled = true;
	return 1;
}

static const VTermScreenCallbacks callbacks = {
    .settermprop = set_property,
    .bell = ring,
};

static void
keep_input(const char *bytes, size_t n, void *user)
{
	struct vt *vt = user;

	str_addn(&vt->input, bytes, n);
}

static void
make_terminal(struct vt *vt, int rows, int cols)
{
	vt->term = vterm_new(rows, cols);
	vterm_set_utf8(vt->term, 1);
	vt->screen = vterm_obtain_screen(vt->term);
	vterm_screen_enable_altscreen(vt->screen, 1);
	vterm_screen_set_callbacks(vt->screen, &callbacks, vt);
	vterm_output_set_callback(vt->term, keep_input, vt);
	vterm_screen_reset(vt->screen, 1);
}

struct vt *
vt_open(const struct place *place, const struct vt_options *options)
{
	struct winsize size = {
	    .ws_row = (unsigned short)(options->rows ? options->rows : VT_ROWS),
	    .ws_col = (unsigned short)(options->cols ? options->cols : VT_COLS),
	};
	struct vt *vt = mem_zero(1, sizeof(*vt));
	int line; /* the program's end */

	str_init(&vt->log);
	str_init(&vt->input);
	str_init(&vt->text);
	make_terminal(vt, size.ws_row, size.ws_col);
	assert_int_equal(openpty(&vt->fd, &line, NULL, NULL, &size), 0);
	assert_int_equal(tcgetattr(line, &vt->found), 0);
	assert_int_equal(fcntl(vt->fd, F_SETFL, O_NONBLOCK), 0);
	assert_int_equal(fcntl(vt->fd, F_SETFD, FD_CLOEXEC), 0);
	vt->pid = fork();
	assert_true(vt->pid >= 0);
	if (vt->pid == 0) {
		if (login_tty(line) != 0)
			_exit(NOT_STARTED);
		place_become(place, &options->call);
	}
	close(line);
	vt->next = opened;
	opened = vt;
	return vt;
}

struct vt *
vt_rehearse(const struct place *place, const char *const *arguments)
{
	const struct vt_options options = {.call.arguments = arguments};

	return vt_open(place, &options);
}

static void
close_terminal(struct vt *vt)
{
	if (!vt->ended) {
		pid_t group = vt->fd >= 0 ? tcgetpgrp(vt->fd) : -1;

		if (group > 0)
			kill(-group, SIGKILL);
		kill(vt->pid, SIGKILL);
		waitpid(vt->pid, NULL, 0);
	}
	if (vt->fd >= 0)
		close(vt->fd);
	vterm_free(vt->term);
	str_release(&vt->log);
	str_release(&vt->input);
	str_release(&vt->text);
	free(vt);
}

int
vt_set_up(void **state)
{
	struct place *place = mem_zero(1, sizeof(*place));

	*state = place;
	if (getenv("REHEARSE") == NULL) {
		print_error("REHEARSE must name the program\n");
		return -1;
	}
	return place_open(place);
}

int
vt_tear_down(void **state)
{
	while (opened != NULL) {
		struct vt *vt = opened;

		opened = vt->next;
		close_terminal(vt);
	}
	int result = place_close(*state);

	free(*state);
	return result;
}
