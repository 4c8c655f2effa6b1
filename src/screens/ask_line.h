/* SPDX-License-Identifier: MIT */
/* One line of text that a screen asks for, above its footer. */
#ifndef SCREENS_ASK_LINE_H
#define SCREENS_ASK_LINE_H

#include "tui/event.h"
#include "tui/field.h"
#include "tui/keymap.h"

struct ask_line {
	bool open; /* keys are its own */
	struct field field;
};

enum asked {
	ASKED_GOING,
	ASKED_LEFT, /* with Esc */
	ASKED_DONE, /* with Enter: ask_line_text() */
};

void ask_line_init(struct ask_line *line);
void ask_line_release(struct ask_line *line);

/* Opens it with that text, the caret at its end. */
void ask_line_begin(struct ask_line *line, const char *text);

/* A key or a paste while it is open. */
enum asked ask_line_event(struct ask_line *line, const struct event *event);

/* What was typed, without blanks at its ends; owned by the caller. */
char *ask_line_text(const struct ask_line *line);

/* The keys of the footer: `own`, or the line's while it is open. */
const struct key_binding *
ask_line_footer(const struct ask_line *line, const struct key_binding *own);

/* Nothing while it is not open. */
void ask_line_draw(
    const struct ask_line *line, struct surface *surface, const char *question);

#endif
