/* SPDX-License-Identifier: MIT */
#include "screens/findings.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "core/priority.h"
#include "store/lexicon.h"
#include "store/part.h"

enum { INDENT = 2 };

/* Both roles of marks can be told from text without colour too. */
static const enum role roles[] = {
    [TONE_PLAIN] = ROLE_TEXT,
    [TONE_GOOD] = ROLE_ACCENT,
    [TONE_DOUBT] = ROLE_WARN,
};

static void
make_spans(struct findings *findings, const struct analysis *analysis)
{
	struct mark *marks;

	findings->n_spans = marks_make(analysis, &marks);
	findings->spans =
	    mem_zero(findings->n_spans + 1, sizeof(*findings->spans));
	for (size_t i = 0; i < findings->n_spans; i++)
		findings->spans[i] = (struct span){
		    .at = marks[i].at,
		    .n = marks[i].n,
		    .role = roles[finding_tone(marks[i].kind)],
		    .label =
			marks[i].ends ? finding_label(marks[i].kind) : NULL,
		};
	free(marks);
}

static int
find_order(struct findings *findings, struct store *store,
    const struct answer_row *row, struct err *err)
{
	struct parts parts;

	if (store_parts(store, row->pk, &parts, err) != 0)
		return -1;
	findings->order_len = priority_text_len(&parts, row->answer.text);
	parts_release(&parts);
	return 0;
}

int
findings_open(struct findings *findings, struct store *store,
    const struct answer_row *row, struct err *err)
{
	const struct answer *answer = &row->answer;
	const struct rubric *rubric;
	struct analysis analysis;

	*findings = (struct findings){0};
	if (find_order(findings, store, row, err) != 0 ||
	    store_rubric(store, answer->rubric, &rubric, err) != 0 ||
	    store_analyse(store, answer->company, rubric, answer->text,
		&analysis, err) != 0)
		return -1;
	notes_make(&findings->notes, &analysis, answer->text, answer->answer_s,
	    answer->mode == MODE_SPOKEN);
	notes_reasons(&findings->reasons, &analysis);
	make_spans(findings, &analysis);
	analysis_release(&analysis);
	return 0;
}

void
findings_close(struct findings *findings)
{
	notes_release(&findings->notes);
	notes_release(&findings->reasons);
	free(findings->spans);
	*findings = (struct findings){0};
}

/* The sign stands in front of the line, in colour; the words are text. */
static void
draw_note(struct page *page, const struct note *note)
{
	struct page beside = *page;
	int row = page_row(&beside);

	if (row >= 0)
		surface_text(page->surface, row, page->area.col,
		    page->area.cols, roles[note->tone], tone_sign(note->tone));
	page_text(page, INDENT, ROLE_TEXT, note->text);
}

void
findings_draw_notes(struct page *page, const struct findings *findings)
{
	const struct notes *notes = &findings->notes;

	if (notes->n == 0)
		return;
	page_gap(page);
	page_text(page, 0, ROLE_TITLE, notes_title);
	for (size_t i = 0; i < notes->n; i++)
		draw_note(page, &notes->at[i]);
}

/* From one place of the text to another, with the marks that begin there. */
static void
draw_piece(struct page *page, const struct findings *findings, int indent,
    const char *text, size_t from, size_t to)
{
	char *piece = mem_textn(text + from, to - from);
	struct span *spans = mem_zero(findings->n_spans + 1, sizeof(*spans));
	size_t n = 0;

	for (size_t i = 0; i < findings->n_spans; i++) {
		const struct span *span = &findings->spans[i];

		if (span->at < from || span->at >= to)
			continue;
		spans[n] = *span;
		spans[n].at -= from;
		if (spans[n].at + spans[n].n > to - from)
			spans[n].n = to - from - spans[n].at;
		n++;
	}
	page_spans(page, indent, ROLE_TEXT, piece, spans, n);
	free(spans);
	free(piece);
}

/* `2. Feature: trade-off`, its number before the column of the words. */
static void
draw_item(struct page *page, const struct findings *findings, const char *text,
    size_t from, size_t to)
{
	size_t number = strcspn(text + from, " ");
	struct page beside = *page;
	int row = page_row(&beside);

	if (row >= 0)
		surface_textn(page->surface, row, page->area.col,
		    page->area.cols, ROLE_TITLE, text + from, number);
	draw_piece(
	    page, findings, (int)number + 1, text, from + number + 1, to);
}

/* The items are lines; the empty one behind the last parts them from the
 * notes. */
static void
draw_order(struct page *page, const struct findings *findings, const char *text)
{
	size_t end = findings->order_len, at = 0;

	while (at < end && text[at] != '\n') {
		size_t n = strcspn(text + at, "\n");

		draw_item(page, findings, text, at, at + n);
		at += n + (text[at + n] == '\n');
	}
	if (at < end)
		page_gap(page);
}

void
findings_draw_text(
    struct page *page, const struct findings *findings, const char *text)
{
	const struct notes *reasons = &findings->reasons;

	draw_order(page, findings, text);
	if (text[findings->order_len] != '\0')
		draw_piece(
		    page, findings, 0, text, findings->order_len, strlen(text));
	if (reasons->n == 0)
		return;
	page_gap(page);
	for (size_t i = 0; i < reasons->n; i++)
		page_text(page, 0, ROLE_DIM, reasons->at[i].text);
}
