/* SPDX-License-Identifier: MIT */
#include "io/import.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/json.h"
#include "base/str.h"
#include "base/utf8.h"
#include "cli/command.h"
#include "cli/kinds.h"

enum { FILE_MAX = 1 << 30 }; /* bytes of a file that is imported */

static const struct option_spec options[] = {
    {"kind", "KIND", "what the rows are; else the header tells", OPTION_KIND},
    {"map", "FIELD=COLUMN",
	"a field is in this column (a name, or #3); may be repeated",
	OPTION_MAP},
    {"spreadsheet-safe", NULL,
	"undo what export --spreadsheet-safe does to texts", OPTION_SAFE},
    {"dry-run", NULL, "say what would be done, and don't do it",
	OPTION_DRY_RUN},
    {"json", NULL, "report as one JSON object", OPTION_JSON},
    {NULL, NULL, NULL, 0},
};

static int
read_options(
    const struct args *args, struct import_options *import, struct err *err)
{
	const char *map;
	size_t at = 0;

	*import = (struct import_options){
	    .name = args->operands[0],
	    .safe = args_has(args, OPTION_SAFE),
	    .dry_run = args_has(args, OPTION_DRY_RUN),
	};
	while ((map = args_next(args, OPTION_MAP, &at)) != NULL) {
		if (import->n_maps == IMPORT_MAPS)
			return fail_as(err, ERR_USAGE,
			    "--map can be given %d times", IMPORT_MAPS);
		import->maps[import->n_maps++] = map;
	}
	return kinds_parse(args_text(args, OPTION_KIND), &import->kind, err);
}

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

static void
print_json(const struct import_options *import,
    const struct import_report *report, const char *error)
{
	const struct kind *kind =
	    report->kind != NULL ? report->kind : import->kind;
	struct json json = json_begin(stdout);

	json_object(&json);
	json_key(&json, "file");
	json_text(&json, import->name);
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
	json_end(&json);
	putchar('\n');
}

static void
print_problems(
    const struct import_options *import, const struct import_report *report)
{
	for (int i = 0; i < report->n_problems; i++) {
		const struct import_problem *problem = &report->problems[i];
		struct str line = STR_INIT;

		utf8_visible(&line, import->name, strlen(import->name), false);
		str_addf(&line, ":%zu:%d: ", problem->line, problem->column);
		utf8_visible(
		    &line, problem->message, strlen(problem->message), false);
		fprintf(stderr, "%s\n", line.s);
		str_release(&line);
	}
}

/* Wrong usage and a database that won't do come with one line only. */
static bool
may_list_problems(int result, const struct err *err)
{
	return result == 0 || err->status == ERR_FAILED;
}

static void
print_report(const struct args *args, const struct import_options *import,
    const struct import_report *report, int result, const struct err *err)
{
	if (args_has(args, OPTION_JSON)) {
		print_json(import, report, result == 0 ? NULL : err->text);
		return;
	}
	if (may_list_problems(result, err))
		print_problems(import, report);
	if (result == 0)
		printf("added %ld, updated %ld, unchanged %ld, skipped %ld\n",
		    report->added, report->updated, report->unchanged,
		    report->skipped);
}

static int
run_import(struct context *context, const struct args *args, struct err *err)
{
	struct import_options import;
	struct import_report report = {0};
	struct str bytes = STR_INIT;
	int result;

	if (args->n_operands == 0)
		return fail_as(err, ERR_USAGE,
		    "import needs a FILE, - for standard input; see `rehearse "
		    "import --help`");
	if (read_options(args, &import, err) != 0 ||
	    context_open_store(context, err) != 0)
		return -1;
	context->error_is_private = true;
	result = file_read(import.name, FILE_MAX, &bytes, err);
	if (result == 0)
		result = import_csv(
		    context->store, &import, bytes.s, bytes.len, &report, err);
	print_report(args, &import, &report, result, err);
	import_report_release(&report);
	str_release(&bytes);
	return result;
}

const struct command import_command = {
    .name = "import",
    .about = "Questions, history or other rows from a CSV file, all or "
	     "nothing.",
    .operands = "FILE|-",
    .max_operands = 1,
    .options = options,
    .details = "Prints one sentence, and problems on standard error as\n"
	       "FILE:LINE:COLUMN: message (column 0: the whole line).\n",
    .print_more = kinds_help,
    .example = "rehearse import --map prompt=Question bank.csv",
    .run = run_import,
};
