/* SPDX-License-Identifier: MIT */
/* Two sides in lines, a signal or a question each. */
#include <stdio.h>

#include "base/clock.h"
#include "cli/dialogue_compare_parts.h"
#include "cli/dialogue_file.h"
#include "cli/dialogue_filter.h"
#include "cli/output.h"

static int
load(struct compare_page *page, struct err *err)
{
	struct shown_review review;
	int rc;

	contrast_release(&page->rows);
	if (shown_review_open(&review, page->dialogue, page->shown, err) != 0)
		return -1;
	rc = contrast_load(
	    &review.reviewing, &page->choice, clock_now(), &page->rows, err);
	reviewing_release(&review.reviewing);
	return rc;
}

/* What the two sides take the place of is not told twice. */
static struct store_filter
told_of(const struct compare_page *page)
{
	struct store_filter filter = page->shown->filter;

	switch (page->choice.kind) {
	case CONTRAST_PERIODS:
		filter.has_since = filter.has_until = false;
		filter.days = (struct days){0};
		break;
	case CONTRAST_ROUNDS:
		filter.round = NULL;
		break;
	case CONTRAST_LEVELS:
		filter.level = NULL;
		break;
	case CONTRAST_ATTEMPTS:
	case CONTRAST_QUESTIONS:
	case CONTRAST_KINDS:
		break;
	}
	return filter;
}

static void
tell_title(const struct compare_page *page)
{
	struct store_filter filter = told_of(page);
	struct str line = STR_INIT;

	str_addf(&line, "Compared: %s against %s", page->rows.sides[1],
	    page->rows.sides[0]);
	told_filter(&line, &page->dialogue->names, &filter);
	str_addf(&line, ", rated by %s; what %s comes first.",
	    page->shown->rater,
	    page->choice.kind == CONTRAST_QUESTIONS ? "fell most" : "is clear");
	menu_line(&line);
	str_release(&line);
}

static void
add_side(struct str *line, const char *name, const struct sample *side)
{
	if (side->n == 0)
		str_addf(line, "%s none", name);
	else
		str_addf(line, "%s %.2f, n %d", name, side->mean, side->n);
}

/* `Impact, higher: last 14 days 4.00, n 5; 14 days before 2.00, n 5; 2.00
 * higher, 95 % between 1.20 higher and 2.80 higher` */
static void
add_signal(struct str *line, const struct compare_page *page,
    const struct contrast_row *row)
{
	const struct contrast *contrast = &row->contrast;
	bool both = row->sides[0].n > 0 && row->sides[1].n > 0;

	str_addf(
	    line, "%s, %s: ", row->label, contrast_word(contrast->verdict));
	add_side(line, page->rows.sides[1], &row->sides[1]);
	str_add(line, "; ");
	add_side(line, page->rows.sides[0], &row->sides[0]);
	if (!both)
		return;
	str_add(line, "; ");
	told_change(line, contrast->by);
	if (contrast->verdict == CONTRAST_FEW)
		return;
	str_add(line, ", ");
	told_interval(line, contrast->low, contrast->high);
}

/* `2.11 lower, 1.67 after 3.78, 2 attempts: Why us?` */
static void
add_question(struct str *line, const struct contrast_row *row)
{
	told_change(line, row->contrast.by);
	str_addf(line, ", %.2f after %.2f, %d attempts: ", row->sides[1].mean,
	    row->sides[0].mean, row->attempts);
	told_question(line, row->label);
}

/* The overalls stand above the choices. */
static int
compare_tell(void *data, struct choices *choices, struct err *err)
{
	struct compare_page *page = data;
	struct str line = STR_INIT;

	if (load(page, err) != 0)
		return -1;
	choices_fit(choices, page->rows.n - 1);
	tell_title(page);
	add_signal(&line, page, &page->rows.rows[0]);
	menu_line(&line);
	if (page->rows.n == 1)
		output_sentence("Nothing to compare here.");
	for (int i = choices->from; i < choices_last(choices); i++) {
		const struct contrast_row *row = &page->rows.rows[i + 1];

		if (page->choice.kind == CONTRAST_QUESTIONS) {
			menu_number(i + 1);
			add_question(&line, row);
		} else {
			add_signal(&line, page, row);
		}
		menu_line(&line);
	}
	str_release(&line);
	return 0;
}

/* Its first attempt; the others can be heard from there. */
static int
compare_choose(void *data, int number, struct err *err)
{
	const struct compare_page *page = data;

	return dialogue_answer(
	    page->dialogue, page->rows.rows[number].answer_id, err);
}

static int
compare_filter(void *data, struct err *err)
{
	struct compare_page *page = data;

	return dialogue_filter(
	    page->dialogue, page->shown, SHOWN_OF_RATINGS, err);
}

static void
write_rows(const void *arg, FILE *to)
{
	contrast_write(arg, to);
}

static int
compare_export(void *data, struct err *err)
{
	const struct compare_page *page = data;

	return file_write_csv(
	    page->dialogue, "comparison", write_rows, &page->rows, err);
}

static const struct menu_way ways[] = {
    {'e', "exports", compare_export},
    {'\0', NULL, NULL},
};

/* Signals are only told; a question leads to its attempts. */
static const struct menu signals_menu = {
    .tell = compare_tell,
    .filter = compare_filter,
    .ways = ways,
};
static const struct menu questions_menu = {
    .tell = compare_tell,
    .choose = compare_choose,
    .filter = compare_filter,
    .ways = ways,
};

int
compare_told(struct compare_page *page, struct err *err)
{
	bool questions = page->choice.kind == CONTRAST_QUESTIONS;

	return menu_run(questions ? &questions_menu : &signals_menu, page,
	    &page->dialogue->lines, err);
}
