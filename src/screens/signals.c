/* SPDX-License-Identifier: MIT */
#include "screens/signals.h"

#include <stdio.h>

#include "base/date.h"
#include "screens/frame.h"

enum { LABEL_COLS = 24 };

static void
draw_verdict(
    struct page *page, const struct answer *answer, const struct judged *judged)
{
	char overall[16];

	score_text(overall, judged->overall);
	page_textf(page, 0, verdict_role(judged->verdict),
	    "Overall %s of 5: %s", overall, verdict_name(judged->verdict));
	if (answer->predicted > 0)
		page_textf(page, 0, ROLE_TEXT,
		    "You predicted %d; the difference is %+.2f.",
		    answer->predicted,
		    score_value(judged->overall) - answer->predicted);
	for (unsigned cap = CAP_SINGLE_ONE; cap <= CAP_REJECTED_ANSWER;
	     cap <<= 1)
		if ((judged->caps & cap) != 0)
			page_textf(page, 0, ROLE_BAD, "Cap: %s.",
			    cap_reason((enum cap)cap));
}

/* `####-  4` , and the change from the attempt before. */
static void
draw_signal(struct page *page, const struct signal_spec *signal, int rating,
    int before, bool limiting)
{
	static const char *const bars[] = {
	    "-----", "#----", "##---", "###--", "####-", "#####"};
	int row = page_row(page), col = page->area.col, used;
	int room = page->area.cols;

	if (row < 0)
		return;
	surface_text_cut(page->surface, row, col,
	    room < LABEL_COLS ? room : LABEL_COLS - 1,
	    limiting ? ROLE_TITLE : ROLE_TEXT, signal->label);
	used = LABEL_COLS;
	used += surface_textf(page->surface, row, col + used, room - used,
	    rating >= RATING_HIGH - 1 ? ROLE_GOOD : ROLE_WARN, "%s %d",
	    bars[rating], rating);
	if (before > 0)
		used += surface_textf(page->surface, row, col + used,
		    room - used, ROLE_DIM, "  last time %d%s", before,
		    rating > before   ? ", up"
		    : rating < before ? ", down"
				      : "");
	if (limiting)
		surface_text(page->surface, row, col + used, room - used,
		    ROLE_WARN, "  < limiting");
}

void
signals_draw(struct page *page, const struct answer *answer,
    const struct answer_judged *judged, const struct answer_judged *before)
{
	const struct rubric *rubric = judged->rubric;
	int limiting = judged->judged.limiting;

	if (judged->judged.verdict == VERDICT_NONE) {
		page_text(page, 0, ROLE_DIM,
		    answer->skipped ? "Skipped: no rating." : "Not rated.");
		return;
	}
	draw_verdict(page, answer, &judged->judged);
	page_textf(page, 0, ROLE_TITLE, "Fix this next: %s. %s",
	    rubric->signals[limiting].label, rubric->signals[limiting].asks);
	page_gap(page);
	for (int i = 0; i < (int)rubric->n; i++)
		draw_signal(page, &rubric->signals[i], judged->ratings[i],
		    before != NULL && before->rubric == rubric
			? before->ratings[i]
			: 0,
		    i == limiting);
	page_textf(page, 0, ROLE_TEXT, "%-*s%s", LABEL_COLS, "Measured result",
	    answer->metric == GIVEN_YES  ? "yes"
	    : answer->metric == GIVEN_NO ? "no"
					 : "not asked");
}

void
signals_times(struct page *page, const struct answer *answer)
{
	char used[DATE_SIZE], limit[DATE_SIZE], think[DATE_SIZE];
	char over[DATE_SIZE], paused[DATE_SIZE];
	double overtime = answer_overtime_s(answer);

	date_clock(used, (int64_t)answer->answer_s);
	date_clock(limit, (int64_t)answer->limit_s);
	date_clock(think, (int64_t)answer->think_s);
	date_clock(over, (int64_t)overtime);
	date_clock(paused, (int64_t)answer->paused_s);
	page_textf(page, 0, ROLE_TEXT, "Time %s of %s, %s to think%s%s%s%s%s",
	    used, limit, think, overtime > 0 ? ", over by " : "",
	    overtime > 0 ? over : "", answer->paused_s > 0 ? ", paused " : "",
	    answer->paused_s > 0 ? paused : "",
	    answer->hint ? ", hint opened" : "");
}
