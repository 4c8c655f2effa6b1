/* SPDX-License-Identifier: MIT */
#include "cli/command.h"
#include "cli/dialogue.h"
#include "cli/filters.h"
#include "cli/interactive.h"
#include "cli/listing.h"
#include "screens/desk.h"

static const struct option_spec options[] = {
    {"search", "TEXT", "questions that have this in prompt, tags or id",
	OPTION_SEARCH},
    {"tag", "TAG", "questions with this tag", OPTION_TAG},
    {"retired", NULL, "questions that are asked no more", OPTION_RETIRED},
    {"plain", NULL, "records, also on a terminal", OPTION_PLAIN},
    {"lines", NULL, "in lines, with numbered choices", OPTION_LINES},
    {"json", NULL, "one JSON array, with the export's fields", OPTION_JSON},
    {NULL, NULL, NULL, 0},
};

static const char *const record[] = {
    "id", "round", "company", "level", "seconds", "prompt", NULL};

static int
go_through(
    struct context *context, const struct store_filter *filter, struct err *err)
{
	struct dialogue dialogue;
	int rc = dialogue_init(&dialogue, context, err);

	if (rc == 0)
		rc = dialogue_questions(&dialogue, filter, err);
	return dialogue_end(&dialogue, rc);
}

static int
run_questions(struct context *context, const struct args *args, struct err *err)
{
	struct filters filters;
	struct listing listing = {
	    .kind = kind_find("questions"),
	    .filter = &filters.filter,
	    .columns = record,
	    .json = args_has(args, OPTION_JSON),
	};
	bool seen = interactive_wanted(args), told = dialogue_wanted(args);
	int status;

	if (args_exclude(args, OPTION_PLAIN, OPTION_JSON, err) != 0 ||
	    args_exclude(args, OPTION_LINES, OPTION_PLAIN, err) != 0 ||
	    args_exclude(args, OPTION_LINES, OPTION_JSON, err) != 0 ||
	    context_open_store(context, err) != 0)
		return -1;
	status = filters_read(&filters, context->store, args, err);
	if (args_has(args, OPTION_RETIRED))
		filters.filter.state = QUESTIONS_RETIRED;
	else if (!seen && !told)
		filters.filter.state = QUESTIONS_IN_USE;
	if (status == 0 && told)
		status = go_through(context, &filters.filter, err);
	else if (status == 0 && seen)
		status = interactive_run(
		    context, &bank_screen, &filters.filter, err);
	else if (status == 0)
		status = listing_print(&listing, context->store, err);
	filters_release(&filters);
	return status;
}

const struct command questions_command = {
    .name = "questions",
    .about = "The question bank.",
    .operands = "",
    .options = options,
    .filters = filter_options,
    .details =
	"Records, by id, one a line, tabs between:\n"
	"  id round company level seconds prompt\n"
	"Retired questions are listed with --retired alone.  A question\n"
	"has no date: --since and --until leave it in.\n",
    .example = "rehearse questions --round product-sense --search payments",
    .run = run_questions,
};
