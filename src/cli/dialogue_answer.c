/* SPDX-License-Identifier: MIT */
/* A past answer in lines, with what can be done about it, and the other
 * attempts at its question. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cli/answer_show.h"
#include "cli/output.h"

/* The choices that stand before the other attempts. */
enum { PRACTISE = 1, RATE, FIXED = RATE };

struct answer_page {
	struct dialogue *dialogue;
	const char *id; /* borrowed */
	char **others;  /* owned: ids of the other attempts, newest first */
	int n;
	bool rated; /* by oneself */
};

static int
load_view(struct answer_view *view, const char *id, struct err *err)
{
	struct store *store = view->dialogue->store;
	int rc = store_answer_get(store, id, &view->row, err);

	if (rc != 1)
		return rc < 0 ? -1 : fail(err, "no answer '%s'", id);
	if (judge_answer(store, view->row.pk, "self", &view->judged, err) != 0)
		return -1;
	rc = store_session_get(
	    store, view->row.answer.session_id, &view->session, err);
	return rc < 0 ? -1 : 0;
}

static void
forget_others(struct answer_page *page)
{
	for (int i = 0; i < page->n; i++)
		free(page->others[i]);
	free(page->others);
	page->others = NULL;
	page->n = 0;
}

static void
find_others(struct answer_page *page, const struct answer_row *attempts, int n)
{
	page->others = mem_zero((size_t)n + 1, sizeof(*page->others));
	for (int i = n - 1; i >= 0; i--)
		if (strcmp(attempts[i].answer.id, page->id) != 0)
			page->others[page->n++] =
			    mem_text(attempts[i].answer.id);
}

static int
load_others(struct answer_page *page, const char *question, struct err *err)
{
	struct answer_row *attempts;
	int n;

	forget_others(page);
	if (store_question_attempts(
		page->dialogue->store, question, &attempts, &n, err) != 0)
		return -1;
	find_others(page, attempts, n);
	answer_rows_free(attempts, n);
	return 0;
}

static int
tell_other(
    const struct answer_page *page, int number, const char *id, struct err *err)
{
	struct answer_view view = {.dialogue = page->dialogue};
	struct str line = STR_INIT;
	int rc = load_view(&view, id, err);

	if (rc == 0) {
		menu_number(number);
		told_attempt(&line, &view.row.answer, &view.judged,
		    view.session.utc_offset_min);
		menu_line(&line);
	}
	answer_row_release(&view.row);
	session_row_release(&view.session);
	str_release(&line);
	return rc;
}

static int
tell_choices(const struct answer_page *page, const struct choices *choices,
    struct err *err)
{
	int rc = 0;

	putchar('\n');
	for (int i = choices->from + 1; i <= choices_last(choices); i++) {
		if (i == PRACTISE)
			printf("%d. Answer this question again\n", PRACTISE);
		else if (i == RATE)
			printf("%d. %s\n", RATE,
			    page->rated ? "Have a peer rate this answer"
					: "Rate this answer");
		else if (rc == 0)
			rc = tell_other(
			    page, i, page->others[i - FIXED - 1], err);
	}
	return rc;
}

/* All of it on the first page; further ones have other attempts only. */
static int
answer_tell(void *data, struct choices *choices, struct err *err)
{
	struct answer_page *page = data;
	struct answer_view view = {.dialogue = page->dialogue};
	int rc = load_view(&view, page->id, err);

	if (rc == 0)
		rc = load_others(page, view.row.answer.question_id, err);
	if (rc == 0) {
		page->rated = view.judged.judged.verdict != VERDICT_NONE;
		choices_fit(choices, FIXED + page->n);
		if (choices->from == 0)
			rc = show_answer(&view, err);
	}
	if (rc == 0)
		rc = tell_choices(page, choices, err);
	answer_row_release(&view.row);
	session_row_release(&view.session);
	return rc;
}

static int
practise_again(struct answer_page *page, struct err *err)
{
	struct plan plan = plan_default();
	struct answer_row row;
	int rc = store_answer_get(page->dialogue->store, page->id, &row, err);

	if (rc != 1)
		return rc;
	plan.question = row.answer.question_id;
	rc = dialogue_practise(page->dialogue, &plan, err);
	answer_row_release(&row);
	return rc;
}

/* Nobody rates an answer as oneself twice: then it is a peer. */
static int
rate(struct answer_page *page, struct err *err)
{
	struct dialogue *dialogue = page->dialogue;
	struct wish wish;
	char *name;
	int rc;

	if (!page->rated)
		return dialogue_rate_one(
		    dialogue, SUBJECT_SELF, NULL, page->id, err);
	output_sentence("The peer's name; b or an empty line goes back, q "
			"leaves:");
	if (!lines_read(&dialogue->lines))
		return MENU_LEAVE;
	wish = wish_read(dialogue->lines.line.s);
	if (wish.kind == WISH_LEAVE)
		return MENU_LEAVE;
	if (dialogue->lines.line.len == 0 || wish.kind == WISH_BACK)
		return MENU_BACK;
	name = mem_text(dialogue->lines.line.s);
	rc = dialogue_rate_one(dialogue, SUBJECT_PEER, name, page->id, err);
	free(name);
	return rc;
}

static int
answer_choose(void *data, int number, struct err *err)
{
	struct answer_page *page = data;

	if (number == PRACTISE)
		return practise_again(page, err);
	if (number == RATE)
		return rate(page, err);
	return dialogue_answer(
	    page->dialogue, page->others[number - FIXED - 1], err);
}

int
dialogue_answer(struct dialogue *dialogue, const char *id, struct err *err)
{
	static const struct menu menu = {
	    .tell = answer_tell,
	    .choose = answer_choose,
	};
	struct answer_page page = {.dialogue = dialogue, .id = id};
	int rc = menu_run(&menu, &page, &dialogue->lines, err);

	forget_others(&page);
	return rc;
}
