/* SPDX-License-Identifier: MIT */
/* One fact of a question after the other, in lines. */
#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/mem.h"
#include "cli/dialogue_question.h"
#include "cli/output.h"

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

void
writing_set(struct writing *writing, enum question_fact fact, const char *text)
{
	char *copy = mem_text(text);

	free(writing->texts[fact]);
	writing->texts[fact] = copy;
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

static const char stop_word[] = ".stop";

bool
writing_is_stopped(const struct writing *writing)
{
	return strcmp(writing->dialogue->lines.line.s, stop_word) == 0;
}

/* False where that is no reply: at the end of input, or at the word. */
static bool
read_reply(const struct writing *writing)
{
	return lines_read(&writing->dialogue->lines) &&
	       !writing_is_stopped(writing);
}

/* The lines from the present one on.  False at the end of input. */
static bool
read_lines(const struct writing *writing, bool is_list, struct str *text)
{
	do {
		const char *line = writing->dialogue->lines.line.s;

		if (strcmp(line, is_list ? "" : ".") == 0)
			return true;
		if (is_list) {
			list_of_join(text, line);
			continue;
		}
		if (text->len > 0)
			str_ch(text, '\n');
		str_add(text, line);
	} while (read_reply(writing));
	return false;
}

/* Takes the reply that was read.  False where none comes any more; `*again`
 * where it won't do. */
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
		writing_set(writing, fact, "");
		return true;
	}
	switch (asked[at].asking) {
	case ASK_LINES:
	case ASK_LIST:
		there =
		    read_lines(writing, asked[at].asking == ASK_LIST, &text);
		writing_set(writing, fact, text.s);
		break;
	case ASK_NAME:
		key = names_find(names_of(writing, fact), key);
		if (key == NULL) {
			output_sentence("That is none of the names.");
			tell_names(names_of(writing, fact));
			*again = true;
			break;
		}
		writing_set(writing, fact, key);
		break;
	case ASK_LINE:
		writing_set(writing, fact, key);
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
		if (!read_reply(writing))
			return false;
		if (lines->line.len == 0)
			return true;
		if (!take_reply(writing, at, &again))
			return false;
	} while (again);
	return true;
}

bool
writing_ask_all(struct writing *writing)
{
	for (int i = 0; i < ASKED; i++)
		if (!ask_fact(writing, i))
			return false;
	return true;
}

bool
writing_ask(struct writing *writing, enum question_fact fact)
{
	for (int i = 0; i < ASKED; i++)
		if (asked[i].fact == fact)
			return ask_fact(writing, i);
	return true;
}

void
writing_tell_problem(enum question_fact fact, const char *why)
{
	struct str line = STR_INIT;

	for (int i = 0; i < ASKED; i++)
		if (asked[i].fact == fact)
			str_addf(&line, "%s: ", asked[i].name);
	str_addf(&line, "%s.", why);
	menu_line(&line);
	str_release(&line);
}
