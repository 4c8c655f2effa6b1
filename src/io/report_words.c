/* SPDX-License-Identifier: MIT */
/* The sentences of a report, the same in each format. */
#include <string.h>

#include "io/report_data.h"

enum { DAY_TEXT = 10 };

static const char *
plural(int n)
{
	return n == 1 ? "" : "s";
}

void
report_day(char out[DATE_SIZE], int64_t day)
{
	date_utc(out, day * DAY_S);
	out[DAY_TEXT] = '\0';
}

static void
say_counts(const struct report *report, struct str *out)
{
	char from[DATE_SIZE], to[DATE_SIZE];

	if (report->sessions == 0) {
		str_add(out, "No session fits.");
		return;
	}
	date_local(from, report->first_at, report->first_offset);
	date_local(to, report->last_at, report->last_offset);
	str_addf(out, "%d session%s with %d answer%s, %.10s to %.10s.",
	    report->sessions, plural(report->sessions), report->answers,
	    plural(report->answers), from, to);
	if (report->rated > 0)
		str_addf(out,
		    " %d of them clean: timed, whole, without pause or hint.",
		    report->clean);
}

/* Whether it got better, lately. */
static void
say_change(const struct report *report, struct str *out)
{
	const struct report_span *now = &report->fortnight;
	const struct report_span *before = &report->before;
	double here, there;

	if (now->sessions == 0 || before->sessions == 0)
		return;
	here = score_value(score_mean(&now->overall));
	there = score_value(score_mean(&before->overall));
	str_addf(out,
	    "The last 14 days: mean overall %.2f in %d session%s, after %.2f "
	    "in %d in the 14 days before (%+.2f).",
	    here, now->sessions, plural(now->sessions), there, before->sessions,
	    here - there);
}

static void
say_weakest(const struct report *report, struct str *out)
{
	const struct report_signal *weakest = &report->signals[0];
	double smooth;

	if (report->review.n == 0)
		return;
	smooth = weakest->of->smooth[weakest->of->n - 1];
	str_addf(out, "%s holds back most: %.2f, smoothed, %s the bar of %.1f",
	    weakest->label, smooth, smooth < report->bar ? "under" : "over",
	    report->bar);
	if (weakest->limiting > 0)
		str_addf(out, "; it limited %d session%s", weakest->limiting,
		    plural(weakest->limiting));
	str_add(out, ".");
}

static void
say_whose(const struct report *report, struct str *out)
{
	if (report->rated > 0)
		str_add(out,
		    "These are the candidate's own ratings; people misjudge "
		    "their own performance, so let a peer rate some of them.");
}

const char *
report_label(const struct report *report, const char *signal)
{
	for (int i = 0; i < report->review.n; i++)
		if (strcmp(report->signals[i].of->signal, signal) == 0)
			return report->signals[i].label;
	return signal;
}

static void (*const sentences[])(const struct report *, struct str *) = {
    say_counts,
    say_change,
    say_weakest,
    say_whose,
};

bool
report_sentence(const struct report *report, int nth, struct str *out)
{
	if (nth >= (int)(sizeof(sentences) / sizeof(sentences[0])))
		return false;
	str_clear(out);
	sentences[nth](report, out);
	return true;
}

static void
add_part(struct str *out, const char *before, const char *text)
{
	str_addf(out, "%s%s%s", out->len > 0 ? ", " : "", before, text);
}

void
report_scope(const struct report *report, struct str *out)
{
	const struct store_filter *filter = &report->options->filter;
	char day[DATE_SIZE];

	str_clear(out);
	if (filter->round != NULL)
		add_part(
		    out, "", names_label(&report->rounds, filter->round, ""));
	if (filter->company != NULL)
		add_part(out, "",
		    names_label(&report->companies, filter->company, ""));
	if (filter->level != NULL)
		add_part(
		    out, "", names_label(&report->levels, filter->level, ""));
	if (filter->has_since) {
		date_utc(day, filter->since);
		add_part(out, "from ", day);
	}
	if (filter->has_until) {
		date_utc(day, filter->until);
		add_part(out, "before ", day);
	}
	if (out->len == 0)
		str_add(out, "Every session");
}

void
report_trend(const struct report *report, const struct review_signal *signal,
    struct str *out)
{
	struct slope slope;

	str_clear(out);
	if (!review_slope(signal, report->rules, &slope))
		str_add(out, "too few sessions for a trend");
	else
		str_addf(out,
		    "%s: %+.2f a session (95 %% between %+.2f and %+.2f)",
		    slope_word(&slope), slope.per_session, slope.low,
		    slope.high);
}

void
report_answer_facts(const struct answer *answer,
    const struct answer_judged *judged, struct str *out)
{
	char when[DATE_SIZE], used[DATE_SIZE], limit[DATE_SIZE];

	date_utc(when, answer->started_at);
	date_clock(used, (int64_t)answer->answer_s);
	date_clock(limit, (int64_t)answer->limit_s);
	str_addf(out, "%.10s, %s of %s", when, used, limit);
	if (answer->skipped)
		str_add(out, ", skipped");
	else if (judged->judged.verdict != VERDICT_NONE)
		str_addf(out, ", overall %.2f, %s",
		    score_value(judged->judged.overall),
		    verdict_name(judged->judged.verdict));
}
