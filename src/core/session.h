/* SPDX-License-Identifier: MIT */
/*
 * A practice session as a state machine: questions one after the other, each
 * through think → answer → probes → predict → rate.  It does no I/O and has no
 * clock: every function that needs the time gets it, in milliseconds since
 * boot (`now_ms`) and, where a fact is dated, in seconds since 1970.
 *
 *	READY ─► THINK ─► ANSWER ─► PROBE… ─► PREDICT ─► RATE ─► READY | DONE
 *	            └──────────┴── skip, abandon ──────────────►
 *
 * The screens, the line mode and the tests drive the same machine.
 */
#ifndef CORE_SESSION_H
#define CORE_SESSION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "core/answer.h"
#include "core/interruption.h"
#include "core/material.h"
#include "core/part.h"
#include "core/probe.h"
#include "core/question.h"
#include "core/rubric.h"
#include "core/sheet.h"
#include "core/timer.h"

enum {
	SESSION_PROBES = PROBES_MOST,
	PROBE_LIMIT_MS = 60000, /* each probe has its own minute */
};

enum phase {
	PHASE_READY, /* the next question waits for Enter */
	PHASE_THINK,
	PHASE_ANSWER,
	PHASE_PROBE,
	PHASE_PREDICT,
	PHASE_RATE,
	PHASE_DONE,
};

/* One question of a session with all that its answer needs. */
struct task {
	struct question question; /* owned */
	struct rubric rubric;     /* owned; the one that it is rated on */
	struct material material; /* owned */
	struct interruption interruption; /* owned */
	double limit_s;
	double think_s;
	/* By its tags, as session_add() read them: asked at every key. */
	bool over_days, wants_clarifying;
	int probe_order[SESSION_PROBES]; /* core/probe.h */
};

/* The answer in the making. */
struct take {
	int64_t started_at; /* s; when its clock first ran */
	struct timer think, answer, probe;
	struct str text; /* as last handed over by the editor; beside an order
			  * of features, the notes: session_text() */
	size_t caret;    /* where it was being edited, or its probe */
	int64_t split_ms[RUBRIC_SIGNALS]; /* marks, on the answer's clock */
	int n_splits;
	bool hint;
	int probe_at; /* the probe that runs */
	struct str probes[SESSION_PROBES];
	int predicted;      /* 1-5, 0: skipped */
	struct parts parts; /* owned */
	bool clarified;     /* the questions back are over (core/clarify.h) */
	int selected;       /* the place of a backlog's order that is at hand */
	struct sheet sheet;
};

struct session {
	char id[ID_SIZE];
	int64_t started_at; /* s */
	int utc_offset_min;
	enum mode mode;
	bool mode_asked; /* for it, by somebody: it is not just the round's */
	bool strict;
	char *round; /* owned, as the three below; "" means any */
	char *company;
	char *level;
	uint64_t seed;      /* of what is left to chance */
	bool interrupted;   /* each answer is, once */
	int n_probes;       /* asked after each answer, at most */
	struct task *tasks; /* owned */
	int n_tasks;
	int at; /* the present task */
	enum phase phase;
	struct take take;
};

/* Starts cleared; `id` and the plan are filled in by the caller. */
void session_init(struct session *session);
void session_release(struct session *session);

/* Appends a task; takes over what it owns.  Its probes are in the order of
 * the bank until they are given another. */
void session_add(struct session *session, struct task *task);

/* The present one; the last one when all are done. */
const struct task *session_task(const struct session *session);

/* Starts the present question: think, or answer where there is no think
 * time.  Only from READY. */
void session_begin(struct session *session, int64_t now_ms, int64_t now_s);

/* Moves on where a time has run out (think → answer at the very deadline).
 * Call it before reading the state.  True when the phase changed. */
bool session_tick(struct session *session, int64_t now_ms);

/* From typed to spoken and back, before the answer's clock runs; true where it
 * changed. */
