/* SPDX-License-Identifier: MIT */
#include "screens/sheet_draw.h"

#include <stdlib.h>

#include "tui/flow.h"
#include "tui/layout.h"

enum {
	ROOMY_ROWS = 14, /* from here the signals get half of the body */
	ANCHOR_COLS = 3, /* before an anchor's text */
	MARK_COLS = 2,   /* before a sentence */
};

static const char no_text[] = "(no text)";

static const char *
answer_text(const struct sheet_view *view)
{
	return *view->text != '\0' ? view->text : no_text;
}

static void
draw_metric_help(const struct sheet_view *view, struct page *page)
{
	page_text(page, 0, ROLE_TEXT,
	    "A measured result is a number that shows what changed: a "
	    "percentage, an amount, a time, before and after. A claim such as "
	    "\"users liked it\" is none.");
	if (view->figure == NULL)
		return;
	page_gap(page);
	page_textf(page, 0, ROLE_DIM,
	    "Found in your text: \"%s\". Only you know whether it is one.",
	    view->figure);
}

static void
draw_anchors(const struct sheet_view *view, struct page *page)
{
	int cursor = view->sheet->cursor;
	const struct signal_spec *signal;

	if (cursor >= (int)view->rubric->n) {
		draw_metric_help(view, page);
		return;
	}
	signal = &view->rubric->signals[cursor];
	page_text(page, 0, ROLE_ACCENT, signal->asks);
	for (int a = 0; a < RATING_HIGH; a++) {
		bool chosen = view->sheet->ratings[cursor] == a + 1;
		struct page mark = *page;
		int row = page_row(&mark);

		if (row >= 0)
			surface_textf(page->surface, row, page->area.col,
			    ANCHOR_COLS, chosen ? ROLE_TITLE : ROLE_KEY, "%s%d",
			    chosen ? "*" : " ", a + 1);
		page_text(page, ANCHOR_COLS, chosen ? ROLE_TITLE : ROLE_TEXT,
		    signal->anchors[a]);
	}
}

static void
draw_question(const struct sheet_view *view, struct page *page)
{
	int signal = view->sheet->earning;

	page_textf(page, 0, ROLE_ACCENT, "Which words earn the %d for %s?",
	    view->sheet->ratings[signal], view->rubric->signals[signal].label);
	page_text(page, 0, ROLE_DIM,
	    view->typing            ? "Enter keeps them, Esc goes back."
	    : view->sentences.n > 0 ? "Down picks a sentence, e types, Enter "
				      "takes it; Enter alone skips."
				    : "e types them, Enter skips.");
}

static void
draw_sentence(const struct sheet_view *view, struct page *page, int i)
{
	char *words = sentence_copy(view->text, &view->sentences.items[i]);
	bool picked = i == view->picked;
	struct page mark = *page;
	int row = page_row(&mark);

	if (row >= 0 && picked) {
		surface_text(page->surface, row, page->area.col, MARK_COLS,
		    ROLE_TITLE, ">");
		surface_caret(page->surface, row, page->area.col);
	}
	page_text(page, MARK_COLS, picked ? ROLE_TITLE : ROLE_TEXT, words);
	free(words);
}

static void
draw_sentences(const struct sheet_view *view, struct page *page, int n)
{
	draw_question(view, page);
	for (int i = 0; i < n; i++)
		draw_sentence(view, page, i);
}

static void
draw_words(const struct sheet_view *view, struct page *page)
{
	int row;

	if (!view->typing) {
		draw_sentences(view, page, (int)view->sentences.n);
		return;
	}
	draw_question(view, page);
	row = page_row(page);
	if (row >= 0)
		field_draw(&view->field, page->surface, row, page->area.col,
		    page->area.cols, true);
}

void
sheet_draw_to_picked(const void *data, struct page *page)
{
	const struct sheet_view *view = data;

	draw_sentences(view, page, view->picked + 1);
}

static void
draw_answer(const struct sheet_view *view, struct page *page)
{
	if (view->prompt != NULL && *view->prompt != '\0') {
		page_text(page, 0, ROLE_ACCENT, view->prompt);
		page_gap(page);
	}
	page_text(page, 0, ROLE_TEXT, answer_text(view));
}

void
sheet_draw_text(const void *data, struct page *page)
{
	const struct sheet_view *view = data;

	if (view->sheet->earning >= 0)
		draw_words(view, page);
	else if (view->show_answer)
		draw_answer(view, page);
	else
		draw_anchors(view, page);
}

/* The list ends with the measured result, where it is asked for. */
static int
list_rows(const struct sheet_view *view)
{
	return (int)view->rubric->n + (view->sheet->signals_only ? 0 : 1);
}

/* The anchors matter most: on a small screen the list of signals gives
 * way. */
static int
rows_above(const struct sheet_view *view, const struct area *body)
{
	int n = list_rows(view);
	int rows = body->rows >= ROOMY_ROWS ? body->rows / 2 : 1;

	return n < rows ? n : rows;
}

