/* SPDX-License-Identifier: MIT */
#include "core/readiness.h"

#include <stdio.h>

const char *
readiness_name(enum readiness_state state)
{
	switch (state) {
	case READINESS_NOT_YET:
		return "not yet";
	case READINESS_PROVISIONAL:
		return "provisional";
	case READINESS_READY:
		return "ready";
	}
	return "";
}

static enum readiness_state
state_of(const struct rules *rules, int run)
{
	if (run >= rules->ready_run)
		return READINESS_READY;
	if (run >= rules->provisional_run)
		return READINESS_PROVISIONAL;
	return READINESS_NOT_YET;
}

struct readiness
readiness_of(const struct rules *rules, const struct mock *mocks, int n)
{
	int run = 0;

	for (int i = 0; i < n; i++)
		if (mocks[i].clean)
			run = mocks[i].verdict >= VERDICT_HIRE ? run + 1 : 0;
	return (struct readiness){
	    .state = state_of(rules, run),
	    .clean_in_row = run,
	    .needed = run < rules->ready_run ? rules->ready_run - run : 0,
	};
}

/* Self and supervisor ratings correlate at about 0.2: a candidate who finds
 * himself ready should hear it from somebody else. */
static const char by_self[] =
    "by your own ratings alone, and those mislead: what people give themselves "
    "and what their supervisors give them correlates at about 0.2; have a peer "
    "rate your answers";

void
readiness_text(char out[READINESS_TEXT], const struct readiness *readiness,
    const char *round, bool by_peers)
{
	const char *gap = *round != '\0' ? " " : "";

	if (readiness->state == READINESS_READY)
		snprintf(out, READINESS_TEXT, "%s",
		    by_peers ? "by the ratings of your peers" : by_self);
	else
		snprintf(out, READINESS_TEXT,
		    "%d more clean%s%s mock%s at hire", readiness->needed, gap,
		    round, readiness->needed == 1 ? "" : "s");
}

void
readiness_run(char out[READINESS_BRIEF], const struct readiness *readiness)
{
	int run = readiness->clean_in_row;

	if (readiness->needed > 0)
		snprintf(out, READINESS_BRIEF, "clean %d of %d", run,
		    run + readiness->needed);
	else
		snprintf(out, READINESS_BRIEF, "clean %d in a row", run);
}

void
readiness_brief(
    char out[READINESS_BRIEF], const struct readiness *readiness, bool by_peers)
{
	if (readiness->state == READINESS_READY)
		snprintf(out, READINESS_BRIEF, "%s",
		    by_peers ? "peer-rated" : "self-rated only");
	else
		snprintf(
		    out, READINESS_BRIEF, "%d more at hire", readiness->needed);
}