bool session_switch_mode(struct session *session);

/* How the present answer is given.  Where spoken is only what is usual for the
 * round, a text without the mark of a section was typed. */
enum mode session_mode(const struct session *session);

/*
 * True where the present question is work of days (its tag `over-days`): it
 * may be put down, and the time away is neither time used nor a pause.
 */
bool session_over_days(const struct session *session);

/* Cuts the think time short. */
void session_answer_now(struct session *session, int64_t now_ms);

/* Ends the answer or the present probe. */
void session_finish(struct session *session, int64_t now_ms);

/* Marks the start of the next section of a spoken answer; false when every
 * section is marked. */
bool session_split(struct session *session, int64_t now_ms);

void session_hint(struct session *session);
void session_pause(struct session *session, int64_t now_ms);
void session_resume(struct session *session, int64_t now_ms);
bool session_paused(const struct session *session);

/* The countdown of the present phase, and its limit; limit 0: none runs.
 * Negative time left is overtime. */
int64_t session_left_ms(const struct session *session, int64_t now_ms);
int64_t session_limit_ms(const struct session *session);

/* Milliseconds until the next quarter of the present limit is used up; -1 where
 * no clock runs, or all four are. */
int64_t session_quarter_ms(const struct session *session, int64_t now_ms);

/*
 * Milliseconds until the present answer is interrupted; 0: it is time to.  -1
 * where it won't be, or has been.  A moment that passed while nobody looked is
 * made up for at once, but not in overtime where the answer is strict or the
 * interruption tells how much is left.
 */
int64_t session_interruption_ms(const struct session *session, int64_t now_ms);

/* Interrupts where it is time to: true.  The part that it becomes is the mark
 * that it came, in a draft too. */
bool session_interrupt(struct session *session, int64_t now_ms);

/* What was said to interrupt the present answer, and when: `… (1:12 left)`.
 * Borrowed; NULL: nothing. */
const char *session_interruption(const struct session *session);

/* The same while the answer goes on, without the moment where that can be told
 * apart. */
const char *session_interrupted_by(const struct session *session);

/* True when a strict answer's time is up: no text is taken any more. */
bool session_locked(const struct session *session, int64_t now_ms);

/* PREDICT: 1-5, or 0 to skip. */
void session_predict(struct session *session, int rating);

/* RATE: the answer's sheet (core/sheet.h) is filled in; true when it is. */
bool session_rated(const struct session *session);

/* The company that the present question is asked for, "" any; borrowed. */
const char *session_company(const struct session *session);

/*
 * The present answer as a fact, in the caller's storage; release it with
 * answer_release().  Its id is the caller's to fill in.  A clock that still
 * runs has the time up to now; one that is skipped tells no opinion of it.
 */
void session_answer(const struct session *session, bool skipped, int64_t now_ms,
    struct answer *answer);

/* Goes on to the next question, READY, or DONE after the last one. */
void session_next(struct session *session);

/* Moves all clocks that run onto one that shows `by_ms` more: after a restart
 * of the machine, whose clock began again. */
void session_shift(struct session *session, int64_t by_ms);

/* Number of probes that the present task will be asked. */
int session_probe_count(const struct session *session);

/* The question with the backlog that it lays before the candidate; owned. */
char *session_question(const struct session *session);

/* The text of the present answer: the order of a backlog with its trade-offs,
 * where there is one, an empty line, what was written; owned. */
char *session_text(const struct session *session);

/* True where nothing was written, and nothing put in another order. */
bool session_is_empty(const struct session *session);

/* The parts of the present answer, in the caller's storage.  An order that
 * nobody touched is no part of a skipped one. */
void
session_parts(const struct session *session, bool skipped, struct parts *parts);

/* The words of the `nth` probe that it is asked; owned, "" without one. */
char *session_probe(const struct session *session, int nth);

/* What is asked now: the probe that runs, else the question; owned. */
char *session_asked(const struct session *session);

#endif
