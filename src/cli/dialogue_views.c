/* SPDX-License-Identifier: MIT */
/* The views of the review in lines: each is a sentence, then what it rests on,
 * a line each. */
#include <stdio.h>

#include "cli/dialogue_file.h"
#include "cli/dialogue_filter.h"
#include "cli/dialogue_views_parts.h"
#include "cli/freshen.h"
#include "cli/output.h"

int
shown_review_open(struct shown_review *review, struct dialogue *dialogue,
    const struct shown *shown, struct err *err)
{
	const struct review_arg from = {
	    .filter = shown->filter,
	    .rater = shown->rater,
	};

	if (freshen_all(dialogue->store, true, err) != 0)
		return -1;
	*review = (struct shown_review){.desk = {.store = dialogue->store}};
	return reviewing_open(&review->reviewing, &review->desk, &from, err);
}

static int
load(struct view_page *page, struct err *err)
{
	const struct dialogue *dialogue = page->dialogue;
	int rc;

	view_forget(&page->rows);
	page->sentence[0] = '\0';
	if (shown_review_open(
		&page->review, page->dialogue, page->shown, err) != 0)
		return -1;
	page->data = (struct views_data){
	    .shared = &page->review.reviewing,
	    .filter = page->shown->filter,
	    .now = clock_now(),
	    .rounds = &dialogue->names.rounds,
	    .levels = &dialogue->names.levels,
	};
	rc = page->what->view->fill(
	    &page->data, &page->rows, page->sentence, err);
	page->data.shared = NULL;
	reviewing_release(&page->review.reviewing);
	return rc;
}

/* What the view is of: filters that it does not heed are not told. */
static void
tell_title(const struct view_page *page)
{
	const struct view *view = page->what->view;
	struct store_filter filter = page->shown->filter;
	struct str line = STR_INIT;

	if (view->without & FILTER_COMPANY)
		filter.company = NULL;
	if (view->without & FILTER_PERIOD) {
		filter.has_since = filter.has_until = false;
		filter.days = (struct days){0};
	}
	str_add(&line, view->title);
	told_filter(&line, &page->dialogue->names, &filter);
	if ((view->without & FILTER_RATER) == 0)
		str_addf(&line, ", rated by %s", page->shown->rater);
	str_ch(&line, '.');
	menu_line(&line);
	str_release(&line);
}

static int
count(const struct view_page *page)
{
	if (page->rows.n == 0 || page->what->count == NULL)
		return page->rows.n;
	return page->what->count(page);
}

static int
view_tell(void *data, struct choices *choices, struct err *err)
{
	struct view_page *page = data;
	struct str line = STR_INIT;

	if (load(page, err) != 0)
		return -1;
	choices_fit(choices, count(page));
	tell_title(page);
	if (page->rows.n == 0)
		output_sentence(page->what->view->empty[0]);
	else if (choices->from == 0)
		output_sentence(page->sentence);
	for (int i = choices->from; i < choices_last(choices); i++) {
		page->what->tell(page, i, &line);
		menu_line(&line);
	}
	str_release(&line);
	return 0;
}

static int
view_filter(void *data, struct err *err)
{
	struct view_page *page = data;

	return dialogue_filter(
	    page->dialogue, page->shown, SHOWN_OF_RATINGS, err);
}

static void
write_rows(const void *arg, FILE *to)
{
	const struct view_page *page = arg;

	view_write(page->what->view, &page->rows, to);
}

static int
view_export(void *data, struct err *err)
{
	const struct view_page *page = data;

	return file_write_csv(
	    page->dialogue, page->what->view->name, write_rows, page, err);
}

static int
run_view(struct dialogue *dialogue, struct shown *shown,
    const struct told_view *what, struct err *err)
{
	static const struct menu_way ways[] = {
	    {'e', "exports", view_export},
	    {'\0', NULL, NULL},
	};
	static const struct menu menu = {
	    .tell = view_tell,
	    .filter = view_filter,
	    .ways = ways,
	};
	struct view_page page = {
	    .dialogue = dialogue,
	    .shown = shown,
	    .what = what,
	};
	int rc = menu_run(&menu, &page, &dialogue->lines, err);

	view_forget(&page.rows);
	return rc;
}

struct views_page {
	struct dialogue *dialogue;
	struct shown *shown;
};

static int
views_tell(void *data, struct choices *choices, struct err *err)
{
	(void)data;
	(void)err;
	choices_fit(choices, TOLD_VIEWS);
	output_sentence("Which view?");
	for (int i = 0; i < TOLD_VIEWS; i++) {
		menu_number(i + 1);
		output_sentence(told_views[i].text);
	}
	return 0;
}

static int
views_choose(void *data, int number, struct err *err)
{
	const struct views_page *page = data;

	return run_view(
	    page->dialogue, page->shown, &told_views[number - 1], err);
}

int
dialogue_views(struct dialogue *dialogue, struct shown *shown, struct err *err)
{
	static const struct menu menu = {
	    .tell = views_tell,
	    .choose = views_choose,
	};
	struct views_page page = {dialogue, shown};

	return menu_run(&menu, &page, &dialogue->lines, err);
}
