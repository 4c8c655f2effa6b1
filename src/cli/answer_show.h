/* SPDX-License-Identifier: MIT */
#ifndef CLI_ANSWER_SHOW_H
#define CLI_ANSWER_SHOW_H

#include "cli/dialogue.h"

/* A kept answer with what is told beside it. */
struct answer_view {
	struct dialogue *dialogue;
	struct answer_row row;
	struct answer_judged judged; /* by oneself */
	struct session_row session;
};

/*
 * Prints all of it: what was asked, how it was rated, how long it took, what
 * was said and what was found in that, and what changed since the attempt
 * before.
 */
int show_answer(const struct answer_view *view, struct err *err);

#endif
