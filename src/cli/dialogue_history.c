/* SPDX-License-Identifier: MIT */
/* Past sessions in lines, newest first. */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "cli/output.h"
#include "cli/dialogue.h"
#include "core/query.h"
#include "store/annotate.h"

struct history_page {
	struct dialogue *dialogue;
	struct store_filter filter; /* borrows the words below */
	char *words;                /* owned; NULL: everything */
};

static void
tell_count(const struct history_page *page, int n)
{
	const char *kind = page->filter.deleted ? "deleted " : "";
	struct str line = STR_INIT;

	if (n == 0)
		str_addf(&line, "No %ssession", kind);
	else
		str_addf(&line, "%d %ssession%s", n, kind, n == 1 ? "" : "s");
	told_filter(&line, &page->dialogue->names, &page->filter);
	str_add(&line, n > 1 ? ", newest first." : ".");
	if (page->filter.deleted && n > 0)
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

	if (store_session_count(dialogue->store, &page->filter, &n, err) != 0)
		return -1;
	choices_fit(choices, n);
	tell_count(page, n);
	rows = mem_zero((size_t)choices->room, sizeof(*rows));
	rc = store_session_window(dialogue->store, &page->filter, choices->from,
	    choices->room, rows, &n, err);
	for (int i = 0; rc == 0 && i < n; i++)
		rc = tell_session(
		    dialogue, choices->from + i + 1, &rows[i], err);
	for (int i = 0; i < n; i++)
		session_row_release(&rows[i]);
	free(rows);
	return rc;
}

static int
bring_back(struct store *store, const char *session_id, struct err *err)
{
	int rc;

	if (store_need_write(store, err) != 0)
		return -1;
	rc = store_session_undelete(store, session_id, err);
	if (rc == 1)
		output_sentence("Brought back.");
	return rc < 0 ? -1 : MENU_BACK;
}

static int
history_choose(void *data, int number, struct err *err)
{
	struct history_page *page = data;
	struct session_row row;
	int n, rc = MENU_BACK;

	if (store_session_window(page->dialogue->store, &page->filter,
		number - 1, 1, &row, &n, err) != 0)
		return -1;
	if (n == 1) {
		rc = page->filter.deleted
			 ? bring_back(page->dialogue->store, row.id, err)
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
	page->filter.search = *page->words != '\0' ? page->words : NULL;
}

int
dialogue_history(struct dialogue *dialogue, const struct store_filter *filter,
    struct err *err)
{
	static const struct menu menu = {
	    .tell = history_tell,
	    .choose = history_choose,
	    .search = history_search,
	};
	struct history_page page = {.dialogue = dialogue};
	int rc;

	if (filter != NULL)
		page.filter = *filter;
	page.words = mem_text(page.filter.search);
	rc = menu_run(&menu, &page, &dialogue->lines, err);
	free(page.words);
	return rc;
}
