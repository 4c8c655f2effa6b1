/* SPDX-License-Identifier: MIT */
#include "screens/session_page.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "screens/frame.h"
#include "store/plan.h"
#include "store/told.h"

static int
load_answers(struct session_page *page, struct store *store, struct err *err)
{
	if (store_session_answers(
		store, page->row.pk, &page->answers, &page->n, err) != 0)
		return -1;
	page->verdicts = mem_zero((size_t)page->n + 1, sizeof(*page->verdicts));
	for (int i = 0; i < page->n; i++)
		if (judge_answer(store, page->answers[i].pk, "self",
			&page->verdicts[i], err) != 0)
			return -1;
	return 0;
}

/* Everything that ratings decide. */
static int
load_judged(struct session_page *page, struct store *store, struct err *err)
{
	if (judge_session(store, page->row.pk, "self", &page->judged, err) ||
	    load_answers(page, store, err) != 0 ||
	    store_level_rated(store, &page->row, &page->level, err) != 0)
		return -1;
	return store_signal_label(
	    store, page->judged.limiting, &page->limiting_label, err);
}

static void
release_judged(struct session_page *page)
{
	session_judged_release(&page->judged);
	free(page->limiting_label);
	level_rated_release(&page->level);
	answer_rows_free(page->answers, page->n);
	free(page->verdicts);
}

int
session_page_load(struct session_page *page, struct store *store,
    const char *session_id, struct err *err)
{
	int rc = store_session_get(store, session_id, &page->row, err);

	if (rc == 0)
		rc = fail(
		    err, "no session '%s'; see rehearse history", session_id);
	if (rc != 1)
		return -1;
	page->level_arg =
	    (struct rate_kept_arg){.way = &rate_level, .id = page->row.id};
	if (load_judged(page, store, err) != 0 ||
	    store_session_remarks(store, page->row.pk, &page->remarks, err) !=
		0 ||
	    store_round_label(
		store, page->row.round, &page->round_label, err) != 0) {
		session_page_release(page);
		return -1;
	}
	return 0;
}

void
session_page_release(struct session_page *page)
{
	release_judged(page);
	session_row_release(&page->row);
	remarks_release(&page->remarks);
	free(page->round_label);
	*page = (struct session_page){0};
}

void
session_page_resume(struct session_page *page, struct store *store)
{
	struct session_page fresh = {
	    .row = page->row,
	    .remarks = page->remarks,
	    .round_label = page->round_label,
	    .level_arg = page->level_arg,
	};
	struct err err = {0};

	if (load_judged(&fresh, store, &err) != 0) {
		release_judged(&fresh);
		return;
	}
	release_judged(page);
	*page = fresh;
}

struct outcome
session_page_rate_level(const struct session_page *page)
{
	if (!level_is_open(&page->level))
		return OUTCOME_STAY;
	return (struct outcome){
	    .kind = PUSH,
	    .screen = &rate_kept_screen,
	    .arg = &page->level_arg,
	};
}

void
session_page_verdict(const struct session_page *page, struct page *to)
{
	const struct session_judged *judged = &page->judged;
	char overall[16];

	score_text(overall, judged->overall);
	if (judged->verdict == VERDICT_NONE) {
		page_text(to, 0, ROLE_DIM, "Session: nothing was rated.");
	} else {
		page_textf(to, 0, verdict_role(judged->verdict),
		    "Session %s of 5: %s", overall,
		    verdict_name(judged->verdict));
		if ((judged->caps & CAP_REJECTED_ANSWER) != 0)
			page_textf(to, 0, ROLE_BAD, "Cap: %s.",
			    cap_reason(CAP_REJECTED_ANSWER));
		page_textf(to, 0, ROLE_TITLE, "Limiting signal: %s",
		    page->limiting_label);
	}
	page_textf(to, 0, judged->clean ? ROLE_GOOD : ROLE_DIM,
	    "%d of %d answered%s", judged->answered, page->row.questions,
	    judged->clean ? ", a clean mock" : ", not a clean mock");
}

void
session_page_remarks(const struct session_page *page, struct page *to)
{
	struct str tags = STR_INIT;

	told_tags(&tags, &page->remarks);
	if (tags.len > 0)
		page_textf(to, 0, ROLE_ACCENT, "Tags: %s", tags.s);
	if (*page->remarks.note != '\0')
		page_textf(to, 0, ROLE_ACCENT, "Note: %s", page->remarks.note);
	str_release(&tags);
}

void
session_page_answer(const struct session_page *page, int i, struct page *to)
{
	const struct answer *answer = &page->answers[i].answer;
	const struct answer_judged *judged = &page->verdicts[i];
	const char *limiting = "";
	char overall[16];

	score_text(overall, judged->judged.overall);
	if (judged->judged.limiting >= 0)
		limiting =
		    judged->rubric->signals[judged->judged.limiting].label;
	page_textf(to, 0, verdict_role(judged->judged.verdict), "%d. %s %s%s%s",
	    i + 1, overall,
	    answer->skipped ? "skipped"
	    : judged->judged.verdict == VERDICT_NONE
		? "not rated"
		: verdict_name(judged->judged.verdict),
	    *limiting ? ", limited by " : "", limiting);
	page_text(to, 3, ROLE_DIM, answer->prompt);
}
