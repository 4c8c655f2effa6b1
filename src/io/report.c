/* SPDX-License-Identifier: MIT */
/* Gathers what a report tells. */
#include "io/report_data.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "store/plan.h"

enum {
	SECOND_MS = 1000,
	FORTNIGHT_DAYS = 14,
	WINDOW = 256, /* sessions that are read at once */
};

bool
report_format_of(const char *path, enum report_format *format)
{
	static const struct {
		const char *end;
		enum report_format format;
	} ends[] = {
	    {".html", REPORT_HTML},
	    {".htm", REPORT_HTML},
	    {".md", REPORT_MARKDOWN},
	    {".markdown", REPORT_MARKDOWN},
	};
	size_t n = strlen(path);

	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
		size_t end = strlen(ends[i].end);

		if (n > end && strcasecmp(path + n - end, ends[i].end) == 0) {
			*format = ends[i].format;
			return true;
		}
	}
	return false;
}

/* What is held back most comes first: the lowest smoothed mean. */
static int
weaker(const void *a, const void *b)
{
	const struct report_signal *x = a, *y = b;
	double left = x->of->smooth[x->of->n - 1];
	double right = y->of->smooth[y->of->n - 1];

	if (left < right || left > right)
		return left < right ? -1 : 1;
	return strcmp(x->of->signal, y->of->signal);
}

static int
load_signals(struct report *report, struct err *err)
{
	struct review *review = &report->review;

	if (store_review(report->store, &report->options->filter, "self", NULL,
		review, err) != 0)
		return -1;
	report->signals =
	    mem_zero((size_t)review->n + 1, sizeof(*report->signals));
	for (int i = 0; i < review->n; i++) {
		report->signals[i].of = &review->signals[i];
		if (store_signal_label(report->store, review->signals[i].signal,
			&report->signals[i].label, err) != 0)
			return -1;
	}
	qsort(report->signals, (size_t)review->n, sizeof(*report->signals),
	    weaker);
	return 0;
}

/* The first is the newest one. */
static void
count_times(struct report *report, const struct session_row *row)
{
	if (report->sessions == 0) {
		report->last_at = row->started_at;
		report->last_offset = row->utc_offset_min;
	}
	report->first_at = row->started_at;
	report->first_offset = row->utc_offset_min;
}

static void
count_span(struct report *report, const struct session_row *row,
    const struct session_judged *judged)
{
	int64_t now_s = report->options->now.wall_ms / SECOND_MS;
	int64_t days = (now_s - row->started_at) / DAY_S;
	struct report_span *span =
	    days < FORTNIGHT_DAYS ? &report->fortnight : &report->before;

	if (!score_exists(judged->overall) || days >= 2 * FORTNIGHT_DAYS)
		return;
	span->sessions++;
	score_add(&span->overall, judged->overall);
}

static void
count_period(
    struct report *report, const struct session_row *row, enum verdict verdict)
{
	int64_t day = period_day(row->started_at, row->utc_offset_min);
	int at = period_of(&report->cut, day);

	if (verdict != VERDICT_NONE && at >= 0)
		report->periods[at].verdicts[verdict]++;
}

static void
count_limiting(struct report *report, const char *signal)
{
	for (int i = 0; i < report->review.n; i++)
		if (strcmp(report->signals[i].of->signal, signal) == 0)
			report->signals[i].limiting++;
}

static void
count_session(struct report *report, const struct session_row *row,
    const struct session_judged *judged)
{
	count_times(report, row);
	count_span(report, row, judged);
	count_period(report, row, judged->verdict);
	count_limiting(report, judged->limiting);
	report->sessions++;
	report->answers += judged->answered;
	report->skipped += judged->skipped;
	report->clean += judged->clean;
	report->rated += judged->verdict != VERDICT_NONE;
}

/* Takes the row over. */
static int
take_session(struct report *report, struct session_row *row, struct err *err)
{
	struct session_judged judged;

	if (judge_session(report->store, row->pk, "self", &judged, err) != 0) {
		session_row_release(row);
		return -1;
	}
	count_session(report, row, &judged);
	if (report->n_latest < REPORT_SESSIONS) {
		report->latest[report->n_latest++] =
		    (struct report_session){*row, judged};
		return 0;
	}
	session_judged_release(&judged);
	session_row_release(row);
	return 0;
}

/* Newest first. */
static int
count_sessions(struct report *report, struct err *err)
{
	struct session_row *rows = mem_zero(WINDOW, sizeof(*rows));
	int from = 0, n = 0, rc = 0;

	do {
		rc = store_session_window(report->store,
		    &report->options->filter, from, WINDOW, rows, &n, err);
		for (int i = 0; i < n; i++) {
			if (rc == 0)
				rc = take_session(report, &rows[i], err);
			else
				session_row_release(&rows[i]);
		}
		from += n;
	} while (rc == 0 && n == WINDOW);
	free(rows);
	return rc;
}

