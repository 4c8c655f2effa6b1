/* SPDX-License-Identifier: MIT */
#include "screens/findings.h"

#include <stdlib.h>

#include "base/mem.h"
#include "store/lexicon.h"

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

int
findings_open(struct findings *findings, struct store *store,
    const struct answer *answer, struct err *err)
{
	const struct rubric *rubric;
	struct analysis analysis;

	*findings = (struct findings){0};
	if (store_rubric(store, answer->rubric, &rubric, err) != 0 ||
	    store_analyse(store, answer->company, rubric, answer->text,
		&analysis, err) != 0)
		return -1;
	notes_make(&findings->notes, &analysis, answer->text, answer->answer_s);
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

void
findings_draw_text(
    struct page *page, const struct findings *findings, const char *text)
{
	const struct notes *reasons = &findings->reasons;

	page_spans(
	    page, 0, ROLE_TEXT, text, findings->spans, findings->n_spans);
	if (reasons->n == 0)
		return;
	page_gap(page);
	for (size_t i = 0; i < reasons->n; i++)
		page_text(page, 0, ROLE_DIM, reasons->at[i].text);
}
