/* SPDX-License-Identifier: MIT */
#include "cli/practice.h"

#include "cli/command.h"
#include "cli/filters.h"
#include "cli/interactive.h"
#include "screens/desk.h"

enum {
	DAY_S = 86400,
};

static const double least_limit_s = 1;

static const struct option_spec options[] = {
    {"questions", "N", "how many, instead of the round's usual number",
	OPTION_QUESTIONS},
    {"question", "ID", "this question only; once for each", OPTION_QUESTION},
    {"seconds", "S", "limit for each answer", OPTION_SECONDS},
    {"think", "S", "time to think first; 0: none", OPTION_THINK},
    {"probes", "N", "follow-up questions after each answer, 0 to 3",
	OPTION_PROBES},
    {"mode", "MODE", "typed, or spoken: marks for each section of the answer",
	OPTION_MODE},
    {"strict", NULL, "at the limit the text is locked", OPTION_STRICT},
    {"interrupt", NULL, "the interviewer interrupts each answer, once",
	OPTION_INTERRUPT},
    {"seed", "N", "the same number picks the same questions, interruptions too",
	OPTION_SEED},
    {"plain", NULL, "in lines, on standard input and output", OPTION_PLAIN},
    {NULL, NULL, NULL, 0},
};

static int
read_mode(const struct args *args, struct plan *plan, struct err *err)
{
	const char *given = args_text(args, OPTION_MODE);

	plan->has_mode = given != NULL;
	if (given == NULL || mode_parse(given, &plan->mode))
		return 0;
	return fail_as(
	    err, ERR_USAGE, "--mode '%s': wants typed or spoken", given);
}

/* The ids stay where argv has them. */
static int
read_chosen(const struct args *args, const char *chosen[PLAN_QUESTIONS],
    struct plan *plan, struct err *err)
{
	const char *id;
	size_t at = 0;

	while ((id = args_next(args, OPTION_QUESTION, &at)) != NULL) {
		if (plan->n_chosen == PLAN_QUESTIONS)
			return fail_as(err, ERR_USAGE,
			    "--question: %d questions are the most in one "
			    "session",
			    PLAN_QUESTIONS);
		chosen[plan->n_chosen++] = id;
	}
	plan->chosen = chosen;
	return 0;
}

/* Whether none of the options in a table was given. */
static bool
none_given(const struct args *args, const struct option_spec *table)
{
	for (; table->name != NULL; table++)
		if (args_has(args, table->id))
			return false;
	return true;
}

static int
read_plan(const struct context *context, const struct args *args,
    const char *chosen[PLAN_QUESTIONS], struct plan *plan, struct err *err)
{
	int64_t questions = 0, seed = 0;

	*plan = plan_default();
	if (args_int(args, OPTION_QUESTIONS, 1, PLAN_QUESTIONS, &questions,
		err) != 0 ||
	    args_int(args, OPTION_SEED, 0, INT64_MAX, &seed, err) != 0 ||
	    args_seconds(args, OPTION_SECONDS, least_limit_s, DAY_S,
		&plan->seconds, err) != 0 ||
	    args_seconds(args, OPTION_THINK, 0, DAY_S, &plan->think_s, err) !=
		0 ||
	    read_mode(args, plan, err) != 0 ||
	    read_chosen(args, chosen, plan, err) != 0)
		return -1;
	plan->questions = (int)questions;
	plan->probes = setting_choice(&context->settings, SETTING_PROBES);
	plan->strict = args_has(args, OPTION_STRICT);
	plan->interrupted = setting_yes(&context->settings, SETTING_INTERRUPT);
	plan->undecided =
	    none_given(args, options) && none_given(args, choice_options);
	plan->has_seed = args_has(args, OPTION_SEED);
	plan->seed = (uint64_t)seed;
	return 0;
}

static int
practise(struct context *context, const struct args *args, struct plan *plan,
    struct err *err)
{
	struct lines lines;
	int rc;

	if (store_need_write(context->store, err) != 0)
		return -1;
	if (!lines_wanted(args))
		return interactive_run(context, &start_screen, plan, err);
	practice_plan_lines(plan);
	lines_init(&lines);
	rc = practice_plain(context->store, plan, &lines, err);
	lines_release(&lines);
	return rc;
}

static int
run_practice(struct context *context, const struct args *args, struct err *err)
{
	const char *chosen[PLAN_QUESTIONS];
	struct filters filters;
	struct plan plan;
	int status;

	if (read_plan(context, args, chosen, &plan, err) != 0 ||
	    context_open_store(context, err) != 0)
		return -1;
	status = filters_read(&filters, context->store, args, err);
	if (status == 0) {
		plan.round = filters.round;
		plan.company = filters.company;
		plan.level = filters.level;
		status = practise(context, args, &plan, err);
	}
	filters_release(&filters);
	return status;
}

const struct command practice_command = {
    .name = "practice",
    .about = "Answer questions against the clock, then rate the answers.",
    .operands = "",
    .options = options,
    .filters = choice_options,
    .details =
	"Without options the session is chosen on the screen first.\n"
	"With --plain an answer is the lines up to one that is a single `.`,\n"
	"or up to the end of input; a line `?` tells the time left, `.help`\n"
	"how to pause, skip, stop or put it down.  Then come the prediction\n"
	"(an empty line skips it), a line with 1 to 5 for each signal (u "
	"takes\n"
	"the one before back, q stops), and y or n for the measured result.\n"
	"There is no time to think unless --think gives some; Enter ends it.\n",
    .example = "rehearse practice --round behavioural --level pm2 --strict",
    .run = run_practice,
};
