/* SPDX-License-Identifier: MIT */
#include "unit/editor_model.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "tui/editor.h"

enum { LIMIT = 600, ROWS = 5, COLS = 17, NO_GROUP = -1 };

struct copy {
	struct str text;
	int group; /* the editor's, of the last change */
};

struct model {
	struct editor editor;
	struct str text; /* what the editor should hold */
	size_t caret, mark;
	bool mark_shifts;
	struct str killed;
	bool killing;
	struct copy *copies; /* one for each undo group, and the start */
	size_t n, at, room;  /* copies; the present one */
	const char *wrong;
};

/* A difference is told once, the first. */
static void
require(struct model *model, bool holds, const char *what)
{
	if (!holds && model->wrong == NULL)
		model->wrong = what;
}

static bool
is_boundary(const struct str *text, size_t at)
{
	size_t here = 0;

	while (here < at)
		here = utf8_next(text->s, text->len, here);
	return here == at;
}

/* The first boundary at or after `at`. */
static size_t
boundary_from(const struct str *text, size_t at)
{
	size_t here = 0;

	while (here < at)
		here = utf8_next(text->s, text->len, here);
	return here;
}

/* The last boundary before `at`. */
static size_t
boundary_before(const struct str *text, size_t at)
{
	size_t here = 0, next = 0;

	while (next < at) {
		here = next;
		next = utf8_next(text->s, text->len, here);
	}
	return here;
}

static void
copy_str(struct str *to, const struct str *from)
{
	str_clear(to);
	str_addn(to, from->s, from->len);
}

static void
drop_copies(struct model *model, size_t n)
{
	while (model->n > n)
		str_release(&model->copies[--model->n].text);
}

static void
add_copy(struct model *model, int group)
{
	if (model->n == model->room) {
		model->room = 2 * model->room + 8;
		model->copies = mem_grow(
		    model->copies, model->room, sizeof(*model->copies));
	}
	model->at = model->n++;
	model->copies[model->at] = (struct copy){STR_INIT, group};
	copy_str(&model->copies[model->at].text, &model->text);
}

static int
group_of(const struct editor *editor)
{
	const struct text *text = &editor->text;

	return text->n_log > 0 ? text->log[text->n_log - 1].group : NO_GROUP;
}

static void
drop_mark(struct model *model)
{
	model->mark = EDITOR_NO_MARK;
	model->mark_shifts = false;
}

/* Replaces bytes in the model; `alone` where undo must not join it to what
 * was before. */
static void
change(struct model *model, size_t from, size_t to, const char *bytes, size_t n,
    bool alone)
{
	struct str after = STR_INIT;
	int group = group_of(&model->editor);

	str_addn(&after, model->text.s, from);
	str_addn(&after, bytes, n);
	str_addn(&after, model->text.s + to, model->text.len - to);
	copy_str(&model->text, &after);
	str_release(&after);
	model->caret = boundary_from(&model->text, from + n);
	drop_mark(model);
	drop_copies(model, model->at + 1);
	if (group != model->copies[model->at].group) {
		add_copy(model, group);
		return;
	}
	require(model, !alone, "an operation joined the undo group before");
	copy_str(&model->copies[model->at].text, &model->text);
}

static void
selection(const struct model *model, size_t *from, size_t *to)
{
	size_t mark =
	    model->mark == EDITOR_NO_MARK ? model->caret : model->mark;

	*from = mark < model->caret ? mark : model->caret;
	*to = mark < model->caret ? model->caret : mark;
}

/* As many whole clusters as fit under the limit. */
static void
insert(struct model *model, const char *bytes, size_t n, bool alone)
{
	size_t from, to, fits = 0;

	selection(model, &from, &to);
	while (fits < n) {
		size_t next = utf8_next(bytes, n, fits);

		if (model->text.len - (to - from) + next > LIMIT)
			break;
		fits = next;
	}
	if (fits > 0)
		change(model, from, to, bytes, fits, alone || from < to);
}

static void
kill_range(struct model *model, size_t from, size_t to)
{
	struct str killed = STR_INIT;
	bool before = to == model->caret;

	if (from == to)
		return;
	if (model->killing && !before)
		copy_str(&killed, &model->killed);
	str_addn(&killed, model->text.s + from, to - from);
	if (model->killing && before)
		str_addn(&killed, model->killed.s, model->killed.len);
	copy_str(&model->killed, &killed);
	str_release(&killed);
	change(model, from, to, "", 0, true);
	model->killing = true;
}

static void
press(struct model *model, int key)
{
	require(model, editor_key(&model->editor, key), "a key was not taken");
}

/* The rows that the editor keeps are those that wrapping its text gives. */
static void
compare_rows(struct model *model)
{
	const struct editor *editor = &model->editor;
	const struct editor_rows *rows = &editor->wrapped;
	const struct str *text = &editor->text.bytes;
	int cols = editor->cols > 1 ? editor->cols - 1 : 1;
	size_t start = editor->top;

	for (int i = 0; i < rows->n; i++) {
		struct wrap_row row =
		    wrap_row_at(text->s, text->len, start, cols);

		require(model, memcmp(&row, &rows->at[i], sizeof(row)) == 0,
		    "a row that is kept differs");
		start = row.next;
	}
	require(model,
	    editor->search.open || rows->n >= editor->rows || start > text->len,
	    "a row that shows is not kept");
}

