/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/command.h"
#include "cli/dialogue.h"
#include "cli/filters.h"
#include "cli/history_change.h"
#include "cli/interactive.h"
#include "cli/listing.h"
#include "cli/output.h"
#include "cli/retake_show.h"
#include "screens/desk.h"
#include "store/history.h"

static const struct option_spec options[] = {
    {"search", "TEXT",
	"sessions that have this in a question, an answer or a note",
	OPTION_SEARCH},
    {"tag", "TAG", "sessions with this tag", OPTION_TAG},
    {"deleted", NULL, "sessions that were deleted, and no others",
	OPTION_DELETED},
    {"sort", "ORDER",
	"oldest (usual), newest, best, worst, round, company or level",
	OPTION_SORT},
    {"retake", NULL, "each answer of SESSION against the attempt before it",
	OPTION_RETAKE},
    {"note", "TEXT", "write this about SESSION; '' takes it away", OPTION_NOTE},
    {"add-tag", "TAG", "put a tag on SESSION", OPTION_ADD_TAG},
    {"remove-tag", "TAG", "take it off", OPTION_REMOVE_TAG},
    {"delete", NULL, "hide SESSION everywhere", OPTION_DELETE},
    {"undelete", NULL, "bring it back", OPTION_UNDELETE},
    {"plain", NULL, "records, also on a terminal", OPTION_PLAIN},
    {"lines", NULL, "in lines, with numbered choices", OPTION_LINES},
    {"json", NULL, "one JSON array, with the export's fields", OPTION_JSON},
    {NULL, NULL, NULL, 0},
};

static const char *const session_record[] = {"session_id", "started_at", "mode",
    "round", "company", "level", "answered", "overall", "verdict",
    "limiting_signal", "clean", NULL};

static const char *const answer_record[] = {"answer_id", "started_at",
    "question_id", "attempt", "answer_s", "limit_s", "overall", "verdict",
    "limiting_signal", "clean", "prompt", "answer", NULL};

/* A session's answers lie within its first and last one's seconds: so rows of
 * other times need not be looked at, unless the filter has a time already. */
static int
narrow(struct store *store, int64_t session_pk, struct store_filter *filter,
    struct err *err)
{
	struct answer_row *rows;
	int n;

	if (store_session_answers(store, session_pk, &rows, &n, err) != 0)
		return -1;
	if (!filter->has_since) {
		filter->has_since = true;
		filter->since = n > 0 ? rows[0].answer.started_at : 0;
	}
	if (!filter->has_until) {
		filter->has_until = true;
		filter->until = n > 0 ? rows[n - 1].answer.started_at + 1 : 0;
	}
	answer_rows_free(rows, n);
	return 0;
}

static int
print_answers(const struct context *context, const struct args *args,
    struct store_filter filter, const struct session_row *session,
    struct err *err)
{
	struct listing listing = {
	    .kind = kind_find("answers"),
	    .filter = &filter,
	    .session = session->id,
	    .columns = answer_record,
	    .json = args_has(args, OPTION_JSON),
	};

	if (setting_yes(&context->settings, SETTING_PRIVATE))
		listing.hidden = "answer";
	if (narrow(context->store, session->pk, &filter, err) != 0)
		return -1;
	return listing_print(&listing, context->store, err);
}

static int
print_retakes(const struct context *context, const struct session_row *session,
    struct err *err)
{
	bool private = setting_yes(&context->settings, SETTING_PRIVATE);
	struct answer_row *rows;
	int n, rc;

	rc = store_session_answers(context->store, session->pk, &rows, &n, err);
	for (int i = 0; i < n && rc == 0; i++)
		rc = show_retake(context->store, &rows[i], private, err);
	answer_rows_free(rows, n);
	return rc;
}

static int
go_through_session(struct context *context, const char *id, struct err *err)
{
	struct dialogue dialogue;
	int rc = dialogue_init(&dialogue, context, err);

	if (rc == 0)
		rc = dialogue_session(&dialogue, id, err);
	return dialogue_end(&dialogue, rc);
}

