/* SPDX-License-Identifier: MIT */
/*
 * What a command was called with: the options of its tables as the user gave
 * them, and its operands.  Commands ask for a value by the option's id; all
 * ids stand here, so that tables can be joined.
 */
#ifndef CLI_ARGS_H
#define CLI_ARGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/option.h"

enum option_id {
	OPTION_DB = 1,
	OPTION_CONFIG,
	OPTION_NO_COLOR,
	OPTION_ASCII,
	OPTION_PRIVATE,
	OPTION_LOG,
	OPTION_HELP,
	OPTION_VERSION,

	OPTION_ROUND,
	OPTION_COMPANY,
	OPTION_LEVEL,
	OPTION_RUBRIC,
	OPTION_SINCE,
	OPTION_UNTIL,

	OPTION_PLAIN,
	OPTION_LINES,
	OPTION_JSON,
	OPTION_SEARCH,
	OPTION_SIGNAL,
	OPTION_RATER,
	OPTION_ALL,
	OPTION_COLD,
	OPTION_CALIBRATION,
	OPTION_RETAKE,

	OPTION_QUESTIONS,
	OPTION_QUESTION,
	OPTION_SECONDS,
	OPTION_THINK,
	OPTION_PROBES,
	OPTION_MODE,
	OPTION_STRICT,
	OPTION_INTERRUPT,
	OPTION_SEED,

	OPTION_KIND,
	OPTION_MAP,
	OPTION_NO_HEADER,
	OPTION_SKIP_LINES,
	OPTION_DELIMITER,
	OPTION_ENCODING,
	OPTION_LENIENT,
	OPTION_DRY_RUN,
	OPTION_SAFE,
	OPTION_FORMAT,
	OPTION_BOM,
	OPTION_OUTPUT,
	OPTION_WITH_ANSWERS,

	OPTION_SESSIONS,
	OPTION_ANSWERS,
	OPTION_DEFAULTS,

	OPTION_NEW,

	OPTION_TICK,
	OPTION_UNTICK,

	OPTION_TAG,
	OPTION_SORT,
	OPTION_NOTE,
	OPTION_ADD_TAG,
	OPTION_REMOVE_TAG,
	OPTION_DELETE,
	OPTION_UNDELETE,
	OPTION_DELETED,

	OPTION_FIX,

	OPTION_RETIRED,
};

struct args {
	const struct option_spec *const *tables; /* that it was parsed by */
	struct args_given {
		int id;
		const char *value; /* borrowed from argv; NULL for a flag */
	} * given;                 /* in the order of the command line; owned */
	size_t n_given;
	char **operands; /* borrowed from argv */
	int n_operands;
};

/* Parses argv[1…] as option_parse() does; argv is permuted and must outlive
 * `args`.  Release it also after a failure. */
int args_parse(struct args *args, const struct option_spec *const *tables,
    int argc, char **argv, struct err *err);
void args_release(struct args *args);

bool args_has(const struct args *args, int id);

/* The option's last value; NULL when it was not given. */
const char *args_text(const struct args *args, int id);

/* The option's values one after the other; start with `*at` 0.  NULL at the
 * end. */
const char *args_next(const struct args *args, int id, size_t *at);

/* The option's name, without the dashes. */
const char *args_name(const struct args *args, int id);

/* These leave `*value` as it is when the option was not given. */
int args_int(const struct args *args, int id, int64_t low, int64_t high,
    int64_t *value, struct err *err);
int args_seconds(const struct args *args, int id, double low, double high,
    double *value, struct err *err);

/* Fails when both flags were given. */
int args_exclude(const struct args *args, int a, int b, struct err *err);

#endif