/* The day of the oldest and of the newest session, 0 without one. */
static int
find_days(struct report *report, int64_t *first, int64_t *last, struct err *err)
{
	const struct store_filter *filter = &report->options->filter;
	int total, at[2], n;

	if (store_session_count(report->store, filter, &total, err) != 0)
		return -1;
	at[0] = total - 1;
	at[1] = 0;
	*first = *last = 0;
	for (int i = 0; i < 2 && total > 0; i++) {
		struct session_row row;

		if (store_session_window(
			report->store, filter, at[i], 1, &row, &n, err) != 0)
			return -1;
		if (n == 1) {
			*(i == 0 ? first : last) =
			    period_day(row.started_at, row.utc_offset_min);
			session_row_release(&row);
		}
	}
	return 0;
}

static int
make_periods(struct report *report, struct err *err)
{
	int64_t first, last;

	if (find_days(report, &first, &last, err) != 0)
		return -1;
	report->cut = period_cut(first, last);
	for (int i = 0; i < report->cut.n; i++)
		report->periods[i].from_day =
		    report->cut.from_day + i * report->cut.days;
	return 0;
}

static int
load_names(struct report *report, struct err *err)
{
	struct store *store = report->store;

	if (store_names(store, NAMES_ROUNDS, &report->rounds, err) != 0 ||
	    store_names(store, NAMES_LEVELS, &report->levels, err) != 0 ||
	    store_names(store, NAMES_COMPANIES, &report->companies, err) != 0)
		return -1;
	return 0;
}

int
report_load(struct report *report, struct store *store,
    const struct report_options *options, struct err *err)
{
	*report = (struct report){.store = store, .options = options};
	report->latest = mem_zero(REPORT_SESSIONS, sizeof(*report->latest));
	if (store_rules(store, &report->rules, err) != 0)
		return -1;
	report->bar = (double)report->rules->hire / SCORE_UNIT;
	if (load_names(report, err) != 0 || load_signals(report, err) != 0 ||
	    make_periods(report, err) != 0 || count_sessions(report, err) != 0)
		return -1;
	return store_readiness(
	    store, &report->readiness, &report->n_readiness, err);
}

void
report_release(struct report *report)
{
	for (int i = 0; i < report->review.n; i++)
		free(report->signals[i].label);
	for (int i = 0; i < report->n_latest; i++) {
		session_row_release(&report->latest[i].row);
		session_judged_release(&report->latest[i].judged);
	}
	free(report->signals);
	free(report->latest);
	review_release(&report->review);
	readiness_rows_free(report->readiness, report->n_readiness);
	names_release(&report->rounds);
	names_release(&report->levels);
	names_release(&report->companies);
	*report = (struct report){0};
}

static int
tell_answers(const struct report *report, const struct session_row *session,
    FILE *to, report_each_answer each, struct err *err)
{
	struct answer_row *rows;
	int n, rc;

	rc = store_session_answers(report->store, session->pk, &rows, &n, err);
	for (int i = 0; i < n && rc == 0; i++) {
		struct answer_judged judged;

		rc = judge_answer(
		    report->store, rows[i].pk, "self", &judged, err);
		if (rc == 0)
			rc = each(report, to, &rows[i], &judged, err);
	}
	answer_rows_free(rows, n);
	return rc;
}

/* Takes over the rows of a window, the newest first, and tells them oldest
 * first. */
static int
tell_window(const struct report *report, struct session_row *rows, int n,
    FILE *to, report_each_answer each, struct err *err)
{
	int rc = 0;

	for (int i = n - 1; i >= 0; i--) {
		if (rc == 0)
			rc = tell_answers(report, &rows[i], to, each, err);
		session_row_release(&rows[i]);
	}
	return rc;
}

int
report_answers(const struct report *report, FILE *to, report_each_answer each,
    struct err *err)
{
	struct session_row *rows = mem_zero(WINDOW, sizeof(*rows));
	int rc = 0, n;

	for (int end = report->sessions; end > 0 && rc == 0; end -= WINDOW) {
		int from = end > WINDOW ? end - WINDOW : 0;

		rc = store_session_window(report->store,
		    &report->options->filter, from, end - from, rows, &n, err);
		if (rc == 0)
			rc = tell_window(report, rows, n, to, each, err);
	}
	free(rows);
	return rc;
}

int
report_write(struct store *store, const struct report_options *options,
    enum report_format format, FILE *to, struct err *err)
{
	struct report report;
	int rc = report_load(&report, store, options, err);

	if (rc == 0)
		rc = format == REPORT_HTML ? report_html(&report, to, err)
					   : report_markdown(&report, to, err);
	report_release(&report);
	return rc;
}
