/* SPDX-License-Identifier: MIT */
/*
 * What every screen works with, and the screens themselves.  The desk is made
 * by main, handed to app_init(), and outlives all screens.
 */
#ifndef SCREENS_DESK_H
#define SCREENS_DESK_H

#include <stdbool.h>

#include "store/plan.h"
#include "store/store.h"
#include "tui/canvas.h"
#include "tui/screen.h"

struct desk {
	struct store *store;
	struct voice *voice;    /* voice.h */
	enum canvas_kind chart; /* how charts are drawn */
	int probes;             /* asked after an answer unless a plan says */
	bool interrupted;       /* each answer is, unless a plan says */
	bool private;           /* kept answers are not shown */
	bool drafts_offered;    /* once in a run of the program is enough */
};

/* arg: none.  The suggested round, drafts, and the way to everything else. */
extern const struct screen home_screen;

/* arg: struct plan, or NULL for the suggested round: goes straight to the
 * first question, or to the choice where the plan is undecided.  An open draft
 * is offered first, once in a run of the program. */
extern const struct screen start_screen;

/* arg: none.  Choose round, company, level and times, then start.  Opened with
 * a struct plan, the session takes its place: the way in from the shell. */
extern const struct screen setup_screen;

/* arg: struct run (run.h), handed on from one to the next. */
extern const struct screen practice_screen;
extern const struct screen rate_screen;
extern const struct screen reveal_screen;
extern const struct screen debrief_screen;

/* arg: struct store_filter, or NULL. */
extern const struct screen history_screen;

/* arg: a session's or an answer's id (const char). */
extern const struct screen session_screen;
extern const struct screen answer_screen;

/* arg: struct session_found.  The session that a search has found, at the
 * answer that holds what was searched for. */
struct session_found {
	const char *id, *search;
};
extern const struct screen session_found_screen;

/* arg: the id of an answer (const char): against the attempt before it, the
 * first one against the latest. */
extern const struct screen retake_screen;

/* arg: struct review_arg; of the review also NULL. */
struct review_arg {
	struct store_filter filter;
	const char *rater;  /* NULL: self */
	const char *signal; /* of the chart */
};
extern const struct screen review_screen;
extern const struct screen signal_screen;

/* arg: struct reviewing * (reviewing.h), the review's.  More ways to look at
 * what was practised; and two parts of it side by side. */
extern const struct screen views_screen;
extern const struct screen contrast_screen;

/* arg: none.  Interview loops; and one of them: arg is its key (const char). */
extern const struct screen loops_screen;
extern const struct screen loop_screen;

/* arg: none.  Readiness, the checklist, streak and drafts. */
extern const struct screen status_screen;

/* arg: struct store_filter, or NULL.  The question bank. */
extern const struct screen bank_screen;

/* arg: none.  Rating again, rating against references, and drift. */
extern const struct screen calibrate_screen;

/* Every screen, ended by NULL: for help, manual and `config --defaults`. */
extern const struct screen *const all_screens[];

#endif
