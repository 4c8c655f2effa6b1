/* SPDX-License-Identifier: MIT */
/* Past sessions in lines, newest first. */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "cli/dialogue_change.h"
#include "cli/dialogue_filter.h"
#include "cli/output.h"
#include "core/query.h"
#include "store/annotate.h"

struct history_page {
	struct dialogue *dialogue;
	struct shown shown; /* its search borrows the words below */
	char *words;        /* owned; NULL: everything */
};

static void
tell_count(const struct history_page *page, int n)
{
	const char *kind = page->shown.filter.deleted ? "deleted " : "";
	struct str line = STR_INIT;

	if (n == 0)
		str_addf(&line, "No %ssession", kind);
	else
		str_addf(&line, "%d %ssession%s", n, kind, n == 1 ? "" : "s");
	told_filter(&line, &page->dialogue->names, &page->shown.filter);
	if (n > 1)
		str_addf(
		    &line, ", %s", shown_order_text(page->shown.filter.order));
	str_ch(&line, '.');
	if (page->shown.filter.deleted && n > 0)
		str_add(&line, " A number brings one back.");
	menu_line(&line);
	str_release(&line);
}

static int
tell_session(struct dialogue *dialogue, int number,
    const struct session_row *row, struct err *err)
{
	struct session_judged judged;
	struct remarks remarks;
	struct str line = STR_INIT;
	int rc = store_session_remarks(dialogue->store, row->pk, &remarks, err);

	if (rc != 0)
		return -1;
	rc = dialogue_judge(dialogue, row, &judged, &line, err);
	if (rc == 0) {
		told_remarks(&line, &remarks);
		menu_number(number);
		menu_line(&line);
		session_judged_release(&judged);
	}
	remarks_release(&remarks);
	str_release(&line);
	return rc;
}

static int
history_tell(void *data, struct choices *choices, struct err *err)
{
	struct history_page *page = data;
	struct dialogue *dialogue = page->dialogue;
	struct session_row *rows;
	int n, rc;

	if (store_session_count(
		dialogue->store, &page->shown.filter, &n, err) != 0)
		return -1;
	choices_fit(choices, n);
	tell_count(page, n);
	rows = mem_zero((size_t)choices->room, sizeof(*rows));
	rc = store_session_window(dialogue->store, &page->shown.filter,
	    choices->from, choices->room, rows, &n, err);
	for (int i = 0; rc == 0 && i < n; i++)
		rc = tell_session(
		    dialogue, choices->from + i + 1, &rows[i], err);
	for (int i = 0; i < n; i++)
		session_row_release(&rows[i]);
	free(rows);
	return rc;
}

static int
history_choose(void *data, int number, struct err *err)
{
	struct history_page *page = data;
	struct session_row row;
	int n, rc = MENU_BACK;

	if (store_session_window(page->dialogue->store, &page->shown.filter,
		number - 1, 1, &row, &n, err) != 0)
		return -1;
	if (n == 1) {
		rc = page->shown.filter.deleted
			 ? change_bring_back(page->dialogue, row.id, err)
			 : dialogue_session(page->dialogue, row.id, err);
		session_row_release(&row);
	}
	return rc;
}

static void
history_search(void *data, const char *words)
{
	struct history_page *page = data;

	free(page->words);
	page->words = query_text(words);
	page->shown.filter.search = *page->words != '\0' ? page->words : NULL;
}

static int
history_filter(void *data, struct err *err)
{
	struct history_page *page = data;

	return dialogue_filter(
	    page->dialogue, &page->shown, SHOWN_OF_HISTORY, err);
}

static int
history_undone(void *data, struct err *err)
{
	const struct history_page *page = data;

	return change_undo(page->dialogue, err);
}

int
dialogue_history(struct dialogue *dialogue, const struct store_filter *filter,
    struct err *err)
{
	static const struct menu_way ways[] = {
	    {'u', "undoes", history_undone},
	    {'\0', NULL, NULL},
	};
	static const struct menu menu = {
	    .tell = history_tell,
	    .choose = history_choose,
	    .search = history_search,
	    .filter = history_filter,
	    .ways = ways,
	};
	struct history_page page = {.dialogue = dialogue};
	int rc;

	shown_init(&page.shown, filter, NULL);
	page.words = mem_text(page.shown.filter.search);
	rc = menu_run(&menu, &page, &dialogue->lines, err);
	free(page.words);
	shown_release(&page.shown);
	return rc;
}
