/* SPDX-License-Identifier: MIT */
/* A question as a form: the screen, and its parts for question_form*.c. */
#ifndef SCREENS_QUESTION_FORM_H
#define SCREENS_QUESTION_FORM_H

#include "io/question_check.h"
#include "screens/changes.h"
#include "screens/desk.h"
#include "tui/field.h"

/* What the form is opened with. */
struct question_form_arg {
	const struct question *question; /* NULL: an empty form */
	bool is_new;             /* with another id, as its prompt has it */
	struct changes *changes; /* outlives the form */
};

/* arg: struct question_form_arg. */
extern const struct screen question_form_screen;

enum form_row {
	FORM_PROMPT,
	FORM_ROUND,
	FORM_RUBRIC,
	FORM_COMPANY,
	FORM_LEVEL,
	FORM_SECONDS,
	FORM_TAGS,
	FORM_PROBES, /* the first of SESSION_PROBES */
	FORM_HINT = FORM_PROBES + SESSION_PROBES,
	FORM_LOOK_FOR,
	FORM_ROWS,
};

enum form_kind {
	FORM_TEXT,   /* typed */
	FORM_CHOICE, /* left and right */
	FORM_EITHER, /* left and right, or typed */
	FORM_EDITOR, /* typed, several lines */
};

struct question_form {
	struct desk *desk;
	struct changes *changes;
	struct question_check check; /* with the names to choose from */
	struct names companies;
	struct question original; /* what it was opened with */
	struct question opened;   /* the same as the form has it */
	bool is_new;
	char *key;            /* under which it is kept unfinished */
	bool is_back;         /* it is kept so */
	struct question kept; /* as it was kept last, else as it was opened */
	int64_t saved_at;     /* mono_ms at which it was looked at last */
	struct editor texts[FORM_ROWS]; /* of rows of several lines */
	struct field fields[FORM_ROWS]; /* of rows of one */
	int choice[FORM_ROWS];          /* of rows that are chosen */
	int at;                         /* the row that has the keys */
	bool asking;                    /* whether to leave */
	char notice[sizeof(struct err)];
};

extern const char *const form_labels[FORM_ROWS];

enum form_kind form_kind(int row);

/* Fills the form from the question, and reads it back, owned: its id is that
 * of the original, "" where it is new. */
void form_fill(struct question_form *form, const struct question *question);
void form_read(const struct question_form *form, struct question *question);

/* The choice before or after, in a row that has choices. */
void form_change(struct question_form *form, int by);

/* True when something was changed. */
bool form_changed(const struct question_form *form);

/* Saves it where it is right.  Else the row that is wrong has the keys, and
 * the notice says what to do. */
bool form_save(struct question_form *form);

/* What was typed is kept where the program may be ended, brought back when the
 * form is opened for the same question again, and forgotten. */
int form_keep_unfinished(struct question_form *form, struct err *err);
int form_bring_back(struct question_form *form, struct err *err);
void form_forget_unfinished(struct question_form *form);

/* Where a row stands in the form, from its top. */
struct form_place {
	int row, rows;
};

struct form_layout {
	struct area body; /* of the rows */
	int top;          /* rows scrolled away */
	struct form_place places[FORM_ROWS];
};

struct form_layout
form_layout(const struct question_form *form, int rows, int cols);

/* The area of the row's value; without rows where it does not show. */
struct area form_value_area(const struct form_layout *layout, int row);

void form_choice_text(
    const struct question_form *form, int row, char *out, size_t size);
void form_draw(const void *data, struct surface *surface, struct instant now);

#endif
