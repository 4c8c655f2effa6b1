/* SPDX-License-Identifier: MIT */
#include "store/status.h"

#include "store/draft.h"
#include "store/history.h"

enum { SECOND_MS = 1000 };

int
store_status(struct store *store, struct instant now, struct status *status,
    struct err *err)
{
	*status = (struct status){0};
	if (store_session_count(store, NULL, &status->sessions, err) != 0 ||
	    store_answer_count(store, &status->answers, err) != 0 ||
	    store_streak_days(store, now, &status->streak_days, err) != 0 ||
	    store_draft_count(store, &status->open_drafts, err) != 0 ||
	    store_suggest(store, now, &status->next, err) != 0 ||
	    store_names(store, NAMES_ROUNDS, &status->rounds, err) != 0 ||
	    store_names(store, NAMES_LEVELS, &status->levels, err) != 0 ||
	    store_readiness(
		store, &status->readiness, &status->n_readiness, err) != 0)
		return -1;
	return store_checklist(store, now.wall_ms / SECOND_MS,
	    &status->checklist, &status->n_checklist, err);
}

void
status_release(struct status *status)
{
	readiness_rows_free(status->readiness, status->n_readiness);
	checklist_rows_free(status->checklist, status->n_checklist);
	names_release(&status->rounds);
	names_release(&status->levels);
	*status = (struct status){0};
}

static const char *
plural(int n)
{
	return n == 1 ? "" : "s";
}

void
status_counts_text(struct str *out, const struct status *status)
{
	str_addf(out,
	    "%d session%s, %d answer%s, a streak of %d day%s, "
	    "%d open draft%s",
	    status->sessions, plural(status->sessions), status->answers,
	    plural(status->answers), status->streak_days,
	    plural(status->streak_days), status->open_drafts,
	    plural(status->open_drafts));
}

void
status_kind_text(struct str *out, const struct status *status,
    const struct readiness_row *row)
{
	str_addf(out, "%s, %s",
	    names_label(&status->rounds, row->round, "Mixed rounds"),
	    names_label(&status->levels, row->level, "any level"));
}

void
status_readiness_text(struct str *out, const struct status *status,
    const struct readiness_row *row)
{
	char missing[READINESS_TEXT];

	readiness_text(missing, &row->readiness, row->round, row->by_peers);
	status_kind_text(out, status, row);
	str_addf(out, ", rated by %s: %s, %s",
	    row->by_peers ? "peers" : "yourself",
	    readiness_name(row->readiness.state), missing);
}
