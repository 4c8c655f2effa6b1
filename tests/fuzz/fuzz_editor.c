/* SPDX-License-Identifier: MIT */
/*
 * The answer editor under any keys, pastes and sizes.  Each input byte is a
 * step; some take more bytes.  After each step the caret is a cluster boundary
 * and on screen, the text is valid UTF-8 within the limit; in the end undoing
 * everything gives the text that was set, and redoing it the text at the end.
 */
#include <locale.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "tui/editor.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

enum { LIMIT = 4096, MAX_ROWS = 9, MAX_COLS = 33 };

struct input {
	const uint8_t *data;
	size_t n;
};

/* Those that act on the editor; more often than others that do not. */
static const int keys[] = {K_UP, K_DOWN, K_LEFT, K_RIGHT, K_HOME, K_END,
    K_PAGE_UP, K_PAGE_DOWN, K_DELETE, K_BACKSPACE, K_WORD_LEFT, K_WORD_RIGHT,
    K_CTRL('A'), K_CTRL('E'), K_CTRL('K'), K_CTRL('U'), K_CTRL('W'),
    K_CTRL('Y'), K_ALT | 'b', K_ALT | 'f', K_ALT | '<', K_ALT | '>',
    K_ALT | '{', K_ALT | '}', K_ALT | 'u', K_ALT | 'r', K_F1, K_ESC, '\n', '\t',
    ' ', ' ', K_CTRL_SPACE, K_SHIFT | K_LEFT, K_SHIFT | K_DOWN, K_CTRL('S'),
    K_ALT | 'a', K_ALT | 'e', K_ALT | 'w'};

/* Characters that join, are wide, have no width or must not be shown. */
static const uint32_t hard[] = {0x301, 0x308, 0x200d, 0x1f468, 0x1f469, 0x1f3fd,
    0x1f1e8, 0x1f1ed, 0x65e5, 0x5d0, 0x202e, 0x200b, 0x1100, 0x1161, 0x11a8,
    0x600, 0xe0062, 0xfe0f, 0xa0, 0x3000};

static void
require(int holds)
{
	if (!holds)
		abort();
}

static uint8_t
next(struct input *input)
{
	if (input->n == 0)
		return 0;
	input->n--;
	return *input->data++;
}

static void
paste(struct editor *editor, struct input *input)
{
	size_t n = (size_t)next(input) * 4;

	if (n > input->n)
		n = input->n;
	editor_paste(editor, (const char *)input->data, n);
	input->data += n;
	input->n -= n;
}

static int
any_key(struct input *input)
{
	uint32_t high = next(input);
	uint32_t middle = next(input);

	return (int)(high << 16 | middle << 8 | next(input));
}

static void
step(struct editor *editor, struct input *input)
{
	uint8_t byte = next(input);
	size_t n_keys = sizeof(keys) / sizeof(keys[0]);
	size_t n_hard = sizeof(hard) / sizeof(hard[0]);

	if (byte >= ' ' && byte < 0x7f)
		editor_key(editor, byte);
	else if (byte < ' ')
		editor_key(editor, keys[byte % n_keys]);
	else if (byte < 0xc0)
		editor_key(editor, (int)hard[byte % n_hard]);
	else if (byte < 0xd0)
		editor_key(editor, any_key(input));
	else if (byte < 0xe0)
		paste(editor, input);
	else if (byte < 0xf0)
		editor_resize(
		    editor, next(input) % MAX_ROWS, next(input) % MAX_COLS);
	else if (byte == 0xff)
		editor->locked = !editor->locked;
	else
		editor_key(editor, keys[next(input) % n_keys]);
}

static int
is_boundary(const char *s, size_t n, size_t at)
{
	size_t line = at;

	while (line > 0 && s[line - 1] != '\n')
		line--;
	while (line < at)
		line = utf8_next(s, n, line);
	return line == at;
}

static void
check(const struct editor *editor)
{
	struct surface surface;
	size_t n;
	const char *s = editor_text(editor, &n);

	require(utf8_valid(s, n, NULL));
	require(strlen(s) == n);
	require(memchr(s, '\r', n) == NULL);
	require(n <= LIMIT);
	require(editor->caret <= n && is_boundary(s, n, editor->caret));
	require(editor->top <= editor->caret);
	surface_init(&surface, editor->rows, editor->cols);
	editor_draw(editor, &surface, surface_area(&surface), true);
	require(surface.caret_row >= 0 && surface.caret_col >= 0);
	surface_release(&surface);
}

static char *
copy_of(const struct editor *editor)
{
	size_t n;
	const char *s = editor_text(editor, &n);
	char *copy = malloc(n + 1);

	require(copy != NULL);
	return memcpy(copy, s, n + 1);
}

static void
check_undo(struct editor *editor, const char *start)
{
	char *end = copy_of(editor);
	int groups = 0;
	size_t n;

	editor->locked = false;
	for (; editor->text.n_log > 0; groups++) {
		editor_key(editor, K_ALT | 'u');
		check(editor);
	}
	require(strcmp(editor_text(editor, &n), start) == 0);
	for (; groups > 0; groups--) {
		editor_key(editor, K_ALT | 'r');
		check(editor);
	}
	require(strcmp(editor_text(editor, &n), end) == 0);
	free(end);
}

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	setlocale(LC_ALL, "C.UTF-8");
	return 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct input input = {data, n};
	struct editor editor;
	size_t first = next(&input);

	if (first > input.n)
		first = input.n;
	editor_init(&editor, LIMIT);
	editor_resize(&editor, 3, 12);
	editor_set(&editor, (const char *)input.data, first, first / 2);
	input.data += first;
	input.n -= first;
	char *start = copy_of(&editor);

	check(&editor);
	while (input.n > 0) {
		step(&editor, &input);
		check(&editor);
	}
	check_undo(&editor, start);
	free(start);
	editor_release(&editor);
	return 0;
}
