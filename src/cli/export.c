/* SPDX-License-Identifier: MIT */
#include "io/export.h"

#include <string.h>
#include <sys/stat.h>

#include "cli/command.h"
#include "cli/filters.h"
#include "cli/kinds.h"
#include "cli/output.h"
#include "cli/progress.h"

static const struct option_spec options[] = {
    {"format", "FORMAT", "csv (usual) or jsonl", OPTION_FORMAT},
    {"spreadsheet-safe", NULL,
	"a ' before texts that a spreadsheet would compute", OPTION_SAFE},
    {"bom", NULL, "a byte order mark first, which some spreadsheets want",
	OPTION_BOM},
    {"output", "FILE", "into this file, which appears whole or not at all",
	OPTION_OUTPUT},
    {NULL, NULL, NULL, 0},
};

static int
read_writer(const struct args *args, struct row_writer *writer, struct err *err)
{
	const char *format = args_text(args, OPTION_FORMAT);
	const char *kind = args->n_operands > 0 ? args->operands[0] : NULL;

	*writer = (struct row_writer){
	    .format = FORMAT_CSV,
	    .kind = &kinds[0],
	    .safe = args_has(args, OPTION_SAFE),
	    .bom = args_has(args, OPTION_BOM),
	};
	if (format != NULL && (!format_parse(format, &writer->format) ||
				  writer->format == FORMAT_JSON))
		return fail_as(err, ERR_USAGE,
		    "--format '%s': wants csv or jsonl", format);
	return kinds_parse(kind, &writer->kind, err);
}

/* NULL for standard output, whatever it is called. */
static const char *
output_path(const struct args *args)
{
	const char *path = args_text(args, OPTION_OUTPUT);

	if (path == NULL || strcmp(path, "-") == 0 ||
	    strcmp(path, "/dev/stdout") == 0)
		return NULL;
	return path;
}

static int
export_to(struct store *store, const struct store_filter *filter,
    struct row_writer *writer, const char *path, struct err *err)
{
	struct err local = {0};

	if (export_file(store, filter, writer, path, &local) == 0 ||
	    (path == NULL && local.status == ERR_FAILED &&
		output_reader_gone()))
		return 0;
	*err = local;
	return -1;
}

/* A pipe may keep the program waiting, where a signal must end it. */
static bool
is_made_aside(const char *path)
{
	struct stat st;

	return path != NULL && (stat(path, &st) != 0 || S_ISREG(st.st_mode));
}

/* A signal leaves no temporary file behind. */
static int
export_aside(struct store *store, const struct store_filter *filter,
    struct row_writer *writer, const char *path, struct err *err)
{
	struct progress progress;
	int result, number;

	progress_begin(&progress);
	writer->stopped = progress_stopped;
	result = export_to(store, filter, writer, path, err);
	number = progress_end(&progress);
	return result != 0 && number != 0 ? SIGNAL_BASE + number : result;
}

static int
run_export(struct context *context, const struct args *args, struct err *err)
{
	const char *path = output_path(args);
	struct row_writer writer;
	struct filters filters;
	int status;

	if (read_writer(args, &writer, err) != 0 ||
	    context_open_store(context, err) != 0)
		return -1;
	status = filters_read(&filters, context->store, args, err);
	if (status == 0)
		status = (is_made_aside(path) ? export_aside : export_to)(
		    context->store, &filters.filter, &writer, path, err);
	filters_release(&filters);
	return status;
}

const struct command export_command = {
    .name = "export",
    .about = "Rows of one kind as CSV or JSON lines; usually progress.",
    .operands = "[KIND]",
    .max_operands = 1,
    .options = options,
    .filters = filter_options,
    .details = "Every kind but progress can be imported again.\n",
    .print_more = kinds_help,
    .example = "rehearse export answers --format jsonl --output answers.jsonl",
    .run = run_export,
};
