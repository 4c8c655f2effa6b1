/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/list.h"
#include "base/mem.h"
#include "cli/dialogue_pick.h"
#include "cli/dialogue_shown.h"
#include "cli/output.h"
#include "core/question.h"
#include "store/annotate.h"
#include "store/rater.h"
#include "store/tag.h"

enum { SECOND_MS = 1000 };

/* `any` stands for questions that fit every company; no session is for it. */
static int
pick_name(struct dialogue *dialogue, const struct names *names,
    struct pick pick, const char **key, struct err *err)
{
	size_t room = (size_t)names->n;
	const char **labels = mem_zero(room + 1, sizeof(*labels));
	const char **keys = mem_zero(room + 1, sizeof(*keys));
	int rc;

	for (int i = 0; i < names->n; i++) {
		if (question_any(names->keys[i]))
			continue;
		labels[pick.n] = names->labels[i];
		keys[pick.n++] = names->keys[i];
	}
	pick.texts = labels;
	rc = pick_run(dialogue, &pick, err);
	if (rc == MENU_CHOSEN)
		*key = pick.chosen < 0 ? NULL : keys[pick.chosen];
	free(labels);
	free(keys);
	return pick_up(rc);
}

static int
pick_rater(struct dialogue *dialogue, struct shown *shown, struct err *err)
{
	struct raters raters;
	struct pick pick = {.title = "Rated by whom?"};
	int rc = store_raters(dialogue->store, &raters, err);

	if (rc != 0)
		return -1;
	pick.n = raters.n;
	pick.texts = (const char *const *)raters.names;
	if (raters.n > 0)
		rc = pick_run(dialogue, &pick, err);
	else
		output_sentence("Nobody has rated anything yet.");
	if (rc == MENU_CHOSEN) {
		free(shown->rater);
		shown->rater = mem_text(raters.names[pick.chosen]);
	}
	raters_release(&raters);
	return pick_up(rc);
}

static void
take_tag(struct shown *shown, const char *tag)
{
	free(shown->tag);
	shown->tag = tag != NULL ? mem_text(tag) : NULL;
	shown->filter.tag = shown->tag;
}

static int
pick_tag(struct dialogue *dialogue, struct shown *shown, struct err *err)
{
	struct pick pick = {.title = "Which tag?", .any = "Any or none"};
	struct str joined = STR_INIT;
	struct list_of tags;
	int rc = store_tags(dialogue->store, &joined, err);

	if (rc == 0) {
		list_of_parse(&tags, joined.s);
		pick.n = (int)tags.n;
		pick.texts = (const char *const *)tags.items;
		rc = pick_run(dialogue, &pick, err);
		if (rc == MENU_CHOSEN)
			take_tag(shown,
			    pick.chosen < 0 ? NULL : tags.items[pick.chosen]);
		list_of_release(&tags);
	}
	str_release(&joined);
	return pick_up(rc);
}

static int
pick_question_tag(
    struct dialogue *dialogue, struct shown *shown, struct err *err)
{
	struct pick pick = {.title = "Which tag?", .any = "Any or none"};
	struct tag_counts tags;
	const char **texts;
	int rc;

	if (store_question_tags(dialogue->store, &tags, err) != 0)
		return -1;
	texts = mem_zero((size_t)tags.n + 1, sizeof(*texts));
	for (int i = 0; i < tags.n; i++)
		texts[i] = tags.tags[i].tag;
	pick.n = tags.n;
	pick.texts = texts;
	rc = pick_run(dialogue, &pick, err);
	if (rc == MENU_CHOSEN)
		take_tag(shown, pick.chosen < 0 ? NULL : texts[pick.chosen]);
	free(texts);
	tag_counts_release(&tags);
	return pick_up(rc);
}

/* What is due is due now. */
static int
pick_state(struct dialogue *dialogue, struct shown *shown, struct err *err)
{
	struct pick pick = {.title = "Which questions?",
	    .n = QUESTION_STATES,
	    .texts = shown_state_texts};
	int rc = pick_run(dialogue, &pick, err);

	if (rc == MENU_CHOSEN) {
		shown->filter.state = (enum question_state)pick.chosen;
		shown->filter.as_of = clock_now().wall_ms / SECOND_MS;
	}
	return pick_up(rc);
}

