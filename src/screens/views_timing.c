/* SPDX-License-Identifier: MIT */
/* How the time of the answers was used. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/pace.h"
#include "screens/views_parts.h"
#include "store/plan.h"

enum {
	PER_CENT = 100,
	FULL = PER_CENT / TIME_STEP, /* the first step that is over the limit */
	PACE_STEP = 20,              /* words a minute */
	PACE_STEPS = 15,
	PACE_TEXT = 48,
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

static int
fill_times(struct views_data *data, struct view_rows *rows,
    char sentence[VIEW_SENTENCE], struct err *err)
{
	struct time_view view;
	int from = 0, to;

	if (store_view_times(
		data->shared->desk->store, &data->filter, &view, err) != 0)
		return -1;
	to = view.n > 0 ? TIME_BUCKETS : 0;
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
	return 0;
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

/* By its key where its label can't be read. */
static void
label_of(const struct views_data *data, const char *key, char out[VIEW_LABEL])
{
	struct err err = {0};
	char *label = NULL;

	if (store_signal_label(data->shared->desk->store, key, &label, &err) !=
	    0)
		label = NULL;
	snprintf(out, VIEW_LABEL, "%s", label != NULL ? label : key);
	free(label);
}

static double
off_by(const struct split_row *row)
{
	return fabs(row->used - row->target);
}

/* The section that is furthest from its target. */
static void
say_splits(const struct views_data *data,
    const struct digest_sections *sections, char sentence[VIEW_SENTENCE])
{
	struct split_row worst = {0};
	char label[VIEW_LABEL];

	for (int i = 0; i < sections->n; i++) {
		struct split_row row = view_section(&sections->rows[i]);

		if (worst.signal == NULL || off_by(&row) > off_by(&worst))
			worst = row;
	}
	if (worst.signal == NULL)
		return;
	label_of(data, worst.signal, label);
	snprintf(sentence, VIEW_SENTENCE,
	    "Furthest off: %s takes %.0f %% of the time, its target is %.0f "
	    "%%.",
	    label, worst.used * PER_CENT, worst.target * PER_CENT);
}

static int
fill_splits(struct views_data *data, struct view_rows *rows,
    char sentence[VIEW_SENTENCE], struct err *err)
{
	struct digest_sections sections;
	int rc = store_view_sections(
	    data->shared->desk->store, &data->filter, &sections, err);

	for (int i = 0; i < sections.n; i++) {
		struct split_row from = view_section(&sections.rows[i]);
		struct view_row *row = view_add(rows);

		label_of(data, from.signal, row->label);
		snprintf(row->text, sizeof(row->text),
		    "%3.0f %% of %3.0f %%  n %d", from.used * PER_CENT,
		    from.target * PER_CENT, from.n);
		row->parts[0] = from.used;
		row->mark = from.target;
		row->values[0] = from.n;
		row->values[1] = from.used;
		row->values[2] = from.target;
		rows->most = fmax(rows->most, fmax(from.used, from.target));
	}
	say_splits(data, &sections, sentence);
	digest_sections_release(&sections);
	return rc;
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
    "No answer with a pace here: notes to a spoken one have none.",
    "Practise: q twice, then Enter. r, c, l, p, w change the filters.",
    NULL,
};

/* Words a minute of answers, by whether they were spoken. */
struct paces {
	struct sample samples[2];
	int counts[PACE_STEPS][2], all[PACE_STEPS];
	int notes; /* spoken, their text no transcript: left out */
};

/* An answer without a pace counts nowhere. */
static void
add_pace(const struct paced *answer, struct paces *paces)
{
	size_t n = (size_t)answer->words;
	double words = pace(n, answer->answer_s, answer->spoken);
	int step = words < PACE_STEP * PACE_STEPS ? (int)(words / PACE_STEP)
						  : PACE_STEPS - 1;

	paces->notes += pace_is_of_notes(n, answer->answer_s, answer->spoken);
	if (words <= 0)
		return;
	paces->counts[step][answer->spoken]++;
	paces->all[step]++;
	sample_add(&paces->samples[answer->spoken], words);
}

/* `spoken 130 (n 4)`, or that there is none. */
static void
pace_text(char out[PACE_TEXT], const char *name, const struct sample *sample)
{
	if (sample->n > 0)
		snprintf(out, PACE_TEXT, "%s %.0f (n %d)", name, sample->mean,
		    sample->n);
	else
		snprintf(out, PACE_TEXT, "%s none", name);
}

static void
say_words(const struct paces *paces, char sentence[VIEW_SENTENCE])
{
	const struct sample *spoken = &paces->samples[1];
	char texts[2][PACE_TEXT], notes[PACE_TEXT] = "";
	const char *meaning = "";

	if (spoken->n > 0)
		meaning = spoken->mean < PACE_LOW    ? " Slow."
			  : spoken->mean > PACE_HIGH ? " Fast: slow down."
						     : " A calm pace.";
	if (paces->notes > 0)
		snprintf(notes, sizeof(notes), " %d left out as notes.",
		    paces->notes);
	pace_text(texts[0], "typed", &paces->samples[0]);
	pace_text(texts[1], "spoken", spoken);
	snprintf(sentence, VIEW_SENTENCE, "Words a minute: %s, %s.%s%s",
	    texts[1], texts[0], meaning, notes);
}

static int
fill_words(struct views_data *data, struct view_rows *rows,
    char sentence[VIEW_SENTENCE], struct err *err)
{
	struct paced answers[VIEW_WORDS];
	struct paces paces = {0};
	int from = 0, to = PACE_STEPS, n;

	if (store_view_paces(data->shared->desk->store, &data->filter, answers,
		VIEW_WORDS, &n, err) != 0)
		return -1;
	for (int i = 0; i < n; i++)
		add_pace(&answers[i], &paces);
	trim(paces.all, &from, &to);
	for (int i = from; i < to; i++) {
		struct view_row *row = view_add(rows);

		snprintf(row->label, sizeof(row->label),
		    i == PACE_STEPS - 1 ? "%3d on" : "%3d-%d", i * PACE_STEP,
		    (i + 1) * PACE_STEP);
		snprintf(row->text, sizeof(row->text), "%d", paces.all[i]);
		row->parts[0] = row->values[0] = paces.counts[i][1];
		row->parts[2] = row->values[1] = paces.counts[i][0];
		rows->most = fmax(rows->most, paces.all[i]);
	}
	say_words(&paces, sentence);
	return 0;
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
