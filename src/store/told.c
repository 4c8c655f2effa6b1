/* SPDX-License-Identifier: MIT */
#include "store/told.h"

#include <math.h>

#include "base/date.h"
#include "base/list.h"
#include "core/sentence.h"
#include "core/split.h"

/* What two decimals can tell. */
static const double change_shown = 0.005;

int
told_names_load(struct told_names *names, struct store *store, struct err *err)
{
	*names = (struct told_names){0};
	if (store_names(store, NAMES_ROUNDS, &names->rounds, err) != 0 ||
	    store_names(store, NAMES_LEVELS, &names->levels, err) != 0)
		return -1;
	return store_names(store, NAMES_COMPANIES, &names->companies, err);
}

void
told_names_release(struct told_names *names)
{
	names_release(&names->rounds);
	names_release(&names->levels);
	names_release(&names->companies);
}

static void
add_count(struct str *out, int n, const char *noun)
{
	str_addf(out, "%d %s%s", n, noun, n == 1 ? "" : "s");
}

static void
add_clock(struct str *out, const char *before, double seconds)
{
	char clock[DATE_SIZE];

	date_clock(clock, (int64_t)seconds);
	str_addf(out, "%s%s", before, clock);
}

void
told_place(struct str *out, const struct told_names *names,
    const struct session_row *row)
{
	char when[DATE_SIZE];

	date_local(when, row->started_at, row->utc_offset_min);
	str_addf(out, "%s, %s", when,
	    names_label(&names->rounds, row->round, "mixed rounds"));
	if (*row->level != '\0')
		str_addf(out, ", %s",
		    names_label(&names->levels, row->level, "any level"));
	if (*row->company != '\0')
		str_addf(out, ", %s",
		    names_label(
			&names->companies, row->company, "any company"));
}

/* A part of a filter, behind those before it. */
static void
add_part(struct str *out, bool *first, const char *text)
{
	str_addf(out, "%s%s", *first ? " of " : ", ", text);
	*first = false;
}

static void
add_time(struct str *out, const char *word, int64_t at_s)
{
	char when[DATE_SIZE];

	date_utc(when, at_s);
	str_addf(out, " %s %s", word, when);
}

static void
add_day(struct str *out, const char *word, int64_t day)
{
	char when[DATE_SIZE];

	date_day(when, day);
	str_addf(out, " %s %s", word, when);
}

void
told_filter(struct str *out, const struct told_names *names,
    const struct store_filter *filter)
{
	bool first = true;

	if (filter->round != NULL)
		add_part(out, &first,
		    names_label(&names->rounds, filter->round, "any round"));
	if (filter->level != NULL)
		add_part(out, &first,
		    names_label(&names->levels, filter->level, "any level"));
	if (filter->company != NULL)
		add_part(out, &first,
		    names_label(
			&names->companies, filter->company, "any company"));
	if (filter->days.has_first)
		add_day(out, "since", filter->days.first);
	else if (filter->has_since)
		add_time(out, "since", filter->since);
	if (filter->days.has_end)
		add_day(out, "until", filter->days.end - 1);
	else if (filter->has_until)
		add_time(out, "before", filter->until);
	if (filter->tag != NULL)
		str_addf(out, " tagged '%s'", filter->tag);
	if (filter->search != NULL)
		str_addf(out, " with '%s'", filter->search);
}

void
told_score(struct str *out, struct score overall, enum verdict verdict)
{
	if (verdict == VERDICT_NONE)
		str_add(out, "not rated");
	else
		str_addf(out, "%.2f of %d, %s", score_value(overall),
		    RATING_HIGH, verdict_name(verdict));
}

void
told_session(struct str *out, const struct told_names *names,
    const struct session_row *row, const struct session_judged *judged,
    const char *limiting)
{
	told_place(out, names, row);
	str_add(out, ": ");
	told_score(out, judged->overall, judged->verdict);
	if (judged->clean)
		str_add(out, ", clean");
	if (judged->verdict != VERDICT_NONE)
		str_addf(out, ", limited by %s", limiting);
}

void
told_tags(struct str *out, const struct remarks *remarks)
{
	struct list_of tags;

	list_of_parse(&tags, remarks->tags.s);
	for (size_t i = 0; i < tags.n; i++)
		str_addf(out, "%s%s", i > 0 ? ", " : "", tags.items[i]);
	list_of_release(&tags);
}

void
told_remarks(struct str *out, const struct remarks *remarks)
{
	if (*remarks->note != '\0')
		str_add(out, ", noted");
	if (remarks->tags.len == 0)
		return;
	str_add(out, ", tagged ");
	told_tags(out, remarks);
}

void
told_answered(struct str *out, const struct session_row *row,
    const struct session_judged *judged)
{
	str_addf(out, "%d of %d answered, %s clean mock", judged->answered,
	    row->questions, judged->clean ? "a" : "not a");
}

