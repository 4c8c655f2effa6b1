/* SPDX-License-Identifier: MIT */
/* From a question to the rows of the form and back. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/mem.h"
#include "base/number.h"
#include "screens/question_form.h"

/* Of the choice of a rubric and a level: that of the round, everybody. */
enum { NO_CHOICE = 0 };

static const char general[] = "general";

static int
index_of(const struct names *names, const char *key)
{
	for (int i = 0; i < names->n; i++)
		if (strcmp(names->keys[i], key) == 0)
			return i;
	return -1;
}

static void
set_text(struct question_form *form, int row, const char *text)
{
	editor_set(&form->texts[row], text, strlen(text), 0);
}

static void
fill_probes(struct question_form *form, const char *probes)
{
	struct list_of list;

	list_of_parse(&list, probes);
	for (size_t i = 0; i < SESSION_PROBES; i++)
		set_text(form, FORM_PROBES + (int)i,
		    i < list.n ? list.items[i] : "");
	list_of_release(&list);
}

void
form_fill(struct question_form *form, const struct question *question)
{
	const struct question_check *check = &form->check;
	char seconds[NUMBER_SIZE] = "";
	int round = index_of(&check->rounds, question->round);

	if (round < 0)
		round = index_of(&check->rounds, general);
	if (question->seconds > 0)
		number_text(seconds, question->seconds);
	set_text(form, FORM_PROMPT, question->prompt);
	form->choice[FORM_ROUND] = round > 0 ? round : 0;
	form->choice[FORM_RUBRIC] =
	    index_of(&check->rubrics, question->rubric) + 1;
	form->choice[FORM_LEVEL] =
	    index_of(&check->levels, question->level) + 1;
	field_set(&form->fields[FORM_COMPANY],
	    question_any(question->company) ? "" : question->company);
	field_set(&form->fields[FORM_SECONDS], seconds);
	field_set(&form->fields[FORM_TAGS], question->tags);
	set_text(form, FORM_HINT, question->hint);
	set_text(form, FORM_LOOK_FOR, question->look_for);
	fill_probes(form, question->probes);
}

/* Without blanks at its ends. */
static char *
trimmed(const char *text, size_t n)
{
	while (n > 0 && strchr(" \t\n", *text) != NULL) {
		text++;
		n--;
	}
	while (n > 0 && strchr(" \t\n", text[n - 1]) != NULL)
		n--;
	return mem_textn(text, n);
}

static char *
typed(const struct question_form *form, int row)
{
	const char *text = field_text(&form->fields[row]);
	size_t n = strlen(text);

	if (form_kind(row) == FORM_EDITOR)
		text = editor_text(&form->texts[row], &n);
	return trimmed(text, n);
}

static char *
chosen(const struct names *names, int choice)
{
	return mem_text(choice == NO_CHOICE ? "" : names->keys[choice - 1]);
}

static char *
read_probes(const struct question_form *form)
{
	struct str probes = STR_INIT;

	for (int i = 0; i < SESSION_PROBES; i++) {
		char *probe = typed(form, FORM_PROBES + i);

		if (*probe != '\0')
			list_of_join(&probes, probe);
		free(probe);
	}
	return str_detach(&probes);
}

/* Tags stand as a file has them, with bars between; blanks around one and tags
 * without a text are dropped. */
static char *
read_tags(const struct question_form *form)
{
	struct str tags = STR_INIT;
	struct list_of list;

	list_of_parse(&list, field_text(&form->fields[FORM_TAGS]));
	for (size_t i = 0; i < list.n; i++) {
		char *tag = trimmed(list.items[i], strlen(list.items[i]));

		if (*tag != '\0')
			list_of_join(&tags, tag);
		free(tag);
	}
	list_of_release(&list);
	return str_detach(&tags);
}

/* What is no number is found by form_save(). */
static double
read_seconds(const struct question_form *form)
{
	double seconds = 0;
	char *text = typed(form, FORM_SECONDS);

	if (!number_parse(text, &seconds))
		seconds = 0;
	free(text);
	return seconds;
}

void
form_read(const struct question_form *form, struct question *question)
{
	const struct question_check *check = &form->check;
	const struct names *rounds = &check->rounds;

	*question = (struct question){
	    .id = mem_text(form->is_new ? "" : form->original.id),
	    .prompt = typed(form, FORM_PROMPT),
	    .round = mem_text(
		rounds->n > 0 ? rounds->keys[form->choice[FORM_ROUND]] : ""),
	    .rubric = chosen(&check->rubrics, form->choice[FORM_RUBRIC]),
	    .company = typed(form, FORM_COMPANY),
	    .level = chosen(&check->levels, form->choice[FORM_LEVEL]),
	    .seconds = read_seconds(form),
	    .tags = read_tags(form),
	    .probes = read_probes(form),
	    .hint = typed(form, FORM_HINT),
	    .look_for = typed(form, FORM_LOOK_FOR),
	};
}

bool
form_changed(const struct question_form *form)
{
	struct question now;
	bool changed;

	form_read(form, &now);
	changed = !question_same(&now, &form->opened);
	question_release(&now);
	return changed;
}

void
form_choice_text(
    const struct question_form *form, int row, char *out, size_t size)
{
	const struct question_check *check = &form->check;
	int choice = form->choice[row];
	const char *text = "";

	if (row == FORM_ROUND && check->rounds.n > 0)
		text = check->rounds.labels[choice];
	else if (row == FORM_RUBRIC)
		text = choice == NO_CHOICE ? "the round's"
					   : check->rubrics.labels[choice - 1];
	else if (row == FORM_LEVEL)
		text = choice == NO_CHOICE ? "any"
					   : check->levels.labels[choice - 1];
	snprintf(out, size, "< %s >", text);
}

static int
choices_of(const struct question_form *form, int row)
{
	switch (row) {
	case FORM_ROUND:
		return form->check.rounds.n;
	case FORM_RUBRIC:
		return form->check.rubrics.n + 1;
	case FORM_LEVEL:
		return form->check.levels.n + 1;
	default: /* nothing to choose from */
		return 0;
	}
}

/* Of what was typed the first company comes next. */
static void
change_company(struct question_form *form, int by)
{
	const struct names *companies = &form->companies;
	struct field *field = &form->fields[FORM_COMPANY];
	int at = 0;

	for (int i = 0; i < companies->n; i++)
		if (strcmp(companies->keys[i], field_text(field)) == 0)
			at = i;
	if (companies->n == 0)
		return;
	at = (at + by + companies->n) % companies->n;
	field_set(field,
	    question_any(companies->keys[at]) ? "" : companies->keys[at]);
}

void
form_change(struct question_form *form, int by)
{
	int n = choices_of(form, form->at);

	if (form->at == FORM_COMPANY)
		change_company(form, by);
	else if (n > 0)
		form->choice[form->at] = (form->choice[form->at] + by + n) % n;
}
