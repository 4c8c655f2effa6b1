/* SPDX-License-Identifier: MIT */
#include "io/report.h"

#include <string.h>

#include "base/clock.h"
#include "base/file.h"
#include "cli/command.h"
#include "cli/filters.h"
#include "cli/output.h"

static const struct option_spec options[] = {
    {"with-answers", NULL, "what was asked and said, too", OPTION_WITH_ANSWERS},
    {"output", "FILE",
	"into this file, .html or .md, which appears whole or not at all",
	OPTION_OUTPUT},
    {NULL, NULL, NULL, 0},
};

/* Without a name there is none to tell the format by. */
static int
read_format(const char *path, enum report_format *format, struct err *err)
{
	*format = REPORT_MARKDOWN;
	if (path == NULL || strcmp(path, "-") == 0 ||
	    report_format_of(path, format))
		return 0;
	return fail_as(err, ERR_USAGE,
	    "--output '%s': wants a name that ends in .html or .md", path);
}

static int
write_report(struct store *store, const struct report_options *report,
    enum report_format format, const char *path, struct err *err)
{
	bool is_stdout = path == NULL || strcmp(path, "-") == 0;
	struct out_file out;
	struct err local = {0};

	if (!is_stdout && file_is_same(path, store_path(store)))
		return fail(
		    err, "%s is the database itself; name another file", path);
	if (out_file_open(&out, path, err) != 0)
		return -1;
	if (report_write(store, report, format, out.to, &local) == 0 &&
	    out_file_commit(&out, &local) == 0)
		return 0;
	out_file_abandon(&out);
	if (is_stdout && local.status == ERR_FAILED && output_reader_gone())
		return 0;
	*err = local;
	return -1;
}

static int
run_report(struct context *context, const struct args *args, struct err *err)
{
	const char *path = args_text(args, OPTION_OUTPUT);
	struct report_options report = {.now = clock_now()};
	enum report_format format;
	struct filters filters;
	int status;

	if (read_format(path, &format, err) != 0 ||
	    context_open_store(context, err) != 0)
		return -1;
	report.with_answers = args_has(args, OPTION_WITH_ANSWERS) &&
			      !setting_yes(&context->settings, SETTING_PRIVATE);
	status = filters_read(&filters, context->store, args, err);
	report.filter = filters.filter;
	if (status == 0)
		status =
		    write_report(context->store, &report, format, path, err);
	filters_release(&filters);
	return status;
}

const struct command report_command = {
    .name = "report",
    .about = "One page on how practice went, to keep, print, or send to a "
	     "coach.",
    .operands = "",
    .options = options,
    .filters = filter_options,
    .details = "HTML with charts in it, without scripts or anything from "
	       "elsewhere, or\nMarkdown, which is also what standard output "
	       "gets. By one's own ratings.\n"
	       "--private leaves the answers out.\n",
    .example = "rehearse report --since 2026-11-01 --output progress.html",
    .run = run_report,
};
