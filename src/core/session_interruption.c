/* SPDX-License-Identifier: MIT */
/* The interruption of the present answer: when it comes, and that it came. */
#include "core/session.h"

#include "base/date.h"

enum { SECOND_MS = 1000 };

/* Once over the limit nobody is told how much is left, and a strict answer
 * takes no more text. */
static bool
is_too_late(const struct session *session, int64_t left_ms)
{
	return left_ms <= 0 &&
	       (session->strict || session_task(session)->interruption.timed);
}

int64_t
session_interruption_ms(const struct session *session, int64_t now_ms)
{
	const struct task *task = session_task(session);
	int64_t left_ms = session_left_ms(session, now_ms);
	int64_t until_ms =
	    left_ms - (int64_t)(task->interruption.left_s * SECOND_MS);

	if (session->phase != PHASE_ANSWER || session_paused(session) ||
	    task->interruption.text == NULL ||
	    session_interruption(session) != NULL ||
	    is_too_late(session, left_ms))
		return -1;
	return until_ms > 0 ? until_ms : 0;
}

/* Parts have no time of their own, so the words tell it: `… (1:12 left)`. */
static void
say(struct str *said, const char *text, int64_t left_ms)
{
	int64_t shown_s = timer_shown_s(left_ms);
	char clock[DATE_SIZE];

	date_clock(clock, shown_s < 0 ? -shown_s : shown_s);
	str_addf(
	    said, "%s (%s %s)", text, clock, shown_s < 0 ? "over" : "left");
}

bool
session_interrupt(struct session *session, int64_t now_ms)
{
	const struct interruption *one = &session_task(session)->interruption;
	struct str said = STR_INIT;

	if (session_interruption_ms(session, now_ms) != 0)
		return false;
	say(&said, one->text, session_left_ms(session, now_ms));
	parts_add(&session->take.parts, PART_INTERRUPTION, one->name, said.s);
	str_release(&said);
	return true;
}

const char *
session_interruption(const struct session *session)
{
	const struct part *part =
	    parts_nth(&session->take.parts, PART_INTERRUPTION, 0);

	return part == NULL ? NULL : part->text;
}

const char *
session_interrupted_by(const struct session *session)
{
	const char *kept = session_interruption(session);
	const char *words = session_task(session)->interruption.text;

	if (session->phase != PHASE_ANSWER || kept == NULL)
		return NULL;
	return words != NULL ? words : kept;
}