struct area
sheet_draw_text_area(const struct sheet_view *view, struct area body)
{
	int above = rows_above(view, &body) + 1;

	body.row += above;
	body.rows -= above;
	if (body.cols >= SHEET_WIDE_COLS)
		body.cols = body.cols / 2 - 1;
	return body;
}

static const char *
metric_text(const struct sheet_view *view)
{
	bool needed = view->rubric->metric;

	switch (view->sheet->metric) {
	case GIVEN_YES:
		return "yes";
	case GIVEN_NO:
		return needed ? "no: caps the verdict at re-interview" : "no";
	case GIVEN_UNKNOWN:
		if (!needed)
			return "y or n (not needed here)";
		return view->searched && *view->text != '\0'
			   ? "y or n (no figure found in the text)"
			   : "y or n";
	}
	return "";
}

static void
draw_metric_row(const struct sheet_view *view, struct surface *surface,
    struct area area, enum role role)
{
	bool found = view->figure != NULL && view->sheet->metric == GIVEN_YES;

	surface_textf(surface, area.row, area.col, area.cols, role,
	    "Measured result given?  %s%s%s%s", metric_text(view),
	    found ? " (\"" : "", found ? view->figure : "", found ? "\")" : "");
}

static void
draw_signal_row(const struct sheet_view *view, struct surface *surface,
    struct area area, int i)
{
	bool current = i == view->sheet->cursor;
	enum role role = current ? ROLE_SELECTED : ROLE_TEXT;
	struct area rest = {
	    area.row, area.col + MARK_COLS, 1, area.cols - MARK_COLS};
	char mark[] = "-";

	if (current)
		surface_fill(surface, area, role, true);
	surface_text(surface, area.row, area.col, MARK_COLS, role,
	    current ? "> " : "  ");
	if (i == (int)view->rubric->n) {
		draw_metric_row(view, surface, rest, role);
	} else {
		if (view->sheet->ratings[i] > 0)
			mark[0] = (char)('0' + view->sheet->ratings[i]);
		surface_textf(surface, rest.row, rest.col, rest.cols, role,
		    "%s  %s%s%s", mark, view->rubric->signals[i].label,
		    view->sheet->notes[i] != NULL ? ": " : "",
		    view->sheet->notes[i] != NULL ? view->sheet->notes[i] : "");
	}
	if (current)
		surface_caret(surface, area.row, area.col);
}

static int
first_signal(const struct sheet_view *view, int rows)
{
	int last = list_rows(view) - rows;
	int first = view->sheet->cursor - rows / 2;

	if (first > last)
		first = last;
	return first > 0 ? first : 0;
}

static struct area
signals_area(const struct sheet_view *view, struct area body)
{
	return (struct area){body.row, body.col, rows_above(view, &body),
	    sheet_draw_text_area(view, body).cols};
}

int
sheet_draw_signal_at(
    const struct sheet_view *view, struct area body, const struct event *event)
{
	struct area area = signals_area(view, body);

	if (!layout_holds(area, event->row, event->col))
		return -1;
	return first_signal(view, area.rows) + event->row - area.row;
}

int
sheet_draw_rating_at(
    const struct sheet_view *view, struct area body, const struct event *event)
{
	struct area area = sheet_draw_text_area(view, body);
	int cursor = view->sheet->cursor;
	int row = event->row - area.row + view->top;
	const struct signal_spec *signal;

	if (!layout_holds(area, event->row, event->col) ||
	    view->sheet->earning >= 0 || view->show_answer ||
	    cursor >= (int)view->rubric->n)
		return 0;
	signal = &view->rubric->signals[cursor];
	row -= flow_rows(signal->asks, area.cols);
	for (int a = 0; a < RATING_HIGH && row >= 0; a++) {
		row -= flow_rows(signal->anchors[a], area.cols - ANCHOR_COLS);
		if (row < 0)
			return a + 1;
	}
	return 0;
}

/* The rows around the cursor that fit. */
static void
draw_signals(
    const struct sheet_view *view, struct surface *surface, struct area area)
{
	int first = first_signal(view, area.rows);

	for (int i = 0; i < area.rows; i++)
		draw_signal_row(view, surface,
		    (struct area){area.row + i, area.col, 1, area.cols},
		    first + i);
}

/* Signals above; where there is room, the answer stands beside them. */
void
sheet_view_draw(
    const struct sheet_view *view, struct surface *surface, struct area body)
{
	struct area text = sheet_draw_text_area(view, body);
	struct area above = signals_area(view, body);
	struct page page = page_begin(surface, text, view->top), beside;

	draw_signals(view, surface, above);
	surface_rule(
	    surface, above.row + above.rows, above.col, above.cols, ROLE_DIM);
	body.col += text.cols + 2;
	body.cols -= text.cols + 2;
	beside = page_begin(surface, body, 0);
	if (body.cols > 0)
		draw_answer(view, &beside);
	sheet_draw_text(view, &page);
}
