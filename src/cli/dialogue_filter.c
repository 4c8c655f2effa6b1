/* SPDX-License-Identifier: MIT */
#include "cli/output.h"
#include "cli/dialogue_filter.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/date.h"
#include "base/mem.h"
#include "store/rater.h"

struct filter_page {
	struct dialogue *dialogue;
	struct view *view;
};

/* One of some texts, or none of them. */
struct pick {
	const char *title;
	const char *any; /* the first choice; NULL: one is wanted */
	int n;
	char *const *texts;
	int chosen; /* index; -1: any */
};

static int
pick_tell(void *data, struct choices *choices, struct err *err)
{
	const struct pick *pick = data;
	int before = pick->any != NULL ? 1 : 0;

	(void)err;
	choices_fit(choices, pick->n + before);
	output_sentence(pick->title);
	for (int i = choices->from; i < choices_last(choices); i++) {
		struct str line = STR_INIT;

		str_add(
		    &line, i < before ? pick->any : pick->texts[i - before]);
		menu_number(i + 1);
		menu_line(&line);
		str_release(&line);
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

static int
run_pick(struct pick *pick, struct filter_page *page, struct err *err)
{
	static const struct menu menu = {
	    .tell = pick_tell,
	    .choose = pick_choose,
	};

	return menu_run(&menu, pick, &page->dialogue->lines, err);
}

/* The page that it was chosen for is told again. */
static int
up(int rc)
{
	return rc == MENU_CHOSEN ? MENU_BACK : rc;
}

static int
pick_name(struct filter_page *page, const struct names *names, struct pick pick,
    const char **key, struct err *err)
{
	int rc;

	pick.n = names->n;
	pick.texts = names->labels;
	rc = run_pick(&pick, page, err);
	if (rc == MENU_CHOSEN)
		*key = pick.chosen < 0 ? NULL : names->keys[pick.chosen];
	return up(rc);
}

static int
pick_rater(struct filter_page *page, struct err *err)
{
	struct raters raters;
	struct pick pick = {.title = "Rated by whom?"};
	int rc = store_raters(page->dialogue->store, &raters, err);

	if (rc != 0)
		return -1;
	pick.n = raters.n;
	pick.texts = raters.names;
	if (raters.n > 0)
		rc = run_pick(&pick, page, err);
	else
		output_sentence("Nobody has rated anything yet.");
	if (rc == MENU_CHOSEN) {
		free(page->view->rater);
		page->view->rater = mem_text(raters.names[pick.chosen]);
	}
	raters_release(&raters);
	return up(rc);
}

/* Asks until the reply is a day, or nothing: any. */
static int
ask_day(struct filter_page *page, bool *has, int64_t *day)
{
	struct lines *lines = &page->dialogue->lines;

	for (;;) {
		fputs("A day such as 2026-11-20; an empty line takes any: ",
		    stdout);
		if (!lines_read(lines))
			return MENU_LEAVE;
		*has = lines->line.len > 0;
		if (!*has || date_parse_day_number(lines->line.s, day))
			return MENU_BACK;
		output_sentence("That is no day.");
	}
}

/* The store looks near a time for what is of a day. */
static void
set_time(bool has, int64_t day, bool *has_time, int64_t *at_s)
{
	char text[DATE_SIZE];

	*has_time = has;
	date_day(text, day);
	if (has)
		date_parse_day(text, false, at_s);
}

static int
ask_first(struct filter_page *page)
{
	struct store_filter *filter = &page->view->filter;
	int rc = ask_day(page, &filter->days.has_first, &filter->days.first);

	set_time(filter->days.has_first, filter->days.first, &filter->has_since,
	    &filter->since);
	return rc;
}

static int
ask_last(struct filter_page *page)
{
	struct store_filter *filter = &page->view->filter;
	int rc = ask_day(page, &filter->days.has_end, &filter->days.end);

	filter->days.end += filter->days.has_end; /* the day itself is shown */
	set_time(filter->days.has_end, filter->days.end, &filter->has_until,
	    &filter->until);
	return rc;
}

enum { RATER = 1, ROUND, COMPANY, LEVEL, FIRST_DAY, LAST_DAY };

static void
tell_name(int number, const char *what, const struct names *names,
    const char *key, const char *any)
{
	struct str line = STR_INIT;

	str_addf(&line, "%s: %s", what,
	    key != NULL ? names_label(names, key, any) : any);
	menu_number(number);
	menu_line(&line);
	str_release(&line);
}

static void
tell_day(int number, const char *what, bool has, int64_t day)
{
	char text[DATE_SIZE];

	date_day(text, day);
	menu_number(number);
	printf("%s: %s\n", what, has ? text : "any");
}

static int
filter_tell(void *data, struct choices *choices, struct err *err)
{
	const struct filter_page *page = data;
	const struct told_names *names = &page->dialogue->names;
	const struct store_filter *filter = &page->view->filter;
	struct str line = STR_INIT;

	(void)err;
	choices_fit(choices, LAST_DAY);
	output_sentence("What is shown; a number changes it.");
	str_addf(&line, "Rater: %s", page->view->rater);
	menu_number(RATER);
	menu_line(&line);
	str_release(&line);
	tell_name(ROUND, "Round", &names->rounds, filter->round, "any round");
	tell_name(COMPANY, "Company", &names->companies, filter->company,
	    "any company");
	tell_name(LEVEL, "Level", &names->levels, filter->level, "any level");
	tell_day(
	    FIRST_DAY, "First day", filter->days.has_first, filter->days.first);
	tell_day(
	    LAST_DAY, "Last day", filter->days.has_end, filter->days.end - 1);
	return 0;
}

/* As the choices are numbered. */
static const struct pick picks[] = {
    [ROUND] = {.title = "Which round?", .any = "Any round"},
    [COMPANY] = {.title = "Which company?", .any = "Any company"},
    [LEVEL] = {.title = "Which level?", .any = "Any level"},
};

static int
filter_choose(void *data, int number, struct err *err)
{
	struct filter_page *page = data;
	const struct told_names *names = &page->dialogue->names;
	struct store_filter *filter = &page->view->filter;

	switch (number) {
	case RATER:
		return pick_rater(page, err);
	case ROUND:
		return pick_name(
		    page, &names->rounds, picks[ROUND], &filter->round, err);
	case COMPANY:
		return pick_name(page, &names->companies, picks[COMPANY],
		    &filter->company, err);
	case LEVEL:
		return pick_name(
		    page, &names->levels, picks[LEVEL], &filter->level, err);
	case FIRST_DAY:
		return ask_first(page);
	default: /* the last one */
		return ask_last(page);
	}
}

int
dialogue_filter(struct dialogue *dialogue, struct view *view, struct err *err)
{
	static const struct menu menu = {
	    .tell = filter_tell,
	    .choose = filter_choose,
	};
	struct filter_page page = {dialogue, view};

	return menu_run(&menu, &page, &dialogue->lines, err);
}
