/* SPDX-License-Identifier: MIT */
/* Loops in lines: how far each is, then one of them round by round. */
#include <stdio.h>

#include "base/clock.h"
#include "cli/dialogue.h"
#include "cli/loop_show.h"

struct loops_page {
	struct dialogue *dialogue;
	struct loop *loops; /* owned */
	int n;
};

struct loop_page {
	struct dialogue *dialogue;
	const struct loop *loop;
	struct loop_run run; /* as it was told */
};

enum { GO_ON = 1, ANEW };

static int
loop_tell(void *data, struct choices *choices, struct err *err)
{
	struct loop_page *page = data;
	const struct loop_view view = {
	    page->loop, &page->run, &page->dialogue->names};

	loop_run_release(&page->run);
	if (store_loop_run(
		page->dialogue->store, page->loop, &page->run, err) != 0)
		return -1;
	loop_show(&view);
	putchar('\n');
	choices_fit(choices, page->run.id != NULL ? ANEW : GO_ON);
	if (page->run.next < page->loop->n)
		printf("%d. Practise the next round\n", GO_ON);
	else
		printf("%d. Every round is done\n", GO_ON);
	if (choices->n == ANEW)
		printf("%d. Begin a new run\n", ANEW);
	return 0;
}

static int
loop_choose(void *data, int number, struct err *err)
{
	struct loop_page *page = data;
	struct dialogue *dialogue = page->dialogue;
	const struct loop_view view = {
	    page->loop, &page->run, &dialogue->names};
	struct loop_place place;
	struct plan plan;

	if (number == ANEW || page->run.id == NULL)
		loop_run_begin(&page->run, page->loop, clock_now());
	if (page->run.next == page->loop->n)
		return MENU_BACK;
	loop_show_next(&view);
	plan =
	    plan_loop_round(page->loop, &page->run, dialogue->probes, &place);
	return dialogue_practise(dialogue, &plan, err);
}

static int
loops_tell(void *data, struct choices *choices, struct err *err)
{
	const struct loops_page *page = data;
	int rc = 0;

	choices_fit(choices, page->n);
	for (int i = choices->from; i < choices_last(choices); i++) {
		struct loop_run run;
		const struct loop_view view = {
		    &page->loops[i], &run, &page->dialogue->names};

		rc = store_loop_run(
		    page->dialogue->store, &page->loops[i], &run, err);
		if (rc == 0)
			loop_show_brief(&view, i + 1);
		loop_run_release(&run);
		if (rc != 0)
			break;
	}
	return rc;
}

static int
loops_choose(void *data, int number, struct err *err)
{
	static const struct menu menu = {
	    .tell = loop_tell,
	    .choose = loop_choose,
	};
	const struct loops_page *loops = data;
	struct loop_page page = {
	    .dialogue = loops->dialogue,
	    .loop = &loops->loops[number - 1],
	};
	int rc = menu_run(&menu, &page, &page.dialogue->lines, err);

	loop_run_release(&page.run);
	return rc;
}

int
dialogue_loops(struct dialogue *dialogue, struct err *err)
{
	static const struct menu menu = {
	    .tell = loops_tell,
	    .choose = loops_choose,
	};
	struct loops_page page = {.dialogue = dialogue};
	int rc = store_loops(dialogue->store, &page.loops, &page.n, err);

	if (rc == 0)
		rc = menu_run(&menu, &page, &dialogue->lines, err);
	loops_free(page.loops, page.n);
	return rc;
}
