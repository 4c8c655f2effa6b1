/* SPDX-License-Identifier: MIT */
/* A question to be added or edited: one row a fact. */
#include "screens/question_form.h"

#include <stdio.h>
#include <stdlib.h>

#include "tui/layout.h"

enum action { NO_ACTION, KEEP, LEAVE, NEXT, PREVIOUS, CHANGE };

enum {
	TEXT_LIMIT = 64 * 1024, /* bytes */
	SAVE_MS = 5000,
};

static const struct key_binding form_keys[] = {
    {{K_CTRL('d')}, KEEP, "keep", "keep the question"},
    {{'\t', K_DOWN, '\n'}, NEXT, "next", "the next row"},
    {{K_BACKTAB, K_UP}, PREVIOUS, NULL, "the row before"},
    {{K_LEFT, K_RIGHT}, CHANGE, "change", "change a row that is chosen"},
    {{K_ESC}, LEAVE, "leave", "leave the form; asks where it was changed"},
    {{0}, NO_ACTION, NULL, NULL},
};

enum form_kind
form_kind(int row)
{
	switch (row) {
	case FORM_PROMPT:
	case FORM_PROBES:
	case FORM_PROBES + 1:
	case FORM_PROBES + 2:
	case FORM_HINT:
	case FORM_LOOK_FOR:
		return FORM_EDITOR;
	case FORM_ROUND:
	case FORM_RUBRIC:
	case FORM_LEVEL:
		return FORM_CHOICE;
	case FORM_COMPANY:
		return FORM_EITHER;
	default: /* the others are typed */
		return FORM_TEXT;
	}
}

static void
form_close(void *data)
{
	struct question_form *form = data;

	question_check_release(&form->check);
	names_release(&form->companies);
	question_release(&form->original);
	question_release(&form->opened);
	question_release(&form->kept);
	free(form->key);
	for (int i = 0; i < FORM_ROWS; i++) {
		editor_release(&form->texts[i]);
		field_release(&form->fields[i]);
	}
}

static void
fit_texts(struct question_form *form, const struct event *event)
{
	struct form_layout layout = form_layout(form, event->rows, event->cols);
	struct area area = form_value_area(&layout, form->at);

	for (int i = 0; i < FORM_ROWS; i++)
		if (form_kind(i) == FORM_EDITOR)
			editor_resize(&form->texts[i], layout.places[i].rows,
			    area.cols > 0 ? area.cols : 1);
}

/* A copy of a question is none of the new ones. */
static char *
key_of(const struct question_form_arg *arg)
{
	struct str key = STR_INIT;

	if (arg->question != NULL)
		str_addf(&key, "%s%s", arg->is_new ? "copy " : "",
		    arg->question->id);
	return str_detach(&key);
}

static void
fill(struct question_form *form, const struct question_form_arg *arg)
{
	static const struct field_value nothing[QUESTION_FACTS];

	form->is_new = arg->is_new;
	if (arg->question != NULL)
		question_copy(&form->original, arg->question);
	else
		question_from_facts(&form->original, nothing);
	form->key = key_of(arg);
	form_fill(form, &form->original);
	form_read(form, &form->opened);
}

static int
form_open(void *data, void *desk, const void *arg, const struct event *event,
    struct err *err)
{
	struct question_form *form = data;
	const struct question_form_arg *given = arg;

	form->desk = desk;
	form->changes = given->changes;
	for (int i = 0; i < FORM_ROWS; i++) {
		editor_init(&form->texts[i], TEXT_LIMIT);
		field_init(&form->fields[i]);
	}
	if (store_need_write(form->desk->store, err) != 0 ||
	    question_check_open(&form->check, form->desk->store, err) != 0 ||
	    store_names(form->desk->store, NAMES_COMPANIES, &form->companies,
		err) != 0) {
		form_close(form);
		return -1;
	}
	fill(form, given);
	form->saved_at = event->now.mono_ms;
	if (form_bring_back(form, err) != 0) {
		form_close(form);
		return -1;
	}
	fit_texts(form, event);
	return 0;
}

static void
go(struct question_form *form, int by)
{
	form->at = (form->at + by + FORM_ROWS) % FORM_ROWS;
}

/* The arrows leave a text where they move nothing in it. */
static void
text_key(struct question_form *form, int key)
{
	struct editor *text = &form->texts[form->at];
	size_t caret = text->caret;

	if (!editor_key(text, key) || text->caret != caret)
		return;
	if (key == K_DOWN)
		go(form, 1);
	else if (key == K_UP && form->at != FORM_PROMPT)
		go(form, -1);
}

static bool
is_chosen(const struct question_form *form)
{
	enum form_kind kind = form_kind(form->at);

	return kind == FORM_CHOICE || kind == FORM_EITHER;
}

