/* SPDX-License-Identifier: MIT */
/* A question to be added or changed, in lines: one fact after the other. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/mem.h"
#include "base/number.h"
#include "cli/dialogue.h"
#include "io/question_check.h"
#include "screens/changes.h"
#include "store/unfinished.h"

/* What is being written. */
struct writing {
	struct dialogue *dialogue;
	struct question_check check;
	char *texts[QUESTION_FACTS]; /* owned; of lists, joined */
	const char *key;             /* unfinished, it stands under this */
	bool is_new;
	int wrong; /* the fact that is asked again; 0: none */
};

enum asking {
	ASK_LINES, /* up to one that is a single dot */
	ASK_LINE,
	ASK_NAME, /* one of the names */
	ASK_LIST, /* a line an element, up to an empty one */
};

/* In this order; the id is nobody's business. */
static const struct {
	enum question_fact fact;
	enum asking asking;
	const char *name, *about;
} asked[] = {
    {QUESTION_PROMPT, ASK_LINES, "Question", "what the interviewer asks"},
    {QUESTION_ROUND, ASK_NAME, "Round", "its name"},
    {QUESTION_RUBRIC, ASK_NAME, "Rubric", "empty: the round's"},
    {QUESTION_COMPANY, ASK_LINE, "Company", "empty: any"},
    {QUESTION_LEVEL, ASK_NAME, "Level", "empty: any"},
    {QUESTION_SECONDS, ASK_LINE, "Seconds", "empty: the round's limit"},
    {QUESTION_TAGS, ASK_LINE, "Tags", "with | between them"},
    {QUESTION_PROBES, ASK_LIST, "Follow-up questions", "one a line"},
    {QUESTION_HINT, ASK_LINES, "Hint", "told when it is asked for"},
    {QUESTION_LOOK_FOR, ASK_LINES, "Look for", "what a strong answer holds"},
};

enum { ASKED = sizeof(asked) / sizeof(asked[0]) };

static const struct names *
names_of(const struct writing *writing, enum question_fact fact)
{
	if (fact == QUESTION_ROUND)
		return &writing->check.rounds;
	return fact == QUESTION_LEVEL ? &writing->check.levels
				      : &writing->check.rubrics;
}

static void
set_text(struct writing *writing, enum question_fact fact, const char *text)
{
	char *copy = mem_text(text);

	free(writing->texts[fact]);
	writing->texts[fact] = copy;
}

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
		set_text(writing, (enum question_fact)i, text);
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

/* What the fact is now, then what a reply does. */
static void
tell_fact(const struct writing *writing, int at)
{
	enum question_fact fact = asked[at].fact;
	const char *now = writing->texts[fact];
	struct str line = STR_INIT;

	str_addf(&line, "%s, %s.", asked[at].name, asked[at].about);
	if (*now != '\0')
		str_addf(&line, " Now: %s",
		    asked[at].asking == ASK_NAME
			? names_label(names_of(writing, fact), now, "")
			: now);
	menu_line(&line);
	str_add(&line, *now != '\0' ? "An empty line keeps it, a - empties it"
				    : "An empty line leaves it empty");
	if (asked[at].asking == ASK_LINES)
		str_add(&line, "; a line with a single dot ends a text");
	if (asked[at].asking == ASK_LIST)
		str_add(&line, "; another one ends the list");
	str_add(&line, ":");
	menu_line(&line);
	str_release(&line);
}

static void
tell_names(const struct names *names)
{
	struct str line = STR_INIT;

	str_add(&line, "There are:");
	for (int i = 0; i < names->n; i++)
		str_addf(&line, "%s %s", i > 0 ? "," : "", names->labels[i]);
	str_add(&line, ".");
	menu_line(&line);
	str_release(&line);
}

/* The lines from the present one on.  False at the end of input. */
static bool
read_lines(struct lines *lines, bool is_list, struct str *text)
{
	do {
		const char *line = lines->line.s;

		if (strcmp(line, is_list ? "" : ".") == 0)
			return true;
		if (is_list) {
			list_of_join(text, line);
			continue;
		}
		if (text->len > 0)
			str_ch(text, '\n');
		str_add(text, line);
	} while (lines_read(lines));
	return false;
}

/* Takes the reply that was read.  False at the end of input; `*again` where it
 * won't do. */
static bool
take_reply(struct writing *writing, int at, bool *again)
{
	struct lines *lines = &writing->dialogue->lines;
	enum question_fact fact = asked[at].fact;
	struct str text = STR_INIT;
	const char *key = lines->line.s;
	bool there = true;

	*again = false;
	if (strcmp(key, "-") == 0) {
		set_text(writing, fact, "");
		return true;
	}
	switch (asked[at].asking) {
	case ASK_LINES:
	case ASK_LIST:
		there = read_lines(lines, asked[at].asking == ASK_LIST, &text);
		set_text(writing, fact, text.s);
		break;
	case ASK_NAME:
		key = names_find(names_of(writing, fact), key);
		if (key == NULL) {
			tell_names(names_of(writing, fact));
			*again = true;
			break;
		}
		set_text(writing, fact, key);
		break;
	case ASK_LINE:
		set_text(writing, fact, key);
		break;
	}
	str_release(&text);
	return there;
}

/* False at the end of input. */
static bool
ask_fact(struct writing *writing, int at)
{
	struct lines *lines = &writing->dialogue->lines;
	bool again = false;

	tell_fact(writing, at);
	do {
		if (!lines_read(lines))
			return false;
		if (lines->line.len == 0)
			return true;
		if (!take_reply(writing, at, &again))
			return false;
	} while (again);
	return true;
}

static void
tell_problem(enum question_fact fact, const char *why)
{
	struct str line = STR_INIT;

	for (int i = 0; i < ASKED; i++)
		if (asked[i].fact == fact)
			str_addf(&line, "%s: ", asked[i].name);
	str_addf(&line, "%s.", why);
	menu_line(&line);
	str_release(&line);
}

static void
refuse(struct writing *writing, enum question_fact fact, const char *why)
{
	tell_problem(fact, why);
	writing->wrong = fact == QUESTION_ID ? QUESTION_PROMPT : (int)fact;
}

static void
on_problem(void *arg, enum question_fact fact, bool mended, const char *text)
{
	if (mended)
		tell_problem(fact, text);
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
	puts("The question is kept.");
	return store_unfinished_drop(store, writing->key, err);
}

/* The input is at its end: what was written waits, as it does on a screen. */
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
	return rc == 0 ? MENU_LEAVE : -1;
}

static int
ask_all(struct writing *writing, struct err *err)
{
	struct field_value facts[QUESTION_FACTS];
	bool yes;

	for (int i = 0; i < ASKED; i++)
		if (!ask_fact(writing, i))
			return leave(writing, err);
	for (;;) {
		if (check(writing, facts, err) != 0)
			return -1;
		if (writing->wrong == 0)
			break;
		for (int i = 0; i < ASKED; i++)
			if ((int)asked[i].fact == writing->wrong &&
			    !ask_fact(writing, i))
				return leave(writing, err);
	}
	if (!lines_ask_yes(&writing->dialogue->lines,
		"Keep the question? y or n: ", false, &yes))
		return leave(writing, err);
	if (yes)
		return keep(writing, facts, err);
	puts("Nothing was changed.");
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
		puts("What you were writing is back.");
	else if (question != NULL)
		question_copy(&back, question);
	else
		question_from_facts(&back, nothing);
	take_question(writing, &back);
	set_text(writing, QUESTION_ID, writing->key);
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
