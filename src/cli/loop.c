/* SPDX-License-Identifier: MIT */
#include "store/loop.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/json.h"
#include "cli/command.h"
#include "cli/filters.h"
#include "cli/interactive.h"
#include "cli/loop_show.h"
#include "cli/practice.h"
#include "screens/desk.h"
#include "store/draft.h"

static const struct option_spec options[] = {
    {"level", "LEVEL", "questions of this level", OPTION_LEVEL},
    {"new", NULL, "begin a new run, though one is open", OPTION_NEW},
    {"plain", NULL, "in lines, on standard input and output", OPTION_PLAIN},
    {"json", NULL, "where it stands, as JSON; nothing is practised",
	OPTION_JSON},
    {NULL, NULL, NULL, 0},
};

/* What the command works with. */
struct work {
	struct context *context;
	const struct args *args;
	struct told_names names;
	struct loop *loops;
	int n;
	struct json json; /* open where there is --json */
	char *level;      /* owned; NULL: any */
};

static int
show_brief(struct work *work, int i, struct err *err)
{
	struct loop_run run;
	struct loop_view view = {&work->loops[i], &run, &work->names};
	int rc = store_loop_run(work->context->store, view.loop, &run, err);

	if (rc != 0)
		;
	else if (args_has(work->args, OPTION_JSON))
		loop_show_json(&view, &work->json);
	else if (args_has(work->args, OPTION_PLAIN) || !isatty(STDOUT_FILENO))
		loop_show_brief_record(&view);
	else
		loop_show_brief(&view, i + 1);
	loop_run_release(&run);
	return rc;
}

static int
list(struct work *work, struct err *err)
{
	int rc = 0;

	if (args_has(work->args, OPTION_JSON))
		json_array(&work->json);
	for (int i = 0; i < work->n && rc == 0; i++)
		rc = show_brief(work, i, err);
	if (args_has(work->args, OPTION_JSON)) {
		json_end(&work->json);
		putchar('\n');
	}
	return rc;
}

/* The round's session goes on where it was left; 1 where it did. */
static int
resume(struct work *work, const char *session_id, struct lines *lines,
    struct err *err)
{
	struct session session;
	char id[ID_SIZE];
	int rc;

	if (session_id == NULL)
		return 0;
	rc = store_draft_get(
	    work->context->store, 0, clock_now(), &session, id, err);
	if (rc != 1)
		return rc;
	if (strcmp(session.id, session_id) != 0) {
		session_release(&session);
		return 0;
	}
	rc = practice_resume(work->context->store, &session, lines, err);
	return rc < 0 ? -1 : 1;
}

static int
practise(struct work *work, const struct loop_view *view, struct plan *plan,
    struct err *err)
{
	struct lines lines;
	int rc;

	if (!lines_wanted(work->args))
		return interactive_run(work->context, &start_screen, plan, err);
	loop_show_next(view);
	practice_plan_lines(plan);
	lines_init(&lines);
	rc = resume(work, view->run->session_ids[view->run->next], &lines, err);
	if (rc == 0)
		rc = practice_plain(work->context->store, plan, &lines, err);
	lines_release(&lines);
	return rc < 0 ? -1 : 0;
}

static int
practise_next(struct work *work, const struct loop_view *view, struct err *err)
{
	struct loop_place place;
	struct plan plan = plan_loop_round(view->loop, view->run,
	    setting_choice(&work->context->settings, SETTING_PROBES), &place);

	plan.level = work->level;
	plan.interrupted =
	    setting_yes(&work->context->settings, SETTING_INTERRUPT);
	return practise(work, view, &plan, err);
}

/* Where it stands after the round. */
static int
show_after(struct work *work, const struct loop *loop, struct err *err)
{
	struct loop_run run;
	int rc = store_loop_run(work->context->store, loop, &run, err);

	if (rc == 0) {
		putchar('\n');
		loop_show(&(struct loop_view){loop, &run, &work->names});
	}
	loop_run_release(&run);
	return rc;
}

static int
go_on(struct work *work, const struct loop_view *view, struct loop_run *run,
    struct err *err)
{
	int rc;

	if (store_need_write(work->context->store, err) != 0)
		return -1;
	if (run->id == NULL || args_has(work->args, OPTION_NEW))
		loop_run_begin(run, view->loop, clock_now());
	if (run->next == view->loop->n) {
		loop_show(view);
		puts("Every round is done; --new begins again.");
		return 0;
	}
	rc = practise_next(work, view, err);
	return rc != 0 ? rc : show_after(work, view->loop, err);
}

static int
go_through(struct work *work, const struct loop *loop, struct err *err)
{
	struct loop_run run;
	struct loop_view view = {loop, &run, &work->names};
	int rc = store_loop_run(work->context->store, loop, &run, err);

	if (rc != 0) {
		;
	} else if (args_has(work->args, OPTION_JSON)) {
		loop_show_json(&view, &work->json);
		putchar('\n');
	} else if (interactive_wanted(work->args) || lines_wanted(work->args)) {
		rc = go_on(work, &view, &run, err);
	} else {
		loop_show_records(&view);
	}
	loop_run_release(&run);
	return rc;
}

static int
run_work(struct work *work, struct err *err)
{
	const struct loop *loop;
	struct store *store = work->context->store;

	if (told_names_load(&work->names, store, err) != 0 ||
	    store_loops(store, &work->loops, &work->n, err) != 0 ||
	    filters_name(store, NAMES_LEVELS, work->args, OPTION_LEVEL,
		&work->level, err) != 0)
		return -1;
	if (work->args->n_operands == 0)
		return list(work, err);
	loop = loops_find(work->loops, work->n, work->args->operands[0]);
	if (loop == NULL)
		return fail_as(err, ERR_USAGE,
		    "no loop '%s'; `rehearse loop` lists them",
		    work->args->operands[0]);
	return go_through(work, loop, err);
}

static int
run_loop(struct context *context, const struct args *args, struct err *err)
{
	struct work work = {
	    .context = context,
	    .args = args,
	    .json = json_begin(stdout),
	};
	int rc;

	if (args_exclude(args, OPTION_PLAIN, OPTION_JSON, err) != 0 ||
	    args_exclude(args, OPTION_NEW, OPTION_JSON, err) != 0 ||
	    context_open_store(context, err) != 0)
		return -1;
	rc = run_work(&work, err);
	told_names_release(&work.names);
	loops_free(work.loops, work.n);
	free(work.level);
	return rc;
}

const struct command loop_command = {
    .name = "loop",
    .about = "A whole interview loop, round after round, over several days.",
    .operands = "[LOOP]",
    .max_operands = 1,
    .options = options,
    .details =
	"With LOOP the next round of its open run is practised, or the first "
	"of\n"
	"a new run; then, where the loop stands, and at its end the debrief.\n"
	"Without: the loops.  Records, tabs between:\n"
	"  loop company rounds run_id started_at done next planned_at overall\n"
	"  verdict\n"
	"of a LOOP, where standard output is no terminal:\n"
	"  position round interviewer rubric gate planned_at session_id "
	"overall\n"
	"  verdict\n",
    .example = "rehearse loop xiaomi-pm",
    .run = run_loop,
};
