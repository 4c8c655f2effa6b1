/* SPDX-License-Identifier: MIT */
/*
 * What is rated outside a session: an answer that is kept, by oneself, cold
 * or by a peer, or a calibration answer.  The old scores are not in it: they
 * come with the comparison, once the new ones are kept.
 */
#ifndef STORE_SUBJECT_H
#define STORE_SUBJECT_H

#include "core/drift.h"
#include "core/sheet.h"
#include "store/store.h"

enum subject_kind {
	SUBJECT_SELF, /* an answer that was left without a rating */
	SUBJECT_COLD, /* one's own again, days later */
	SUBJECT_PEER,
	SUBJECT_CALIBRATION,
};

struct subject {
	enum subject_kind kind;
	char *id;         /* the answer's or item's; all texts are owned */
	char *session_id; /* "" for a calibration answer */
	char *rater;
	char *prompt, *text;
	int64_t started_at; /* 0 for a calibration answer */
	int utc_offset_min;
	const struct rubric *rubric; /* borrowed from the store */
};

/*
 * Loads it; `rater` is a peer's name and otherwise not looked at.  Fails where
 * it is not there, was skipped, has no rubric, or is not to be rated in that
 * way; a name that is none of a peer's is wrong usage.  Release it with
 * subject_release().
 */
int
store_subject(struct store *store, enum subject_kind kind, const char *rater,
    const char *id, struct subject *subject, struct err *err);
void subject_release(struct subject *subject);

/* True where the name can be a peer's: neither `self` nor `cold`, not "". */
bool subject_is_peer(const char *rater);

/* Keeps a sheet that is fully rated, in a transaction of its own. */
int store_subject_keep(struct store *store, const struct subject *subject,
    const struct sheet *sheet, int64_t now_s, struct err *err);

/* The ratings that were just kept beside those that were hidden. */
struct comparison {
	enum drift_of of;
	const struct rubric *rubric; /* borrowed from the store */
	int from[RUBRIC_SIGNALS];    /* then, the reference's, one's own */
	int to[RUBRIC_SIGNALS];      /* now, one's own, the peer's; 0: none */
	char *why;                   /* owned: of a reference (calibration.h) */
};

/* Not for SUBJECT_SELF, which has nothing to be held against. */
int store_compare(struct store *store, const struct subject *subject,
    struct comparison *comparison, struct err *err);
void comparison_release(struct comparison *comparison);

/* Over the signals that both have rated. */
struct drift comparison_drift(const struct comparison *comparison);

#endif
