/* SPDX-License-Identifier: MIT */
#include "cli/dialogue_pick.h"

#include "cli/output.h"

static int
pick_tell(void *data, struct choices *choices, struct err *err)
{
	const struct pick *pick = data;
	int before = pick->any != NULL ? 1 : 0;

	(void)err;
	choices_fit(choices, pick->n + before);
	output_sentence(pick->title);
	for (int i = choices->from; i < choices_last(choices); i++) {
		menu_number(i + 1);
		output_sentence(
		    i < before ? pick->any : pick->texts[i - before]);
	}
	return 0;
}

static int
pick_choose(void *data, int number, struct err *err)
{
	struct pick *pick = data;

	(void)err;
	pick->chosen = number - 1 - (pick->any != NULL ? 1 : 0);
	return MENU_CHOSEN;
}

int
pick_run(struct dialogue *dialogue, struct pick *pick, struct err *err)
{
	static const struct menu menu = {
	    .tell = pick_tell,
	    .choose = pick_choose,
	};

	return menu_run(&menu, pick, &dialogue->lines, err);
}

int
pick_up(int rc)
{
	return rc == MENU_CHOSEN ? MENU_BACK : rc;
}
