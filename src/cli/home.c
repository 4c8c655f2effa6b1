/* SPDX-License-Identifier: MIT */
#include "cli/command.h"
#include "cli/dialogue.h"
#include "cli/interactive.h"
#include "screens/desk.h"

static const struct option_spec options[] = {
    {"plain", NULL, "in lines, with numbered choices", OPTION_PLAIN},
    {NULL, NULL, NULL, 0},
};

static int
run_in_lines(struct context *context, struct err *err)
{
	struct dialogue dialogue;
	int rc = dialogue_init(&dialogue, context, err);

	if (rc == 0)
		rc = dialogue_home(&dialogue, err);
	return dialogue_end(&dialogue, rc);
}

static int
run_home(struct context *context, const struct args *args, struct err *err)
{
	if (!lines_wanted(args) && !interactive_wanted(args))
		return fail_as(err, ERR_USAGE,
		    "standard input and output are not both a terminal: use "
		    "`rehearse practice --plain`, or see `rehearse --help`");
	if (context_open_store(context, err) != 0)
		return -1;
	if (!lines_wanted(args))
		return interactive_run(context, &home_screen, NULL, err);
	return run_in_lines(context, err);
}

const struct command home_command = {
    .name = "",
    .about = "Mock interviews against the clock, rated signal by signal.",
    .operands = "[COMMAND]",
    .options = options,
    .details =
	"Without a command: the home screen.  With --plain, or with ACCESSIBLE "
	"in\n"
	"the environment, everything goes in lines: a number chooses, `?` or "
	"an\n"
	"empty line repeats, b goes back, q or the end of input leaves.\n",
    .example = "rehearse practice --round behavioural --level pm2",
    .run = run_home,
};
