/* SPDX-License-Identifier: MIT */
/* The way to a practice in lines: its round, then its level. */
#include <stdio.h>

#include "cli/dialogue.h"
#include "cli/output.h"
#include "cli/practice.h"

/* A list of names to choose one from. */
struct names_page {
	struct dialogue *dialogue;
	const char *title;
	const char *any; /* the choice of none of them, the first; NULL: none */
	const struct names *names;
	struct plan *plan;
	int (*choose)(
	    struct names_page *page, const char *key, struct err *err);
};

static int
names_tell(void *data, struct choices *choices, struct err *err)
{
	struct names_page *page = data;
	int before = page->any != NULL ? 1 : 0;

	(void)err;
	choices_fit(choices, page->names->n + before);
	output_sentence(page->title);
	for (int i = choices->from + 1; i <= choices_last(choices); i++) {
		menu_number(i);
		output_text(i <= before ? page->any
					: page->names->labels[i - before - 1]);
		putchar('\n');
	}
	return 0;
}

static int
names_choose(void *data, int number, struct err *err)
{
	struct names_page *page = data;
	int before = page->any != NULL ? 1 : 0;

	return page->choose(page,
	    number <= before ? NULL : page->names->keys[number - before - 1],
	    err);
}

static int
choose_name(struct names_page *page, struct err *err)
{
	static const struct menu menu = {
	    .tell = names_tell,
	    .choose = names_choose,
	};

	return menu_run(&menu, page, &page->dialogue->lines, err);
}

static int
level_chosen(struct names_page *page, const char *key, struct err *err)
{
	page->plan->level = key;
	return dialogue_practise(page->dialogue, page->plan, err);
}

static int
round_chosen(struct names_page *page, const char *key, struct err *err)
{
	struct names_page levels = {
	    .dialogue = page->dialogue,
	    .title = "At which level?",
	    .any = "Any level",
	    .names = &page->dialogue->names.levels,
	    .plan = page->plan,
	    .choose = level_chosen,
	};

	page->plan->round = key;
	return choose_name(&levels, err);
}

int
dialogue_rounds(struct dialogue *dialogue, struct err *err)
{
	struct plan plan = plan_default();
	struct names_page rounds = {
	    .dialogue = dialogue,
	    .title = "Which round?",
	    .names = &dialogue->names.rounds,
	    .plan = &plan,
	    .choose = round_chosen,
	};

	return choose_name(&rounds, err);
}

int
dialogue_practise(struct dialogue *dialogue, struct plan *plan, struct err *err)
{
	if (store_need_write(dialogue->store, err) != 0)
		return -1;
	plan->probes = dialogue->probes;
	plan->interrupted = dialogue->interrupted;
	practice_plan_lines(plan);
	return practice_plain(dialogue->store, plan, &dialogue->lines, err);
}
