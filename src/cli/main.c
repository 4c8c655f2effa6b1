/* SPDX-License-Identifier: MIT */
#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/log.h"
#include "cli/output.h"

enum { STATUS_SIZE = 16 };

/*
 * A closed standard stream would give its number to the next file that is
 * opened, and what is printed would go into that file: the database, say.
 * Opened for reading, a write still fails.
 */
static void
fill_standard_streams(void)
{
	int fd = open("/dev/null", O_RDONLY);

	while (fd >= 0 && fd <= STDERR_FILENO)
		fd = open("/dev/null", O_RDONLY);
	if (fd >= 0)
		close(fd);
}

static void
do_nothing(int number)
{
	(void)number;
}

/*
 * A pipe that breaks and a file that grows too long are errors of the write,
 * not reasons to be killed.  Handlers, because an editor that is started would
 * inherit SIG_IGN.
 */
static void
survive_failing_writes(void)
{
	struct sigaction action = {
	    .sa_handler = do_nothing, .sa_flags = SA_RESTART};

	sigemptyset(&action.sa_mask);
	sigaction(SIGPIPE, &action, NULL);
	sigaction(SIGXFSZ, &action, NULL);
}

static int
run_logged(const struct command *command, struct context *context,
    const struct args *args, struct err *err)
{
	log_event(context->log_fd, "start",
	    *command->name != '\0' ? command->name : "home");
	int status = command->run(context, args, err);

	if (status == 0 && output_finish(err) != 0)
		status = -1;
	if (err->status != ERR_NONE)
		log_event(context->log_fd, "error",
		    context->error_is_private ? "(not logged: it quotes a file)"
					      : err->text);
	return status;
}

static void
log_exit(int fd, int status)
{
	char text[STATUS_SIZE];

	snprintf(text, sizeof(text), "%d", status);
	log_event(fd, "exit", text);
}

static int
run_command(
    const struct command *command, const struct args *args, struct err *err)
{
	struct context context;
	int status = context_init(&context, args, err);

	if (status == 0)
		status = run_logged(command, &context, args, err);
	if (status < 0)
		status = (int)err->status;
	log_exit(context.log_fd, status);
	context_release(&context);
	return status;
}

/* Only the characters' encoding is the locale's: numbers and dates are the
 * same for everyone. */
static int
run_parsed(
    const struct command *command, const struct args *args, struct err *err)
{
	if (args_has(args, OPTION_VERSION)) {
		puts("rehearse " REHEARSE_VERSION);
	} else if (args_has(args, OPTION_HELP)) {
		command_help(command);
	} else {
		if (command_check_operands(command, args, err) != 0)
			return (int)err->status;
		setlocale(LC_CTYPE, "");
		return run_command(command, args, err);
	}
	return output_finish(err) == 0 ? 0 : (int)err->status;
}

static int
run(int argc, char **argv, struct err *err)
{
	const struct option_spec *tables[COMMAND_TABLES];
	struct args args = {0};
	char *title = NULL;
	const struct command *command = command_find(&argc, argv, &title, err);
	int status = ERR_USAGE;

	if (command != NULL) {
		command_tables(command, tables);
		if (args_parse(&args, tables, argc, argv, err) == 0)
			status = run_parsed(command, &args, err);
	}
	args_release(&args);
	free(title);
	return status;
}

int
main(int argc, char **argv)
{
	struct err err = {0};

	fill_standard_streams();
	survive_failing_writes();
	int status = run(argc, argv, &err);

	/* In one file with what was printed, the error stands last. */
	fflush(stdout);
	if (err.status != ERR_NONE)
		fprintf(stderr, "rehearse: %s\n", err.text);
	return status;
}
