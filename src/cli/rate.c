/* SPDX-License-Identifier: MIT */
#include "cli/rate.h"

#include <stdlib.h>

#include "base/clock.h"
#include "base/mem.h"
#include "cli/command.h"
#include "cli/interactive.h"
#include "screens/rate_kept.h"
#include "store/calibration.h"
#include "store/cold.h"

static const struct option_spec options[] = {
    {"cold", NULL, "as yourself once more: ID, or the first that waits",
	OPTION_COLD},
    {"calibration", NULL,
	"against a reference: the answer ID, or the next not yet rated",
	OPTION_CALIBRATION},
    {"rater", "NAME", "as the peer of that name", OPTION_RATER},
    {"plain", NULL, "in lines, on standard input and output", OPTION_PLAIN},
    {NULL, NULL, NULL, 0},
};

static const struct rate_way *const ways[] = {
    [SUBJECT_SELF] = &rate_self,
    [SUBJECT_COLD] = &rate_cold,
    [SUBJECT_PEER] = &rate_peer,
    [SUBJECT_CALIBRATION] = &rate_calibration,
};

static int
read_kind(const struct args *args, enum subject_kind *kind, struct err *err)
{
	if (args_exclude(args, OPTION_COLD, OPTION_CALIBRATION, err) != 0 ||
	    args_exclude(args, OPTION_COLD, OPTION_RATER, err) != 0 ||
	    args_exclude(args, OPTION_CALIBRATION, OPTION_RATER, err) != 0)
		return -1;
	*kind = args_has(args, OPTION_COLD)          ? SUBJECT_COLD
		: args_has(args, OPTION_CALIBRATION) ? SUBJECT_CALIBRATION
		: args_has(args, OPTION_RATER)       ? SUBJECT_PEER
						     : SUBJECT_SELF;
	return 0;
}

static int
find_cold(struct store *store, char **id, struct err *err)
{
	struct cold_row *rows;
	int n, rc;

	rc = store_cold_due(store, clock_now(), 1, &rows, &n, err);
	if (rc == 0 && n == 0)
		rc = fail(err, "no answer waits to be rated again; `rehearse "
			       "rate --cold ID` rates one all the same");
	if (rc == 0)
		*id = mem_text(rows[0].id);
	cold_rows_free(rows, n);
	return rc;
}

static int
find_item(struct store *store, char **id, struct err *err)
{
	struct calibration_row *rows;
	int n, rc;

	if (store_calibration(store, &rows, &n, err) != 0)
		return -1;
	for (int i = 0; i < n && *id == NULL; i++)
		if (!calibration_rated(&rows[i]))
			*id = mem_text(rows[i].item);
	rc = *id != NULL
		 ? 0
		 : fail(err, "every calibration answer is rated; `rehearse "
			     "rate --calibration ID` rates one again");
	calibration_rows_free(rows, n);
	return rc;
}

/* The operand, or what comes next. */
static int
find_id(struct store *store, const struct args *args, enum subject_kind kind,
    char **id, struct err *err)
{
	if (args->n_operands > 0)
		*id = mem_text(args->operands[0]);
	else if (kind == SUBJECT_COLD)
		return find_cold(store, id, err);
	else if (kind == SUBJECT_CALIBRATION)
		return find_item(store, id, err);
	else
		return fail_as(err, ERR_USAGE,
		    "rate wants an answer's id; `rehearse history SESSION` "
		    "lists them");
	return 0;
}

static int
rate_in_lines(struct context *context, enum subject_kind kind,
    const char *rater, const char *id, struct err *err)
{
	struct subject subject;
	struct lines lines;
	int rc;

	if (kind != SUBJECT_CALIBRATION &&
	    setting_yes(&context->settings, SETTING_PRIVATE))
		return fail(err, "%s", rate_is_private);
	if (store_subject(context->store, kind, rater, id, &subject, err) != 0)
		return -1;
	lines_init(&lines);
	rc = rate_plain(context->store, &subject, &lines, err);
	lines_release(&lines);
	subject_release(&subject);
	return rc;
}

static int
run_rate(struct context *context, const struct args *args, struct err *err)
{
	const char *rater = args_text(args, OPTION_RATER);
	enum subject_kind kind;
	char *id = NULL;
	int status = -1;

	if (read_kind(args, &kind, err) != 0 ||
	    context_open_store(context, err) != 0 ||
	    store_need_write(context->store, err) != 0 ||
	    find_id(context->store, args, kind, &id, err) != 0)
		return -1;
	if (interactive_wanted(args))
		status = interactive_run(context, &rate_kept_screen,
		    &(struct rate_kept_arg){ways[kind], id, rater}, err);
	else
		status = rate_in_lines(context, kind, rater, id, err);
	free(id);
	return status;
}

const struct command rate_command = {
    .name = "rate",
    .about = "Rate an answer later: cold, as a peer, or against a reference.",
    .operands = "[ID]",
    .max_operands = 1,
    .options = options,
    .details =
	"Without an option: an answer that was left without a rating, as\n"
	"yourself.  Old scores are shown only once the new ones are kept.\n"
	"In lines each signal takes a line with 1 to 5; the words that earn a\n"
	"4 or 5 may follow the digit: `4 cut churn by 12 %`.\n",
    .example = "rehearse rate --cold",
    .run = run_rate,
};
