/* SPDX-License-Identifier: MIT */
#include "io/report.h"

#include <string.h>

#include "base/clock.h"
#include "cli/command.h"
#include "cli/filters.h"
#include "cli/freshen.h"
#include "cli/output.h"

static const struct option_spec options[] = {
    {"with-answers", NULL, "what was asked and said, too", OPTION_WITH_ANSWERS},
    {"output", "FILE",
	"into this file, .html or .md, which appears whole or not at all",
	OPTION_OUTPUT},
    {NULL, NULL, NULL, 0},
};

/* NULL for standard output. */
static const char *
output_path(const struct args *args)
{
	const char *path = args_text(args, OPTION_OUTPUT);

	return path != NULL && strcmp(path, "-") != 0 ? path : NULL;
}

/* Without a name there is none to tell the format by. */
static int
read_format(const char *path, enum report_format *format, struct err *err)
{
	*format = REPORT_MARKDOWN;
	if (path == NULL || report_format_of(path, format))
		return 0;
	return fail_as(err, ERR_USAGE,
	    "--output '%s': wants a name that ends in .html or .md", path);
}

static int
write_report(struct store *store, const struct report_options *report,
    enum report_format format, const char *path, struct err *err)
{
	struct err local = {0};

	if (report_file(store, report, format, path, &local) == 0 ||
	    (path == NULL && local.status == ERR_FAILED &&
		output_reader_gone()))
		return 0;
	*err = local;
	return -1;
}

static int
run_report(struct context *context, const struct args *args, struct err *err)
{
	const char *path = output_path(args);
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
		status = freshen_all(context->store, false, err);
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
