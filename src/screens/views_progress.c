/* SPDX-License-Identifier: MIT */
/* Verdicts over time, how ratings agree, the days and the bank. */
#include <math.h>
#include <stdio.h>

#include "base/date.h"
#include "core/question.h"
#include "screens/views_parts.h"

enum {
	PER_CENT = 100,
	SECOND_MS = 1000,
	DAY_TEXT = 10, /* `2026-11-20` */
	DAY_COLS = 4,  /* `Mon ` */
	MONTH_FROM = 5,
	MONTH_TEXT = 2,
	WIDE_WEEKS = 2, /* cells of a week where there is room */
};

static const char *const no_sessions[] = {
    "No rated session here.",
    "Practise: q twice, then Enter. r, c, l, p, w change the filters.",
    NULL,
};

static void
verdict_row(const struct verdict_view *view, int i, struct view_row *row)
{
	int64_t day = view->periods.from_day + (int64_t)i * view->periods.days;
	const int *counts = view->counts[i];
	char text[DATE_SIZE];
	int n = 0;

	date_utc(text, day * DAY_S);
	snprintf(row->label, sizeof(row->label), "%.*s", DAY_TEXT, text);
	for (int part = 0; part < BAR_PARTS; part++) {
		int count = counts[VERDICT_STRONG_HIRE - part];

		row->parts[part] = row->values[part] = count;
		n += count;
	}
	if (n == 0)
		return;
	snprintf(row->text, sizeof(row->text), "%3d  %3.0f %%", n,
	    (row->parts[0] + row->parts[1]) * PER_CENT / n);
}

static int
fill_verdicts(struct views_data *data, struct view_rows *rows,
    char sentence[VIEW_SENTENCE], struct err *err)
{
	struct verdict_view view;

	if (store_view_verdicts(data->shared->desk->store, &data->filter,
		reviewing_rater(data->shared), &view, err) != 0)
		return -1;
	for (int i = view.periods.n - 1; i >= 0; i--) {
		struct view_row *row = view_add(rows);
		double sum = 0;

		verdict_row(&view, i, row);
		for (int part = 0; part < BAR_PARTS; part++)
			sum += row->parts[part];
		rows->most = fmax(rows->most, sum);
	}
	snprintf(sentence, VIEW_SENTENCE,
	    "%d of %d rated sessions are hire or better (%.0f %%), by %d days.",
	    view.at_bar, view.rated,
	    view.rated > 0 ? (double)view.at_bar * PER_CENT / view.rated : 0,
	    view.periods.days);
	return 0;
}

const struct view verdicts_view = {
    .name = "verdicts",
    .title = "Verdicts over time",
    .columns = "from,strong_hire,hire,re_interview,reject",
    .values = BAR_PARTS,
    .parts = {"strong hire", "hire", "re-interview", "reject"},
    .empty = no_sessions,
    .fill = fill_verdicts,
};

static const char *const no_pairs[] = {
    "Nothing to compare your ratings with here.",
    "Predict with a digit after an answer; rate cold or by a peer from home.",
    NULL,
};

/* First above the second, below it, alike; and the two. */
static const struct {
	const char *label, *above, *below;
} pair_words[JUDGEMENT_PAIRS] = {
    [PREDICTED_AND_SELF] = {"predicted - self",
	"You predict higher than "
	"you rate then",
	"You predict lower than you rate then"},
    [SELF_AND_COLD] = {"self - cold", "Fresh ratings are higher than cold ones",
	"Fresh ratings are lower than cold ones"},
    [SELF_AND_PEERS] = {"self - peers",
	"You rate yourself higher than peers do",
	"You rate yourself lower than peers do"},
};

static void
judgement_row(const struct views_data *data, const struct judgement_view *view,
    int i, struct view_row *row)
{
	const struct sample *pair = &view->pairs[i];
	bool few = pair->n < data->shared->rules->drift_answers;
	double low = 0, high = 0;

	snprintf(row->label, sizeof(row->label), "%s", pair_words[i].label);
	row->values[0] = pair->n;
	row->values[1] = few ? NAN : pair->mean;
	row->values[2] = few ? NAN : view->apart[i];
	row->values[3] = row->values[4] = NAN;
	row->parts[pair->mean < 0 ? 2 : 0] = fabs(pair->mean);
	if (few)
		snprintf(row->text, sizeof(row->text), "n %d: too few to tell",
		    pair->n);
	if (few || !sample_interval(pair, &low, &high))
		return;
	row->values[3] = low;
	row->values[4] = high;
	snprintf(row->text, sizeof(row->text), "%+.2f (%+.2f to %+.2f)  n %d",
	    pair->mean, low, high, pair->n);
}

