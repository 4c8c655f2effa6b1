/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "screens/frame.h"
#include "screens/question_form.h"
#include "tui/layout.h"

enum {
	LABEL_COLS = 11,
	PROMPT_LEAST = 3, /* rows */
	TEXT_OPEN = 3,    /* rows of a text that has the keys */
	PROMPT_MOST = 10,
	HELP_ROWS = 1, /* below the rows */
	CHOICE_SIZE = 128,
	TITLE_SIZE = 256,
};

const char *const form_labels[FORM_ROWS] = {
    [FORM_PROMPT] = "Question",
    [FORM_ROUND] = "Round",
    [FORM_RUBRIC] = "Rubric",
    [FORM_COMPANY] = "Company",
    [FORM_LEVEL] = "Level",
    [FORM_SECONDS] = "Seconds",
    [FORM_TAGS] = "Tags",
    [FORM_PROBES] = "Probe 1",
    [FORM_PROBES + 1] = "Probe 2",
    [FORM_PROBES + 2] = "Probe 3",
    [FORM_HINT] = "Hint",
    [FORM_LOOK_FOR] = "Look for",
};

#define ABOUT_PROBE "`signal: question`, or just a question"

/* None is wider than the smallest screen. */
static const char *const about[FORM_ROWS] = {
    [FORM_PROMPT] = "what the interviewer asks; Tab goes on",
    [FORM_ROUND] = "left and right change it",
    [FORM_RUBRIC] = "what rates it; left and right change it",
    [FORM_COMPANY] = "left, right or typed; empty: any company",
    [FORM_LEVEL] = "left and right change it",
    [FORM_SECONDS] = "the limit; empty: the round's",
    [FORM_TAGS] = "with | between them",
    [FORM_PROBES] = ABOUT_PROBE,
    [FORM_PROBES + 1] = ABOUT_PROBE,
    [FORM_PROBES + 2] = ABOUT_PROBE,
    [FORM_HINT] = "shown when it is asked for",
    [FORM_LOOK_FOR] = "what a strong answer holds",
};

static int
rows_of(const struct question_form *form, int row)
{
	return row == form->at && form_kind(row) == FORM_EDITOR ? TEXT_OPEN : 1;
}

/* What the others leave of the body. */
static int
prompt_rows(const struct question_form *form, int rows)
{
	for (int i = FORM_PROMPT + 1; i < FORM_ROWS; i++)
		rows -= rows_of(form, i);
	if (rows > PROMPT_MOST)
		return PROMPT_MOST;
	return rows < PROMPT_LEAST ? PROMPT_LEAST : rows;
}

/* The rows from the top down, the prompt with what the others leave; scrolled
 * so that the end of the present row shows. */
struct form_layout
form_layout(const struct question_form *form, int rows, int cols)
{
	struct form_layout layout = {
	    .body = layout_readable(frame_body(rows, cols))};
	int at = 0, end;

	layout_bottom(&layout.body, HELP_ROWS);
	for (int i = 0; i < FORM_ROWS; i++) {
		layout.places[i].row = at;
		layout.places[i].rows =
		    i == FORM_PROMPT ? prompt_rows(form, layout.body.rows)
				     : rows_of(form, i);
		at += layout.places[i].rows;
	}
	end = layout.places[form->at].row + layout.places[form->at].rows;
	layout.top = end > layout.body.rows ? end - layout.body.rows : 0;
	return layout;
}

struct area
form_value_area(const struct form_layout *layout, int row)
{
	const struct form_place *place = &layout->places[row];
	struct area body = layout->body, area = {0};
	int first = place->row - layout->top, end = first + place->rows;

	if (first < 0)
		first = 0;
	if (end > body.rows)
		end = body.rows;
	if (end <= first || body.cols <= LABEL_COLS)
		return area;
	area.row = body.row + first;
	area.rows = end - first;
	area.col = body.col + LABEL_COLS;
	area.cols = body.cols - LABEL_COLS;
	return area;
}

