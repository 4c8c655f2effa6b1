/* SPDX-License-Identifier: MIT */
/* A past session in lines: its verdict, then its answers to choose from. */
#include <stdio.h>
#include <stdlib.h>

#include "cli/dialogue_change.h"
#include "cli/dialogue_pick.h"
#include "cli/level_lines.h"
#include "cli/output.h"
#include "cli/practice_show.h"
#include "store/level.h"

struct session_page {
	struct dialogue *dialogue;
	struct session_row row;
	struct answer_row *answers; /* owned */
	int n;
};

int
dialogue_judge(struct dialogue *dialogue, const struct session_row *row,
    struct session_judged *judged, struct str *line, struct err *err)
{
	char *limiting = NULL;

	if (judge_session(dialogue->store, row->pk, "self", judged, err) != 0)
		return -1;
	if (store_signal_label(
		dialogue->store, judged->limiting, &limiting, err) != 0) {
		session_judged_release(judged);
		return -1;
	}
	told_session(line, &dialogue->names, row, judged, limiting);
	free(limiting);
	return 0;
}

static int
tell_verdict(const struct session_page *page, struct err *err)
{
	struct session_judged judged;
	struct str line = STR_INIT;
	int rc =
	    dialogue_judge(page->dialogue, &page->row, &judged, &line, err);

	if (rc == 0) {
		str_ch(&line, '.');
		menu_line(&line);
		show_caps(judged.caps);
		told_answered(&line, &page->row, &judged);
		str_ch(&line, '.');
		menu_line(&line);
		session_judged_release(&judged);
	}
	str_release(&line);
	return rc;
}

static int
tell_remarks(const struct session_page *page, struct err *err)
{
	struct remarks remarks;
	struct str line = STR_INIT;

	if (store_session_remarks(
		page->dialogue->store, page->row.pk, &remarks, err) != 0)
		return -1;
	if (remarks.tags.len > 0) {
		str_add(&line, "Tags: ");
		told_tags(&line, &remarks);
		menu_line(&line);
	}
	if (*remarks.note != '\0') {
		str_addf(&line, "Note: %s", remarks.note);
		menu_line(&line);
	}
	remarks_release(&remarks);
	str_release(&line);
	return 0;
}

static int
tell_answers(const struct session_page *page, const struct choices *choices,
    struct err *err)
{
	struct str line = STR_INIT;
	int rc = 0;

	for (int i = choices->from; i < page->n && rc == 0; i++) {
		struct answer_judged judged;

		if (!choices_on_page(choices, i + 1))
			break;
		rc = judge_answer(page->dialogue->store, page->answers[i].pk,
		    "self", &judged, err);
		menu_number(i + 1);
		told_answer(&line, &page->answers[i].answer, &judged);
		menu_line(&line);
	}
	str_release(&line);
	return rc;
}

/* Until it is rated, the level is the last choice. */
static void
tell_level(const struct level_rated *level, const struct choices *choices)
{
	if (!level_is_open(level) || !choices_on_page(choices, choices->n))
		return;
	menu_number(choices->n);
	fputs("Rate the session as ", stdout);
	output_text(level->label);
	output_sentence(", by what this level asks");
}

static int
session_tell(void *data, struct choices *choices, struct err *err)
{
	struct session_page *page = data;
	struct level_rated level;
	int rc =
	    store_level_rated(page->dialogue->store, &page->row, &level, err);

	if (rc == 0) {
		choices_fit(choices, page->n + (level_is_open(&level) ? 1 : 0));
		rc = tell_verdict(page, err);
	}
	if (rc == 0)
		rc = tell_remarks(page, err);
	if (rc == 0)
		rc = tell_answers(page, choices, err);
	if (rc == 0)
		tell_level(&level, choices);
	level_rated_release(&level);
	return rc;
}

static int
session_choose(void *data, int number, struct err *err)
{
	struct session_page *page = data;
	struct dialogue *dialogue = page->dialogue;

	if (number <= page->n)
		return dialogue_answer(
		    dialogue, page->answers[number - 1].answer.id, err);
	if (store_need_write(dialogue->store, err) != 0)
		return -1;
	return level_lines_rate(
	    &dialogue->lines, dialogue->store, page->row.id, false, err);
}

static int
session_note(void *data, struct err *err)
{
	const struct session_page *page = data;

	return change_note(page->dialogue, &page->row, err);
}

static int
session_tag(void *data, struct err *err)
{
	const struct session_page *page = data;

	return change_tag(page->dialogue, &page->row, err);
}

static int
session_delete(void *data, struct err *err)
{
	const struct session_page *page = data;

	return change_delete(page->dialogue, page->row.id, err);
}

static int
session_undo(void *data, struct err *err)
{
	const struct session_page *page = data;

	return change_undo(page->dialogue, err);
}

int
dialogue_session(struct dialogue *dialogue, const char *id, struct err *err)
{
	static const struct menu_way ways[] = {
	    {'m', "notes", session_note},
	    {'t', "tags", session_tag},
	    {'d', "deletes", session_delete},
	    {'u', "undoes", session_undo},
	    {'\0', NULL, NULL},
	};
	static const struct menu menu = {
	    .tell = session_tell,
	    .choose = session_choose,
	    .ways = ways,
	};
	struct session_page page = {.dialogue = dialogue};
	int rc = store_session_get(dialogue->store, id, &page.row, err);

	if (rc != 1)
		return rc < 0 ? -1 : fail(err, "no session '%s'", id);
	rc = store_session_answers(
	    dialogue->store, page.row.pk, &page.answers, &page.n, err);
	if (rc == 0)
		rc = pick_up(menu_run(&menu, &page, &dialogue->lines, err));
	answer_rows_free(page.answers, page.n);
	session_row_release(&page.row);
	return rc;
}
