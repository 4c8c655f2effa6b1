/* SPDX-License-Identifier: MIT */
/* A question to be added or changed, in lines: one fact after the other. */
#include <stdio.h>
#include <stdlib.h>

#include "base/number.h"
#include "cli/dialogue_question.h"
#include "cli/output.h"
#include "screens/changes.h"
#include "store/unfinished.h"

/* Everything is a text here; what was no number stays so until it is checked.
 */
static void
take_question(struct writing *writing, const struct question *question)
{
	struct field_value facts[QUESTION_FACTS];
	char seconds[NUMBER_SIZE];

	question_facts(question, facts);
	for (int i = 0; i < QUESTION_FACTS; i++) {
		const char *text =
		    facts[i].kind == VALUE_TEXT ? facts[i].s : "";

		if (facts[i].kind == VALUE_REAL) {
			number_text(seconds, facts[i].r);
			text = seconds;
		}
		writing_set(writing, (enum question_fact)i, text);
	}
}

static bool
give_facts(
    const struct writing *writing, struct field_value facts[QUESTION_FACTS])
{
	const char *seconds = writing->texts[QUESTION_SECONDS];

	for (int i = 0; i < QUESTION_FACTS; i++)
		facts[i] = (struct field_value){
		    .kind =
			*writing->texts[i] != '\0' ? VALUE_TEXT : VALUE_NONE,
		    .s = writing->texts[i]};
	facts[QUESTION_SECONDS] = (struct field_value){.kind = VALUE_NONE};
	if (*seconds == '\0')
		return true;
	facts[QUESTION_SECONDS].kind = VALUE_REAL;
	return number_parse(seconds, &facts[QUESTION_SECONDS].r);
}

static void
refuse(struct writing *writing, enum question_fact fact, const char *why)
{
	writing_tell_problem(fact, why);
	writing->wrong = fact == QUESTION_ID ? QUESTION_PROMPT : (int)fact;
}

static void
on_problem(void *arg, enum question_fact fact, bool mended, const char *text)
{
	if (mended)
		writing_tell_problem(fact, text);
	else
		refuse(arg, fact, text);
}

/* A new question must not take the place of another; -1 with `err`. */
static int
is_free(struct writing *writing, const char *id, struct err *err)
{
	struct question other;
	int rc;

	if (!writing->is_new)
		return 0;
	rc = store_question(writing->dialogue->store, id, &other, err);
	if (rc == 1) {
		refuse(writing, QUESTION_PROMPT,
		    "this question is there already; word it otherwise");
		question_release(&other);
		return 0;
	}
	return rc;
}

/* Sets `wrong` where it can't be kept as it is. */
static int
check(struct writing *writing, struct field_value *facts, struct err *err)
{
	writing->wrong = 0;
	if (!give_facts(writing, facts))
		refuse(writing, QUESTION_SECONDS,
		    "a number such as 180 is wanted, or nothing");
	else
		question_check(
		    &writing->check, facts, false, on_problem, writing);
	return writing->wrong == 0 ? is_free(writing, facts[QUESTION_ID].s, err)
				   : 0;
}

static int
keep(struct writing *writing, const struct field_value *facts, struct err *err)
{
	struct store *store = writing->dialogue->store;
	struct changes changes = {0};
	struct question question;
	int rc;

	question_from_facts(&question, facts);
	rc = changes_save(&changes, store, &question, err);
	question_release(&question);
	changes_release(&changes);
	if (rc != 0)
		return -1;
	output_sentence("The question is kept.");
	return store_unfinished_drop(store, writing->key, err);
}

/* What was written waits, as it does on a screen. */
static int
leave(struct writing *writing, struct err *err)
{
	struct field_value facts[QUESTION_FACTS];
	struct question question;
	int rc;

	if (!give_facts(writing, facts))
		facts[QUESTION_SECONDS].kind = VALUE_NONE;
	question_from_facts(&question, facts);
	rc = store_unfinished_put(
	    writing->dialogue->store, writing->key, &question, err);
	question_release(&question);
	if (rc != 0)
		return -1;
	if (!writing_is_stopped(writing))
		return MENU_LEAVE;
	output_sentence("What was written waits.");
	return MENU_BACK;
}

static int
ask_all(struct writing *writing, struct err *err)
{
	struct field_value facts[QUESTION_FACTS];
	bool yes;

	output_sentence("A line .stop goes back, and what was written waits.");
	if (!writing_ask_all(writing))
		return leave(writing, err);
	for (;;) {
		if (check(writing, facts, err) != 0)
			return -1;
		if (writing->wrong == 0)
			break;
		if (!writing_ask(writing, (enum question_fact)writing->wrong))
			return leave(writing, err);
	}
	if (!lines_ask_yes(&writing->dialogue->lines,
		"Keep the question? y or n; q leaves, and it waits: ", false,
		&yes))
		return leave(writing, err);
	if (yes)
		return keep(writing, facts, err);
	output_sentence("Nothing was changed.");
	return store_unfinished_drop(
	    writing->dialogue->store, writing->key, err);
}

static int
begin(struct writing *writing, const struct question *question, struct err *err)
{
	static const struct field_value nothing[QUESTION_FACTS];
	struct store *store = writing->dialogue->store;
	struct question back;
	int rc;

	if (store_need_write(store, err) != 0 ||
	    question_check_open(&writing->check, store, err) != 0)
		return -1;
	rc = store_unfinished(store, writing->key, &back, err);
	if (rc < 0)
		return -1;
	if (rc == 1)
		output_sentence("What you were writing is back.");
	else if (question != NULL)
		question_copy(&back, question);
	else
		question_from_facts(&back, nothing);
	take_question(writing, &back);
	writing_set(writing, QUESTION_ID, writing->key);
	question_release(&back);
	return 0;
}

int
dialogue_write(
    struct dialogue *dialogue, const struct question *question, struct err *err)
{
	struct writing writing = {
	    .dialogue = dialogue,
	    .key = question != NULL ? question->id : "",
	    .is_new = question == NULL,
	};
	int rc = begin(&writing, question, err);

	if (rc == 0)
		rc = ask_all(&writing, err);
	question_check_release(&writing.check);
	for (int i = 0; i < QUESTION_FACTS; i++)
		free(writing.texts[i]);
	return rc;
}
