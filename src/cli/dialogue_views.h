/* SPDX-License-Identifier: MIT */
/* What the review has beside its signals, in lines.  Both pages change what is
 * shown as the review does, and return what menu_run() does. */
#ifndef CLI_DIALOGUE_VIEWS_H
#define CLI_DIALOGUE_VIEWS_H

#include "cli/dialogue_shown.h"
#include "screens/reviewing.h"

/* Verdicts, times, sections, pace, agreement, days, the bank. */
int
dialogue_views(struct dialogue *dialogue, struct shown *shown, struct err *err);

/* Two periods, rounds, levels, or attempts side by side. */
int dialogue_compare(
    struct dialogue *dialogue, struct shown *shown, struct err *err);

/* What the review's screens work with, of what is shown, everything judged. */
struct shown_review {
	struct desk desk;
	struct reviewing reviewing;
};

/* It stays where it is until it is released with reviewing_release(); after a
 * failure nothing is to be released. */
int shown_review_open(struct shown_review *review, struct dialogue *dialogue,
    const struct shown *shown, struct err *err);

#endif
