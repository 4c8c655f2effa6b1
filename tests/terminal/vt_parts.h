/* SPDX-License-Identifier: MIT */
/* What the parts of vt.h share. */
#ifndef VT_PARTS_H
#define VT_PARTS_H

#include <sys/resource.h>
#include <termios.h>

#include "vt.h"

struct vt {
	struct vt *next; /* of those that are open */
	VTerm *term;
	VTermScreen *screen;
	int fd; /* -1: hung up */
	pid_t pid;
	struct termios found; /* the line settings before the program ran */
	bool ended;
	int status;
	struct rusage usage;
	struct str log;
	struct str input; /* for the program, not sent yet */
	struct str text;  /* what vt_screen() or vt_row() returned */
	bool alternate, caret, mouse, rung_or_titled;
};

/* Takes in what the program has written; false where there is no more. */
bool vt_take_output(struct vt *vt);

/* Waits for output, a moment at most, and takes it in. */
void vt_look(struct vt *vt);

#endif
