/* SPDX-License-Identifier: MIT */
#include "screens/ask_line.h"

#include <string.h>

#include "base/mem.h"

/* Only for the footer: see ask_line_event(). */
static const struct key_binding line_keys[] = {
    {{'\n'}, ASKED_DONE, "done", NULL},
    {{K_ESC}, ASKED_LEFT, "leave it", NULL},
    {{K_CTRL('u')}, ASKED_DONE, "empty", NULL},
    {{0}, 0, NULL, NULL},
};

const struct key_binding *
ask_line_footer(const struct ask_line *line, const struct key_binding *own)
{
	return line->open ? line_keys : own;
}

void
ask_line_init(struct ask_line *line)
{
	line->open = false;
	field_init(&line->field);
}

void
ask_line_release(struct ask_line *line)
{
	field_release(&line->field);
}

void
ask_line_begin(struct ask_line *line, const char *text)
{
	line->open = true;
	field_set(&line->field, text);
}

enum asked
ask_line_event(struct ask_line *line, const struct event *event)
{
	if (event->kind == EVENT_PASTE)
		field_paste(&line->field, event->text, event->len);
	if (event->kind != EVENT_KEY)
		return ASKED_GOING;
	if (event->key == '\n' || event->key == K_ESC ||
	    event->key == K_CTRL('c')) {
		line->open = false;
		return event->key == '\n' ? ASKED_DONE : ASKED_LEFT;
	}
	field_key(&line->field, event->key);
	return ASKED_GOING;
}

char *
ask_line_text(const struct ask_line *line)
{
	const char *text = field_text(&line->field);
	size_t n;

	text += strspn(text, " \t");
	n = strlen(text);
	while (n > 0 && strchr(" \t", text[n - 1]) != NULL)
		n--;
	return mem_textn(text, n);
}

void
ask_line_draw(
    const struct ask_line *line, struct surface *surface, const char *question)
{
	int row = surface->rows - 2, used;

	if (!line->open)
		return;
	surface_fill(
	    surface, (struct area){row, 0, 1, surface->cols}, ROLE_TEXT, true);
	used = surface_text(surface, row, 0, surface->cols, ROLE_KEY, question);
	used++;
	field_draw(
	    &line->field, surface, row, used, surface->cols - used, true);
}
