/* SPDX-License-Identifier: MIT */
#include "cli/dialogue_shown.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/mem.h"

const char *const shown_orders[SHOWN_ORDERS] = {
    "newest", "oldest", "worst", "best", "round", "company", "level"};
const char *const shown_order_texts[SHOWN_ORDERS] = {"newest first",
    "oldest first", "worst first", "best first", "by round", "by company",
    "by level"};

const char *const shown_state_texts[QUESTION_STATES] = {
    [QUESTIONS_ALL] = "any",
    [QUESTIONS_IN_USE] = "in use",
    [QUESTIONS_RETIRED] = "retired",
    [QUESTIONS_NEVER_ASKED] = "never asked",
    [QUESTIONS_DUE] = "due",
};

const char *const shown_origins[SHOWN_ORIGINS] = {NULL, "user", "shipped"};
const char *const shown_origin_texts[SHOWN_ORIGINS] = {
    "any", "mine", "shipped"};

const char *
shown_origin_text(const char *origin)
{
	for (int i = 1; origin != NULL && i < SHOWN_ORIGINS; i++)
		if (strcmp(shown_origins[i], origin) == 0)
			return shown_origin_texts[i];
	return shown_origin_texts[0];
}

const char *
shown_order_text(const char *order)
{
	for (int i = 0; order != NULL && i < SHOWN_ORDERS; i++)
		if (strcmp(shown_orders[i], order) == 0)
			return shown_order_texts[i];
	return shown_order_texts[0];
}

void
shown_init(
    struct shown *shown, const struct store_filter *filter, const char *rater)
{
	*shown = (struct shown){
	    .filter = *filter,
	    .rater = rater != NULL ? mem_text(rater) : NULL,
	};
}

void
shown_release(struct shown *shown)
{
	free(shown->rater);
	free(shown->tag);
	*shown = (struct shown){0};
}

static void
add_name(struct str *line, const struct names *names, const char *key,
    const char *any)
{
	str_add(line, key != NULL ? names_label(names, key, any) : any);
}

/* A bound that is no day was given on the command line. */
static void
add_bound(struct str *line, bool is_day, int64_t day, bool has, int64_t at_s)
{
	char text[DATE_SIZE] = "any";

	if (is_day)
		date_day(text, day);
	else if (has)
		date_utc(text, at_s);
	str_add(line, text);
}

void
shown_tell(const struct shown *shown, const struct told_names *names,
    enum shown_by by, struct str *line)
{
	const struct store_filter *filter = &shown->filter;

	switch (by) {
	case SHOWN_RATER:
		str_addf(line, "Rater: %s", shown->rater);
		return;
	case SHOWN_ROUND:
		str_add(line, "Round: ");
		add_name(line, &names->rounds, filter->round, "any round");
		return;
	case SHOWN_COMPANY:
		str_add(line, "Company: ");
		add_name(
		    line, &names->companies, filter->company, "any company");
		return;
	case SHOWN_LEVEL:
		str_add(line, "Level: ");
		add_name(line, &names->levels, filter->level, "any level");
		return;
	case SHOWN_FIRST_DAY:
		str_add(line, "First day: ");
		add_bound(line, filter->days.has_first, filter->days.first,
		    filter->has_since, filter->since);
		return;
	case SHOWN_LAST_DAY:
		str_add(line, "Last day: ");
		add_bound(line, filter->days.has_end, filter->days.end - 1,
		    filter->has_until, filter->until);
		return;
	case SHOWN_TAG:
		str_addf(line, "Tag: %s",
		    filter->tag != NULL ? filter->tag : "any or none");
		return;
	case SHOWN_ORDER:
		str_addf(line, "Order: %s", shown_order_text(filter->order));
		return;
	case SHOWN_DELETED:
		str_addf(line, "Deleted sessions: %s",
		    filter->deleted ? "these alone" : "left out");
		return;
	case SHOWN_QUESTION_TAG:
		str_addf(line, "Tag: %s",
		    filter->tag != NULL ? filter->tag : "any or none");
		return;
	case SHOWN_STATE:
		str_addf(line, "State: %s", shown_state_texts[filter->state]);
		return;
	case SHOWN_ORIGIN:
		str_addf(line, "Origin: %s", shown_origin_text(filter->origin));
		return;
	case SHOWN_BY:
		break;
	}
}