static struct outcome
leave(struct question_form *form)
{
	if (!form_changed(form)) {
		form_forget_unfinished(form);
		return OUTCOME_POP;
	}
	form->asking = true;
	return OUTCOME_STAY;
}

static struct outcome
keep(struct question_form *form)
{
	form->asking = false;
	if (!form_save(form))
		return OUTCOME_STAY;
	form_forget_unfinished(form);
	return OUTCOME_POP;
}

static struct outcome
answer_asking(struct question_form *form, int key)
{
	if (key == K_CTRL('d'))
		return keep(form);
	if (key == 'x') {
		form_forget_unfinished(form);
		return OUTCOME_POP;
	}
	if (key == K_ESC || key == K_CTRL('c'))
		form->asking = false;
	return OUTCOME_STAY;
}

/* True for a key that the row itself has a use for. */
static bool
row_takes(const struct question_form *form, int key)
{
	const struct editor *text = &form->texts[form->at];

	if (form_kind(form->at) == FORM_EDITOR)
		return key != '\t' && key != K_BACKTAB && key != K_CTRL('d') &&
		       (key != K_ESC || text->search.open ||
			   text->mark != EDITOR_NO_MARK);
	return (key == K_LEFT || key == K_RIGHT) && !is_chosen(form);
}

static void
row_key(struct question_form *form, int key)
{
	enum form_kind kind = form_kind(form->at);

	if (kind == FORM_EDITOR)
		text_key(form, key);
	else if (kind == FORM_CHOICE && key == ' ')
		form_change(form, 1);
	else if (kind != FORM_CHOICE)
		field_key(&form->fields[form->at], key);
}

static struct outcome
form_key(struct question_form *form, int key)
{
	int action =
	    row_takes(form, key) ? NO_ACTION : keymap_action(form_keys, key);

	form->notice[0] = '\0';
	switch ((enum action)action) {
	case KEEP:
		return keep(form);
	case LEAVE:
		return leave(form);
	case NEXT:
		go(form, 1);
		break;
	case PREVIOUS:
		go(form, -1);
		break;
	case CHANGE:
		form_change(form, key == K_LEFT ? -1 : 1);
		break;
	case NO_ACTION:
		row_key(form, key);
		break;
	}
	return OUTCOME_STAY;
}

static void
paste(struct question_form *form, const struct event *event)
{
	if (form_kind(form->at) == FORM_EDITOR)
		editor_paste(&form->texts[form->at], event->text, event->len);
	else if (form_kind(form->at) != FORM_CHOICE)
		field_paste(&form->fields[form->at], event->text, event->len);
}

/* A kill takes the last seconds. */
static void
tick(struct question_form *form, struct instant now)
{
	struct err err = {0};

	form->saved_at = now.mono_ms;
	if (form_keep_unfinished(form, &err) != 0)
		snprintf(form->notice, sizeof(form->notice), "%s", err.text);
}

static int64_t
form_deadline(const void *data, struct instant now)
{
	const struct question_form *form = data;

	(void)now;
	return form->saved_at + SAVE_MS;
}

static int
form_save_all(void *data, struct instant now, struct err *err)
{
	(void)now;
	return form_keep_unfinished(data, err);
}

static struct outcome
form_event(void *data, const struct event *event)
{
	struct question_form *form = data;
	struct outcome outcome = OUTCOME_STAY;

	if (event->kind == EVENT_KEY)
		outcome = form->asking ? answer_asking(form, event->key)
				       : form_key(form, event->key);
	else if (event->kind == EVENT_PASTE && !form->asking)
		paste(form, event);
	else if (event->kind == EVENT_TICK)
		tick(form, event->now);
	fit_texts(form, event);
	return outcome;
}

/* A click goes to a row, and changes the one that it is on already. */
static int
form_mouse(void *data, const struct event *event)
{
	struct question_form *form = data;
	struct form_layout layout = form_layout(form, event->rows, event->cols);

	if (event->mouse != MOUSE_CLICK || form->asking)
		return 0;
	for (int i = 0; i < FORM_ROWS; i++) {
		struct area area = form_value_area(&layout, i);

		if (event->row < area.row || event->row >= area.row + area.rows)
			continue;
		if (i == form->at && is_chosen(form))
			return K_RIGHT;
		form->at = i;
		return 0;
	}
	return 0;
}

static bool
form_takes_text(const void *data)
{
	const struct question_form *form = data;

	return !form->asking;
}

const struct screen question_form_screen = {
    .name = "question",
    .about = "A question: what is asked, how it is rated, what helps.",
    .state_size = sizeof(struct question_form),
    .keys = form_keys,
    .text_keys = editor_bindings,
    .open = form_open,
    .draw = form_draw,
    .event = form_event,
    .mouse = form_mouse,
    .takes_text = form_takes_text,
    .deadline = form_deadline,
    .save = form_save_all,
    .close = form_close,
};
