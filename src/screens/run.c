/* SPDX-License-Identifier: MIT */
#include "screens/run.h"

#include <stdlib.h>

#include "base/mem.h"
#include "screens/recording.h"
#include "screens/voice.h"
#include "store/session.h"

struct run *
run_new(struct desk *desk, struct session *session)
{
	struct run *run = mem_zero(1, sizeof(*run));

	run->self = run;
	run->desk = desk;
	run->session = *session;
	*session = (struct session){0};
	return run;
}

struct run *
run_take(const void *arg, const void *owner)
{
	struct run *run = *(struct run *const *)arg;

	run->owner = owner;
	return run;
}

void
run_leave(struct run *run, const void *owner)
{
	if (run == NULL || run->owner != owner)
		return;
	session_release(&run->session);
	free(run);
}

int
run_keep_answer(struct run *run, bool skipped, bool ended, struct instant now,
    struct err *err)
{
	bool spoken = run->session.mode == MODE_SPOKEN;
	char name[RECORDING_NAME];

	recording_name(&run->session, name); /* before it goes on */
	if (store_keep_answer(run->desk->store, &run->session, skipped, ended,
		now, run->answer_id, err) != 0)
		return -1;
	if (spoken)
		voice_keep(run->desk->voice, name, run->answer_id);
	return 0;
}

struct outcome
run_next(struct run *run, enum outcome_kind kind)
{
	const struct screen *screen = &practice_screen;

	switch (run->session.phase) {
	case PHASE_READY:
	case PHASE_THINK:
	case PHASE_ANSWER:
	case PHASE_PROBE:
		break;
	case PHASE_PREDICT:
	case PHASE_RATE:
		screen = &rate_screen;
		break;
	case PHASE_DONE:
		screen = &debrief_screen;
		break;
	}
	return (struct outcome){
	    .kind = kind,
	    .screen = screen,
	    .arg = &run->self,
	};
}

/* Time that ran out while the program was away is told, once. */
static bool
ran_out(const struct session *session, struct instant now)
{
	return session_limit_ms(session) > 0 && !session_paused(session) &&
	       session_left_ms(session, now.mono_ms) < 0;
}

void
run_own_resumed(struct run *run, const void *owner)
{
	run->owner = owner;
}

void
run_stand_still(struct run *run, struct instant now)
{
	if (!session_over_days(&run->session))
		return;
	session_shift(&run->session, now.mono_ms - run->loaded_ms);
	run->loaded_ms = now.mono_ms;
}

void
run_wake(struct run *run, struct instant now)
{
	run_stand_still(run, now);
	session_tick(&run->session, now.mono_ms);
	run->away = ran_out(&run->session, now);
	session_resume(&run->session, now.mono_ms);
}
