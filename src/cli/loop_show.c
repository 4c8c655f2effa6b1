/* SPDX-License-Identifier: MIT */
#include "cli/loop_show.h"

#include <stdio.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/number.h"
#include "cli/menu.h"
#include "cli/output.h"

enum {
	SECOND_MS = 1000,
	DAY_CHARS = 10, /* of `2026-11-20 10:30` */
};

static void
add_day(struct str *line, int64_t at_s)
{
	char when[DATE_SIZE];

	date_local(when, at_s, clock_utc_offset_min(at_s));
	str_addn(line, when, DAY_CHARS);
}

static const char *
round_label(const struct loop_view *view, int at)
{
	return names_label(
	    &view->names->rounds, view->loop->rounds[at].round, "any round");
}

static bool
is_over(const struct loop_view *view)
{
	return view->run->id != NULL && view->run->next == view->loop->n;
}

/* When a round is planned; now, where the run has not begun. */
static int64_t
planned_at(const struct loop_view *view, int at)
{
	int64_t began_at = view->run->began_at;

	if (view->run->id == NULL)
		began_at = clock_now().wall_ms / SECOND_MS;
	return loop_planned_at(&view->loop->rounds[at], began_at);
}

static void
add_score(struct str *line, const struct loop_judged *judged)
{
	told_score(line, judged->overall, judged->verdict);
}

void
loop_show_brief(const struct loop_view *view, int number)
{
	const struct loop_run *run = view->run;
	struct str line = STR_INIT;

	menu_number(number);
	str_addf(&line, "%s, %s, %d rounds: ", view->loop->key,
	    names_label(
		&view->names->companies, view->loop->company, "any company"),
	    view->loop->n);
	if (run->id == NULL) {
		str_add(&line, "not begun");
	} else {
		str_add(&line, "begun ");
		add_day(&line, run->began_at);
		str_addf(&line, ", %d done, ", run->judged.done);
		add_score(&line, &run->judged);
	}
	if (run->id != NULL && !is_over(view)) {
		str_addf(&line, "; next %s, planned for ",
		    round_label(view, run->next));
		add_day(&line, planned_at(view, run->next));
	}
	menu_line(&line);
	str_release(&line);
}

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
	bool open = run->id != NULL && !is_over(view);

	field(view->loop->key, '\t');
	field(view->loop->company, '\t');
	printf("%d\t", view->loop->n);
	field(run->id != NULL ? run->id : "", '\t');
	time_field(run->id != NULL, run->began_at, '\t');
	printf("%d\t", run->judged.done);
	if (open)
		printf("%d", view->loop->rounds[run->next].position);
	putchar('\t');
	time_field(open, open ? planned_at(view, run->next) : 0, '\t');
	score_fields(run->judged.overall, run->judged.verdict, '\n');
}

static void
add_round(struct str *line, const struct loop_view *view, int at)
{
	const struct loop_round *round = &view->loop->rounds[at];

	str_addf(line, "%s, day %d", round_label(view, at), round->day);
	if (*round->interviewer != '\0')
		str_addf(line, ", %s", round->interviewer);
	if (*round->rubric != '\0')
		str_addf(line, " looks at %s", round->rubric);
	if (round->gate)
		str_add(line, ", a gate");
}

static void
show_round(const struct loop_view *view, int at)
{
	const struct loop_result *result = &view->run->results[at];
	struct str line = STR_INIT;

	menu_number(view->loop->rounds[at].position);
	add_round(&line, view, at);
	str_add(&line, ": ");
	if (result->done) {
		told_score(&line, result->overall, result->verdict);
		if (loop_dip(view->run->results, at))
			str_add(&line, ", below the round before: a dip");
	} else {
		str_addf(&line, "%splanned for ",
		    result->begun ? "begun, not rated, " : "");
		add_day(&line, planned_at(view, at));
	}
	menu_line(&line);
	str_release(&line);
}

static void
show_verdict(const struct loop_view *view)
{
	const struct loop_judged *judged = &view->run->judged;
	struct str line = STR_INIT;

	if (judged->done == 0)
		return;
	str_add(&line, is_over(view) ? "The debrief: " : "So far: ");
	add_score(&line, judged);
	str_ch(&line, '.');
	menu_line(&line);
	str_release(&line);
	for (unsigned cap = LOOP_GATE_FAILED; cap <= LOOP_UNDER_BAR; cap <<= 1)
		if ((judged->caps & cap) != 0)
			printf("Capped: %s.\n",
			    loop_cap_reason((enum loop_cap)cap));
}

void
loop_show(const struct loop_view *view)
{
	struct str line = STR_INIT;

	str_addf(&line, "Loop %s: %d of %d rounds done.", view->loop->key,
	    view->run->judged.done, view->loop->n);
	menu_line(&line);
	str_release(&line);
	for (int i = 0; i < view->loop->n; i++)
		show_round(view, i);
	show_verdict(view);
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
		time_field(true, planned_at(view, i), '\t');
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
	json_time(json, "planned_at", true, planned_at(view, at));
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

void
loop_show_next(const struct loop_view *view)
{
	const struct loop_round *round = &view->loop->rounds[view->run->next];
	struct str line = STR_INIT;

	str_addf(&line, "Round %d of %d: ", round->position, view->loop->n);
	add_round(&line, view, view->run->next);
	if (round->minutes > 0)
		str_addf(&line, ", %d minutes", round->minutes);
	str_add(&line, ", planned for ");
	add_day(&line, planned_at(view, view->run->next));
	str_ch(&line, '.');
	menu_line(&line);
	str_release(&line);
}