/* The pair whose difference is surely not 0, the largest of them. */
static void
say_judgements(const struct views_data *data, const struct judgement_view *view,
    char sentence[VIEW_SENTENCE])
{
	int most = -1;

	for (int i = 0; i < JUDGEMENT_PAIRS; i++) {
		const struct sample *pair = &view->pairs[i];
		double low, high;

		if (pair->n < data->shared->rules->drift_answers ||
		    !sample_interval(pair, &low, &high) ||
		    (low <= 0 && high >= 0))
			continue;
		if (most < 0 || fabs(pair->mean) > fabs(view->pairs[most].mean))
			most = i;
	}
	if (most < 0)
		snprintf(sentence, VIEW_SENTENCE,
		    "No difference is clear: your ratings hold, or are few.");
	else
		snprintf(sentence, VIEW_SENTENCE, "%s: by %.2f, n %d.",
		    view->pairs[most].mean > 0 ? pair_words[most].above
					       : pair_words[most].below,
		    fabs(view->pairs[most].mean), view->pairs[most].n);
}

static int
fill_judgements(struct views_data *data, struct view_rows *rows,
    char sentence[VIEW_SENTENCE], struct err *err)
{
	struct judgement_view view;
	int n = 0;

	if (store_view_judgements(
		data->shared->desk->store, &data->filter, &view, err) != 0)
		return -1;
	for (int i = 0; i < JUDGEMENT_PAIRS; i++)
		n += view.pairs[i].n;
	for (int i = 0; i < JUDGEMENT_PAIRS && n > 0; i++) {
		judgement_row(data, &view, i, view_add(rows));
		rows->most = fmax(rows->most, fabs(view.pairs[i].mean));
	}
	say_judgements(data, &view, sentence);
	return 0;
}

const struct view judgement_view = {
    .name = "calibration",
    .title = "How your ratings agree",
    .columns = "pair,answers,difference,apart,low,high",
    .values = 5,
    .without = FILTER_RATER,
    .parts = {"the first is higher", NULL, "lower", NULL},
    .empty = no_pairs,
    .fill = fill_judgements,
};

static int64_t
today_of(const struct views_data *data)
{
	int64_t now_s = data->now.wall_ms / SECOND_MS;

	return period_day(now_s, clock_utc_offset_min(now_s));
}

static int
fill_habit(struct views_data *data, struct view_rows *rows,
    char sentence[VIEW_SENTENCE], struct err *err)
{
	struct habit_view *view = &data->habit;

	struct store *store = data->shared->desk->store;
	struct store_filter ever = data->filter;
	struct habit_view whole;

	/* A streak goes on whatever period is looked at. */
	ever.has_since = ever.has_until = false;
	ever.days = (struct days){0};
	if (store_view_habit(store, &data->filter, today_of(data), view, err) !=
		0 ||
	    store_view_habit(store, &ever, today_of(data), &whole, err) != 0)
		return -1;
	for (int i = 0; i < HABIT_WEEKS * WEEK_DAYS && view->days > 0; i++) {
		int n = view->answers[i / WEEK_DAYS][i % WEEK_DAYS];
		char text[DATE_SIZE];
		struct view_row *row;

		if (n == 0)
			continue;
		row = view_add(rows);
		date_utc(text, (view->from_day + i) * DAY_S);
		snprintf(
		    row->label, sizeof(row->label), "%.*s", DAY_TEXT, text);
		row->values[0] = n;
	}
	snprintf(sentence, VIEW_SENTENCE,
	    "A streak of %d day%s, the longest %d; %d day%s with practice in "
	    "%s.",
	    whole.streak, whole.streak == 1 ? "" : "s", whole.longest,
	    view->days, view->days == 1 ? "" : "s",
	    data->filter.has_since || data->filter.has_until ? "this period"
							     : "a year");
	return 0;
}

/* Answers a day from which each level begins. */
static int
heat_level(int answers)
{
	static const int from[HEAT_LEVELS] = {0, 1, 3, 6, 10};
	int level = HEAT_LEVELS - 1;

	while (answers < from[level])
		level--;
	return level;
}

/* The month's number over the first week that begins in it. */
static void
draw_month(const struct habit_view *view, int week, int *last,
    struct surface *surface, int row, int col)
{
	int64_t day = view->from_day + (int64_t)week * WEEK_DAYS;
	char text[DATE_SIZE];
	int month;