static void
compare(struct model *model)
{
	const struct editor *editor = &model->editor;
	size_t n;
	const char *text = editor_text(editor, &n);

	require(model, utf8_valid(text, n, NULL), "the text is no UTF-8");
	require(model,
	    n == model->text.len && memcmp(text, model->text.s, n) == 0,
	    "the texts differ");
	require(model, editor->caret == model->caret, "the carets differ");
	require(model, editor->mark == model->mark, "the marks differ");
	require(model, is_boundary(&editor->text.bytes, editor->caret),
	    "the caret is within a cluster");
	require(model,
	    editor->killed.len == model->killed.len &&
		memcmp(editor->killed.s, model->killed.s, model->killed.len) ==
		    0,
	    "what was cut differs");
	compare_rows(model);
}

/* What a motion does to the mark; where it leads is the editor's to say, the
 * two plain ones and the ends apart. */
static void
move(struct model *model, int key)
{
	static const int shifted[] = {
	    K_LEFT, K_RIGHT, K_UP, K_DOWN, K_HOME, K_END};
	bool shift = false;
	size_t was = model->caret;

	for (size_t i = 0; i < sizeof(shifted) / sizeof(shifted[0]); i++)
		shift = shift || key == (K_SHIFT | shifted[i]);
	press(model, key);
	if (shift && model->mark == EDITOR_NO_MARK) {
		model->mark = was;
		model->mark_shifts = true;
	} else if (!shift && model->mark_shifts) {
		drop_mark(model);
	}
	model->caret = model->editor.caret;
	if ((key & ~K_SHIFT) == K_LEFT)
		model->caret = boundary_before(&model->text, was);
	if ((key & ~K_SHIFT) == K_RIGHT)
		model->caret = boundary_from(
		    &model->text, was < model->text.len ? was + 1 : was);
}

static void
take(struct model *model, int key)
{
	size_t from, to;
	bool alone;

	selection(model, &from, &to);
	alone = from < to;
	if (!alone && key == K_BACKSPACE)
		from = boundary_before(&model->text, to);
	if (!alone && key == K_DELETE && to < model->text.len)
		to = boundary_from(&model->text, to + 1);
	press(model, key);
	if (from < to)
		change(model, from, to, "", 0, alone);
}

/* Where the word begins is the editor's to say. */
static void
cut(struct model *model)
{
	size_t from, to, before = model->text.len;

	selection(model, &from, &to);
	press(model, K_CTRL('W'));
	if (from == to)
		from = to - (before - model->editor.text.bytes.len);
	kill_range(model, from, to);
}

static void
kill_line(struct model *model, int key)
{
	const struct str *text = &model->text;
	size_t from = model->caret, to = model->caret;

	if (key == K_CTRL('U')) {
		while (from > 0 && text->s[from - 1] != '\n')
			from--;
	} else {
		while (to < text->len && text->s[to] != '\n')
			to++;
		if (to == from && to < text->len)
			to++;
	}
	press(model, key);
	kill_range(model, from, to);
}

static void
copy(struct model *model)
{
	size_t from, to;

	selection(model, &from, &to);
	press(model, K_ALT | 'w');
	if (from == to)
		return;
	str_clear(&model->killed);
	str_addn(&model->killed, model->text.s + from, to - from);
	drop_mark(model);
}

/* Undo and redo: to the copy beside the present one. */
static void
go_to_copy(struct model *model, int key, size_t at)
{
	press(model, key);
	if (at >= model->n)
		return;
	model->at = at;
	copy_str(&model->text, &model->copies[at].text);
	model->caret = model->editor.caret;
	drop_mark(model);
}

static void
undo(struct model *model)
{
	go_to_copy(model, K_ALT | 'u', model->at - 1);
}

static void
redo(struct model *model)
{
	go_to_copy(model, K_ALT | 'r', model->at + 1);
}

/* A search finds what is there, and Esc goes back. */
static void
search(struct model *model, uint8_t how)
{
	size_t was = model->caret;

	press(model, K_CTRL('S'));
	if (how % 2 == 0)
		press(model, "ab .-"[how / 2 % 5]);
	press(model, K_CTRL('S'));
	if (how % 3 == 0)
		press(model, K_BACKSPACE);
	press(model, how % 5 == 0 ? K_ESC : '\n');
	model->caret = how % 5 == 0 ? was : model->editor.caret;
}

static void
paste(struct model *model, const char *bytes, size_t n)
{
	struct str clean = STR_INIT, lines = STR_INIT;

	utf8_repair(&clean, bytes, n);
	for (size_t i = 0; i < clean.len; i++)
		if (clean.s[i] != '\r')
			str_ch(&lines, clean.s[i]);
		else if (i + 1 == clean.len || clean.s[i + 1] != '\n')
			str_ch(&lines, '\n');
	editor_paste(&model->editor, bytes, n);
	insert(model, lines.s, lines.len, true);
	str_release(&clean);
	str_release(&lines);
}

