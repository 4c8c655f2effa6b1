/* SPDX-License-Identifier: MIT */
/* From what the user wants to practise to a session with its questions. */
#ifndef STORE_PLAN_H
#define STORE_PLAN_H

#include "base/clock.h"
#include "core/session.h"
#include "store/loop.h"
#include "store/store.h"
#include "store/suggest.h"

enum { PLAN_QUESTIONS = 20 }; /* in one session, at most */

/* NULL, -1 and 0 leave it to the round and the suggestion. */
struct plan {
	const char *round, *company, *level;
	const char *question;      /* an id: just this one */
	const char *const *chosen; /* ids: just these, in this order */
	int n_chosen;              /* at most PLAN_QUESTIONS */
	int questions;             /* 0: the round's usual number */
	double seconds;            /* 0: each question's limit */
	double think_s;            /* negative: the round's */
	int probes;
	bool has_mode; /* else the round's: spoken where it tells a story */
	enum mode mode;
	bool strict;
	bool interrupted;
	bool undecided; /* nothing was asked for: to be chosen first */
	bool has_seed;
	uint64_t seed; /* the same seed picks the same questions */
	const struct loop_place
	    *loop; /* the round of a loop that it is; NULL */
};

struct plan plan_default(void);

/* The plan of a run's next round, of which there is one.  The plan borrows
 * from all of them, and `place` is filled in for it. */
struct plan plan_loop_round(const struct loop *loop, const struct loop_run *run,
    int probes, struct loop_place *place);

/*
 * Makes the session, READY at its first question, which is the suggested one
 * where neither round nor question is asked for and it suits company and
 * level.  Fails, saying what to change, when no question fits.  On success
 * release it with session_release().
 */
int store_plan_session(struct store *store, const struct plan *plan,
    struct instant now, struct session *session, struct err *err);

/* The label of a signal, owned; its key where no rubric has it. */
int store_signal_label(
    struct store *store, const char *signal, char **label, struct err *err);

/* The label of a round, owned; its key where it is not known. */
int store_round_label(
    struct store *store, const char *round, char **label, struct err *err);

#endif
