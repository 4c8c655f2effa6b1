/* SPDX-License-Identifier: MIT */
/* A question that is being written in lines, for dialogue_question*.c. */
#ifndef CLI_DIALOGUE_QUESTION_H
#define CLI_DIALOGUE_QUESTION_H

#include "cli/dialogue.h"
#include "io/question_check.h"

/* What is being written. */
struct writing {
	struct dialogue *dialogue;
	struct question_check check;
	char *texts[QUESTION_FACTS]; /* owned; of lists, joined */
	const char *key;             /* unfinished, it stands under this */
	bool is_new;
	int wrong; /* the fact that is asked again; 0: none */
};

/* Replaces the text of a fact. */
void
writing_set(struct writing *writing, enum question_fact fact, const char *text);

/* Tells what the facts are and asks for each in turn.  False at the end of
 * input, and at a line `.stop`. */
bool writing_ask_all(struct writing *writing);

/* The same for one fact. */
bool writing_ask(struct writing *writing, enum question_fact fact);

/* True where a line `.stop` ended them. */
bool writing_is_stopped(const struct writing *writing);

/* `Seconds: why.` */
void writing_tell_problem(enum question_fact fact, const char *why);

#endif
