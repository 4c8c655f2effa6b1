/* SPDX-License-Identifier: MIT */
/* How the candidate stands, in lines: the checklist, whose items that are not
 * counted are ticked off by their numbers, and the readiness of each round. */
#include <stdio.h>
#include <stdlib.h>

#include "base/clock.h"
#include "base/mem.h"
#include "cli/dialogue.h"
#include "cli/output.h"
#include "cli/status_drift.h"
#include "store/status.h"

enum {
	SECOND_MS = 1000,
	READINESS = 1, /* the choice before the ticks */
};

struct status_page {
	struct dialogue *dialogue;
	struct status status; /* as it was told */
	int *ticks;           /* owned: the items of the choices */
	int n;
};

static void
forget(struct status_page *page)
{
	status_release(&page->status);
	free(page->ticks);
	page->status = (struct status){0};
	page->ticks = NULL;
	page->n = 0;
}

static void
find_ticks(struct status_page *page)
{
	const struct status *status = &page->status;

	page->ticks =
	    mem_zero((size_t)status->n_checklist + 1, sizeof(*page->ticks));
	for (int i = 0; i < status->n_checklist; i++)
		if (status->checklist[i].item.check == CHECK_SELF)
			page->ticks[page->n++] = i;
}

static void
tell_counts(const struct status *status)
{
	struct str line = STR_INIT;

	status_counts_text(&line, status);
	str_ch(&line, '.');
	menu_line(&line);
	str_release(&line);
}

static void
tell_checklist(const struct status *status)
{
	struct str line = STR_INIT;

	for (int i = 0; i < status->n_checklist; i++) {
		const struct checklist_row *row = &status->checklist[i];

		str_addf(&line, "%s, %s: %s", row->state.done ? "Done" : "Open",
		    row->item.label, row->text);
		menu_line(&line);
	}
	str_release(&line);
}

static void
tell_ticks(const struct status_page *page, const struct choices *choices)
{
	struct str line = STR_INIT;

	for (int i = choices->from; i < choices_last(choices); i++) {
		const struct checklist_row *row;

		menu_number(i + 1);
		if (i + 1 == READINESS) {
			output_sentence("How ready you are, round by round");
			continue;
		}
		row = &page->status.checklist[page->ticks[i - READINESS]];
		str_addf(&line,
		    row->state.done ? "Take the tick back: %s" : "Tick off: %s",
		    row->item.label);
		menu_line(&line);
	}
	str_release(&line);
}

static int
status_tell(void *data, struct choices *choices, struct err *err)
{
	struct status_page *page = data;
	struct store *store = page->dialogue->store;
	struct instant now = clock_now();
	struct status_drift drift = {0};
	int rc;

	forget(page);
	rc = store_status(store, now, &page->status, err);
	if (rc == 0)
		rc = status_drift_load(store, now, &drift, err);
	if (rc == 0) {
		find_ticks(page);
		choices_fit(choices, READINESS + page->n);
		tell_counts(&page->status);
		tell_checklist(&page->status);
		status_drift_people(&drift);
		tell_ticks(page, choices);
	}
	status_drift_release(&drift);
	return rc;
}

static int
tick(struct store *store, const struct checklist_row *row, struct err *err)
{
	if (store_begin(store, err) != 0)
		return -1;
	if (store_tick(store, row->item.item, !row->state.done,
		clock_now().wall_ms / SECOND_MS, err) == 0 &&
	    store_commit(store, err) == 0)
		return 0;
	store_rollback(store);
	return -1;
}

static int
readiness_tell(void *data, struct choices *choices, struct err *err)
{
	const struct status_page *page = data;
	const struct status *status = &page->status;
	struct str line = STR_INIT;

	(void)err;
	choices_fit(choices, 0);
	if (status->n_readiness == 0)
		output_sentence("No session yet.");
	for (int i = 0; i < status->n_readiness; i++) {
		status_readiness_text(&line, status, &status->readiness[i]);
		menu_line(&line);
	}
	str_release(&line);
	return 0;
}

static int
status_choose(void *data, int number, struct err *err)
{
	static const struct menu readiness = {.tell = readiness_tell};
	struct status_page *page = data;

	if (number == READINESS)
		return menu_run(&readiness, page, &page->dialogue->lines, err);
	return tick(page->dialogue->store,
	    &page->status.checklist[page->ticks[number - READINESS - 1]], err);
}

int
dialogue_status(struct dialogue *dialogue, struct err *err)
{
	static const struct menu menu = {
	    .tell = status_tell,
	    .choose = status_choose,
	};
	struct status_page page = {.dialogue = dialogue};
	int rc = menu_run(&menu, &page, &dialogue->lines, err);

	forget(&page);
	return rc;
}
