/* SPDX-License-Identifier: MIT */
#include "cli/command.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "cli/nearest.h"

const struct command *const commands[] = {
    &home_command,
    &practice_command,
    &rate_command,
    &loop_command,
    &next_command,
    &status_command,
    &review_command,
    &history_command,
    &questions_command,
    &report_command,
    &analyse_command,
    &import_command,
    &export_command,
    &backup_command,
    &restore_command,
    &merge_command,
    &doctor_command,
    &demo_command,
    &config_command,
    NULL,
};

/* The option that the word is, also when it is cut short; NULL when it is
 * none that may stand before a command. */
static const struct option_spec *
global_option(const char *word)
{
	const struct option_spec *found = NULL;
	size_t n = strcspn(word, "=");

	if (strncmp(word, "--", 2) != 0 || n == 2)
		return NULL;
	for (const struct option_spec *spec = global_options;
	     spec->name != NULL; spec++) {
		if (strncmp(spec->name, word + 2, n - 2) != 0)
			continue;
		if (strlen(spec->name) == n - 2)
			return spec;
		if (found != NULL)
			return NULL;
		found = spec;
	}
	return found;
}

/* Where the command's word stands in argv; argc when there is none. */
static int
find_word(int argc, char **argv)
{
	int at = 1;

	while (at < argc && *argv[at] == '-') {
		const struct option_spec *spec = global_option(argv[at]);

		if (spec == NULL)
			return argc;
		at += spec->value != NULL && strchr(argv[at], '=') == NULL ? 2
									   : 1;
	}
	return at < argc ? at : argc;
}

static int
fail_unknown(const char *word, struct err *err)
{
	const char *names[sizeof(commands) / sizeof(commands[0])];
	const char *nearest;
	int n = 0;

	for (int i = 1; commands[i] != NULL; i++)
		names[n++] = commands[i]->name;
	nearest = nearest_name(word, names, n);
	if (nearest == NULL)
		return fail_as(err, ERR_USAGE,
		    "unknown command '%s'; see `rehearse --help`", word);
	return fail_as(err, ERR_USAGE,
	    "unknown command '%s'; did you mean '%s'? see `rehearse --help`",
	    word, nearest);
}

static const struct command *
named(const char *word)
{
	for (int i = 1; commands[i] != NULL; i++)
		if (strcmp(commands[i]->name, word) == 0)
			return commands[i];
	return NULL;
}

const struct command *
command_find(int *argc, char **argv, char **title, struct err *err)
{
	const struct command *command = commands[0];
	int at = find_word(*argc, argv);
	struct str name = STR_INIT;

	str_add(&name, "rehearse");
	if (at < *argc) {
		command = named(argv[at]);
		if (command == NULL) {
			fail_unknown(argv[at], err);
			str_release(&name);
			return NULL;
		}
		str_addf(&name, " %s", command->name);
		for (int i = at; i < *argc; i++)
			argv[i] = argv[i + 1];
		--*argc;
	}
	*title = str_detach(&name);
	if (*argc > 0)
		argv[0] = *title;
	return command;
}

void
command_tables(const struct command *command,
    const struct option_spec *tables[COMMAND_TABLES])
{
	int n = 0;

	tables[n++] = global_options;
	if (command->options != NULL)
		tables[n++] = command->options;
	if (command->filters != NULL)
		tables[n++] = command->filters;
	tables[n] = NULL;
}

int
command_check_operands(
    const struct command *command, const struct args *args, struct err *err)
{
	if (args->n_operands <= command->max_operands)
		return 0;
	return fail_as(err, ERR_USAGE,
	    "'%s' is one word too many; see `rehearse%s%s --help`",
	    args->operands[command->max_operands],
	    *command->name != '\0' ? " " : "", command->name);
}

static void
print_table(const char *title, const struct option_spec *table)
{
	if (table == NULL)
		return;
	printf("\n%s:\n", title);
	option_help(stdout, table);
}

static void
print_commands(void)
{
	size_t widest = 0;

	puts("\nCommands:");
	for (int i = 1; commands[i] != NULL; i++)
		if (strlen(commands[i]->name) > widest)
			widest = strlen(commands[i]->name);
	for (int i = 1; commands[i] != NULL; i++)
		printf("  %-*s  %s\n", (int)widest, commands[i]->name,
		    commands[i]->about);
	puts("\nEach command has its own --help.");
}

void
command_help(const struct command *command)
{
	bool is_home = *command->name == '\0';

	printf("usage: rehearse%s%s [OPTION]...%s%s\n\n%s\n",
	    is_home ? "" : " ", command->name,
	    *command->operands != '\0' ? " " : "", command->operands,
	    command->about);
	if (is_home)
		print_commands();
	print_table("Options", command->options);
	print_table("Filters", command->filters);
	print_table("Everywhere", global_options);
	if (command->details != NULL)
		printf("\n%s", command->details);
	if (command->print_more != NULL)
		command->print_more();
	printf("\nExample:\n  %s\n", command->example);
}
