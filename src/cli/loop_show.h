/* SPDX-License-Identifier: MIT */
/* A loop and where a run through it stands, on standard output. */
#ifndef CLI_LOOP_SHOW_H
#define CLI_LOOP_SHOW_H

#include "base/json.h"
#include "store/loop.h"
#include "store/told.h"

struct loop_view {
	const struct loop *loop;
	const struct loop_run *run;
	const struct told_names *names;
};

/* Every round of the run is done. */
bool loop_view_over(const struct loop_view *view);

/* When a round is planned, in s since 1970; as from now, where the run has not
 * begun. */
int64_t loop_view_planned_at(const struct loop_view *view, int at);

/* For the list of loops: a sentence; a record. */
void loop_show_brief(const struct loop_view *view, int number);
void loop_show_brief_record(const struct loop_view *view);

/* Round by round: sentences, the debrief at their end; records; one JSON
 * object, without the line's end. */
void loop_show(const struct loop_view *view);
void loop_show_records(const struct loop_view *view);
void loop_show_json(const struct loop_view *view, struct json *json);

/* What comes next, before it is practised. */
void loop_show_next(const struct loop_view *view);

#endif
