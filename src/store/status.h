/* SPDX-License-Identifier: MIT */
/* How the candidate stands, for `rehearse status` and the screen of that name:
 * what there is to tell, and the words that both tell it in. */
#ifndef STORE_STATUS_H
#define STORE_STATUS_H

#include "base/clock.h"
#include "base/str.h"
#include "store/checklist.h"
#include "store/readiness.h"
#include "store/reference.h"
#include "store/suggest.h"

struct status {
	int sessions, answers, streak_days, open_drafts;
	struct readiness_row *readiness;
	int n_readiness;
	struct checklist_row *checklist;
	int n_checklist;
	struct suggestion next;
	struct names rounds, levels;
};

/* Release it also after a failure. */
int store_status(struct store *store, struct instant now, struct status *status,
    struct err *err);
void status_release(struct status *status);

/* Appends `12 sessions, 36 answers, a streak of 3 days, 1 open draft`. */
void status_counts_text(struct str *out, const struct status *status);

/* Append `Behavioural, PM II`; the same with by whom, the state, and what is
 * missing or by whose word it is ready. */
void status_kind_text(struct str *out, const struct status *status,
    const struct readiness_row *row);
void status_readiness_text(struct str *out, const struct status *status,
    const struct readiness_row *row);

#endif