	date_utc(text, day * DAY_S);
	month = (text[MONTH_FROM] - '0') * 10 + text[MONTH_FROM + 1] - '0';
	if (month != *last && *last != 0)
		surface_textf(surface, row, col, MONTH_TEXT, ROLE_DIM, "%.*s",
		    MONTH_TEXT, text + MONTH_FROM);
	*last = month;
}

static void
draw_habit(
    const struct views_data *data, struct surface *surface, struct area area)
{
	static const char *const days[WEEK_DAYS] = {
	    "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
	const struct habit_view *view = &data->habit;
	bool months = area.rows > WEEK_DAYS;
	int room = area.cols - DAY_COLS;
	int step = room >= HABIT_WEEKS * WIDE_WEEKS ? WIDE_WEEKS : 1;
	int weeks = room < HABIT_WEEKS * step ? room / step : HABIT_WEEKS;
	int64_t today = today_of(data);
	int month = 0;

	for (int day = 0; day < WEEK_DAYS && day + months < area.rows; day++)
		surface_text(surface, area.row + months + day, area.col,
		    DAY_COLS, ROLE_DIM, days[day]);
	for (int i = 0; i < weeks; i++) {
		int week = HABIT_WEEKS - weeks + i;
		int col = area.col + DAY_COLS + i * step;

		if (months)
			draw_month(view, week, &month, surface, area.row, col);
		for (int day = 0; day < WEEK_DAYS; day++)
			if (day + months < area.rows &&
			    view->from_day + week * WEEK_DAYS + day <= today)
				heat_draw(surface, area.row + months + day, col,
				    heat_level(view->answers[week][day]));
	}
}

const struct view habit_view = {
    .name = "days",
    .title = "Days with practice",
    .columns = "day,answers",
    .values = 1,
    .without = FILTER_RATER,
    .empty = no_sessions,
    .fill = fill_habit,
    .draw = draw_habit,
};

static const char *const no_bank[] = {
    "No question fits these filters.",
    "r and l change round and level; rehearse import adds questions.",
    NULL,
};

static void
coverage_line(
    const struct coverage_row *from, const char *label, struct view_rows *rows)
{
	struct view_row *row = view_add(rows);
	double questions = from->questions;

	snprintf(row->label, sizeof(row->label), "%s", label);
	snprintf(row->text, sizeof(row->text),
	    "%d of %d seen, %d due, %d mastered", from->seen, from->questions,
	    from->due, from->mastered);
	row->parts[0] = from->mastered / questions;
	row->parts[2] = (from->seen - from->mastered) / questions;
	row->parts[3] = (from->questions - from->seen) / questions;
	row->values[0] = from->questions;
	row->values[1] = from->seen;
	row->values[2] = from->due;
	row->values[3] = from->mastered;
}

/* A question may be for any. */
static const char *
level_name(const struct views_data *data, const char *level)
{
	return names_label(
	    data->levels, question_any(level) ? "" : level, "any level");
}

static int
fill_coverage(struct views_data *data, struct view_rows *rows,
    char sentence[VIEW_SENTENCE], struct err *err)
{
	struct coverage_view view;
	struct bank_question *bank;
	int n;

	if (store_bank(data->shared->desk->store, &bank, &n, err) != 0)
		return -1;
	view = view_coverage(bank, n, data->filter.round, data->filter.level,
	    data->now.wall_ms / SECOND_MS);
	rows->most = 1;
	for (int i = 0; i < view.n_rounds; i++)
		coverage_line(&view.rounds[i],
		    names_label(data->rounds, view.rounds[i].name, "any round"),
		    rows);
	for (int i = 0; i < view.n_levels; i++)
		coverage_line(&view.levels[i],
		    level_name(data, view.levels[i].name), rows);
	snprintf(sentence, VIEW_SENTENCE,
	    "%d of %d questions seen, %d due again now, %d mastered.",
	    view.all.seen, view.all.questions, view.all.due, view.all.mastered);
	coverage_release(&view);
	bank_free(bank, n);
	return 0;
}

const struct view coverage_view = {
    .name = "bank",
    .title = "Coverage of the question bank, all time",
    .columns = "round_or_level,questions,seen,due,mastered",
    .values = 4,
    .without = FILTER_COMPANY | FILTER_PERIOD | FILTER_RATER,
    .parts = {"mastered", NULL, "seen", "not seen"},
    .empty = no_bank,
    .fill = fill_coverage,
};
