/* SPDX-License-Identifier: MIT */
/* What is typed into the form, kept until the question itself is. */
#include <stdio.h>

#include "screens/question_form.h"
#include "store/unfinished.h"

int
form_keep_unfinished(struct question_form *form, struct err *err)
{
	struct question question;
	int rc = 0;

	form_read(form, &question);
	if (!question_same(&question, &form->kept)) {
		rc = store_unfinished_put(
		    form->desk->store, form->key, &question, err);
		if (rc == 0) {
			question_release(&form->kept);
			question_copy(&form->kept, &question);
			form->is_back = true;
		}
	}
	question_release(&question);
	return rc;
}

int
form_bring_back(struct question_form *form, struct err *err)
{
	struct question question;
	int rc = store_unfinished(form->desk->store, form->key, &question, err);

	if (rc < 0)
		return -1;
	if (rc == 1) {
		form_fill(form, &question);
		question_release(&question);
		form->is_back = true;
		snprintf(form->notice, sizeof(form->notice),
		    "what you were writing is back; Esc, then x forgets it");
	}
	form_read(form, &form->kept);
	return 0;
}

/* What can't be forgotten is offered once more. */
void
form_forget_unfinished(struct question_form *form)
{
	struct err ignored;

	if (form->is_back)
		store_unfinished_drop(form->desk->store, form->key, &ignored);
	form->is_back = false;
}
