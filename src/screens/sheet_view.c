/* SPDX-License-Identifier: MIT */
#include "screens/sheet_view.h"

#include <stdlib.h>

#include "base/mem.h"
#include "screens/sheet_draw.h"

enum { NONE = -1 };

static bool
is_earning(const struct sheet_view *view)
{
	return view->sheet->earning != NONE;
}

/* A draft was saved while words were typed: they go on. */
static void
resume_typing(struct sheet_view *view)
{
	const char *words =
	    is_earning(view) ? view->sheet->notes[view->sheet->earning] : NULL;

	if (words == NULL || *words == '\0')
		return;
	field_set(&view->field, words);
	view->typing = true;
}

void
sheet_view_init(struct sheet_view *view, const struct rubric *rubric,
    struct sheet *sheet, const char *text)
{
	*view = (struct sheet_view){
	    .rubric = rubric,
	    .sheet = sheet,
	    .text = text,
	    .picked = NONE,
	};
	sentences_read(&view->sentences, text);
	field_init(&view->field);
	resume_typing(view);
}

void
sheet_view_release(struct sheet_view *view)
{
	if (view->rubric == NULL)
		return;
	free(view->figure);
	sentences_release(&view->sentences);
	field_release(&view->field);
	view->rubric = NULL;
}

void
sheet_view_set_text(struct sheet_view *view, const char *text)
{
	view->text = text;
	sentences_release(&view->sentences);
	sentences_read(&view->sentences, text);
}

void
sheet_view_prefill(struct sheet_view *view, const char *figure)
{
	free(view->figure);
	view->figure = figure == NULL ? NULL : mem_text(figure);
	view->searched = true;
	if (figure != NULL)
		sheet_presume_metric(view->sheet, view->rubric);
}

bool
sheet_view_typing(const struct sheet_view *view)
{
	return view->typing;
}

void
sheet_view_keep_typed(struct sheet_view *view)
{
	if (view->typing)
		sheet_earn_so_far(view->sheet, field_text(&view->field));
}

/* Asks anew, or for the next signal. */
static void
begin_words(struct sheet_view *view)
{
	view->picked = NONE;
	view->typing = false;
	view->top = 0;
}

static char *
picked_words(const struct sheet_view *view)
{
	return view->picked == NONE ? mem_text("")
				    : sentence_copy(view->text,
					  &view->sentences.items[view->picked]);
}

static void
take_words(struct sheet_view *view)
{
	char *words = picked_words(view);

	sheet_earn(view->sheet, words);
	free(words);
	begin_words(view);
}

static void
start_typing(struct sheet_view *view)
{
	char *words = picked_words(view);

	field_set(&view->field, words);
	free(words);
	view->typing = true;
	view->top = 0;
}

/* Keys while the words are typed: all of them are the field's but two. */
static void
type_words(struct sheet_view *view, int key)
{
	if (key == '\n') {
		sheet_earn(view->sheet, field_text(&view->field));
		begin_words(view);
	} else if (key == K_ESC || key == K_CTRL('c')) {
		sheet_earn_so_far(view->sheet, "");
		view->typing = false;
	} else {
		field_key(&view->field, key);
	}
}

/* Keys that mean something else while words are asked for. */
static bool
earn_key(struct sheet_view *view, int action, int key)
{
	int last = (int)view->sentences.n - 1;

	if (key == '\n') {
		take_words(view);
		return true;
	}
	switch (action) {
	case SHEET_DOWN:
		view->picked += view->picked < last;
		return true;
	case SHEET_UP: /* from the first one back to the signals */
		if (view->picked == NONE)
			return false;
		view->picked--;
		return true;
	case SHEET_TYPE:
		start_typing(view);
		return true;
	default:
		return false;
	}
}

static void
move(struct sheet_view *view, int by)
{
	if (view->show_answer) {
		view->top += view->top + by >= 0 ? by : 0;
		return;
	}
	view->top = 0;
	sheet_move(view->sheet, view->rubric, by);
}

static void
rate(struct sheet_view *view, int rating)
{
	sheet_rate(view->sheet, view->rubric, rating);
	begin_words(view);
}

static void
give_metric(struct sheet_view *view, bool given)
{
	sheet_give_metric(view->sheet, view->rubric, given);
	begin_words(view);
}

bool
sheet_view_key(struct sheet_view *view, int action, int key)
{
	if (view->typing) {
		type_words(view, key);
		return true;
	}
	if (is_earning(view) && earn_key(view, action, key))
		return true;
	if (view->show_answer && key == K_ESC) {
		view->show_answer = false;
		return true;
	}
	switch (action) {
	case SHEET_RATE:
		rate(view, key - '0');
		return true;
	case SHEET_METRIC_YES:
		give_metric(view, true);
		return true;
	case SHEET_METRIC_NO:
		give_metric(view, false);
		return true;
	case SHEET_UNDO_RATING:
		sheet_undo(view->sheet, view->rubric);
		begin_words(view);
		return true;
	case SHEET_DOWN:
		move(view, 1);
		return true;
	case SHEET_UP:
		move(view, -1);
		return true;
	case SHEET_SHOW_ANSWER:
		view->show_answer = !view->show_answer;
		view->top = 0;
		return true;
	case SHEET_SCROLL_DOWN:
		view->top++;
		return true;
	case SHEET_SCROLL_UP:
		view->top -= view->top > 0;
		return true;
	default:
		return false;
	}
}

static int
click(struct sheet_view *view, const struct event *event, struct area body)
{
	int signal = sheet_draw_signal_at(view, body, event);
	int rating = sheet_draw_rating_at(view, body, event);

	if (view->typing)
		return 0;
	if (signal >= 0) {
		view->top = 0;
		sheet_move(
		    view->sheet, view->rubric, signal - view->sheet->cursor);
	}
	return rating > 0 ? '0' + rating : 0;
}

int
sheet_view_mouse(
    struct sheet_view *view, const struct event *event, struct area body)
{
	switch (event->mouse) {
	case MOUSE_CLICK:
		return click(view, event, body);
	case MOUSE_WHEEL_UP:
		return K_PAGE_UP;
	case MOUSE_WHEEL_DOWN:
		return K_PAGE_DOWN;
	}
	return 0;
}

void
sheet_view_paste(struct sheet_view *view, const struct event *event)
{
	if (view->typing)
		field_paste(&view->field, event->text, event->len);
}

const char *
sheet_view_missing(const struct sheet_view *view)
{
	return sheet_signals_rated(view->sheet, view->rubric)
		   ? "was a measured result given? y or n"
		   : "rate every signal first: 1 to 5";
}

void
sheet_view_fit(struct sheet_view *view, struct area body)
{
	struct area area = sheet_draw_text_area(view, body);
	int most = page_rows(sheet_draw_text, view, area.cols) - area.rows;

	if (is_earning(view) && view->picked != NONE) {
		int end = page_rows(sheet_draw_to_picked, view, area.cols);

		view->top = end > area.rows ? end - area.rows : 0;
	}
	if (view->top > most)
		view->top = most > 0 ? most : 0;
}
