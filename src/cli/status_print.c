/* SPDX-License-Identifier: MIT */
#include "cli/status_print.h"

#include <stdio.h>
#include <unistd.h>

#include "base/json.h"
#include "cli/output.h"

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
json_count(struct json *json, const char *key, bool counted, int value)
{
	json_key(json, key);
	if (counted)
		json_int(json, value);
	else
		json_null(json);
}

static void
json_item(struct json *json, const struct checklist_row *row)
{
	bool counted = row->item.check != CHECK_SELF;

	json_object(json);
	json_key(json, "item");
	json_text(json, row->item.item);
	json_key(json, "label");
	json_text(json, row->item.label);
	json_key(json, "done");
	json_bool(json, row->state.done);
	json_count(json, "have", counted, row->state.have);
	json_count(json, "need", counted, row->item.need);
	json_key(json, "detail");
	json_text(json, row->text);
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
print_json(const struct status *status, const struct status_drift *drift)
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
	for (int i = 0; i < status->n_readiness; i++)
		json_readiness(&json, &status->readiness[i]);
	json_end(&json);
	json_key(&json, "next");
	json_next(&json, &status->next);
	json_key(&json, "checklist");
	json_array(&json);
	for (int i = 0; i < status->n_checklist; i++)
		json_item(&json, &status->checklist[i]);
	json_end(&json);
	status_drift_json(&json, drift);
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
print_item_record(const struct checklist_row *row)
{
	fputs("checklist\t", stdout);
	output_text(row->item.item);
	putchar('\t');
	output_text(row->item.label);
	printf("\t%s\t", row->state.done ? "yes" : "no");
	if (row->item.check == CHECK_SELF)
		putchar('\t');
	else
		printf("%d\t%d", row->state.have, row->item.need);
	putchar('\t');
	output_text(row->text);
	putchar('\n');
}

static void
print_records(const struct status *status, const struct status_drift *drift)
{
	printf("sessions\t%d\nanswers\t%d\nstreak_days\t%d\nopen_drafts\t%d\n",
	    status->sessions, status->answers, status->streak_days,
	    status->open_drafts);
	for (int i = 0; i < status->n_readiness; i++)
		print_record(&status->readiness[i]);
	for (int i = 0; i < status->n_checklist; i++)
		print_item_record(&status->checklist[i]);
	fputs("next\t", stdout);
	output_text(status->next.question);
	putchar('\t');
	output_text(status->next.reason);
	putchar('\n');
	status_drift_records(drift);
}

static void
print_item(const struct checklist_row *row)
{
	printf("[%c] ", row->state.done ? 'x' : ' ');
	output_text(row->item.label);
	fputs(": ", stdout);
	output_text(row->text);
	putchar('\n');
}

static void
print_next(const struct status *status)
{
	fputs("Next: ", stdout);
	output_text(
	    names_label(&status->rounds, status->next.round, "any round"));
	fputs(", ", stdout);
	output_text(status->next.question);
	fputs(": ", stdout);
	output_text(status->next.reason);
	putchar('\n');
}

static void
print_for_people(const struct status *status, const struct status_drift *drift)
{
	struct str text = STR_INIT;

	status_counts_text(&text, status);
	output_text(text.s);
	fputs("\n\n", stdout);
	for (int i = 0; i < status->n_readiness; i++) {
		str_clear(&text);
		status_readiness_text(&text, status, &status->readiness[i]);
		output_text(text.s);
		putchar('\n');
	}
	if (status->n_readiness > 0)
		putchar('\n');
	str_release(&text);
	for (int i = 0; i < status->n_checklist; i++)
		print_item(&status->checklist[i]);
	if (status->n_checklist > 0)
		putchar('\n');
	status_drift_people(drift);
	print_next(status);
}

void
status_print(
    const struct status *status, const struct status_drift *drift, bool as_json)
{
	if (as_json)
		print_json(status, drift);
	else if (isatty(STDOUT_FILENO))
		print_for_people(status, drift);
	else
		print_records(status, drift);
}
