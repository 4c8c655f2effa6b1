/* SPDX-License-Identifier: MIT */
/* Sessions for the tests of the state machine: one minute's worth of typing
 * spared. */
#ifndef UNIT_SAMPLE_SESSION_H
#define UNIT_SAMPLE_SESSION_H

#include "core/session.h"

enum {
	SAMPLE_THINK_S = 30,
	SAMPLE_LIMIT_S = 180,
	SAMPLE_NOW_S = 1795167000, /* when its questions are asked */
	SAMPLE_SIGNALS = 4,
};

/*
 * READY, with `questions` behavioural questions q-1, q-2 … for any company and
 * level, with three probes, rated on situation, task, action and result, and
 * wanting a measured result.  The session itself is for Xiaomi.
 */
void sample_session(struct session *session, int questions);

/* One question, begun at 0, in ANSWER from SAMPLE_THINK_S on. */
void sample_answering(struct session *session);

/* The same, answered at 100 s without probes, predicted a 4, in RATE. */
void sample_rating(struct session *session);

/* On the sheet of the present answer, by its task's rubric. */
void sample_rate(struct session *session, int rating);
void sample_rate_move(struct session *session, int by);
void sample_give_metric(struct session *session, bool given);
bool sample_rate_undo(struct session *session);

/* The same time, within 1e-9 s. */
void assert_seconds(double value, double expected);

#endif
