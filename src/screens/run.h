/* SPDX-License-Identifier: MIT */
/*
 * A session that is being practised, handed from screen to screen: practice →
 * rate → reveal → practice … → debrief.  The screen that opened last owns it;
 * its close() lets go of it, and the last one frees it.
 */
#ifndef SCREENS_RUN_H
#define SCREENS_RUN_H

#include "screens/desk.h"
#include "store/judge.h"
#include "tui/screen.h"

struct run {
	struct run *self; /* what screens get as their arg: a pointer to it */
	struct desk *desk;
	struct session session;
	const void *owner;       /* the state of the screen that owns it */
	char answer_id[ID_SIZE]; /* kept last; "" before the first */
	bool away;               /* resumed after its time had run out */
	int64_t loaded_ms;       /* mono_ms when it came from its draft */
};

/* A run around a session, which it takes over. */
struct run *run_new(struct desk *desk, struct session *session);

/* The run that a screen was opened with; its state takes it over. */
struct run *run_take(const void *arg, const void *owner);

/* Lets go; frees it when it was the owner's. */
void run_leave(struct run *run, const void *owner);

/* Keeps the present answer and goes on; see store_keep_answer(). */
int run_keep_answer(struct run *run, bool skipped, bool ended,
    struct instant now, struct err *err);

/* The screen that the session's phase belongs to. */
struct outcome run_next(struct run *run, enum outcome_kind kind);

/* As run_take(), for a run that came from a draft and not by an arg. */
void run_own_resumed(struct run *run, const void *owner);

/* Work of days stood still until now, since it was loaded. */
void run_stand_still(struct run *run, struct instant now);

/* A draft's clocks go on: a pause ends, a think time that has run out has
 * become answer time. */
void run_wake(struct run *run, struct instant now);

#endif
