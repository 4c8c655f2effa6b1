/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/utf8.h"
#include "core/retake_parts.h"

enum {
	LABEL_GAP = 2,
	NUMBER_ROOM = 24, /* characters of any whole number */
};

static const char result_label[] = "Measured result";

static int
cells(const char *text)
{
	return utf8_cells(text, strlen(text));
}

/* The cells that the labels of the rows take, and the gap behind them. */
static int
label_cells(const struct rubric *rubric)
{
	int widest = cells(result_label);

	for (size_t i = 0; rubric != NULL && i < rubric->n; i++)
		if (cells(rubric->signals[i].label) > widest)
			widest = cells(rubric->signals[i].label);
	return widest + LABEL_GAP;
}

/* `Label   before -> now` */
static void
begin_row(struct telling *telling, const char *label, const char *before,
    const char *now)
{
	int room = label_cells(telling->now->rubric) - cells(label);

	str_addf(&telling->line, "%s%*s%s -> %s", label, room, "", before, now);
}

static void
tell_number(struct telling *telling, const char *label, long before, long now,
    bool is_rating)
{
	char from[NUMBER_ROOM], to[NUMBER_ROOM];

	snprintf(from, sizeof(from), "%ld", before);
	snprintf(to, sizeof(to), "%ld", now);
	begin_row(telling, label, from, to);
	if (now == before)
		str_add(&telling->line, "  =");
	else
		str_addf(&telling->line, "  %+ld", now - before);
	retake_end_line(
	    telling, is_rating ? retake_tone(now - before) : RETAKE_PLAIN);
}

static void
tell_signals(struct telling *telling)
{
	const struct rubric *rubric = telling->now->rubric;

	for (size_t i = 0; rubric != NULL && i < rubric->n; i++) {
		int before = retake_rating_before(telling, i);

		if (before > 0)
			tell_number(telling, rubric->signals[i].label, before,
			    telling->now->ratings[i], true);
	}
}

static void
tell_result(struct telling *telling)
{
	static const char *const words[] = {
	    [GIVEN_UNKNOWN] = "not asked",
	    [GIVEN_NO] = "no",
	    [GIVEN_YES] = "yes",
	};
	enum given before = telling->before->answer->metric;
	enum given now = telling->now->answer->metric;

	if (before == GIVEN_UNKNOWN || now == GIVEN_UNKNOWN)
		return;
	begin_row(telling, result_label, words[before], words[now]);
	str_add(&telling->line, now == before ? "  =" : "");
	retake_end_line(telling, retake_tone((int)now - (int)before));
}

static void
tell_seconds(
    struct telling *telling, const char *label, double before_s, double now_s)
{
	/* whole seconds, as shown: so that the sum is right */
	int64_t change = (int64_t)now_s - (int64_t)before_s;
	char before[DATE_SIZE], now[DATE_SIZE], by[DATE_SIZE];

	date_clock(before, (int64_t)before_s);
	date_clock(now, (int64_t)now_s);
	date_clock(by, change < 0 ? -change : change);
	begin_row(telling, label, before, now);
	if (change == 0)
		str_add(&telling->line, "  =");
	else
		str_addf(&telling->line, "  %c%s", change < 0 ? '-' : '+', by);
}

static void
tell_times(struct telling *telling)
{
	const struct answer *before = telling->before->answer;
	const struct answer *now = telling->now->answer;
	double over_before = answer_overtime_s(before);
	double over_now = answer_overtime_s(now);

	tell_seconds(telling, "Time", before->answer_s, now->answer_s);
	retake_end_line(telling, RETAKE_PLAIN);
	if (over_before < 1 && over_now < 1)
		return;
	tell_seconds(telling, "Over the limit", over_before, over_now);
	retake_end_line(
	    telling, retake_tone((int64_t)over_before - (int64_t)over_now));
}

void
retake_tell_rows(struct telling *telling)
{
	tell_signals(telling);
	tell_result(telling);
	tell_times(telling);
	if (!telling->private)
		tell_number(telling, "Words",
		    (long)telling->before->analysis->words,
		    (long)telling->now->analysis->words, false);
}
