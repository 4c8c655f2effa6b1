/* SPDX-License-Identifier: MIT */
#include "tui/text.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { LOG_ROOM = 64 }; /* changes that the first allocation holds */

static void
change_release(struct text_change *change)
{
	free(change->removed);
	free(change->inserted);
}

static void
drop_redo(struct text *text)
{
	for (size_t i = 0; i < text->n_redo; i++)
		change_release(&text->log[text->n_log + i]);
	text->n_redo = 0;
}

static void
drop_log(struct text *text)
{
	drop_redo(text);
	for (size_t i = 0; i < text->n_log; i++)
		change_release(&text->log[i]);
	text->n_log = 0;
}

void
text_init(struct text *text)
{
	*text = (struct text){.bytes = STR_INIT};
}

void
text_release(struct text *text)
{
	drop_log(text);
	free(text->log);
	str_release(&text->bytes);
	*text = (struct text){.bytes = STR_INIT};
}

void
text_set(struct text *text, const char *bytes, size_t n)
{
	drop_log(text);
	str_clear(&text->bytes);
	str_addn(&text->bytes, bytes, n);
}

/* Replaces `cut` bytes.  Appending first makes the room; the appended copy is
 * then overwritten. */
static void
splice(struct str *str, size_t at, size_t cut, const char *bytes, size_t n)
{
	size_t len = str->len;

	str_addn(str, bytes, n);
	memmove(str->s + at + n, str->s + at + cut, len - at - cut);
	if (n > 0)
		memcpy(str->s + at, bytes, n);
	str_cut(str, len - cut + n);
}

/* Puts `n` more bytes into an owned run of bytes, at its start or its end. */
static void
widen(char **bytes, size_t *len, bool at_end, const char *more, size_t n)
{
	*bytes = mem_grow(*bytes, *len + n, 1);
	if (!at_end)
		memmove(*bytes + n, *bytes, *len);
	memcpy(at_end ? *bytes + *len : *bytes, more, n);
	*len += n;
}

const struct text_change *
text_last(const struct text *text)
{
	if (text->n_log == 0)
		return NULL;
	const struct text_change *last = &text->log[text->n_log - 1];

	return last->group == text->group ? last : NULL;
}

/*
 * Typing, or a Backspace or Delete that is held, lengthens the last change
 * instead of adding one a key.  False where the change stands alone.
 */
static bool
merge(struct text *text, size_t at, size_t cut, const char *bytes, size_t n)
{
	struct text_change *last = &text->log[text->n_log - 1];
	const char *removed = text->bytes.s + at;

	if (cut == 0 && last->n_removed == 0 &&
	    at == last->at + last->n_inserted) {
		widen(&last->inserted, &last->n_inserted, true, bytes, n);
		return true;
	}
	if (n > 0 || last->n_inserted > 0)
		return false;
	if (at == last->at) {
		widen(&last->removed, &last->n_removed, true, removed, cut);
		return true;
	}
	if (at + cut == last->at) {
		widen(&last->removed, &last->n_removed, false, removed, cut);
		last->at = at;
		return true;
	}
	return false;
}

static void
append(struct text *text, size_t at, size_t cut, const char *bytes, size_t n)
{
	if (text->n_log == text->room) {
		size_t room = text->room == 0 ? LOG_ROOM : 2 * text->room;

		text->log = mem_grow(text->log, room, sizeof(*text->log));
		text->room = room;
	}
	text->log[text->n_log++] = (struct text_change){
	    .at = at,
	    .removed = mem_textn(text->bytes.s + at, cut),
	    .n_removed = cut,
	    .inserted = mem_textn(bytes, n),
	    .n_inserted = n,
	    .group = text->group,
	};
}

void
text_replace(
    struct text *text, size_t at, size_t n_removed, const char *bytes, size_t n)
{
	if (n_removed == 0 && n == 0)
		return;
	drop_redo(text);
	if (text_last(text) == NULL || !merge(text, at, n_removed, bytes, n))
		append(text, at, n_removed, bytes, n);
	splice(&text->bytes, at, n_removed, bytes, n);
}

void
text_break(struct text *text)
{
	if (text_last(text) != NULL)
		text->group++;
}

bool
text_undo(struct text *text, size_t *caret)
{
	int group;

	if (text->n_log == 0)
		return false;
	group = text->log[text->n_log - 1].group;
	while (text->n_log > 0 && text->log[text->n_log - 1].group == group) {
		const struct text_change *change = &text->log[--text->n_log];

		text->n_redo++;
		splice(&text->bytes, change->at, change->n_inserted,
		    change->removed, change->n_removed);
		*caret = change->at + change->n_removed;
	}
	text_break(text);
	return true;
}

bool
text_redo(struct text *text, size_t *caret)
{
	int group;

	if (text->n_redo == 0)
		return false;
	group = text->log[text->n_log].group;
	while (text->n_redo > 0 && text->log[text->n_log].group == group) {
		const struct text_change *change = &text->log[text->n_log++];

		text->n_redo--;
		splice(&text->bytes, change->at, change->n_removed,
		    change->inserted, change->n_inserted);
		*caret = change->at + change->n_inserted;
	}
	text_break(text);
	return true;
}
