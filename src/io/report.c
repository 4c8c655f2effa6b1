/* SPDX-License-Identifier: MIT */
/* Gathers what a report tells. */
#include "io/report_data.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "io/export.h"
#include "store/fresh.h"
#include "store/plan.h"

enum {
	SECOND_MS = 1000,
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

static int
load_signals(struct report *report, struct err *err)
{
	struct review *review = &report->review;

	if (store_review(report->store, &report->options->filter, "self", NULL,
		review, err) != 0)
		return -1;
	report->order = review_weakest_first(review);
	report->labels =
	    mem_zero((size_t)review->n + 1, sizeof(*report->labels));
	for (int i = 0; i < review->n; i++)
		if (store_signal_label(report->store, review->signals[i].signal,
			&report->labels[i], err) != 0)
			return -1;
	return 0;
}

static void
count_session(struct report *report, const struct session_row *row,
    const struct session_judged *judged)
{
	report->sessions++;
	report->oldest_at = row->started_at;
	report->oldest_offset_min = row->utc_offset_min;
	report->answers += judged->answered;
	report->clean += judged->clean;
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

static int
load_lately(struct report *report, struct err *err)
{
	const struct lately lately = {
	    .store = report->store,
	    .filter = &report->options->filter,
	    .rater = "self",
	    .now_s = report->options->now.wall_ms / SECOND_MS,
	    .least = report->rules->trend_sessions,
	    .overall = &report->fortnight,
	    .rounds = &report->rounds,
	    .review = &report->review,
	};

	if (store_fortnight(report->store, lately.filter, lately.rater,
		lately.now_s, &report->fortnight, err) != 0)
		return -1;
	return lately_tell(&lately, &report->lately, err);
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
	if (store_freshen_all(store, NULL, NULL, err) != 0 ||
	    load_names(report, err) != 0 || load_signals(report, err) != 0 ||
	    count_sessions(report, err) != 0 ||
	    store_view_verdicts(
		store, &options->filter, "self", &report->verdicts, err) != 0 ||
	    load_lately(report, err) != 0)
		return -1;
	return store_readiness(
	    store, &report->readiness, &report->n_readiness, err);
}

void
report_release(struct report *report)
{
	for (int i = 0; report->labels != NULL && i < report->review.n; i++)
		free(report->labels[i]);
	for (int i = 0; i < report->n_latest; i++) {
		session_row_release(&report->latest[i].row);
		session_judged_release(&report->latest[i].judged);
	}
	free(report->labels);
	free(report->order);
	lately_release(&report->lately);
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
			each(to, session, &rows[i].answer, &judged);
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

int
report_file(struct store *store, const struct report_options *options,
    enum report_format format, const char *path, struct err *err)
{
	struct out_file out;

	if (export_open(store, &out, path, err) != 0)
		return -1;
	if (report_write(store, options, format, out.to, err) == 0)
		return out_file_commit(&out, err);
	out_file_abandon(&out);
	return -1;
}
