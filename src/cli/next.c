/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/json.h"
#include "base/number.h"
#include "cli/command.h"
#include "cli/output.h"
#include "store/plan.h"
#include "store/schedule.h"

enum { SECOND_MS = 1000 };

static const struct option_spec options[] = {
    {"all", NULL, "every question: how it stands and when it is due",
	OPTION_ALL},
    {"json", NULL, "one JSON object; with --all an array of them", OPTION_JSON},
    {NULL, NULL, NULL, 0},
};

/* When the question is due, in words, and whether it is mastered. */
enum { STANDING = SCHEDULE_TEXT + 16 };

static void
standing(char out[STANDING], const struct scheduled *row)
{
	char text[SCHEDULE_TEXT];

	schedule_text(text, &row->schedule, row->as_of);
	snprintf(
	    out, STANDING, "%s%s", text, row->mastered ? ", mastered" : "");
}

static void
json_state(struct json *json, const struct schedule *schedule)
{
	char due[DATE_SIZE];

	if (schedule->reviews > 0) {
		date_utc(due, schedule->due_at);
		json_key(json, "stability");
		json_number(json, schedule->state.stability);
		json_key(json, "difficulty");
		json_number(json, schedule->state.difficulty);
		json_key(json, "due_at");
		json_text(json, due);
		return;
	}
	json_key(json, "stability");
	json_null(json);
	json_key(json, "difficulty");
	json_null(json);
	json_key(json, "due_at");
	json_null(json);
}

static void
json_row(struct json *json, const struct scheduled *row, const char *reason)
{
	json_object(json);
	json_key(json, "question_id");
	json_text(json, row->question_id);
	json_state(json, &row->schedule);
	json_key(json, "attempts");
	json_int(json, row->schedule.attempts);
	json_key(json, "reason");
	json_text(json, reason);
	json_key(json, "round");
	json_text(json, row->round);
	json_key(json, "mastered");
	json_bool(json, row->mastered);
	json_end(json);
}

static void
print_json(const struct scheduled *rows, int n)
{
	struct json json = json_begin(stdout);
	char reason[STANDING];

	json_array(&json);
	for (int i = 0; i < n; i++) {
		standing(reason, &rows[i]);
		json_row(&json, &rows[i], reason);
	}
	json_end(&json);
	putchar('\n');
}

static void
print_number(double value)
{
	char text[NUMBER_SIZE];

	number_text(text, value);
	printf("\t%s", text);
}

static void
print_record(const struct scheduled *row)
{
	const struct schedule *schedule = &row->schedule;
	char text[STANDING], due[DATE_SIZE];

	output_text(row->question_id);
	putchar('\t');
	output_text(row->round);
	printf("\t%d", schedule->attempts);
	if (schedule->reviews > 0) {
		date_utc(due, schedule->due_at);
		print_number(schedule->state.stability);
		print_number(schedule->state.difficulty);
		printf("\t%s", due);
	} else {
		fputs("\t\t\t", stdout);
	}
	standing(text, row);
	printf("\t%s\t%s\n", row->mastered ? "yes" : "no", text);
}

static void
print_for_people(const struct scheduled *row)
{
	char text[STANDING];

	standing(text, row);
	printf("%-34s  ", text);
	output_text(row->question_id);
	putchar('\n');
}

static void
print_row(const struct scheduled *row)
{
	if (isatty(STDOUT_FILENO))
		print_for_people(row);
	else
		print_record(row);
}

static int
show_all(struct store *store, struct instant now, bool as_json, struct err *err)
{
	struct scheduled *rows;
	int n;

	if (store_schedule_all(
		store, now.wall_ms / SECOND_MS, &rows, &n, err) != 0)
		return -1;
	if (as_json)
		print_json(rows, n);
	for (int i = 0; i < n && !as_json; i++)
		print_row(&rows[i]);
	scheduled_free(rows, n);
	return 0;
}

/* Without a question the round has none, and there is nothing to tell. */
static int
show_json(struct store *store, const struct suggestion *next,
    struct instant now, struct err *err)
{
	struct json json = json_begin(stdout);
	struct scheduled row;

	if (store_schedule(
		store, next->question, now.wall_ms / SECOND_MS, &row, err) < 0)
		return -1;
	json_row(&json, &row, next->reason);
	putchar('\n');
	scheduled_release(&row);
	return 0;
}

static int
show_line(struct store *store, const struct suggestion *next, struct err *err)
{
	char *label;

	if (!isatty(STDOUT_FILENO)) {
		output_text(next->question);
		putchar('\t');
		output_text(next->round);
		putchar('\t');
		output_text(next->reason);
		putchar('\n');
		return 0;
	}
	if (store_round_label(store, next->round, &label, err) != 0)
		return -1;
	output_text(label);
	fputs(", ", stdout);
	output_text(next->question);
	fputs(": ", stdout);
	output_text(next->reason);
	putchar('\n');
	free(label);
	return 0;
}

static int
run_next(struct context *context, const struct args *args, struct err *err)
{
	bool as_json = args_has(args, OPTION_JSON);
	struct instant now = clock_now();
	struct suggestion next;

	if (context_open_store(context, err) != 0)
		return -1;
	if (args_has(args, OPTION_ALL))
		return show_all(context->store, now, as_json, err);
	if (store_suggest(context->store, now, &next, err) != 0)
		return -1;
	if (as_json)
		return show_json(context->store, &next, now, err);
	return show_line(context->store, &next, err);
}

const struct command next_command = {
    .name = "next",
    .about = "What to practise next, and why.",
    .operands = "",
    .options = options,
    .details =
	"One record, tabs between:\n"
	"  question_id round reason\n"
	"with --all one a question, those that are due first:\n"
	"  question_id round attempts stability difficulty due_at mastered\n"
	"  reason\n"
	"Stability is in days; a question never rated has no due_at.\n",
    .example = "rehearse practice --question \"$(rehearse next | cut -f 1)\"",
    .run = run_next,
};
