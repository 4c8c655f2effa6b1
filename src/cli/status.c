/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/clock.h"
#include "cli/command.h"
#include "cli/status_print.h"

enum { SECOND_MS = 1000 };

static const struct option_spec options[] = {
    {"tick", "ITEM", "first tick this item of the checklist off; repeatable",
	OPTION_TICK},
    {"untick", "ITEM", "first take the tick of this item back; repeatable",
	OPTION_UNTICK},
    {"json", NULL, "one JSON object", OPTION_JSON},
    {NULL, NULL, NULL, 0},
};

static int
fail_unknown(const struct checklist_row *rows, int n, const char *option,
    const char *given, struct err *err)
{
	struct str known = STR_INIT;

	for (int i = 0; i < n; i++)
		if (rows[i].item.check == CHECK_SELF)
			str_addf(&known, "%s%s", known.len > 0 ? ", " : "",
			    rows[i].item.item);
	fail_as(err, ERR_USAGE,
	    "--%s '%s' is no item of the checklist; those to tick are %s",
	    option, given, known.len > 0 ? known.s : "none");
	str_release(&known);
	return -1;
}

/* Only what the program can't count is ticked. */
static int
check_item(const struct checklist_row *rows, int n, const char *option,
    const char *given, struct err *err)
{
	for (int i = 0; i < n; i++) {
		if (strcmp(rows[i].item.item, given) != 0)
			continue;
		if (rows[i].item.check == CHECK_SELF)
			return 0;
		return fail_as(err, ERR_USAGE,
		    "--%s '%s': this item is counted from your sessions, not "
		    "ticked: %s",
		    option, given, rows[i].text);
	}
	return fail_unknown(rows, n, option, given, err);
}

static int
tick_each(struct store *store, const struct args *args, int option,
    const struct checklist_row *rows, int n, int64_t now_s, struct err *err)
{
	const char *given;

	for (size_t at = 0; (given = args_next(args, option, &at)) != NULL;)
		if (check_item(rows, n, args_name(args, option), given, err) !=
			0 ||
		    store_tick(
			store, given, option == OPTION_TICK, now_s, err) != 0)
			return -1;
	return 0;
}

/* All of what was asked for, or nothing. */
static int
tick_all(struct store *store, const struct args *args,
    const struct checklist_row *rows, int n, int64_t now_s, struct err *err)
{
	if (store_begin(store, err) != 0)
		return -1;
	if (tick_each(store, args, OPTION_TICK, rows, n, now_s, err) == 0 &&
	    tick_each(store, args, OPTION_UNTICK, rows, n, now_s, err) == 0 &&
	    store_commit(store, err) == 0)
		return 0;
	store_rollback(store);
	return -1;
}

static int
tick(struct store *store, const struct args *args, struct instant now,
    struct err *err)
{
	int64_t now_s = now.wall_ms / SECOND_MS;
	struct checklist_row *rows;
	int n, rc;

	if (!args_has(args, OPTION_TICK) && !args_has(args, OPTION_UNTICK))
		return 0;
	if (store_checklist(store, now_s, &rows, &n, err) != 0)
		return -1;
	rc = tick_all(store, args, rows, n, now_s, err);
	checklist_rows_free(rows, n);
	return rc;
}

static int
run_status(struct context *context, const struct args *args, struct err *err)
{
	struct instant now = clock_now();
	struct status_drift drift = {0};
	struct status status;
	int rc;

	if (args_exclude(args, OPTION_TICK, OPTION_UNTICK, err) != 0 ||
	    context_open_store(context, err) != 0 ||
	    tick(context->store, args, now, err) != 0)
		return -1;
	rc = store_status(context->store, now, &status, err);
	if (rc == 0)
		rc = status_drift_load(context->store, now, &drift, err);
	if (rc == 0)
		status_print(&status, &drift, args_has(args, OPTION_JSON));
	status_drift_release(&drift);
	status_release(&status);
	return rc;
}

const struct command status_command = {
    .name = "status",
    .about = "How ready you are, round by round, your checklist, streak and "
	     "drafts.",
    .operands = "",
    .options = options,
    .details = "Records, tabs between, of the kinds:\n"
	       "  sessions N, answers N, streak_days N, open_drafts N\n"
	       "  readiness round level rater state clean_in_row needed text\n"
	       "  checklist item label done have need detail\n"
	       "  next question_id reason\n"
	       "  cold_due N, answers that wait to be rated again\n"
	       "  drift signal n drift spread\n",
    .example = "rehearse status --json",
    .run = run_status,
};
