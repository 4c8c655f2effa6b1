/* SPDX-License-Identifier: MIT */
/* What a report is made of: only report*.c include this. */
#ifndef IO_REPORT_DATA_H
#define IO_REPORT_DATA_H

#include "base/date.h"
#include "base/str.h"
#include "core/views.h"
#include "io/report.h"
#include "store/history.h"
#include "store/judge.h"
#include "store/lately.h"
#include "store/readiness.h"
#include "store/reference.h"
#include "store/review.h"

enum {
	REPORT_SESSIONS = 60, /* that are listed, the newest ones */
	REPORT_VERDICTS = 4,
};

/* The best one first. */
extern const enum verdict report_verdicts[REPORT_VERDICTS];

struct report_session {
	struct session_row row;
	struct session_judged judged;
};

struct report {
	struct store *store;
	const struct report_options *options;
	struct names rounds, levels, companies;
	const struct rules *rules;
	double bar;
	struct review review;
	char **labels;                 /* owned, as the next: one a signal */
	int *order;                    /* the weakest first */
	struct report_session *latest; /* owned; the newest first */
	int n_latest;
	int sessions, answers, clean; /* of all that fit */
	int64_t oldest_at; /* when the first session was, by its clock */
	int oldest_offset_min;
	struct verdict_view verdicts;
	struct fortnight fortnight;
	struct lately_words lately; /* in which rounds, on which signals */
	struct readiness_row *readiness;
	int n_readiness;
};

/* Release it also after a failure. */
int report_load(struct report *report, struct store *store,
    const struct report_options *options, struct err *err);
void report_release(struct report *report);

/* Each answer of the sessions of the report, oldest first. */
typedef void (*report_each_answer)(FILE *to, const struct session_row *session,
    const struct answer *answer, const struct answer_judged *judged);
int report_answers(const struct report *report, FILE *to,
    report_each_answer each, struct err *err);

/* What the page says first, a sentence at a time: the `nth` from 0, false
 * behind the last one.  `out` is empty where there is nothing to say. */
bool report_sentence(const struct report *report, int nth, struct str *out);

/* A signal by the name that people read; the key where it has none. */
const char *report_label(const struct report *report, const char *signal);

/* What was left out of it by filters: `everything`, or `Behavioural, from
 * 2026-11-01`. */
void report_scope(const struct report *report, struct str *out);

/* Appends `2026-11-19, 9:42 of 10:00, overall 4.10, hire`; the day is that of
 * the session's clock. */
void report_answer_facts(const struct session_row *session,
    const struct answer *answer, const struct answer_judged *judged,
    struct str *out);

/* A signal's course in words. */
void report_trend(const struct report *report,
    const struct review_signal *signal, struct str *out);

/* `2026-11-20`, the day on which that span of the verdicts begins. */
void report_period_day(
    char out[DATE_SIZE], const struct verdict_view *verdicts, int period);

int report_html(const struct report *report, FILE *to, struct err *err);
int report_markdown(const struct report *report, FILE *to, struct err *err);

/* Drawn for HTML, in lines of their own. */
void report_chart(FILE *to, const struct review_signal *signal, double bar);
void report_spark(FILE *to, const struct review_signal *signal, double bar);
void report_stack(FILE *to, const int verdicts[VERDICTS], int most);

#endif
