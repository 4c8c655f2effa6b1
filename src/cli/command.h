/* SPDX-License-Identifier: MIT */
/*
 * A command is one const entry at the end of its file; the table in command.c
 * feeds finding, `--help` and the manual.
 */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include "base/err.h"
#include "base/option.h"
#include "cli/args.h"
#include "cli/context.h"

struct command {
	const char *name;     /* "": what runs without a command */
	const char *about;    /* what it does, one line */
	const char *operands; /* for the usage line; "": it takes none */
	int max_operands;
	const struct option_spec *options; /* its own; NULL: none */
	const struct option_spec *filters; /* NULL: none */
	const char *details;               /* more for its help; may be NULL */
	void (*print_more)(void);          /* and more; may be NULL */
	const char *example;

	/* Returns the status to exit with, or -1 with `err`. */
	int (*run)(
	    struct context *context, const struct args *args, struct err *err);
};

/* Ended by NULL; the first is the one without a name. */
extern const struct command *const commands[];

extern const struct command home_command;
extern const struct command practice_command;
extern const struct command rate_command;
extern const struct command loop_command;
extern const struct command next_command;
extern const struct command status_command;
extern const struct command review_command;
extern const struct command history_command;
extern const struct command questions_command;
extern const struct command analyse_command;
extern const struct command report_command;
extern const struct command import_command;
extern const struct command export_command;
extern const struct command backup_command;
extern const struct command restore_command;
extern const struct command merge_command;
extern const struct command doctor_command;
extern const struct command demo_command;
extern const struct command config_command;

/*
 * Finds the command that argv calls, takes its word out of argv, and makes
 * argv[0] what messages should call it.  Options may stand before the word.
 * An unknown word fails, naming the nearest known one.  `*title` is the new
 * argv[0], owned by the caller.
 */
const struct command *
command_find(int *argc, char **argv, char **title, struct err *err);

/* The tables to parse a command's options by, ended by NULL. */
enum { COMMAND_TABLES = 4 };
void command_tables(const struct command *command,
    const struct option_spec *tables[COMMAND_TABLES]);

/* Fails when there are more operands than the command takes. */
int command_check_operands(
    const struct command *command, const struct args *args, struct err *err);

/* `--help`, on standard output. */
void command_help(const struct command *command);

#endif
