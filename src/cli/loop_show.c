/* SPDX-License-Identifier: MIT */
#include "cli/loop_show.h"

#include <stdio.h>

#include "base/clock.h"
#include "base/date.h"
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

bool
loop_view_over(const struct loop_view *view)
{
	return view->run->id != NULL && view->run->next == view->loop->n;
}

int64_t
loop_view_planned_at(const struct loop_view *view, int at)
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
	if (run->id != NULL && !loop_view_over(view)) {
		str_addf(&line, "; next %s, planned for ",
		    round_label(view, run->next));
		add_day(&line, loop_view_planned_at(view, run->next));
	}
	menu_line(&line);
	str_release(&line);
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
		add_day(&line, loop_view_planned_at(view, at));
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
	str_add(&line, loop_view_over(view) ? "The debrief: " : "So far: ");
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
loop_show_next(const struct loop_view *view)
{
	const struct loop_round *round = &view->loop->rounds[view->run->next];
	struct str line = STR_INIT;

	str_addf(&line, "Round %d of %d: ", round->position, view->loop->n);
	add_round(&line, view, view->run->next);
	if (round->minutes > 0)
		str_addf(&line, ", %d minutes", round->minutes);
	str_add(&line, ", planned for ");
	add_day(&line, loop_view_planned_at(view, view->run->next));
	str_ch(&line, '.');
	menu_line(&line);
	str_release(&line);
}
