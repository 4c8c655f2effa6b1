/* SPDX-License-Identifier: MIT */
/*
 * Command-line options as tables: one record feeds parsing (getopt_long),
 * `--help` and the manual's check.
 */
#ifndef BASE_OPTION_H
#define BASE_OPTION_H

#include <stdbool.h>
#include <stdio.h>

#include "base/err.h"

struct option_spec {
	const char *name;  /* without the dashes */
	const char *value; /* what the help calls its value; NULL: a flag */
	const char *help;
	int id; /* handed to the callback; unique over all tables given */
};

/* `value` is NULL for a flag.  Returns 0, or -1 with `err`. */
typedef int option_fn(void *arg, int id, const char *value, struct err *err);

/*
 * Parses argv[1…] against `tables`, ended by NULL, each table ended by a NULL
 * name.  Options and operands may mix; `--` ends the options; an option may
 * be cut short as long as it stays unmistakable.  argv[0] is the command as a
 * message should call it.  `*first` is the index in argv of the first operand
 * (argv is permuted).  A wrong option fails with ERR_USAGE.
 */
int option_parse(int argc, char **argv, const struct option_spec *const *tables,
    option_fn *option, void *arg, int *first, struct err *err);

/* One aligned line an option. */
void option_help(FILE *to, const struct option_spec *table);

#endif
