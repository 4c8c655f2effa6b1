/* SPDX-License-Identifier: MIT */
/* The ways out of an answer in lines: it is kept, skipped or put down. */
#include <stdio.h>

#include "base/clock.h"
#include "cli/practice_parts.h"
#include "store/session.h"

/* An answer without a word is one that was skipped. */
int
practice_stop(struct practice *practice, struct err *err)
{
	struct session *session = &practice->session;
	bool empty = session_is_empty(session);
	int at = session->at + 1, of = session->n_tasks;
	const char *kept = empty ? "as skipped" : "without ratings";

	putchar('\n');
	if (store_keep_answer(practice->store, session, empty, true,
		clock_now(), practice->answer_id, err) != 0)
		return -1;
	if (practice->lines->ended)
		return fail(err,
		    "end of input at question %d of %d: its answer was kept "
		    "%s, and the session ended there",
		    at, of, kept);
	printf("Stopped at question %d of %d: its answer was kept %s, and the "
	       "session ends here.\n",
	    at, of, kept);
	practice->leaves = LEAVES_SESSION;
	return 0;
}

static int
skip(struct practice *practice, struct err *err)
{
	if (store_keep_answer(practice->store, &practice->session, true, false,
		clock_now(), practice->answer_id, err) != 0)
		return -1;
	puts("Skipped.");
	practice->leaves = LEAVES_NOTHING;
	return 0;
}

/* The clock of work of days stands while it is a draft. */
static int
put_down(struct practice *practice, struct err *err)
{
	struct session *session = &practice->session;

	if (!session_over_days(session))
		session_pause(session, clock_now().mono_ms);
	if (practice_keep_draft(practice, err) != 0)
		return -1;
	puts("Put down. `rehearse` offers to go on with it, its clock paused.");
	return 0;
}

int
practice_leave(struct practice *practice, struct err *err)
{
	switch (practice->leaves) {
	case LEAVES_QUESTION:
		return skip(practice, err);
	case LEAVES_SESSION:
		return practice_stop(practice, err);
	case LEAVES_FOR_LATER:
		return put_down(practice, err);
	case LEAVES_NOTHING:
		break;
	}
	return 0;
}
