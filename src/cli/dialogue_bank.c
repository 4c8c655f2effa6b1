/* SPDX-License-Identifier: MIT */
/* The question bank in lines: find, practise, add, change, retire. */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "cli/dialogue_filter.h"
#include "cli/output.h"
#include "screens/changes.h"
#include "store/question.h"

struct bank_page {
	struct dialogue *dialogue;
	struct shown shown; /* its search borrows the words below */
	char *words;        /* owned; NULL: everything */
};

struct question_page {
	struct dialogue *dialogue;
	char *id;
};

static void
tell_question(int number, const struct question *question)
{
	struct str line = STR_INIT;

	menu_number(number);
	if (question_retired(question))
		str_add(&line, "Retired: ");
	told_question(&line, question->prompt);
	menu_line(&line);
	str_release(&line);
}

/* `12 questions of Behavioural tagged 'data', due.` */
static void
tell_count(const struct bank_page *page, int n)
{
	const struct store_filter *filter = &page->shown.filter;
	struct str line = STR_INIT;

	str_addf(&line, "%d question%s", n, n == 1 ? "" : "s");
	told_filter(&line, &page->dialogue->names, filter);
	if (filter->state != QUESTIONS_ALL)
		str_addf(&line, ", %s", shown_state_texts[filter->state]);
	if (filter->origin != NULL)
		str_addf(&line, ", %s", shown_origin_text(filter->origin));
	str_ch(&line, '.');
	menu_line(&line);
	str_release(&line);
}

static int
bank_tell(void *data, struct choices *choices, struct err *err)
{
	struct bank_page *page = data;
	struct store *store = page->dialogue->store;
	struct question *questions;
	int n, rc;

	if (store_question_count(store, &page->shown.filter, &n, err) != 0)
		return -1;
	choices_fit(choices, n);
	tell_count(page, n);
	questions = mem_zero((size_t)choices->room, sizeof(*questions));
	rc = store_question_window(store, &page->shown.filter, choices->from,
	    choices->room, questions, &n, err);
	for (int i = 0; i < n; i++) {
		tell_question(choices->from + i + 1, &questions[i]);
		question_release(&questions[i]);
	}
	free(questions);
	return rc;
}

static void
tell_fact(const char *name, const char *text)
{
	struct str line = STR_INIT;

	if (*text == '\0')
		return;
	str_addf(&line, "%s: %s", name, text);
	menu_line(&line);
	str_release(&line);
}

static void
tell_whole(const struct dialogue *dialogue, const struct question *question)
{
	const struct told_names *names = &dialogue->names;

	tell_fact("Question", question->prompt);
	tell_fact("Round", names_label(&names->rounds, question->round, ""));
	tell_fact("Company", question->company);
	tell_fact("Level", names_label(&names->levels, question->level, ""));
	tell_fact("Tags", question->tags);
	tell_fact("Follow-up questions", question->probes);
	tell_fact("Hint", question->hint);
	tell_fact("Look for", question->look_for);
}

enum { PRACTISE = 1, CHANGE, RETIRE, QUESTION_CHOICES = RETIRE };

static int
question_tell(void *data, struct choices *choices, struct err *err)
{
	const struct question_page *page = data;
	struct question question;
	int rc =
	    store_question(page->dialogue->store, page->id, &question, err);

	if (rc <= 0)
		return rc < 0 ? -1 : fail(err, "the question is gone");
	choices_fit(choices, QUESTION_CHOICES);
	tell_whole(page->dialogue, &question);
	menu_number(PRACTISE);
	output_sentence("Answer it now: the clock runs at once");
	menu_number(CHANGE);
	output_sentence("Change it; its history stays");
	menu_number(RETIRE);
	output_sentence(question_retired(&question)
			    ? "Ask it again"
			    : "Retire it: it is asked no more");
	question_release(&question);
	return 0;
}

static int
retire(struct question_page *page, const struct question *question,
    struct err *err)
{
	struct changes changes = {0};
	int rc = store_need_write(page->dialogue->store, err);

	if (rc == 0)
		rc = changes_retire(
		    &changes, page->dialogue->store, question, err);
	changes_release(&changes);
	return rc < 0 ? -1 : MENU_BACK;
}

static int
question_choose(void *data, int number, struct err *err)
{
	struct question_page *page = data;
	struct plan plan = plan_default();
	struct question question;
	int rc =
	    store_question(page->dialogue->store, page->id, &question, err);

	if (rc <= 0)
		return rc < 0 ? -1 : fail(err, "the question is gone");
	switch (number) {
	case PRACTISE:
		plan.question = page->id;
		rc = dialogue_practise(page->dialogue, &plan, err);
		break;
	case CHANGE:
		rc = dialogue_write(page->dialogue, &question, err);
		break;
	default: /* the last one */
		rc = retire(page, &question, err);
		break;
	}
	question_release(&question);
	return rc;
}

static int
bank_choose(void *data, int number, struct err *err)
{
	static const struct menu menu = {
	    .tell = question_tell,
	    .choose = question_choose,
	};
	struct bank_page *page = data;
	struct question_page chosen = {.dialogue = page->dialogue};
	struct question question;
	int n, rc = MENU_BACK;

	if (store_question_window(page->dialogue->store, &page->shown.filter,
		number - 1, 1, &question, &n, err) != 0)
		return -1;
	if (n == 1) {
		chosen.id = mem_text(question.id);
		question_release(&question);
		rc = menu_run(&menu, &chosen, &page->dialogue->lines, err);
		free(chosen.id);
	}
	return rc;
}

static void
bank_search(void *data, const char *words)
{
	struct bank_page *page = data;

	free(page->words);
	page->words = *words != '\0' ? mem_text(words) : NULL;
	page->shown.filter.search = page->words;
}

static int
bank_filter(void *data, struct err *err)
{
	struct bank_page *page = data;

	return dialogue_filter(
	    page->dialogue, &page->shown, SHOWN_OF_BANK, err);
}

int
dialogue_questions(struct dialogue *dialogue, const struct store_filter *filter,
    struct err *err)
{
	static const struct menu menu = {
	    .tell = bank_tell,
	    .choose = bank_choose,
	    .search = bank_search,
	    .filter = bank_filter,
	};
	struct bank_page page = {.dialogue = dialogue};
	int rc;

	shown_init(&page.shown, filter, NULL);
	page.words = mem_text(page.shown.filter.search);
	rc = menu_run(&menu, &page, &dialogue->lines, err);
	free(page.words);
	shown_release(&page.shown);
	return rc;
}

enum { FIND = 1, ADD, WAYS = ADD };

static int
ways_tell(void *data, struct choices *choices, struct err *err)
{
	(void)data;
	(void)err;
	choices_fit(choices, WAYS);
	menu_number(FIND);
	output_sentence("Find a question: practise, change or retire it");
	menu_number(ADD);
	output_sentence("Add a question");
	return 0;
}

static int
ways_choose(void *data, int number, struct err *err)
{
	static const struct store_filter everything;

	return number == FIND ? dialogue_questions(data, &everything, err)
			      : dialogue_write(data, NULL, err);
}

int
dialogue_bank(struct dialogue *dialogue, struct err *err)
{
	static const struct menu menu = {
	    .tell = ways_tell,
	    .choose = ways_choose,
	};

	return menu_run(&menu, dialogue, &dialogue->lines, err);
}