static void
draw_choice(const struct question_form *form, int row, struct surface *surface,
    struct area area)
{
	enum role role = row == form->at ? ROLE_SELECTED : ROLE_TEXT;
	char text[CHOICE_SIZE];

	form_choice_text(form, row, text, sizeof(text));
	surface_text_cut(surface, area.row, area.col, area.cols, role, text);
	if (row == form->at)
		surface_caret(surface, area.row, area.col);
}

/* Its beginning, where the keys go elsewhere: a field shows its caret, and so
 * the end. */
static void
draw_field(const struct question_form *form, int row, struct surface *surface,
    struct area area)
{
	const struct field *field = &form->fields[row];

	if (row == form->at) {
		field_draw(field, surface, area.row, area.col, area.cols, true);
		return;
	}
	surface_fill(surface, area, ROLE_FIELD, true);
	surface_text_cut(surface, area.row, area.col, area.cols, ROLE_FIELD,
	    field_text(field));
}

/* Its first line, where it is closed. */
static void
draw_text(const struct question_form *form, int row, struct surface *surface,
    struct area area)
{
	const struct editor *text = &form->texts[row];
	bool focus = row == form->at;
	size_t n;
	char *line;

	surface_fill(surface, area, ROLE_FIELD, true);
	if (focus || row == FORM_PROMPT) {
		editor_draw(text, surface, area, focus);
		return;
	}
	line = mem_text(editor_text(text, &n));
	line[strcspn(line, "\n")] = '\0';
	surface_text_cut(
	    surface, area.row, area.col, area.cols, ROLE_FIELD, line);
	free(line);
}

static void
draw_company(
    const struct question_form *form, struct surface *surface, struct area area)
{
	if (form->at == FORM_COMPANY ||
	    *field_text(&form->fields[FORM_COMPANY]) != '\0')
		draw_field(form, FORM_COMPANY, surface, area);
	else
		surface_text(surface, area.row, area.col, area.cols, ROLE_TEXT,
		    "< any >");
}

static void
draw_value(const struct question_form *form, int row, struct surface *surface,
    struct area area)
{
	switch (form_kind(row)) {
	case FORM_EDITOR:
		draw_text(form, row, surface, area);
		break;
	case FORM_CHOICE:
		draw_choice(form, row, surface, area);
		break;
	case FORM_EITHER:
		draw_company(form, surface, area);
		break;
	case FORM_TEXT:
		draw_field(form, row, surface, area);
		break;
	}
}

static void
draw_row(const struct question_form *form, int row, struct surface *surface,
    const struct form_layout *layout)
{
	struct area area = form_value_area(layout, row);
	bool focus = row == form->at;

	if (area.rows == 0)
		return;
	surface_textf(surface, area.row, layout->body.col, LABEL_COLS - 1,
	    focus ? ROLE_KEY : ROLE_DIM, "%c %s", focus ? '>' : ' ',
	    form_labels[row]);
	draw_value(form, row, surface, area);
}

static void
draw_asking(const struct question_form *form, struct surface *surface)
{
	static const char *const choices[] = {
	    "Ctrl-D  keep it",
	    "x       leave it as it was",
	    "Esc     go on with the form",
	    NULL,
	};

	if (form->asking)
		frame_ask(surface, frame_body(surface->rows, surface->cols),
		    "The question was changed. Keep it?", choices);
}

void
form_draw(const void *data, struct surface *surface, struct instant now)
{
	const struct question_form *form = data;
	struct form_layout layout =
	    form_layout(form, surface->rows, surface->cols);
	char title[TITLE_SIZE];

	(void)now;
	snprintf(title, sizeof(title), "%s%s",
	    form->is_new ? "New question" : "Edit ",
	    form->is_new ? "" : form->original.id);
	frame_draw(surface, title, NULL, ROLE_DIM, question_form_screen.keys);
	for (int i = 0; i < FORM_ROWS; i++)
		draw_row(form, i, surface, &layout);
	surface_text_cut(surface, layout.body.row + layout.body.rows, 0,
	    surface->cols, ROLE_DIM, about[form->at]);
	frame_notice(surface, form->notice);
	draw_asking(form, surface);
}
