/* SPDX-License-Identifier: MIT */
#include "cli/import_show.h"

#include <stdio.h>
#include <string.h>

#include "base/json.h"
#include "base/str.h"
#include "base/utf8.h"

static void
json_problem(struct json *json, const struct import_problem *problem)
{
	json_object(json);
	json_key(json, "line");
	json_int(json, (int64_t)problem->line);
	json_key(json, "column");
	json_int(json, problem->column);
	json_key(json, "field");
	json_text(json, problem->field);
	json_key(json, "message");
	json_text(json, problem->message);
	json_end(json);
}

static void
json_counts(struct json *json, const struct import_report *report)
{
	const struct {
		const char *key;
		long value;
	} counts[] = {
	    {"rows", report->rows},
	    {"added", report->added},
	    {"updated", report->updated},
	    {"unchanged", report->unchanged},
	    {"skipped", report->skipped},
	    {"repaired", report->repaired},
	};

	for (size_t i = 0; i < sizeof(counts) / sizeof(counts[0]); i++) {
		json_key(json, counts[i].key);
		json_int(json, counts[i].value);
	}
}

/* What is in which column: the name that was found or given. */
static void
json_columns(struct json *json, const struct import_report *report)
{
	json_key(json, "columns");
	json_object(json);
	for (int i = 0; i < report->n_columns; i++) {
		json_key(json, report->columns[i].field);
		json_text(json, report->columns[i].column);
	}
	json_end(json);
}

void
import_show_json(const struct import_options *options,
    const struct import_report *report, const char *error)
{
	const struct kind *kind =
	    report->kind != NULL ? report->kind : options->kind;
	struct json json = json_begin(stdout);

	json_object(&json);
	json_key(&json, "file");
	json_text(&json, options->name);
	json_key(&json, "kind");
	json_text(&json, kind != NULL ? kind->name : NULL);
	json_counts(&json, report);
	json_key(&json, "error");
	json_text(&json, error);
	json_key(&json, "problems");
	json_array(&json);
	for (int i = 0; i < report->n_problems; i++)
		json_problem(&json, &report->problems[i]);
	json_end(&json);
	json_key(&json, "more_problems");
	json_int(&json, report->n_more);
	json_columns(&json, report);
	json_end(&json);
	putchar('\n');
}

static void
print_problem(const char *name, const struct import_problem *problem)
{
	struct str line = STR_INIT;

	utf8_visible(&line, name, strlen(name), false);
	str_addf(&line, ":%zu:%d: ", problem->line, problem->column);
	utf8_visible(&line, problem->message, strlen(problem->message), false);
	fprintf(stderr, "%s\n", line.s);
	str_release(&line);
}

static void
print_problems(
    const struct import_options *options, const struct import_report *report)
{
	char more[64];
	struct import_problem rest = {.message = more};

	for (int i = 0; i < report->n_problems; i++)
		print_problem(options->name, &report->problems[i]);
	snprintf(more, sizeof(more), "%ld more problems are not listed",
	    report->n_more);
	if (report->n_more > 0)
		print_problem(options->name, &rest);
}

/* Wrong usage and a database that won't do come with one line only. */
static bool
may_list_problems(int result, const struct err *err)
{
	return result == 0 || err->status == ERR_FAILED;
}

void
import_show_lines(const struct import_options *options,
    const struct import_report *report, int result, const struct err *err)
{
	if (may_list_problems(result, err))
		print_problems(options, report);
	if (result == 0)
		printf("added %ld, updated %ld, unchanged %ld, skipped %ld\n",
		    report->added, report->updated, report->unchanged,
		    report->skipped);
}
