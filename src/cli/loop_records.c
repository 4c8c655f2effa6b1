/* SPDX-License-Identifier: MIT */
/* Loops for programs: records and JSON. */
#include <stdio.h>

#include "base/date.h"
#include "base/number.h"
#include "cli/loop_show.h"
#include "cli/output.h"

/* A field of a record, and what is behind it. */
static void
field(const char *text, char end)
{
	output_text(text);
	putchar(end);
}

static void
score_fields(struct score overall, enum verdict verdict, char end)
{
	char text[NUMBER_SIZE] = "";

	if (score_exists(overall))
		number_text(text, score_value(overall));
	field(text, '\t');
	field(verdict_name(verdict), end);
}

static void
time_field(bool has, int64_t at_s, char end)
{
	char when[DATE_SIZE] = "";

	if (has)
		date_utc(when, at_s);
	field(when, end);
}

void
loop_show_brief_record(const struct loop_view *view)
{
	const struct loop_run *run = view->run;
	bool open = run->id != NULL && !loop_view_over(view);

	field(view->loop->key, '\t');
	field(view->loop->company, '\t');
	printf("%d\t", view->loop->n);
	field(run->id != NULL ? run->id : "", '\t');
	time_field(run->id != NULL, run->began_at, '\t');
	printf("%d\t", run->judged.done);
	if (open)
		printf("%d", view->loop->rounds[run->next].position);
	putchar('\t');
	time_field(
	    open, open ? loop_view_planned_at(view, run->next) : 0, '\t');
	score_fields(run->judged.overall, run->judged.verdict, '\n');
}

void
loop_show_records(const struct loop_view *view)
{
	for (int i = 0; i < view->loop->n; i++) {
		const struct loop_round *round = &view->loop->rounds[i];
		const struct loop_result *result = &view->run->results[i];
		const char *session = view->run->session_ids[i];

		printf("%d\t", round->position);
		field(round->round, '\t');
		field(round->interviewer, '\t');
		field(round->rubric, '\t');
		field(round->gate ? "yes" : "no", '\t');
		time_field(true, loop_view_planned_at(view, i), '\t');
		field(session != NULL ? session : "", '\t');
		score_fields(result->overall, result->verdict, '\n');
	}
}

static void
json_score(struct json *json, struct score overall, enum verdict verdict)
{
	json_key(json, "overall");
	if (score_exists(overall))
		json_number(json, score_value(overall));
	else
		json_null(json);
	json_key(json, "verdict");
	json_text(json, verdict == VERDICT_NONE ? NULL : verdict_name(verdict));
}

static void
json_time(struct json *json, const char *key, bool has, int64_t at_s)
{
	char when[DATE_SIZE];

	date_utc(when, at_s);
	json_key(json, key);
	json_text(json, has ? when : NULL);
}

static void
json_round(struct json *json, const struct loop_view *view, int at)
{
	const struct loop_round *round = &view->loop->rounds[at];
	const struct loop_result *result = &view->run->results[at];

	json_object(json);
	json_key(json, "position");
	json_int(json, round->position);
	json_key(json, "round");
	json_text(json, round->round);
	json_key(json, "interviewer");
	json_text(json, round->interviewer);
	json_key(json, "rubric");
	json_text(json, round->rubric);
	json_key(json, "gate");
	json_bool(json, round->gate);
	json_time(json, "planned_at", true, loop_view_planned_at(view, at));
	json_key(json, "session_id");
	json_text(json, view->run->session_ids[at]);
	json_key(json, "done");
	json_bool(json, result->done);
	json_key(json, "dip");
	json_bool(json, loop_dip(view->run->results, at));
	json_score(json, result->overall, result->verdict);
	json_end(json);
}

static void
json_caps(struct json *json, unsigned caps)
{
	json_key(json, "caps");
	json_array(json);
	for (unsigned cap = LOOP_GATE_FAILED; cap <= LOOP_UNDER_BAR; cap <<= 1)
		if ((caps & cap) != 0)
			json_text(json, loop_cap_reason((enum loop_cap)cap));
	json_end(json);
}

void
loop_show_json(const struct loop_view *view, struct json *json)
{
	const struct loop_run *run = view->run;

	json_object(json);
	json_key(json, "loop");
	json_text(json, view->loop->key);
	json_key(json, "company");
	json_text(json, view->loop->company);
	json_key(json, "run_id");
	json_text(json, run->id);
	json_time(json, "started_at", run->id != NULL, run->began_at);
	json_key(json, "done");
	json_int(json, run->judged.done);
	json_score(json, run->judged.overall, run->judged.verdict);
	json_caps(json, run->judged.caps);
	json_key(json, "rounds");
	json_array(json);
	for (int i = 0; i < view->loop->n; i++)
		json_round(json, view, i);
	json_end(json);
	json_end(json);
}
