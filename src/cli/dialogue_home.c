/* SPDX-License-Identifier: MIT */
/* The first page in lines: what is next, and the way to everything else. */
#include <stdio.h>
#include <stdlib.h>

#include "base/clock.h"
#include "cli/dialogue.h"
#include "cli/output.h"
#include "store/cold.h"
#include "store/draft.h"
#include "store/suggest.h"

static const struct store_filter everything;

static int
practise_next(struct dialogue *dialogue, struct err *err)
{
	struct plan plan = plan_default();

	return dialogue_practise(dialogue, &plan, err);
}

static int
review_all(struct dialogue *dialogue, struct err *err)
{
	return dialogue_review(dialogue, &everything, "self", NULL, err);
}

static int
all_sessions(struct dialogue *dialogue, struct err *err)
{
	return dialogue_history(dialogue, &everything, err);
}

/* In the order of their numbers. */
static const struct {
	const char *text;
	int (*run)(struct dialogue *dialogue, struct err *err);
} ways[] = {
    {"Practise what is next: the clock runs at once", practise_next},
    {"Choose a round to practise", dialogue_rounds},
    {"Review: your signals across sessions", review_all},
    {"History: past sessions", all_sessions},
    {"Status: how ready you are, and your checklist", dialogue_status},
    {"Rate an answer again, or test your eye", dialogue_rate},
    {"Loops: a whole interview loop, round after round", dialogue_loops},
    {"Questions: find, add or change one", dialogue_bank},
    {"Your data: import, export, report, backup", dialogue_data},
    {"Go on with what was left open, or give it up", dialogue_draft},
};

/* The last one is there while something is open. */
enum { WAYS = sizeof(ways) / sizeof(ways[0]) };

static int
tell_next(const struct dialogue *dialogue, struct err *err)
{
	struct suggestion next;
	struct str line = STR_INIT;

	if (store_suggest(dialogue->store, clock_now(), &next, err) != 0)
		return -1;
	str_addf(&line, "Next, %s: %s.",
	    names_label(&dialogue->names.rounds, next.round, "any round"),
	    next.reason);
	menu_line(&line);
	str_release(&line);
	return 0;
}

static void
tell_waiting(int n_drafts, int n_cold)
{
	char waiting[COLD_TEXT];

	if (n_drafts > 0)
		printf("%d answer%s left open: %d goes on.\n", n_drafts,
		    n_drafts == 1 ? " was" : "s were", WAYS);
	if (n_cold == 0)
		return;
	cold_text(waiting, n_cold);
	printf("%s to be rated again.\n", waiting);
}

static int
home_tell(void *data, struct choices *choices, struct err *err)
{
	const struct dialogue *dialogue = data;
	int n_drafts, n_cold;

	if (tell_next(dialogue, err) != 0 ||
	    store_draft_count(dialogue->store, &n_drafts, err) != 0 ||
	    store_cold_count(
		dialogue->store, clock_now(), COLD_MANY, &n_cold, err) != 0)
		return -1;
	tell_waiting(n_drafts, n_cold);
	choices_fit(choices, n_drafts > 0 ? WAYS : WAYS - 1);
	for (int i = 0; i < choices->n; i++) {
		menu_number(i + 1);
		output_sentence(ways[i].text);
	}
	return 0;
}

static int
home_choose(void *data, int number, struct err *err)
{
	return ways[number - 1].run(data, err);
}

int
dialogue_home(struct dialogue *dialogue, struct err *err)
{
	static const struct menu menu = {
	    .tell = home_tell,
	    .choose = home_choose,
	    .is_first = true,
	};

	return menu_run(&menu, dialogue, &dialogue->lines, err);
}
