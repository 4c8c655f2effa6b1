/* SPDX-License-Identifier: MIT */
/* The sentences of a report, the same in each format. */
#include <string.h>

#include "io/report_data.h"
#include "store/lately.h"

enum { DAY_TEXT = 10 };

const enum verdict report_verdicts[REPORT_VERDICTS] = {
    VERDICT_STRONG_HIRE, VERDICT_HIRE, VERDICT_REINTERVIEW, VERDICT_REJECT};

static const char *
plural(int n)
{
	return n == 1 ? "" : "s";
}

void
report_period_day(
    char out[DATE_SIZE], const struct verdict_view *verdicts, int period)
{
	const struct periods *periods = &verdicts->periods;

	date_utc(out, (periods->from_day + period * periods->days) * DAY_S);
	out[DAY_TEXT] = '\0';
}

static void
say_counts(const struct report *report, struct str *out)
{
	char from[DATE_SIZE], to[DATE_SIZE];
	const struct session_row *newest;
	int n = report->sessions;

	if (n == 0) {
		str_add(out, "No session fits.");
		return;
	}
	newest = &report->latest[0].row;
	date_local(from, report->oldest_at, report->oldest_offset_min);
	date_local(to, newest->started_at, newest->utc_offset_min);
	str_addf(out, "%d session%s with %d answer%s, ", n, plural(n),
	    report->answers, plural(report->answers));
	if (strncmp(from, to, DAY_TEXT) == 0)
		str_addf(out, "on %.10s.", to);
	else
		str_addf(out, "%.10s to %.10s.", from, to);
	if (report->verdicts.rated > 0)
		str_addf(out,
		    " %d of them clean: timed, whole, without pause or hint.",
		    report->clean);
}

/* A period that leaves out some of these days leaves nothing to compare. */
static bool
holds_fortnights(const struct report *report)
{
	const struct store_filter *filter = &report->options->filter;
	int64_t now_s = report->fortnight.now_s;

	return !(filter->has_until && filter->until <= now_s) &&
	       !(filter->has_since &&
		   filter->since > now_s - (int64_t)2 * FORTNIGHT_DAYS * DAY_S);
}

/* Whether it got better, lately, as the review says it. */
static void
say_change(const struct report *report, struct str *out)
{
	int least = report->rules->trend_sessions;
	char text[FORTNIGHT_TEXT];

	if (report->verdicts.rated == 0 || !holds_fortnights(report))
		return;
	fortnight_text(&report->fortnight, least, text);
	str_addf(
	    out, "%s. These are the mean overalls of n sessions each", text);
	if (fortnight_contrast(&report->fortnight, least).verdict !=
	    CONTRAST_FEW)
		str_add(out,
		    ", and between which numbers the difference lies (95 %)");
	str_ch(out, '.');
}

static void
say_found(const struct report *report, const struct str *found, struct str *out)
{
	if (found->len > 0 && holds_fortnights(report))
		str_addf(out, "%s.", found->s);
}

static void
say_rounds(const struct report *report, struct str *out)
{
	say_found(report, &report->lately.rounds, out);
}

static void
say_signals(const struct report *report, struct str *out)
{
	say_found(report, &report->lately.signals, out);
}

static void
say_early(const struct report *report, struct str *out)
{
	say_found(report, &report->lately.early, out);
}

static void
say_weakest(const struct report *report, struct str *out)
{
	const struct review_signal *weakest;
	double smooth;
	int at = report->order[0];

	if (report->review.n == 0)
		return;
	weakest = &report->review.signals[at];
	smooth = weakest->smooth[weakest->n - 1];
	str_addf(out, "%s holds back most: %.2f, smoothed, %s the bar of %.1f",
	    report->labels[at], smooth, smooth < report->bar ? "under" : "over",
	    report->bar);
	if (weakest->limits > 0)
		str_addf(out, "; it limited %d session%s", weakest->limits,
		    plural(weakest->limits));
	str_add(out, ".");
}

static void
say_whose(const struct report *report, struct str *out)
{
	if (report->verdicts.rated > 0)
		str_add(out,
		    "These are the candidate's own ratings; people misjudge "
		    "their own performance, so let a peer rate some of them.");
}

const char *
report_label(const struct report *report, const char *signal)
{
	for (int i = 0; i < report->review.n; i++)
		if (strcmp(report->review.signals[i].signal, signal) == 0)
			return report->labels[i];
	return signal;
}

static void (*const sentences[])(const struct report *, struct str *) = {
    say_counts,
    say_change,
    say_rounds,
    say_signals,
    say_early,
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

static void
add_period(const struct store_filter *filter, struct str *out)
{
	char text[DATE_SIZE];

	if (filter->days.has_first)
		date_day(text, filter->days.first);
	else
		date_utc(text, filter->since);
	if (filter->has_since)
		add_part(out, "from ", text);
	if (filter->days.has_end)
		date_day(text, filter->days.end - 1);
	else
		date_utc(text, filter->until);
	if (filter->has_until)
		add_part(out, filter->days.has_end ? "to " : "before ", text);
}

void
report_scope(const struct report *report, struct str *out)
{
	const struct store_filter *filter = &report->options->filter;

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
	add_period(filter, out);
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
report_answer_facts(const struct session_row *session,
    const struct answer *answer, const struct answer_judged *judged,
    struct str *out)
{
	char when[DATE_SIZE], used[DATE_SIZE], limit[DATE_SIZE];

	date_local(when, answer->started_at, session->utc_offset_min);
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