static int
pick_origin(struct dialogue *dialogue, struct shown *shown, struct err *err)
{
	struct pick pick = {.title = "Whose questions?",
	    .n = SHOWN_ORIGINS,
	    .texts = shown_origin_texts};
	int rc = pick_run(dialogue, &pick, err);

	if (rc == MENU_CHOSEN)
		shown->filter.origin = shown_origins[pick.chosen];
	return pick_up(rc);
}

static int
pick_order(struct dialogue *dialogue, struct shown *shown, struct err *err)
{
	struct pick pick = {.title = "In which order?",
	    .n = SHOWN_ORDERS,
	    .texts = shown_order_texts};
	int rc = pick_run(dialogue, &pick, err);

	if (rc == MENU_CHOSEN)
		shown->filter.order = shown_orders[pick.chosen];
	return pick_up(rc);
}

/* Asks until the reply is a day, or nothing: any. */
static int
ask_day(struct lines *lines, bool *has, int64_t *day)
{
	for (;;) {
		struct wish wish;

		output_sentence("A day such as 2026-11-20; an empty line takes "
				"any, b goes back, q leaves:");
		if (!lines_read(lines))
			return MENU_LEAVE;
		wish = wish_read(lines->line.s);
		if (wish.kind == WISH_LEAVE)
			return MENU_LEAVE;
		if (wish.kind == WISH_BACK)
			return MENU_BACK;
		*has = lines->line.len > 0;
		if (!*has || date_parse_day_number(lines->line.s, day))
			return MENU_CHOSEN;
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
ask_first(struct dialogue *dialogue, struct store_filter *filter)
{
	bool has;
	int64_t day = 0;
	int rc = ask_day(&dialogue->lines, &has, &day);

	if (rc == MENU_CHOSEN) {
		filter->days.has_first = has;
		filter->days.first = day;
		set_time(has, day, &filter->has_since, &filter->since);
	}
	return pick_up(rc);
}

static int
ask_last(struct dialogue *dialogue, struct store_filter *filter)
{
	bool has;
	int64_t day = 0;
	int rc = ask_day(&dialogue->lines, &has, &day);

	if (rc == MENU_CHOSEN) {
		filter->days.has_end = has;
		filter->days.end = day + 1; /* the day itself is shown */
		set_time(has, day + 1, &filter->has_until, &filter->until);
	}
	return pick_up(rc);
}

int
shown_change(struct dialogue *dialogue, struct shown *shown, enum shown_by by,
    struct err *err)
{
	static const struct pick round = {
	    .title = "Which round?", .any = "Any round"};
	static const struct pick company = {
	    .title = "Which company?", .any = "Any company"};
	static const struct pick level = {
	    .title = "Which level?", .any = "Any level"};
	const struct told_names *names = &dialogue->names;
	struct store_filter *filter = &shown->filter;

	switch (by) {
	case SHOWN_RATER:
		return pick_rater(dialogue, shown, err);
	case SHOWN_ROUND:
		return pick_name(
		    dialogue, &names->rounds, round, &filter->round, err);
	case SHOWN_COMPANY:
		return pick_name(dialogue, &names->companies, company,
		    &filter->company, err);
	case SHOWN_LEVEL:
		return pick_name(
		    dialogue, &names->levels, level, &filter->level, err);
	case SHOWN_FIRST_DAY:
		return ask_first(dialogue, filter);
	case SHOWN_LAST_DAY:
		return ask_last(dialogue, filter);
	case SHOWN_TAG:
		return pick_tag(dialogue, shown, err);
	case SHOWN_ORDER:
		return pick_order(dialogue, shown, err);
	case SHOWN_DELETED:
		filter->deleted = !filter->deleted;
		break;
	case SHOWN_QUESTION_TAG:
		return pick_question_tag(dialogue, shown, err);
	case SHOWN_STATE:
		return pick_state(dialogue, shown, err);
	case SHOWN_ORIGIN:
		return pick_origin(dialogue, shown, err);
	case SHOWN_BY:
		break;
	}
	return MENU_BACK;
}
