/* SPDX-License-Identifier: MIT */
/* The views of the review in lines: each is a sentence, then what it rests on,
 * a line each. */
#include "cli/dialogue_views.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "cli/dialogue_file.h"
#include "cli/dialogue_filter.h"
#include "cli/freshen.h"
#include "cli/output.h"
#include "screens/views_parts.h"

enum { PER_CENT = 100 };

struct view_page {
	struct dialogue *dialogue;
	struct shown *shown;
	const struct told_view *what;
	struct shown_review review;
	struct views_data data;
	struct view_rows rows;
	char sentence[VIEW_SENTENCE];
};

/* How a view is told. */
struct told_view {
	const struct view *view;
	const char *text; /* as a choice */
	/* Appends the `i`-th line. */
	void (*tell)(const struct view_page *page, int i, struct str *line);
	/* How many there are; NULL: one a row. */
	int (*count)(const struct view_page *page);
};

/* `60-70 %`, which is read out as a difference, is `60 to 70 %`. */
static void
add_range(struct str *line, const char *label)
{
	const char *from = label + strspn(label, " ");
	const char *dash = strchr(from, '-');

	if (dash != NULL)
		str_addf(
		    line, "%.*s to %s", (int)(dash - from), from, dash + 1);
	else
		str_add(line, from);
}

static void
add_count(struct str *line, double n, const char *noun)
{
	str_addf(line, "%.0f %s%s", n, noun, n == 1 ? "" : "s");
}

/* `From 2026-11-02: 4 sessions, 75 % hire or better: 1 strong hire, …` */
static void
tell_verdicts(const struct view_page *page, int i, struct str *line)
{
	const struct view_row *row = &page->rows.rows[i];
	double n = 0;

	for (int part = 0; part < BAR_PARTS; part++)
		n += row->values[part];
	str_addf(line, "From %s: ", row->label);
	add_count(line, n, "session");
	if (n == 0)
		return;
	str_addf(line, ", %.0f %% hire or better",
	    (row->values[0] + row->values[1]) * PER_CENT / n);
	for (int part = 0; part < BAR_PARTS; part++)
		if (row->values[part] > 0)
			str_addf(line, ", %.0f %s", row->values[part],
			    page->what->view->parts[part]);
}

static void
tell_times(const struct view_page *page, int i, struct str *line)
{
	const struct view_row *row = &page->rows.rows[i];

	add_range(line, row->label);
	str_add(line, " of the limit: ");
	add_count(line, row->values[0], "answer");
}

static void
tell_splits(const struct view_page *page, int i, struct str *line)
{
	const struct view_row *row = &page->rows.rows[i];

	str_addf(line, "%s: %.0f %% of the time, target %.0f %%, ", row->label,
	    row->values[1] * PER_CENT, row->values[2] * PER_CENT);
	add_count(line, row->values[0], "answer");
}

static void
tell_words(const struct view_page *page, int i, struct str *line)
{
	const struct view_row *row = &page->rows.rows[i];

	add_range(line, row->label);
	str_addf(line, " words a minute: %.0f spoken, %.0f typed",
	    row->values[0], row->values[1]);
}

/* `predicted against self, 24 answers: 0.35 higher on average, 95 % …` */
static void
tell_agreement(const struct view_page *page, int i, struct str *line)
{
	static const char minus[] = " - ";
	const struct view_row *row = &page->rows.rows[i];
	const char *at = strstr(row->label, minus);

	str_addf(line, "%.*s against %s, ", (int)(at - row->label), row->label,
	    at + strlen(minus));
	add_count(line, row->values[0], "answer");
	if (isnan(row->values[1])) {
		str_add(line, ": too few to tell");
		return;
	}
	str_add(line, ": ");
	told_change(line, row->values[1]);
	str_add(line, " on average, ");
	told_interval(line, row->values[3], row->values[4]);
	str_addf(line, "; %.2f apart either way", row->values[2]);
}

static int
week_answers(const struct habit_view *habit, int week)
{
	int n = 0;

	for (int day = 0; day < WEEK_DAYS; day++)
		n += habit->answers[week][day];
	return n;
}

/* Weeks without practice are not told. */
static int
count_weeks(const struct view_page *page)
{
	int n = 0;

	for (int week = 0; week < HABIT_WEEKS; week++)
		n += week_answers(&page->data.habit, week) > 0;
	return n;
}

/* `Week of 2026-11-16, 7 answers: Monday 3, Wednesday 4`, the latest first. */
static void
tell_week(const struct view_page *page, int i, struct str *line)
{
	static const char *const days[WEEK_DAYS] = {"Monday", "Tuesday",
	    "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
	const struct habit_view *habit = &page->data.habit;
	int week = HABIT_WEEKS - 1;
	const char *gap = ": ";
	char text[DATE_SIZE];

	while (week > 0 && (week_answers(habit, week) == 0 || i-- > 0))
		week--;
	date_day(text, habit->from_day + (int64_t)week * WEEK_DAYS);
	str_addf(line, "Week of %s, ", text);
	add_count(line, week_answers(habit, week), "answer");
	for (int day = 0; day < WEEK_DAYS; day++) {
		if (habit->answers[week][day] == 0)
			continue;
		str_addf(
		    line, "%s%s %d", gap, days[day], habit->answers[week][day]);
		gap = ", ";
	}
}

static void
tell_coverage(const struct view_page *page, int i, struct str *line)
{
	const struct view_row *row = &page->rows.rows[i];

	str_addf(line, "%s: %s", row->label, row->text);
}

/* In the order of their numbers. */
static const struct told_view views[] = {
    {&verdicts_view, "Verdicts over time", tell_verdicts, NULL},
    {&times_view, "Time used of the limit", tell_times, NULL},
    {&splits_view, "Sections against their targets", tell_splits, NULL},
    {&words_view, "Words a minute", tell_words, NULL},
    {&judgement_view, "How your ratings agree", tell_agreement, NULL},
    {&habit_view, "Days with practice, and streaks", tell_week, count_weeks},
    {&coverage_view, "Coverage of the question bank", tell_coverage, NULL},
};

enum { N_VIEWS = sizeof(views) / sizeof(views[0]) };

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
	choices_fit(choices, N_VIEWS);
	output_sentence("Which view?");
	for (int i = 0; i < N_VIEWS; i++) {
		menu_number(i + 1);
		output_sentence(views[i].text);
	}
	return 0;
}

static int
views_choose(void *data, int number, struct err *err)
{
	const struct views_page *page = data;

	return run_view(page->dialogue, page->shown, &views[number - 1], err);
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
