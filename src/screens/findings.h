/* SPDX-License-Identifier: MIT */
/* What was found in the text of an answer, on a page: used by reveal and
 * answer.  Hints with their evidence; nothing here enters a rating. */
#ifndef SCREENS_FINDINGS_H
#define SCREENS_FINDINGS_H

#include "core/answer.h"
#include "core/notes.h"
#include "store/history.h"
#include "tui/page.h"

struct findings {
	struct notes notes, reasons;
	struct span *spans; /* owned; of the answer's text */
	size_t n_spans;
	size_t order_len; /* of the text: the lines that order a backlog */
};

/* Reads the answer's text, once. */
int findings_open(struct findings *findings, struct store *store,
    const struct answer_row *row, struct err *err);
void findings_close(struct findings *findings);

/* A gap and the notes, what to fix first at the top; nothing at all where
 * there are none. */
void findings_draw_notes(struct page *page, const struct findings *findings);

/* The text with its marks, and why they are there.  An order stands as a list
 * before the notes. */
void findings_draw_text(
    struct page *page, const struct findings *findings, const char *text);

#endif
