/* SPDX-License-Identifier: MIT */
/* What a report is made of: only report*.c include this. */
#ifndef IO_REPORT_DATA_H
#define IO_REPORT_DATA_H

#include "base/date.h"
#include "base/str.h"
#include "core/period.h"
#include "core/score.h"
#include "io/report.h"
#include "store/history.h"
#include "store/judge.h"
#include "store/readiness.h"
#include "store/reference.h"
#include "store/review.h"

enum {
	REPORT_SESSIONS = 60, /* that are listed, the newest ones */
	REPORT_VERDICTS = VERDICT_STRONG_HIRE + 1,
};

/* A signal, and in how many sessions it was the limiting one. */
struct report_signal {
	const struct review_signal *of; /* in the review */
	char *label;                    /* owned */
	int limiting;
};

struct report_session {
	struct session_row row;
	struct session_judged judged;
};

/* Days in a row, and the sessions in them by verdict. */
struct report_period {
	int64_t from_day; /* days since 1970, local */
	int verdicts[REPORT_VERDICTS];
};

/* Sessions of a span of time. */
struct report_span {
	int sessions;
	struct score_sum overall;
};

struct report {
	struct store *store;
	const struct report_options *options;
	struct names rounds, levels, companies;
	const struct rules *rules;
	double bar;
	struct review review;
	struct report_signal *signals; /* owned; the weakest first */
	struct report_session *latest; /* owned; the newest first */
	int n_latest;
	int sessions, answers, skipped, clean, rated;
	int64_t first_at, last_at; /* s; 0 without sessions */
	int first_offset, last_offset;
	struct report_span fortnight, before; /* the latest 14 days, and those
						 before them */
	struct periods cut;                   /* that verdicts are counted by */
	struct report_period periods[PERIODS];
	struct readiness_row *readiness;
	int n_readiness;
};

/* Release it also after a failure. */
int report_load(struct report *report, struct store *store,
    const struct report_options *options, struct err *err);
void report_release(struct report *report);

/* Each answer of the sessions of the report, oldest first. */
typedef int (*report_each_answer)(const struct report *report, FILE *to,
    const struct answer_row *row, const struct answer_judged *judged,
    struct err *err);
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

/* Appends `2026-11-19, 9:42 of 10:00, overall 4.10, hire`. */
void report_answer_facts(const struct answer *answer,
    const struct answer_judged *judged, struct str *out);

/* A signal's course in words. */
void report_trend(const struct report *report,
    const struct review_signal *signal, struct str *out);

/* `2026-11-20` of a day. */
void report_day(char out[DATE_SIZE], int64_t day);

int report_html(const struct report *report, FILE *to, struct err *err);
int report_markdown(const struct report *report, FILE *to, struct err *err);

/* Drawn for HTML, in lines of their own. */
void report_chart(FILE *to, const struct report_signal *signal, double bar);
void report_spark(FILE *to, const struct report_signal *signal, double bar);
void report_stack(FILE *to, const struct report_period *period, int most);

#endif
