/* SPDX-License-Identifier: MIT */
#include <unistd.h>

#include "cli/command.h"
#include "cli/interactive.h"
#include "screens/desk.h"

static int
run_home(struct context *context, const struct args *args, struct err *err)
{
	if (!interactive_wanted(args))
		return fail_as(err, ERR_USAGE,
		    "standard input and output are not both a terminal: use "
		    "`rehearse practice --plain`, or see `rehearse --help`");
	if (context_open_store(context, err) != 0)
		return -1;
	return interactive_run(context, &home_screen, NULL, err);
}

const struct command home_command = {
    .name = "",
    .about = "Mock interviews against the clock, rated signal by signal.",
    .operands = "[COMMAND]",
    .details = "Without a command: the home screen.\n",
    .example = "rehearse practice --round behavioural --level pm2",
    .run = run_home,
};
