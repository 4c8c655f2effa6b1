/* SPDX-License-Identifier: MIT */
/*
 * The bytes of an edited text and its undo log.  Invariants: the bytes are
 * valid UTF-8 and hold no NUL; undoing everything gives the text that was
 * set.  A flat buffer: answers are kilobytes, and a memmove() of 100 KB costs
 * a few microseconds.
 */
#ifndef TUI_TEXT_H
#define TUI_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct text_change {
	size_t at;     /* where */
	char *removed; /* owned; what stood there */
	size_t n_removed;
	char *inserted; /* owned; what stands there now */
	size_t n_inserted;
	int group; /* changes of one group are undone together */
};

struct text {
	struct str bytes;
	struct text_change *log;
	size_t n_log;  /* changes that can be undone */
	size_t n_redo; /* undone changes kept after them */
	size_t room;
	int group;
};

void text_init(struct text *text);
void text_release(struct text *text);

/* Replaces everything and forgets the log. */
void text_set(struct text *text, const char *bytes, size_t n);

/* Replaces `n_removed` bytes at `at` by the `n` valid UTF-8 bytes. */
void text_replace(struct text *text, size_t at, size_t n_removed,
    const char *bytes, size_t n);

/* The last change, where a further one would join its group; else NULL. */
const struct text_change *text_last(const struct text *text);

/* Further changes belong to a new undo group. */
void text_break(struct text *text);

/* Undoes or redoes one group; false when there is none.  `*caret` is where
 * the change was. */
bool text_undo(struct text *text, size_t *caret);
bool text_redo(struct text *text, size_t *caret);

#endif
