/* SPDX-License-Identifier: MIT */
/* The parts of the bank's screen, for bank*.c. */
#ifndef SCREENS_BANK_H
#define SCREENS_BANK_H

#include "screens/bank_filter.h"
#include "screens/bank_tags.h"
#include "screens/browser.h"
#include "screens/question_form.h"

enum bank_action {
	BANK_NO_ACTION,
	BANK_START,
	BANK_MARK,
	BANK_ADD,
	BANK_EDIT,
	BANK_COPY,
	BANK_RETIRE,
	BANK_UNDO,
	BANK_SHIPPED,
	BANK_ATTEMPTS,
	BANK_IMPORT,
	BANK_BY_STATE,
	BANK_BY_ORIGIN,
	BANK_BY_TAG,
};

/* Questions for a round. */
struct bank_marks {
	char *ids[PLAN_QUESTIONS]; /* owned */
	int n;
};

void bank_marks_release(struct bank_marks *marks);
bool bank_marked(const struct bank_marks *marks, const char *id);

/* Marks it, or not any more; false where there are as many as a round can
 * have. */
bool bank_mark(struct bank_marks *marks, const char *id);

/* Brings them into the order in which they are shown. */
void bank_marks_sort(struct bank_marks *marks);

struct bank_state {
	struct browser browser;
	int n;
	struct question questions[BROWSER_WINDOW];
	struct bank_filter own;
	struct bank_tags tags; /* to choose from */
	struct bank_marks marks;
	struct changes changes;
	struct question_form_arg form;
	char *attempts_of; /* the question whose history is shown, owned */
	struct plan plan;  /* of what is practised */
	bool practised;    /* what was marked */
};

/* The selected question, or NULL. */
const struct question *bank_selected(const struct bank_state *state);

struct outcome
bank_act(struct bank_state *state, enum bank_action action, int rows);

/* Back from a round or the form. */
void bank_resume(struct bank_state *state, int rows);

/* The list's area, and that of the selected question in full. */
struct area bank_list_area(int rows, int cols, struct area *detail);

void bank_draw(const void *data, struct surface *surface, struct instant now);

extern const struct key_binding bank_keys[];

#endif
