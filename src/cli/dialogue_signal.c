/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>

#include "base/csv.h"
#include "base/date.h"
#include "base/number.h"
#include "cli/dialogue_file.h"
#include "cli/dialogue_filter.h"
#include "cli/dialogue_review_parts.h"

static const struct review_signal *
the_signal(const struct review_page *page)
{
	return &page->review.signals[0];
}

/* Newest first: the number of a point counts from the end. */
static const struct review_point *
point_of(const struct review_page *page, int number)
{
	const struct review_signal *signal = the_signal(page);

	return &signal->points[signal->n - number];
}

static int
tell_point(const struct review_page *page, int number, struct err *err)
{
	const struct review_point *point = point_of(page, number);
	struct str line = STR_INIT;
	struct session_row row;
	int rc = store_session_get(
	    page->dialogue->store, point->session_id, &row, err);

	if (rc != 1)
		return rc;
	menu_number(number);
	told_place(&line, &page->dialogue->names, &row);
	str_add(&line, ": ");
	told_point(&line, point, page->bar);
	menu_line(&line);
	str_release(&line);
	session_row_release(&row);
	return 0;
}

static int
tell_course(const struct review_page *page, struct err *err)
{
	const struct review_signal *signal = the_signal(page);
	struct str line = STR_INIT;
	struct slope slope;
	char *label;

	if (store_signal_label(
		page->dialogue->store, signal->signal, &label, err) != 0)
		return -1;
	review_page_title(page, label, signal->n);
	told_mean(&line, signal, page->bar);
	str_ch(&line, '.');
	menu_line(&line);
	told_trend(
	    &line, review_slope(signal, page->rules, &slope) ? &slope : NULL);
	str_ch(&line, '.');
	menu_line(&line);
	str_release(&line);
	free(label);
	return 0;
}

static int
signal_tell(void *data, struct choices *choices, struct err *err)
{
	struct review_page *page = data;

	if (review_page_load(page, err) != 0)
		return -1;
	if (page->review.n == 0) {
		choices_fit(choices, 0);
		review_page_title(page, "", 0);
		return 0;
	}
	choices_fit(choices, the_signal(page)->n);
	if (tell_course(page, err) != 0)
		return -1;
	for (int i = choices->from + 1; i <= choices_last(choices); i++)
		if (tell_point(page, i, err) != 0)
			return -1;
	return 0;
}

static int
signal_choose(void *data, int number, struct err *err)
{
	struct review_page *page = data;

	return dialogue_session(
	    page->dialogue, point_of(page, number)->session_id, err);
}

/* As the chart is exported. */
static void
write_points(const void *arg, FILE *to)
{
	const struct review_page *page = arg;
	const struct review_signal *signal = the_signal(page);
	char when[DATE_SIZE], mean[NUMBER_SIZE];
	struct str name = STR_INIT;

	str_addf(&name, "%s by %s", signal->signal, page->rater);
	fputs("session_id,started_at,", to);
	csv_write_text(to, name.s, false);
	str_release(&name);
	for (int i = 0; i < signal->n; i++) {
		const struct review_point *point = &signal->points[i];

		fputs("\r\n", to);
		csv_write_text(to, point->session_id, false);
		date_utc(when, point->started_at);
		number_text(mean, point->mean);
		fprintf(to, ",%s,%s", when, mean);
	}
	fputs("\r\n", to);
}

static int
signal_export(void *data, struct err *err)
{
	const struct review_page *page = data;

	if (page->review.n == 0)
		return fail(err, "There is nothing to export.");
	return file_write_csv(page->dialogue, "chart", write_points, page, err);
}

static int
signal_filter(void *data, struct err *err)
{
	struct review_page *page = data;
	int rc =
	    dialogue_filter(page->dialogue, page->shown, SHOWN_OF_RATINGS, err);

	page->rater = page->shown->rater;
	return rc;
}

int
dialogue_signal(
    const struct review_page *from, const char *signal, struct err *err)
{
	static const struct menu_way ways[] = {
	    {'e', "exports", signal_export},
	    {'\0', NULL, NULL},
	};
	static const struct menu menu = {
	    .tell = signal_tell,
	    .choose = signal_choose,
	    .filter = signal_filter,
	    .ways = ways,
	};
	struct review_page page = {
	    .dialogue = from->dialogue,
	    .filter = from->filter,
	    .rater = from->rater,
	    .shown = from->shown,
	    .signal = signal,
	};
	int rc = menu_run(&menu, &page, &page.dialogue->lines, err);

	review_page_forget(&page);
	return rc;
}
