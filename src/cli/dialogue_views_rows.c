/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <string.h>

#include "base/date.h"
#include "cli/dialogue_views_parts.h"

enum { PER_CENT = 100 };

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

const struct told_view told_views[TOLD_VIEWS] = {
    {&verdicts_view, "Verdicts over time", tell_verdicts, NULL},
    {&times_view, "Time used of the limit", tell_times, NULL},
    {&splits_view, "Sections against their targets", tell_splits, NULL},
    {&words_view, "Words a minute", tell_words, NULL},
    {&judgement_view, "How your ratings agree", tell_agreement, NULL},
    {&habit_view, "Days with practice, and streaks", tell_week, count_weeks},
    {&coverage_view, "Coverage of the question bank", tell_coverage, NULL},
};
