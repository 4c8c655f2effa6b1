/* SPDX-License-Identifier: MIT */
/*
 * The program in lines: what screens show, as pages of sentences and numbered
 * choices on standard input and output.  Nothing is drawn over, and each line
 * can be understood alone.
 *
 * The pages return what menu_run() does.
 */
#ifndef CLI_DIALOGUE_H
#define CLI_DIALOGUE_H

#include <stdbool.h>

#include "cli/context.h"
#include "cli/menu.h"
#include "screens/history_change.h"
#include "store/plan.h"
#include "store/subject.h"
#include "store/told.h"

/* What every page works with. */
struct dialogue {
	struct store *store; /* borrowed */
	struct lines lines;
	struct told_names names;
	struct history_change change; /* what can be undone */
	int probes;                   /* asked after an answer */
	bool interrupted;             /* each answer is */
	bool private;                 /* kept answers are not told */
};

/* End it also after a failure. */
int dialogue_init(
    struct dialogue *dialogue, const struct context *context, struct err *err);

/* Releases it; the status to exit with after a page that returned `rc`. */
int dialogue_end(struct dialogue *dialogue, int rc);

int dialogue_home(struct dialogue *dialogue, struct err *err);

/* Sessions, newest first; one of them; an answer.  The filter's search is what
 * is searched for at first. */
int dialogue_history(struct dialogue *dialogue,
    const struct store_filter *filter, struct err *err);
int
dialogue_session(struct dialogue *dialogue, const char *id, struct err *err);

/* Judges a session by its own ratings and appends what is told of it in a line;
 * session_judged_release() after success. */
int dialogue_judge(struct dialogue *dialogue, const struct session_row *row,
    struct session_judged *judged, struct str *line, struct err *err);

int dialogue_answer(struct dialogue *dialogue, const char *id, struct err *err);

/* Signals, the weakest first; `signal` NULL: all of them. */
int
dialogue_review(struct dialogue *dialogue, const struct store_filter *filter,
    const char *rater, const char *signal, struct err *err);

/* What waits to be rated; and one thing, as `rehearse rate` does it. */
int dialogue_rate(struct dialogue *dialogue, struct err *err);
int dialogue_rate_one(struct dialogue *dialogue, enum subject_kind kind,
    const char *rater, const char *id, struct err *err);

/* The newest answer that was left open; back at once where there is none. */
int dialogue_draft(struct dialogue *dialogue, struct err *err);

/* The loops, and one of them, round by round. */
int dialogue_loops(struct dialogue *dialogue, struct err *err);

/* The question bank; its questions, found and practised; and a question to be
 * written, NULL: a new one. */
int dialogue_bank(struct dialogue *dialogue, struct err *err);
int dialogue_questions(struct dialogue *dialogue,
    const struct store_filter *filter, struct err *err);
int dialogue_write(struct dialogue *dialogue, const struct question *question,
    struct err *err);

int dialogue_status(struct dialogue *dialogue, struct err *err);

/* What goes in and out: files of rows, the report, copies of the database. */
int dialogue_data(struct dialogue *dialogue, struct err *err);
int dialogue_export(struct dialogue *dialogue, struct err *err);
int dialogue_import(struct dialogue *dialogue, struct err *err);
int dialogue_report(struct dialogue *dialogue, struct err *err);

/* Rounds, then levels to choose from; a practice as planned, but for what
 * lines decide. */
int dialogue_rounds(struct dialogue *dialogue, struct err *err);
int dialogue_practise(
    struct dialogue *dialogue, struct plan *plan, struct err *err);

#endif
