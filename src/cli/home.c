/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>

#include "base/clock.h"
#include "cli/command.h"
#include "cli/interactive.h"
#include "cli/output.h"
#include "screens/desk.h"
#include "store/plan.h"
#include "store/suggest.h"

/* The home screen for whoever reads lines: what is next, and how. */
static int
print_home(struct context *context, struct err *err)
{
	struct suggestion next;
	char *label;

	if (store_suggest(context->store, clock_now(), &next, err) != 0 ||
	    store_round_label(context->store, next.round, &label, err) != 0)
		return -1;
	fputs("Next: ", stdout);
	output_text(label);
	fputs(". ", stdout);
	output_text(next.reason);
	puts(".\n\nrehearse practice  answer one question of it, in lines\n"
	     "rehearse rate      rate an answer again\n"
	     "rehearse review    your signals across sessions\n"
	     "rehearse history   past sessions\n"
	     "rehearse status    how ready you are\n"
	     "rehearse --help    all commands");
	free(label);
	return 0;
}

static int
run_home(struct context *context, const struct args *args, struct err *err)
{
	if (lines_wanted(args)) {
		if (context_open_store(context, err) != 0)
			return -1;
		return print_home(context, err);
	}
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