static int
show_session(struct context *context, const struct args *args,
    const struct store_filter *filter, const char *id, struct err *err)
{
	struct session_row session;
	int rc = store_session_get(context->store, id, &session, err);

	if (rc == 0)
		return history_no_session(id, err);
	if (rc < 0)
		return -1;
	if (args_has(args, OPTION_RETAKE))
		rc = print_retakes(context, &session, err);
	else if (dialogue_wanted(args))
		rc = go_through_session(context, id, err);
	else if (interactive_wanted(args))
		rc = interactive_run(context, &session_screen, id, err);
	else
		rc = print_answers(context, args, *filter, &session, err);
	session_row_release(&session);
	return rc;
}

static int
go_through_sessions(
    struct context *context, const struct store_filter *filter, struct err *err)
{
	struct dialogue dialogue;
	int rc = dialogue_init(&dialogue, context, err);

	if (rc == 0)
		rc = dialogue_history(&dialogue, filter, err);
	return dialogue_end(&dialogue, rc);
}

static int
read_order(
    const struct args *args, struct store_filter *filter, struct err *err)
{
	static const char *const orders[] = {
	    "oldest", "newest", "best", "worst", "round", "company", "level"};

	filter->order = args_text(args, OPTION_SORT);
	if (filter->order == NULL)
		return 0;
	for (size_t i = 0; i < sizeof(orders) / sizeof(orders[0]); i++)
		if (strcmp(orders[i], filter->order) == 0)
			return 0;
	return fail_as(err, ERR_USAGE,
	    "--sort '%s': there are oldest, newest, best, worst, round, "
	    "company and level",
	    filter->order);
}

static int
show_sessions(struct context *context, const struct args *args,
    struct store_filter *filter, struct err *err)
{
	const struct listing listing = {
	    .kind = kind_find("sessions"),
	    .filter = filter,
	    .columns = session_record,
	    .remarks = true,
	    .json = args_has(args, OPTION_JSON),
	};

	filter->deleted = args_has(args, OPTION_DELETED);
	if (read_order(args, filter, err) != 0)
		return -1;
	if (dialogue_wanted(args))
		return go_through_sessions(context, filter, err);
	if (interactive_wanted(args))
		return interactive_run(context, &history_screen, filter, err);
	return listing_print(&listing, context->store, err);
}

static int
show(struct context *context, const struct args *args, struct err *err)
{
	struct filters filters;
	int status = filters_read(&filters, context->store, args, err);

	if (status == 0 && args->n_operands > 0)
		status = show_session(
		    context, args, &filters.filter, args->operands[0], err);
	else if (status == 0)
		status = show_sessions(context, args, &filters.filter, err);
	filters_release(&filters);
	return status;
}

static int
run_history(struct context *context, const struct args *args, struct err *err)
{
	if (args->n_operands == 0 &&
	    (args_has(args, OPTION_RETAKE) || history_changes(args)))
		return fail_as(err, ERR_USAGE,
		    "--retake, --note, --add-tag, --remove-tag, --delete and "
		    "--undelete need a SESSION; see `rehearse history "
		    "--plain` for the ids");
	if (args->n_operands > 0 && args_has(args, OPTION_DELETED))
		return fail_as(err, ERR_USAGE,
		    "--deleted lists sessions and takes none; --undelete "
		    "brings one back");
	if (args_exclude(args, OPTION_PLAIN, OPTION_JSON, err) != 0 ||
	    args_exclude(args, OPTION_RETAKE, OPTION_JSON, err) != 0 ||
	    args_exclude(args, OPTION_LINES, OPTION_PLAIN, err) != 0 ||
	    args_exclude(args, OPTION_LINES, OPTION_JSON, err) != 0 ||
	    context_open_store(context, err) != 0)
		return -1;
	if (history_changes(args))
		return history_change(context, args, args->operands[0], err);
	return show(context, args, err);
}

const struct command history_command = {
    .name = "history",
    .about = "Past sessions, or the answers of one.",
    .operands = "[SESSION]",
    .max_operands = 1,
    .options = options,
    .filters = filter_options,
    .details =
	"Records, one a line, tabs between:\n"
	"  session_id started_at mode round company level answered overall\n"
	"  verdict limiting_signal clean tags note\n"
	"of a SESSION:\n"
	"  answer_id started_at question_id attempt answer_s limit_s overall\n"
	"  verdict limiting_signal clean prompt answer\n"
	"among which filters, --tag and --search choose as among sessions.\n"
	"With --retake, for each answer that has an attempt before it: what\n"
	"rose, what fell, what stayed weak, in lines to be read.\n",
    .example = "rehearse history --round behavioural --since 2026-11-01",
    .run = run_history,
};
