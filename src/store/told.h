/* SPDX-License-Identifier: MIT */
/*
 * What is kept, in words: each function appends one line, without its end,
 * that can be understood without the lines around it.  For whoever reads
 * lines, or hears them.
 */
#ifndef STORE_TOLD_H
#define STORE_TOLD_H

#include "base/str.h"
#include "store/annotate.h"
#include "store/history.h"
#include "store/judge.h"
#include "store/reference.h"
#include "store/review.h"

/* The names that keys go by. */
struct told_names {
	struct names rounds, levels, companies;
};

/* Release it also after a failure. */
int
told_names_load(struct told_names *names, struct store *store, struct err *err);
void told_names_release(struct told_names *names);

/* `2026-11-20 10:30, Behavioural, PM II`: when, and what was practised. */
void told_place(struct str *out, const struct told_names *names,
    const struct session_row *row);

/* What a list is limited to, ` of Behavioural, PM II`; nothing where it isn't.
 */
void told_filter(struct str *out, const struct told_names *names,
    const struct store_filter *filter);

/* `3.78 of 5, hire`, or `not rated`. */
void told_score(struct str *out, struct score overall, enum verdict verdict);

/* A session as a choice; `limiting` is the label of its signal. */
void told_session(struct str *out, const struct told_names *names,
    const struct session_row *row, const struct session_judged *judged,
    const char *limiting);

/* `hard, with Mei`: its tags; nothing where it has none. */
void told_tags(struct str *out, const struct remarks *remarks);

/* `, noted, tagged hard, with Mei`, behind a session as a choice. */
void told_remarks(struct str *out, const struct remarks *remarks);

/* `2 of 3 answered, a clean mock`. */
void told_answered(struct str *out, const struct session_row *row,
    const struct session_judged *judged);

/* The first sentence of a question: enough to know it by. */
void told_question(struct str *out, const char *prompt);

/* An answer as a choice of its session: score, time, question. */
void told_answer(struct str *out, const struct answer *answer,
    const struct answer_judged *judged);

/* The same as a choice among the attempts at its question.  `utc_offset_min`
 * is its session's. */
void told_attempt(struct str *out, const struct answer *answer,
    const struct answer_judged *judged, int utc_offset_min);

/* `Impact 3, last time 2, up; limiting`; `before` 0: there is none. */
void told_rating(
    struct str *out, const char *label, int rating, int before, bool limiting);

/* Time, overtime, thinking, pauses, hint. */
void told_times(struct str *out, const struct answer *answer);

/* The rubric's `i`-th section of an answer that marked it; nothing where it
 * didn't. */
void told_split(struct str *out, const struct answer *answer,
    const struct rubric *rubric, size_t i);

/* A signal as a choice: its latest value against the bar, its change. */
void told_signal(struct str *out, const char *label,
    const struct review_signal *signal, double bar);

/* Its mean and how many of its ratings reach the bar; then its trend, which is
 * NULL where it has none (review_slope()). */
void told_mean(struct str *out, const struct review_signal *signal, double bar);
void told_trend(struct str *out, const struct slope *slope);

/* `0.35 higher`; then `95 % between 0.10 lower and 0.60 higher`, or `between
 * 0.10 and 0.60 higher`. */
void told_change(struct str *out, double by);
void told_interval(struct str *out, double low, double high);

/* A signal's value in one session, behind its place. */
void told_point(struct str *out, const struct review_point *point, double bar);

#endif
