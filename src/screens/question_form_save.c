/* SPDX-License-Identifier: MIT */
/* Keeping what the form holds, by the rules of the import. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/duration.h"
#include "screens/question_form.h"

static const int row_of[QUESTION_FACTS] = {
    [QUESTION_ID] = FORM_PROMPT,
    [QUESTION_PROMPT] = FORM_PROMPT,
    [QUESTION_ROUND] = FORM_ROUND,
    [QUESTION_RUBRIC] = FORM_RUBRIC,
    [QUESTION_COMPANY] = FORM_COMPANY,
    [QUESTION_LEVEL] = FORM_LEVEL,
    [QUESTION_SECONDS] = FORM_SECONDS,
    [QUESTION_TAGS] = FORM_TAGS,
    [QUESTION_PROBES] = FORM_PROBES,
    [QUESTION_HINT] = FORM_HINT,
    [QUESTION_LOOK_FOR] = FORM_LOOK_FOR,
};

static void
go_to(struct question_form *form, int row, const char *why)
{
	form->at = row;
	snprintf(form->notice, sizeof(form->notice), "%s: %s", form_labels[row],
	    why);
}

static void
on_problem(void *arg, enum question_fact fact, bool mended, const char *text)
{
	(void)mended;
	go_to(arg, row_of[fact], text);
}

/* The row's text stays as it was where nobody touched it: a field has one
 * line, the original may have several. */
static void
leave_untouched(char **now, const char *opened, const char *original)
{
	if (strcmp(*now, opened) != 0)
		return;
	free(*now);
	*now = mem_text(original);
}

static void
read_changes(const struct question_form *form, struct question *question)
{
	const struct question *opened = &form->opened, *old = &form->original;

	form_read(form, question);
	leave_untouched(&question->prompt, opened->prompt, old->prompt);
	leave_untouched(&question->company, opened->company, old->company);
	leave_untouched(&question->level, opened->level, old->level);
	leave_untouched(&question->tags, opened->tags, old->tags);
	leave_untouched(&question->probes, opened->probes, old->probes);
	leave_untouched(&question->hint, opened->hint, old->hint);
	leave_untouched(&question->look_for, opened->look_for, old->look_for);
}

/* The fact of seconds as it was typed: empty, or a time as people write it. */
static bool
check_seconds(struct question_form *form, struct field_value *fact)
{
	const char *text = field_text(&form->fields[FORM_SECONDS]);
	double seconds;

	if (text[strspn(text, " ")] == '\0')
		return true;
	if (!duration_parse(text, 1, &seconds)) {
		go_to(form, FORM_SECONDS,
		    "a time such as 180, 5 min or 2:30, or none");
		return false;
	}
	*fact = (struct field_value){.kind = VALUE_REAL, .r = seconds};
	return true;
}

/* A new question must not take the place of another. */
static bool
is_there(struct question_form *form, const char *id)
{
	struct question other;
	struct err err = {0};
	int rc;

	if (!form->is_new)
		return false;
	rc = store_question(form->desk->store, id, &other, &err);
	if (rc == 0)
		return false;
	if (rc < 0) {
		snprintf(form->notice, sizeof(form->notice), "%s", err.text);
		return true;
	}
	go_to(form, FORM_PROMPT,
	    question_retired(&other)
		? "this question is there, but retired; d brings it back"
		: "this question is there already; word it otherwise");
	question_release(&other);
	return true;
}

static bool
save(struct question_form *form, const struct field_value *facts)
{
	struct question question;
	struct err err = {0};
	int rc;

	question_from_facts(&question, facts);
	rc = changes_save(form->changes, form->desk->store, &question, &err);
	question_release(&question);
	if (rc != 0)
		snprintf(form->notice, sizeof(form->notice), "%s", err.text);
	return rc == 0;
}

bool
form_save(struct question_form *form)
{
	struct field_value facts[QUESTION_FACTS];
	struct question question;
	bool saved;

	form->notice[0] = '\0';
	read_changes(form, &question);
	question_facts(&question, facts);
	saved = check_seconds(form, &facts[QUESTION_SECONDS]) &&
		question_check(&form->check, facts, false, on_problem, form) &&
		form->notice[0] == '\0' &&
		!is_there(form, facts[QUESTION_ID].s) &&
		(!(form->is_new || form_changed(form)) || save(form, facts));
	question_release(&question);
	return saved;
}
