/* SPDX-License-Identifier: MIT */
/* An answer that was left open, in lines: to go on with, or to give up. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/utf8.h"
#include "cli/dialogue.h"
#include "cli/output.h"
#include "cli/practice.h"
#include "store/draft.h"
#include "store/session.h"

enum {
	SECOND_MS = 1000,
	GO_ON = 1,
	GIVE_UP,
	CHOICES = GIVE_UP,
};

struct draft_page {
	struct dialogue *dialogue;
	struct session session; /* as it was told */
	char id[ID_SIZE];
	char problem[sizeof(struct err)]; /* why it can't be read; "" */
	bool found;
};

static void
forget(struct draft_page *page)
{
	if (page->found && page->problem[0] == '\0')
		session_release(&page->session);
	page->found = false;
	page->problem[0] = '\0';
}

/* One that can't be read, its question is gone, can be given up. */
static void
load(struct draft_page *page)
{
	struct err problem = {0};
	int rc;

	forget(page);
	rc = store_draft_get(page->dialogue->store, 0, clock_now(),
	    &page->session, page->id, &problem);
	page->found = rc != 0;
	if (rc < 0)
		snprintf(
		    page->problem, sizeof(page->problem), "%s", problem.text);
}

static const char *
where_it_stands(const struct session *session)
{
	switch (session->phase) {
	case PHASE_READY:
		return "not begun";
	case PHASE_PREDICT:
	case PHASE_RATE:
	case PHASE_DONE:
		return "answered, waiting to be rated";
	case PHASE_THINK:
	case PHASE_ANSWER:
	case PHASE_PROBE:
		break;
	}
	return session_paused(session) ? "its clock paused"
				       : "its clock running on";
}

static void
tell_session(const struct session *session)
{
	char *text = session_text(session);
	size_t words =
	    session_is_empty(session) ? 0 : utf8_words(text, strlen(text));
	struct str line = STR_INIT;

	free(text);
	str_addf(&line,
	    "Left open: question %d of %d, %zu word%s, %s: ", session->at + 1,
	    session->n_tasks, words, words == 1 ? "" : "s",
	    where_it_stands(session));
	told_question(&line, session_task(session)->question.prompt);
	menu_line(&line);
	str_release(&line);
}

static int
draft_tell(void *data, struct choices *choices, struct err *err)
{
	struct draft_page *page = data;

	(void)err;
	load(page);
	choices_fit(choices, page->found ? CHOICES : 0);
	if (!page->found) {
		output_sentence("Nothing is left open.");
		return 0;
	}
	if (page->problem[0] != '\0')
		printf("What was left open can't be read: %s\n", page->problem);
	else
		tell_session(&page->session);
	printf("%d. Go on with it\n", GO_ON);
	printf("%d. Give it up: what was said is kept, without a rating\n",
	    GIVE_UP);
	return 0;
}

/* What was written is never thrown away: it is kept as a skipped answer, or as
 * an unrated one where it was finished. */
static int
give_up(struct draft_page *page, struct err *err)
{
	struct store *store = page->dialogue->store;
	struct session *session = &page->session;
	struct instant now = clock_now();
	bool unfinished =
	    session->phase == PHASE_THINK || session->phase == PHASE_ANSWER;
	char answer_id[ID_SIZE];

	if (page->problem[0] != '\0')
		return store_draft_drop(store, page->id, err);
	if (session_is_empty(session))
		return store_session_leave(
		    store, session->id, now.wall_ms / SECOND_MS, err);
	sheet_clear(&session->take.sheet);
	return store_keep_answer(
	    store, session, unfinished, true, now, answer_id, err);
}

static int
draft_choose(void *data, int number, struct err *err)
{
	struct draft_page *page = data;

	if (store_need_write(page->dialogue->store, err) != 0)
		return -1;
	if (number == GIVE_UP)
		return give_up(page, err);
	if (page->problem[0] != '\0')
		return fail(err, "%s", page->problem);
	page->found = false; /* the practice has it now */
	return practice_resume(
	    page->dialogue->store, &page->session, &page->dialogue->lines, err);
}

int
dialogue_draft(struct dialogue *dialogue, struct err *err)
{
	static const struct menu menu = {
	    .tell = draft_tell,
	    .choose = draft_choose,
	};
	struct draft_page page = {.dialogue = dialogue};
	int rc = menu_run(&menu, &page, &dialogue->lines, err);

	forget(&page);
	return rc;
}
