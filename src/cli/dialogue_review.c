/* SPDX-License-Identifier: MIT */
/* Signals across sessions in lines, the weakest first. */

#include <stdlib.h>

#include "cli/dialogue_export.h"
#include "cli/dialogue_filter.h"
#include "cli/dialogue_review_parts.h"
#include "cli/dialogue_views.h"
#include "cli/freshen.h"
#include "core/period.h"
#include "store/lately.h"

enum { SECOND_MS = 1000 };

void
review_page_forget(struct review_page *page)
{
	review_release(&page->review);
	free(page->order);
	page->review = (struct review){0};
	page->order = NULL;
}

int
review_page_load(struct review_page *page, struct err *err)
{
	struct store *store = page->dialogue->store;

	review_page_forget(page);
	if (store_rules(store, &page->rules, err) != 0 ||
	    store_review(store, page->filter, page->rater, page->signal,
		&page->review, err) != 0)
		return -1;
	page->bar = (double)page->rules->hire / SCORE_UNIT;
	page->order = review_weakest_first(&page->review);
	return 0;
}

void
review_page_title(const struct review_page *page, const char *what, int n)
{
	struct str line = STR_INIT;

	if (n == 0)
		str_add(&line, "No rating");
	else
		str_addf(
		    &line, "%s in %d session%s", what, n, n == 1 ? "" : "s");
	told_filter(&line, &page->dialogue->names, page->filter);
	if (n == 0)
		str_addf(&line, " by %s.", page->rater);
	else
		str_addf(&line, ", rated by %s; the bar is %.1f.", page->rater,
		    page->bar);
	menu_line(&line);
	str_release(&line);
}

static int
tell_signal(const struct review_page *page, int number, struct err *err)
{
	const struct review_signal *signal =
	    &page->review.signals[page->order[number - 1]];
	struct str line = STR_INIT;
	char *label;

	if (store_signal_label(
		page->dialogue->store, signal->signal, &label, err) != 0)
		return -1;
	menu_number(number);
	told_signal(&line, label, signal, page->bar);
	menu_line(&line);
	str_release(&line);
	free(label);
	return 0;
}

/* A sentence; nothing was found where it is empty. */
static void
tell_found(struct str *line)
{
	if (line->len == 0)
		return;
	str_ch(line, '.');
	menu_line(line);
}

static void
tell_overall(const struct fortnight *fortnight, int least)
{
	char text[FORTNIGHT_TEXT];
	struct str line = STR_INIT;

	fortnight_text(fortnight, least, text);
	str_add(&line, text);
	tell_found(&line);
	str_release(&line);
}

/* What is shown may be limited to another period. */
static int
read_lately(const struct review_page *page, int64_t now_s,
    struct review *review, struct err *err)
{
	struct store_filter filter = *page->filter;

	filter.days = (struct days){0};
	filter.has_until = false;
	filter.has_since = true;
	filter.since = now_s - (int64_t)2 * FORTNIGHT_DAYS * DAY_S;
	return store_review(
	    page->dialogue->store, &filter, page->rater, NULL, review, err);
}

static int
tell_parts(const struct review_page *page, const struct fortnight *overall,
    struct err *err)
{
	struct lately_words words;
	struct review review;
	const struct lately lately = {
	    .store = page->dialogue->store,
	    .filter = page->filter,
	    .rater = page->rater,
	    .now_s = overall->now_s,
	    .least = page->rules->trend_sessions,
	    .overall = overall,
	    .rounds = &page->dialogue->names.rounds,
	    .review = &review,
	};
	int rc;

	if (read_lately(page, overall->now_s, &review, err) != 0)
		return -1;
	rc = lately_tell(&lately, &words, err);
	review_release(&review);
	tell_found(&words.rounds);
	tell_found(&words.signals);
	tell_found(&words.early);
	lately_release(&words);
	return rc;
}

/* As the review's first lines. */
static int
tell_lately(const struct review_page *page, struct err *err)
{
	int64_t now_s = clock_now().wall_ms / SECOND_MS;
	struct store *store = page->dialogue->store;
	struct fortnight overall;

	if (freshen_all(store, true, err) != 0 ||
	    store_fortnight(
		store, page->filter, page->rater, now_s, &overall, err) != 0)
		return -1;
	tell_overall(&overall, page->rules->trend_sessions);
	return tell_parts(page, &overall, err);
}

static int
review_tell(void *data, struct choices *choices, struct err *err)
{
	struct review_page *page = data;
	int rc = review_page_load(page, err);

	if (rc != 0)
		return -1;
	choices_fit(choices, page->review.n);
	review_page_title(
	    page, "Your signals, the weakest first,", page->review.sessions);
	if (choices->from == 0 && page->review.n > 0 &&
	    tell_lately(page, err) != 0)
		return -1;
	for (int i = choices->from + 1; i <= choices_last(choices); i++)
		if (tell_signal(page, i, err) != 0)
			return -1;
	return 0;
}

/* What is shown may be changed from there too. */
static int
review_choose(void *data, int number, struct err *err)
{
	struct review_page *page = data;
	int rc = dialogue_signal(
	    page, page->review.signals[page->order[number - 1]].signal, err);

	page->rater = page->shown->rater;
	return rc;
}

static int
review_filter(void *data, struct err *err)
{
	struct review_page *page = data;
	int rc =
	    dialogue_filter(page->dialogue, page->shown, SHOWN_OF_RATINGS, err);

	page->rater = page->shown->rater;
	return rc;
}

static int
review_views(void *data, struct err *err)
{
	struct review_page *page = data;
	int rc = dialogue_views(page->dialogue, page->shown, err);

	page->rater = page->shown->rater;
	return rc;
}

static int
review_compare(void *data, struct err *err)
{
	struct review_page *page = data;
	int rc = dialogue_compare(page->dialogue, page->shown, err);

	page->rater = page->shown->rater;
	return rc;
}

/* The rows behind the signals, of what is shown. */
static int
review_export(void *data, struct err *err)
{
	const struct review_page *page = data;

	return dialogue_export_progress(
	    page->dialogue, page->filter, page->rater, err);
}

int
dialogue_review(struct dialogue *dialogue, const struct store_filter *filter,
    const char *rater, const char *signal, struct err *err)
{
	static const struct menu_way ways[] = {
	    {'v', "views", review_views},
	    {'x', "compares", review_compare},
	    {'e', "exports", review_export},
	    {'\0', NULL, NULL},
	};
	static const struct menu menu = {
	    .tell = review_tell,
	    .choose = review_choose,
	    .filter = review_filter,
	    .ways = ways,
	};
	struct shown shown;
	struct review_page page = {
	    .dialogue = dialogue,
	    .filter = &shown.filter,
	    .shown = &shown,
	};
	int rc;

	shown_init(&shown, filter, rater);
	page.rater = shown.rater;
	rc = signal != NULL ? dialogue_signal(&page, signal, err)
			    : menu_run(&menu, &page, &dialogue->lines, err);
	review_page_forget(&page);
	shown_release(&shown);
	return rc;
}