static void
type(struct model *model, uint32_t code_point)
{
	char bytes[4];
	size_t n = utf8_encode(bytes, code_point);

	press(model, (int)code_point);
	insert(model, bytes, n, false);
}

/* Characters that join, are wide, have no width or end something. */
static const uint32_t letters[] = {'a', 'b', 'e', ' ', ' ', '.', '\n', '\t',
    0x301, 0x308, 0x200d, 0x1f468, 0x1f469, 0x1f3fd, 0x1f1e8, 0x1f1ed, 0x65e5,
    0x3002, 0x5d0, 0x202e, 0x200b, 0x1100, 0x1161, 0x11a8, 0x600, 0xe0062,
    0xfe0f, 0xdf, 0x130, 0x3000};

static const int motions[] = {K_LEFT, K_RIGHT, K_UP, K_DOWN, K_HOME, K_END,
    K_SHIFT | K_LEFT, K_SHIFT | K_RIGHT, K_SHIFT | K_UP, K_SHIFT | K_DOWN,
    K_SHIFT | K_HOME, K_SHIFT | K_END, K_WORD_LEFT, K_WORD_RIGHT, K_ALT | 'a',
    K_ALT | 'e', K_ALT | '{', K_ALT | '}', K_PAGE_UP, K_PAGE_DOWN, K_ALT | '<',
    K_ALT | '>'};

/* Kills, after which the next one appends, and a new size, which is no key. */
static bool
keeps_killing(uint8_t operation)
{
	return (operation >= 2 && operation <= 4) || operation == 12;
}

/* Operations other than typing, from 0 on. */
static void
operate(struct model *model, uint8_t operation, uint8_t how)
{
	size_t n_motions = sizeof(motions) / sizeof(motions[0]);

	if (!keeps_killing(operation))
		model->killing = false;
	switch (operation) {
	case 0:
		take(model, K_BACKSPACE);
		break;
	case 1:
		take(model, K_DELETE);
		break;
	case 2:
		cut(model);
		break;
	case 3:
		kill_line(model, K_CTRL('K'));
		break;
	case 4:
		kill_line(model, K_CTRL('U'));
		break;
	case 5:
		copy(model);
		break;
	case 6:
		press(model, K_CTRL('Y'));
		insert(model, model->killed.s, model->killed.len, true);
		break;
	case 7:
		undo(model);
		break;
	case 8:
		redo(model);
		break;
	case 9:
		press(model, K_CTRL_SPACE);
		model->mark = model->caret;
		model->mark_shifts = false;
		break;
	case 10:
		editor_key(&model->editor, K_ESC);
		drop_mark(model);
		break;
	case 11:
		search(model, how);
		break;
	case 12:
		editor_resize(&model->editor, how % ROWS, 1 + how % COLS);
		break;
	default:
		move(model, motions[how % n_motions]);
		break;
	}
}

/* One operation from the bytes; returns those used. */
static size_t
step(struct model *model, const uint8_t *data, size_t n)
{
	enum { TYPED = 0x60, PASTED = 0x68, OPERATIONS = 20 };
	size_t n_letters = sizeof(letters) / sizeof(letters[0]);
	size_t used = data[0] >> 2 & 31;

	if (data[0] < TYPED) {
		model->killing = false;
		type(model, letters[data[0] % n_letters]);
		return 1;
	}
	if (data[0] < PASTED) {
		if (used > n - 1)
			used = n - 1;
		model->killing = false;
		paste(model, (const char *)data + 1, used);
		return 1 + used;
	}
	operate(model, data[0] % OPERATIONS, n > 1 ? data[1] : 0);
	return n > 1 ? 2 : 1;
}

/* To the start and on to the end again, by the copies. */
static void
undo_all(struct model *model)
{
	while (model->at > 0 && model->wrong == NULL) {
		undo(model);
		compare(model);
	}
	require(model, model->editor.text.n_log == 0, "there is more to undo");
	while (model->at + 1 < model->n && model->wrong == NULL) {
		redo(model);
		compare(model);
	}
	require(model, model->editor.text.n_redo == 0, "there is more to redo");
}

const char *
editor_model_run(const uint8_t *data, size_t n)
{
	struct model model = {
	    .text = STR_INIT, .killed = STR_INIT, .mark = EDITOR_NO_MARK};

	editor_init(&model.editor, LIMIT);
	editor_resize(&model.editor, ROWS, COLS);
	add_copy(&model, NO_GROUP);
	for (size_t at = 0; at < n && model.wrong == NULL;) {
		at += step(&model, data + at, n - at);
		compare(&model);
	}
	undo_all(&model);
	drop_copies(&model, 0);
	free(model.copies);
	str_release(&model.text);
	str_release(&model.killed);
	editor_release(&model.editor);
	return model.wrong;
}
