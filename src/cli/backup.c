/* SPDX-License-Identifier: MIT */
#include "store/backup.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/output.h"

/* Whoever backs up what is not there has mistaken the place. */
static int
check_there(const struct context *context, struct err *err)
{
	const char *path;

	if (context_path(context, &path, err) != 0)
		return -1;
	if (access(path, F_OK) == 0)
		return 0;
	return fail(err,
	    "%s: there is no database yet, so there is nothing to back up",
	    path);
}

static int
back_up(struct store *store, const char *to, struct err *err)
{
	struct str path = STR_INIT;
	struct instant now = clock_now();
	int rc;

	if (to != NULL) {
		str_add(&path, to);
		rc = store_backup(store, to, err);
	} else {
		store_backup_name(store_path(store), now, &path);
		rc = store_backup_beside(store, now, err);
	}
	if (rc == 0) {
		output_text(path.s);
		putchar('\n');
	}
	str_release(&path);
	return rc;
}

static int
run_backup(struct context *context, const struct args *args, struct err *err)
{
	const char *to = args->n_operands > 0 ? args->operands[0] : NULL;

	if (to != NULL && (*to == '\0' || strcmp(to, "-") == 0))
		return fail_as(
		    err, ERR_USAGE, "backup wants the name of a file, or none");
	if (check_there(context, err) != 0 ||
	    context_open_store(context, err) != 0)
		return -1;
	return back_up(context->store, to, err);
}

const struct command backup_command = {
    .name = "backup",
    .about = "A copy of the whole database, and the path that it has.",
    .operands = "[FILE]",
    .max_operands = 1,
    .details =
	"Without FILE it goes into the directory backups beside the database,\n"
	"under the name of the moment.  There the newest five stay, then one\n"
	"a day for a week, then one a week for eight.  A FILE that is there "
	"is\n"
	"replaced only where it is a backup.\n",
    .example = "rehearse backup /media/stick/rehearse.db",
    .run = run_backup,
};
