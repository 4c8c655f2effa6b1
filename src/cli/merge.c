/* SPDX-License-Identifier: MIT */
#include "store/merge.h"

#include <stdio.h>

#include "cli/command.h"

static const struct option_spec options[] = {
    {"dry-run", NULL, "say what would be done, and don't do it",
	OPTION_DRY_RUN},
    {NULL, NULL, NULL, 0},
};

static int
run_merge(struct context *context, const struct args *args, struct err *err)
{
	struct merge_report report;

	if (args->n_operands == 0)
		return fail_as(err, ERR_USAGE,
		    "merge wants the other database, such as a copy of it from "
		    "another computer");
	if (context_open_store(context, err) != 0)
		return -1;
	if (store_merge(context->store, args->operands[0],
		args_has(args, OPTION_DRY_RUN), clock_now(), &report, err) != 0)
		return -1;
	printf("added %ld, updated %ld, unchanged %ld, deleted %ld\n",
	    report.added, report.updated, report.unchanged, report.deleted);
	return 0;
}

const struct command merge_command = {
    .name = "merge",
    .about = "Take another database of yours into this one, all or nothing.",
    .operands = "FILE",
    .max_operands = 1,
    .options = options,
    .details =
	"Sessions, answers, ratings, notes, tags, what was ticked, and the\n"
	"questions and other rows that are your own.  FILE is only read; a\n"
	"backup is made before.  A row that differs on both sides: the "
	"session\n"
	"that ended later, the longer text, else the greater value; what was\n"
	"deleted on one side is deleted.  Once more changes nothing.\n",
    .example = "rehearse merge /media/stick/rehearse.db",
    .run = run_merge,
};
