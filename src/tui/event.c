/* SPDX-License-Identifier: MIT */
#include "tui/event.h"

#include <string.h>

#include "base/utf8.h"

enum { DEL = 0x7f };

static const char *const special_names[] = {
    [K_UP - K_UP] = "Up",
    [K_DOWN - K_UP] = "Down",
    [K_LEFT - K_UP] = "Left",
    [K_RIGHT - K_UP] = "Right",
    [K_HOME - K_UP] = "Home",
    [K_END - K_UP] = "End",
    [K_PAGE_UP - K_UP] = "PgUp",
    [K_PAGE_DOWN - K_UP] = "PgDn",
    [K_INSERT - K_UP] = "Insert",
    [K_DELETE - K_UP] = "Delete",
    [K_BACKSPACE - K_UP] = "Backspace",
    [K_BACKTAB - K_UP] = "Shift-Tab",
    [K_WORD_LEFT - K_UP] = "Ctrl-Left",
    [K_WORD_RIGHT - K_UP] = "Ctrl-Right",
    [K_CTRL_SPACE - K_UP] = "Ctrl-Space",
    [K_F1 - K_UP] = "F1",
    [K_F2 - K_UP] = "F2",
    [K_F3 - K_UP] = "F3",
    [K_F4 - K_UP] = "F4",
    [K_F5 - K_UP] = "F5",
    [K_F6 - K_UP] = "F6",
    [K_F7 - K_UP] = "F7",
    [K_F8 - K_UP] = "F8",
    [K_F9 - K_UP] = "F9",
    [K_F10 - K_UP] = "F10",
    [K_F11 - K_UP] = "F11",
    [K_F12 - K_UP] = "F12",
};

/* NULL for a key that is called by its character. */
static const char *
name_of(int key)
{
	if (key >= K_UP && key <= K_F12)
		return special_names[key - K_UP];
	switch (key) {
	case '\n':
		return "Enter";
	case '\t':
		return "Tab";
	case K_ESC:
		return "Esc";
	case ' ':
		return "Space";
	default:
		return NULL;
	}
}

static char *
put(char *to, const char *text)
{
	size_t n = strlen(text);

	memcpy(to, text, n + 1);
	return to + n;
}

void
key_name(char out[KEY_NAME_SIZE], int key)
{
	int plain = key & ~(K_ALT | K_SHIFT);

	if (key & K_SHIFT)
		out = put(out, "Shift-");
	if (key & K_ALT) {
		out = put(out, "Alt-");
		if (plain >= 'A' && plain <= 'Z')
			out = put(out, "Shift-");
		if (plain >= 'a' && plain <= 'z')
			plain += 'A' - 'a';
	}
	if (name_of(plain) != NULL) {
		put(out, name_of(plain));
		return;
	}
	if (plain < ' ' || plain == DEL) {
		out = put(out, "Ctrl-");
		plain ^= '@';
	}
	out[utf8_encode(out, (uint32_t)plain)] = '\0';
}
