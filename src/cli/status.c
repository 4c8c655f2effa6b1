/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/json.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/status_drift.h"
#include "store/draft.h"
#include "store/history.h"
#include "store/plan.h"
#include "store/readiness.h"
#include "store/reference.h"

static const struct option_spec options[] = {
    {"json", NULL, "one JSON object", OPTION_JSON},
    {NULL, NULL, NULL, 0},
};

struct status {
	int sessions, answers, streak_days, open_drafts;
	struct readiness_row *rows;
	int n;
	struct suggestion next;
	struct names rounds, levels;
	struct status_drift drift;
};

static int
load(struct store *store, struct status *status, struct err *err)
{
	struct instant now = clock_now();

	*status = (struct status){0};
	if (store_session_count(store, NULL, &status->sessions, err) != 0 ||
	    store_answer_count(store, &status->answers, err) != 0 ||
	    store_streak_days(store, now, &status->streak_days, err) != 0 ||
	    store_draft_count(store, &status->open_drafts, err) != 0 ||
	    store_suggest(store, now, &status->next, err) != 0 ||
	    status_drift_load(store, now, &status->drift, err) != 0 ||
	    store_names(store, NAMES_ROUNDS, &status->rounds, err) != 0 ||
	    store_names(store, NAMES_LEVELS, &status->levels, err) != 0)
		return -1;
	return store_readiness(store, &status->rows, &status->n, err);
}

static void
status_release(struct status *status)
{
	readiness_rows_free(status->rows, status->n);
	names_release(&status->rounds);
	names_release(&status->levels);
	status_drift_release(&status->drift);
}

static const char *
rater(const struct readiness_row *row)
{
	return row->by_peers ? "peer" : "self";
}

static const char *
or_null(const char *text)
{
	return *text != '\0' ? text : NULL;
}

static void
json_readiness(struct json *json, const struct readiness_row *row)
{
	char missing[READINESS_TEXT];

	readiness_text(missing, &row->readiness, row->round, row->by_peers);
	json_object(json);
	json_key(json, "round");
	json_text(json, or_null(row->round));
	json_key(json, "level");
	json_text(json, or_null(row->level));
	json_key(json, "rater");
	json_text(json, rater(row));
	json_key(json, "state");
	json_text(json, readiness_name(row->readiness.state));
	json_key(json, "clean_in_row");
	json_int(json, row->readiness.clean_in_row);
	json_key(json, "needed");
	json_int(json, row->readiness.needed);
	json_key(json, "text");
	json_text(json, missing);
	json_end(json);
}

static void
json_next(struct json *json, const struct suggestion *next)
{
	json_object(json);
	json_key(json, "question_id");
	json_text(json, or_null(next->question));
	json_key(json, "reason");
	json_text(json, next->reason);
	json_end(json);
}

static void
print_json(const struct status *status)
{
	struct json json = json_begin(stdout);

	json_object(&json);
	json_key(&json, "sessions");
	json_int(&json, status->sessions);
	json_key(&json, "answers");
	json_int(&json, status->answers);
	json_key(&json, "streak_days");
	json_int(&json, status->streak_days);
	json_key(&json, "open_drafts");
	json_int(&json, status->open_drafts);
	json_key(&json, "readiness");
	json_array(&json);
	for (int i = 0; i < status->n; i++)
		json_readiness(&json, &status->rows[i]);
	json_end(&json);
	json_key(&json, "next");
	json_next(&json, &status->next);
	status_drift_json(&json, &status->drift);
	json_end(&json);
	putchar('\n');
}

static void
print_record(const struct readiness_row *row)
{
	char text[READINESS_TEXT];

	readiness_text(text, &row->readiness, row->round, row->by_peers);
	fputs("readiness\t", stdout);
	output_text(row->round);
	putchar('\t');
	output_text(row->level);
	printf("\t%s\t%s\t%d\t%d\t", rater(row),
	    readiness_name(row->readiness.state), row->readiness.clean_in_row,
	    row->readiness.needed);
	output_text(text);
	putchar('\n');
}

static void
print_records(const struct status *status)
{
	printf("sessions\t%d\nanswers\t%d\nstreak_days\t%d\nopen_drafts\t%d\n",
	    status->sessions, status->answers, status->streak_days,
	    status->open_drafts);
	for (int i = 0; i < status->n; i++)
		print_record(&status->rows[i]);
	fputs("next\t", stdout);
	output_text(status->next.question);
	putchar('\t');
	output_text(status->next.reason);
	putchar('\n');
	status_drift_records(&status->drift);
}

static const char *
plural(int n)
{
	return n == 1 ? "" : "s";
}

/* The label of a key; `none` for the empty one. */
static const char *
label(const struct names *names, const char *key, const char *none)
{
	for (int i = 0; i < names->n; i++)
		if (strcmp(names->keys[i], key) == 0)
			return names->labels[i];
	return *key != '\0' ? key : none;
}

static void
print_readiness(const struct status *status, const struct readiness_row *row)
{
	char text[READINESS_TEXT];

	readiness_text(text, &row->readiness, row->round, row->by_peers);
	output_text(label(&status->rounds, row->round, "Mixed rounds"));
	fputs(", ", stdout);
	output_text(label(&status->levels, row->level, "any level"));
	printf(", rated by %s: %s, ", row->by_peers ? "peers" : "yourself",
	    readiness_name(row->readiness.state));
	output_text(text);
	putchar('\n');
}

static void
print_for_people(const struct status *status)
{
	printf("%d session%s, %d answer%s, a streak of %d day%s, "
	       "%d open draft%s\n\n",
	    status->sessions, plural(status->sessions), status->answers,
	    plural(status->answers), status->streak_days,
	    plural(status->streak_days), status->open_drafts,
	    plural(status->open_drafts));
	for (int i = 0; i < status->n; i++)
		print_readiness(status, &status->rows[i]);
	if (status->n > 0)
		putchar('\n');
	status_drift_people(&status->drift);
	fputs("Next: ", stdout);
	output_text(label(&status->rounds, status->next.round, "any round"));
	fputs(", ", stdout);
	output_text(status->next.question);
	fputs(": ", stdout);
	output_text(status->next.reason);
	putchar('\n');
}

static int
run_status(struct context *context, const struct args *args, struct err *err)
{
	struct status status;
	int rc;

	if (context_open_store(context, err) != 0)
		return -1;
	rc = load(context->store, &status, err);
	if (rc == 0 && args_has(args, OPTION_JSON))
		print_json(&status);
	else if (rc == 0 && isatty(STDOUT_FILENO))
		print_for_people(&status);
	else if (rc == 0)
		print_records(&status);
	status_release(&status);
	return rc;
}

const struct command status_command = {
    .name = "status",
    .about = "How ready you are, round by round, your streak and drafts.",
    .operands = "",
    .options = options,
    .details = "Records, tabs between, of the kinds:\n"
	       "  sessions N, answers N, streak_days N, open_drafts N\n"
	       "  readiness round level rater state clean_in_row needed text\n"
	       "  next question_id reason\n"
	       "  cold_due N, answers that wait to be rated again\n"
	       "  drift signal n drift spread\n",
    .example = "rehearse status --json",
    .run = run_status,
};
