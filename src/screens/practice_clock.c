/* SPDX-License-Identifier: MIT */
/* The clock in the title's line. */
#include <string.h>

#include "base/date.h"
#include "screens/practice.h"

#define DIGITS "0123456789"

static const struct session *
session_of(const struct practice_state *state)
{
	return &state->run->session;
}

static enum role
urgency_role(enum urgency urgency)
{
	switch (urgency) {
	case URGENCY_CALM:
		return ROLE_GOOD;
	case URGENCY_SOON:
		return ROLE_WARN;
	case URGENCY_LAST:
	case URGENCY_OVERTIME:
		return ROLE_BAD;
	}
	return ROLE_TEXT;
}

/* All that is joined fits; this is drawn at every key, and not formatted. */
static void
join(char out[PRACTICE_CLOCK_SIZE], const char *before,
    const char clock[DATE_SIZE], const char *after)
{
	stpcpy(stpcpy(stpcpy(out, before), clock), after);
}

/* `Think 0:25`, `2:47 left`, `0:12 left!`, `+0:07 over`: the words say what
 * the colour says. */
struct practice_clock
practice_clock_of(const struct practice_state *state, struct instant now)
{
	const struct session *session = session_of(state);
	int64_t left = session_left_ms(session, now.mono_ms);
	int64_t limit = session_limit_ms(session);
	enum urgency urgency = timer_urgency(left, limit);
	int64_t shown = timer_shown_s(left);
	char clock[DATE_SIZE];
	struct practice_clock is = {.role = urgency_role(urgency)};

	if (session_paused(session))
		return (struct practice_clock){"paused", ROLE_WARN};
	if (limit == 0)
		return (struct practice_clock){"", ROLE_TEXT};
	if (state->clock_hidden)
		return (struct practice_clock){"clock hidden", ROLE_DIM};
	if (session_locked(session, now.mono_ms))
		return (struct practice_clock){"0:00 time is up", ROLE_BAD};
	date_clock(clock, shown < 0 ? -shown : shown);
	if (session->phase == PHASE_THINK)
		join(is.text, "think ", clock, "");
	else if (shown < 0)
		join(is.text, "+", clock, " over");
	else
		join(is.text, "", clock,
		    urgency >= URGENCY_LAST ? " left!" : " left");
	return is;
}

/*
 * The digits are plain, so that a tick is one motion and one cell.  The words
 * beside them and the rule under both, which stay, have the colour.
 */
void
practice_colour_clock(
    struct surface *surface, const struct practice_clock *clock)
{
	size_t before = strcspn(clock->text, DIGITS);
	struct area under = {.row = 1, .rows = 1}, digits = {.rows = 1};

	under.cols = (int)strlen(clock->text);
	under.col = surface->cols - under.cols;
	digits.col = under.col + (int)before;
	digits.cols = (int)strspn(clock->text + before, DIGITS ":");
	surface_fill(surface, under, clock->role, false);
	surface_fill(surface, digits, ROLE_TEXT, false);
}
