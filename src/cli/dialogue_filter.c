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

static void
tell_taken(const struct dialogue *dialogue, const char *what,
    const struct shown *shown)
{
	struct str line = STR_INIT, which = STR_INIT;

	told_filter(&which, &dialogue->names, &shown->filter);
	str_addf(&line,
	    "From %s %s%s: an empty line takes that, f filters, b goes back, q "
	    "leaves:",
	    which.len > 0 ? "the" : "all", what, which.s);
	menu_line(&line);
	str_release(&which);
	str_release(&line);
}

int
filter_ask(struct dialogue *dialogue, const char *what, struct shown *shown,
    unsigned by, struct err *err)
{
	for (;;) {
		struct wish wish;
		int rc = MENU_BACK;

		tell_taken(dialogue, what, shown);
		if (!lines_read(&dialogue->lines))
			return MENU_LEAVE;
		if (dialogue->lines.line.len == 0)
			return MENU_CHOSEN;
		wish = wish_read(dialogue->lines.line.s);
		if (wish.kind == WISH_BACK)
			return MENU_BACK;
		if (wish.kind == WISH_LEAVE)
			return MENU_LEAVE;
		if (wish.kind == WISH_FILTER)
			rc = dialogue_filter(dialogue, shown, by, err);
		else
			output_sentence("That is none of the choices.");
		if (rc != MENU_BACK)
			return rc;
	}
}
