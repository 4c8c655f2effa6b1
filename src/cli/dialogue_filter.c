/* SPDX-License-Identifier: MIT */
#include "cli/dialogue_filter.h"

#include "cli/output.h"

struct filter_page {
	struct dialogue *dialogue;
	struct shown *shown;
	unsigned by;
};

static int
filter_tell(void *data, struct choices *choices, struct err *err)
{
	const struct filter_page *page = data;
	struct str line = STR_INIT;
	int n = 0;

	(void)err;
	output_sentence("What is shown; a number changes it.");
	for (int by = 0; by < SHOWN_BY; by++) {
		if ((page->by & 1u << by) == 0)
			continue;
		menu_number(++n);
		shown_tell(page->shown, &page->dialogue->names,
		    (enum shown_by)by, &line);
		menu_line(&line);
	}
	choices_fit(choices, n);
	str_release(&line);
	return 0;
}

/* The one that is told under the number. */
static enum shown_by
numbered(const struct filter_page *page, int number)
{
	int by = 0;

	while ((page->by & 1u << by) == 0 || --number > 0)
		by++;
	return (enum shown_by)by;
}

static int
filter_choose(void *data, int number, struct err *err)
{
	struct filter_page *page = data;

	return shown_change(
	    page->dialogue, page->shown, numbered(page, number), err);
}

int
dialogue_filter(struct dialogue *dialogue, struct shown *shown, unsigned by,
    struct err *err)
{
	static const struct menu menu = {
	    .tell = filter_tell,
	    .choose = filter_choose,
	};
	struct filter_page page = {dialogue, shown, by};

	return menu_run(&menu, &page, &dialogue->lines, err);
}