void
told_question(struct str *out, const char *prompt)
{
	struct sentences sentences;

	sentences_read(&sentences, prompt);
	if (sentences.n > 0)
		str_addn(
		    out, prompt + sentences.items[0].at, sentences.items[0].n);
	sentences_release(&sentences);
}

void
told_answer(struct str *out, const struct answer *answer,
    const struct answer_judged *judged)
{
	if (answer->skipped)
		str_add(out, "skipped");
	else
		told_score(out, judged->judged.overall, judged->judged.verdict);
	add_clock(out, ", ", answer->answer_s);
	str_add(out, ": ");
	told_question(out, answer->prompt);
}

void
told_attempt(struct str *out, const struct answer *answer,
    const struct answer_judged *judged, int utc_offset_min)
{
	char when[DATE_SIZE];

	date_local(when, answer->started_at, utc_offset_min);
	str_addf(out, "Attempt %d, %s: ", answer->attempt, when);
	told_score(out, judged->judged.overall, judged->judged.verdict);
}

void
told_rating(
    struct str *out, const char *label, int rating, int before, bool limiting)
{
	str_addf(out, "%s %d", label, rating);
	if (before > 0)
		str_addf(out, ", last time %d%s", before,
		    rating > before   ? ", up"
		    : rating < before ? ", down"
				      : "");
	if (limiting)
		str_add(out, "; limiting");
}

void
told_times(struct str *out, const struct answer *answer)
{
	double over_s = answer_overtime_s(answer);

	add_clock(out, "Time ", answer->answer_s);
	if (answer->limit_s > 0)
		add_clock(out, " of ", answer->limit_s);
	if (over_s > 0)
		add_clock(out, ", over by ", over_s);
	if (answer->think_s > 0)
		add_clock(out, ", to think ", answer->think_s);
	if (answer->paused_s > 0)
		add_clock(out, ", paused ", answer->paused_s);
	if (answer->hint)
		str_add(out, ", hint opened");
}

void
told_split(struct str *out, const struct answer *answer,
    const struct rubric *rubric, size_t i)
{
	double used_s = split_used_s(answer->splits, rubric->signals[i].key);

	if (used_s < 0)
		return;
	str_addf(out, "%s took", rubric->signals[i].label);
	add_clock(out, " ", used_s);
	if (answer->limit_s > 0)
		add_clock(out, ", target ",
		    split_target_s(rubric, i, answer->limit_s));
}

static void
add_against_bar(struct str *out, double value, double bar)
{
	if (value < bar)
		str_add(out, ", under the bar");
}

void
told_signal(struct str *out, const char *label,
    const struct review_signal *signal, double bar)
{
	str_addf(out, "%s: latest %.2f", label, signal->latest);
	add_against_bar(out, signal->latest, bar);
	if (signal->n > 1 && fabs(signal->change) < change_shown)
		str_add(out, ", the same as before");
	else if (signal->n > 1)
		str_addf(out, ", %.2f %s than before", fabs(signal->change),
		    signal->change > 0 ? "higher" : "lower");
	str_add(out, ", ");
	add_count(out, signal->n, "session");
}

void
told_mean(struct str *out, const struct review_signal *signal, double bar)
{
	str_addf(out,
	    "Mean %.2f, smoothed %.2f, %.0f %% of its ratings at %g "
	    "or more",
	    signal->mean, signal->smooth[signal->n - 1],
	    signal->at_bar_share * 100, bar);
}

void
told_trend(struct str *out, const struct slope *slope)
{
	if (slope == NULL) {
		str_add(out, "Too few sessions for a trend");
		return;
	}
	if (slope->low > 0)
		str_addf(out, "Rising by %.2f a session", slope->per_session);
	else if (slope->high < 0)
		str_addf(out, "Falling by %.2f a session", -slope->per_session);
	else
		str_addf(
		    out, "No clear trend, %+.2f a session", slope->per_session);
	str_addf(
	    out, ", 95 %% between %+.2f and %+.2f", slope->low, slope->high);
}

void
told_change(struct str *out, double by)
{
	if (fabs(by) < change_shown)
		str_add(out, "the same");
	else
		str_addf(out, "%.2f %s", fabs(by), by > 0 ? "higher" : "lower");
}

void
told_interval(struct str *out, double low, double high)
{
	str_add(out, "95 % between ");
	if (low * high > 0)
		str_addf(out, "%.2f", fabs(low));
	else
		told_change(out, low);
	str_add(out, " and ");
	told_change(out, high);
}

void
told_point(struct str *out, const struct review_point *point, double bar)
{
	str_addf(out, "mean %.2f", point->mean);
	add_against_bar(out, point->mean, bar);
	str_addf(out, ", lowest %d, ", point->min);
	add_count(out, point->answers, "answer");
}
