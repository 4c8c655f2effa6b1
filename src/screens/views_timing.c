/* SPDX-License-Identifier: MIT */
/* How the time of the answers was used. */
#include <math.h>
#include <stdio.h>

#include "screens/views_parts.h"

enum {
	PER_CENT = 100,
	FULL = PER_CENT / TIME_STEP, /* the first step that is over the limit */
	PACE_STEP = 20,              /* words a minute */
	PACE_STEPS = 15,
	MINUTE_S = 60,
	/* A pace that is followed with ease (docs/SCORING.md). */
	PACE_LOW = 110,
	PACE_HIGH = 170,
};

static const char *const no_times[] = {
    "No answer with a time limit here.",
    "Practise: q twice, then Enter. r, c, l, p, w change the filters.",
    NULL,
};

/* Leaves out what holds nothing at both ends. */
static void
trim(const int *counts, int *from, int *to)
{
	while (*to > *from && counts[*to - 1] == 0)
		--*to;
	while (*from < *to && counts[*from] == 0)
		++*from;
}

static void
fill_times(const struct views_data *data, struct view_rows *rows,
    char sentence[VIEW_SENTENCE])
{
	struct time_view view =
	    view_times(&data->shared->reader.record, &data->filter);

	int from = 0, to = view.n > 0 ? TIME_BUCKETS : 0;

	trim(view.counts, &from, &to);
	for (int i = from; i < to; i++) {
		struct view_row *row = view_add(rows);
		bool last = i == TIME_BUCKETS - 1;

		snprintf(row->label, sizeof(row->label),
		    last ? "%3d %% on" : "%3d-%d %%", i * TIME_STEP,
		    (i + 1) * TIME_STEP);
		snprintf(row->text, sizeof(row->text), "%d", view.counts[i]);
		row->parts[i < FULL ? 0 : 2] = view.counts[i];
		row->values[0] = view.counts[i];
		rows->most = fmax(rows->most, view.counts[i]);
	}
	snprintf(sentence, VIEW_SENTENCE,
	    "%.0f %% of the limit on average; %.0f %% run over it, by %.0f s. "
	    "n %d",
	    view.mean * PER_CENT,
	    view.n > 0 ? (double)view.over * PER_CENT / view.n : 0, view.late_s,
	    view.n);
}

const struct view times_view = {
    .name = "times",
    .title = "Time used of the limit",
    .columns = "share_of_limit,answers",
    .values = 1,
    .without = FILTER_RATER,
    .parts = {"within the limit", NULL, "over it", NULL},
    .empty = no_times,
    .fill = fill_times,
};

static const char *const no_splits[] = {
    "No spoken answer with sections here.",
    "Practise aloud: rehearse practice --mode spoken, Tab ends a section.",
    NULL,
};

static const char *
label_of(const struct views_data *data, int signal)
{
	return intern_text(&data->shared->reader.record.names, signal);
}

/* The section that is furthest from its target. */
static void
say_splits(const struct views_data *data, const struct split_view *view,
    char sentence[VIEW_SENTENCE])
{
	const struct split_row *worst = NULL;

	for (int i = 0; i < view->n; i++)
		if (worst == NULL ||
		    fabs(view->rows[i].used - view->rows[i].target) >
			fabs(worst->used - worst->target))
			worst = &view->rows[i];
	if (worst == NULL)
		return;
	snprintf(sentence, VIEW_SENTENCE,
	    "Furthest off: %s takes %.0f %% of the time, its target is %.0f "
	    "%%.",
	    label_of(data, worst->signal), worst->used * PER_CENT,
	    worst->target * PER_CENT);
}

static void
fill_splits(const struct views_data *data, struct view_rows *rows,
    char sentence[VIEW_SENTENCE])
{
	struct split_view view =
	    view_splits(&data->shared->reader.record, &data->filter);

	for (int i = 0; i < view.n; i++) {
		const struct split_row *from = &view.rows[i];
		struct view_row *row = view_add(rows);

		snprintf(row->label, sizeof(row->label), "%s",
		    label_of(data, from->signal));
		snprintf(row->text, sizeof(row->text),
		    "%3.0f %% of %3.0f %%  n %d", from->used * PER_CENT,
		    from->target * PER_CENT, from->n);
		row->parts[0] = from->used;
		row->mark = from->target;
		row->values[0] = from->n;
		row->values[1] = from->used;
		row->values[2] = from->target;
		rows->most = fmax(rows->most, fmax(from->used, from->target));
	}
	say_splits(data, &view, sentence);
}

const struct view splits_view = {
    .name = "splits",
    .title = "Sections against their targets",
    .columns = "section,answers,share_used,share_target",
    .values = 3,
    .without = FILTER_RATER,
    .parts = {"used; the line is the target", NULL, NULL, NULL},
    .empty = no_splits,
    .fill = fill_splits,
};

static const char *const no_words[] = {
    "No answer with words and a time here.",
    "Practise: q twice, then Enter. r, c, l, p, w change the filters.",
    NULL,
};

/* Words a minute of one of the data's answers. */
static double
pace(const struct views_data *data, int i, bool *spoken)
{
	const struct record_answer *answer =
	    &data->shared->reader.record.answers[data->worded[i]];

	*spoken = answer->spoken;
	return data->words[i] * MINUTE_S / answer->answer_s;
}

static void
say_words(const struct sample *spoken, const struct sample *typed,
    char sentence[VIEW_SENTENCE])
{
	const char *meaning = "";

	if (spoken->n > 0)
		meaning = spoken->mean < PACE_LOW    ? " Slow."
			  : spoken->mean > PACE_HIGH ? " Fast: slow down."
						     : " A calm pace.";
	snprintf(sentence, VIEW_SENTENCE,
	    "Words a minute: spoken %.0f (n %d), typed %.0f (n %d).%s",
	    spoken->mean, spoken->n, typed->mean, typed->n, meaning);
}

static void
fill_words(const struct views_data *data, struct view_rows *rows,
    char sentence[VIEW_SENTENCE])
{
	struct sample samples[2] = {{0}, {0}};
	int counts[PACE_STEPS][2] = {{0}}, all[PACE_STEPS] = {0};
	int from = 0, to = PACE_STEPS;

	for (int i = 0; i < data->n_words; i++) {
		bool spoken;
		double words = pace(data, i, &spoken);
		int step = words < PACE_STEP * PACE_STEPS
			       ? (int)(words / PACE_STEP)
			       : PACE_STEPS - 1;

		counts[step][spoken]++;
		all[step]++;
		sample_add(&samples[spoken], words);
	}
	trim(all, &from, &to);
	for (int i = from; i < to; i++) {
		struct view_row *row = view_add(rows);

		snprintf(row->label, sizeof(row->label),
		    i == PACE_STEPS - 1 ? "%3d on" : "%3d-%d", i * PACE_STEP,
		    (i + 1) * PACE_STEP);
		snprintf(row->text, sizeof(row->text), "%d", all[i]);
		row->parts[0] = row->values[0] = counts[i][1];
		row->parts[2] = row->values[1] = counts[i][0];
		rows->most = fmax(rows->most, all[i]);
	}
	say_words(&samples[1], &samples[0], sentence);
}

const struct view words_view = {
    .name = "words",
    .title = "Words a minute, latest 60 answers",
    .columns = "words_a_minute,spoken,typed",
    .values = 2,
    .without = FILTER_RATER,
    .parts = {"spoken", NULL, "typed", NULL},
    .empty = no_words,
    .fill = fill_words,
};
