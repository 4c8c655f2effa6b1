/* SPDX-License-Identifier: MIT */
#include "io/import.h"

#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "base/source.h"
#include "cli/command.h"
#include "cli/import_show.h"
#include "cli/kinds.h"
#include "cli/progress.h"
#include "store/history.h"

enum { SKIP_MAX = 1000000, BULK_BYTES = 64 * 1024 };

static const struct option_spec options[] = {
    {"kind", "KIND", "what the rows are; else the header tells", OPTION_KIND},
    {"map", "FIELD=COLUMN",
	"a field is in this column: a name, #3, none; repeatable", OPTION_MAP},
    {"no-header", NULL, "the first row is a row; columns are #1, #2 ...",
	OPTION_NO_HEADER},
    {"skip-lines", "N", "pass over the first N lines", OPTION_SKIP_LINES},
    {"delimiter", "C", "a character, or TAB; else found by itself",
	OPTION_DELIMITER},
    {"encoding", "NAME", "what the file is written in; else UTF-8",
	OPTION_ENCODING},
    {"lenient", NULL, "mend quotes, skip rows that don't fit; each is told",
	OPTION_LENIENT},
    {"spreadsheet-safe", NULL,
	"undo what export --spreadsheet-safe does to texts", OPTION_SAFE},
    {"dry-run", NULL, "say what would be done, and don't do it",
	OPTION_DRY_RUN},
    {"json", NULL, "report as one JSON object", OPTION_JSON},
    {NULL, NULL, NULL, 0},
};

static const struct {
	const char *name;
	char delimiter;
} delimiter_names[] = {
    {"tab", '\t'},
    {"\\t", '\t'},
    {"comma", ','},
    {"semicolon", ';'},
    {"pipe", '|'},
};

static int
read_delimiter(const struct args *args, char *delimiter, struct err *err)
{
	const char *text = args_text(args, OPTION_DELIMITER);

	if (text == NULL)
		return 0;
	for (size_t i = 0;
	     i < sizeof(delimiter_names) / sizeof(delimiter_names[0]); i++) {
		if (strcasecmp(text, delimiter_names[i].name) == 0) {
			*delimiter = delimiter_names[i].delimiter;
			return 0;
		}
	}
	if (strlen(text) != 1 || strchr("\"\r\n", *text) != NULL ||
	    (*text & 0x80) != 0)
		return fail_as(err, ERR_USAGE,
		    "--delimiter '%s': wants one character of ASCII, no quote, "
		    "or TAB",
		    text);
	*delimiter = *text;
	return 0;
}

static int
read_maps(
    const struct args *args, struct import_options *import, struct err *err)
{
	const char *map;
	size_t at = 0;

	while ((map = args_next(args, OPTION_MAP, &at)) != NULL) {
		if (import->n_maps == IMPORT_MAPS)
			return fail_as(err, ERR_USAGE,
			    "--map can be given %d times", IMPORT_MAPS);
		import->maps[import->n_maps++] = map;
	}
	return 0;
}

static int
read_options(
    const struct args *args, struct import_options *import, struct err *err)
{
	int64_t skip_lines = 0;

	*import = (struct import_options){
	    .name = args->operands[0],
	    .safe = args_has(args, OPTION_SAFE),
	    .dry_run = args_has(args, OPTION_DRY_RUN),
	    .no_header = args_has(args, OPTION_NO_HEADER),
	    .lenient = args_has(args, OPTION_LENIENT),
	};
	if (args_int(args, OPTION_SKIP_LINES, 0, SKIP_MAX, &skip_lines, err) !=
		0 ||
	    read_delimiter(args, &import->delimiter, err) != 0 ||
	    read_maps(args, import, err) != 0)
		return -1;
	import->skip_lines = (size_t)skip_lines;
	return kinds_parse(args_text(args, OPTION_KIND), &import->kind, err);
}

/* A large file may change much: where there is a history, the database is
 * copied first. */
static int
decide_to_keep(
    struct store *store, struct import_options *import, struct err *err)
{
	struct stat st;

	if (import->dry_run || store_read_only(store) ||
	    stat(import->name, &st) != 0 || !S_ISREG(st.st_mode) ||
	    st.st_size < BULK_BYTES)
		return 0;
	return store_any_history(store, &import->keep, err);
}

/* The signal that ended it, or 0. */
static int
import_file(struct context *context, struct import_options *import,
    const char *encoding, struct import_report *report, int *result,
    struct err *err)
{
	struct progress *progress = import->progress_arg;
	struct source source;
	int number = 0;

	*result = source_open(&source, import->name, encoding, err);
	if (*result == 0)
		*result = decide_to_keep(context->store, import, err);
	if (*result == 0) {
		progress_begin(progress);
		*result =
		    import_source(context->store, import, &source, report, err);
		number = progress_end(progress);
	}
	source_close(&source);
	return report->cancelled ? number : 0;
}

static int
run_import(struct context *context, const struct args *args, struct err *err)
{
	struct import_options import;
	struct import_report report = {0};
	struct progress progress;
	int result, number;

	if (args->n_operands == 0)
		return fail_as(err, ERR_USAGE,
		    "import needs a FILE, - for standard input; see `rehearse "
		    "import --help`");
	if (read_options(args, &import, err) != 0 ||
	    context_open_store(context, err) != 0)
		return -1;
	context->error_is_private = true;
	import.progress = progress_show;
	import.progress_arg = &progress;
	number = import_file(context, &import, args_text(args, OPTION_ENCODING),
	    &report, &result, err);
	if (args_has(args, OPTION_JSON))
		import_show_json(
		    &import, &report, result == 0 ? NULL : err->text);
	else
		import_show_lines(&import, &report, result, err);
	import_report_release(&report);
	return number != 0 ? SIGNAL_BASE + number : result;
}

const struct command import_command = {
    .name = "import",
    .about = "Questions, history or other rows from a CSV file, all or "
	     "nothing.",
    .operands = "FILE|-",
    .max_operands = 1,
    .options = options,
    .details = "Prints one sentence, and problems on standard error as\n"
	       "FILE:LINE:COLUMN: message (column 0: the whole line).\n"
	       "Questions from anywhere are taken: which column is which is\n"
	       "found by the header, in many languages, or told with --map.\n",
    .print_more = kinds_help,
    .example = "rehearse import --map prompt=Question bank.csv",
    .run = run_import,
};
