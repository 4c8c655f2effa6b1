/* SPDX-License-Identifier: MIT */
/* A session with its answers and verdicts, as a page: debrief and history. */
#ifndef SCREENS_SESSION_PAGE_H
#define SCREENS_SESSION_PAGE_H

#include "screens/rate_kept.h"
#include "store/annotate.h"
#include "store/history.h"
#include "store/judge.h"
#include "store/level.h"
#include "tui/page.h"

struct session_page {
	struct session_row row;
	struct session_judged judged;
	struct remarks remarks;
	char *round_label;    /* owned */
	char *limiting_label; /* owned */
	struct level_rated level;
	struct rate_kept_arg level_arg; /* for the screen that rates it */
	int n;
	struct answer_row *answers;     /* owned */
	struct answer_judged *verdicts; /* owned, one an answer */
};

/* Fails when there is no such session.  A session that was left before its
 * first answer was kept has none. */
int session_page_load(struct session_page *page, struct store *store,
    const char *session_id, struct err *err);
void session_page_release(struct session_page *page);

/* Reads anew what ratings decide, after some may have been given.  What can't
 * be read stays as it is. */
void session_page_resume(struct session_page *page, struct store *store);

/* Opens the screen that rates the level; stays where there is nothing to
 * rate. */
struct outcome session_page_rate_level(const struct session_page *page);

/* Verdict, cap and limiting signal of the session. */
void session_page_verdict(const struct session_page *page, struct page *to);

/* Its tags and its note; nothing where it has none. */
void session_page_remarks(const struct session_page *page, struct page *to);

/* One answer in a line: overall, verdict, limiting signal, prompt. */
void
session_page_answer(const struct session_page *page, int i, struct page *to);

#endif
