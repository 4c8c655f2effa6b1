/* SPDX-License-Identifier: MIT */
#include "store/restore.h"

#include <stdio.h>

#include "cli/command.h"
#include "cli/output.h"

static int
run_restore(struct context *context, const struct args *args, struct err *err)
{
	struct str kept = STR_INIT;
	const char *db;
	int rc;

	if (args->n_operands == 0)
		return fail_as(err, ERR_USAGE,
		    "restore wants the backup to restore; rehearse doctor "
		    "names the newest");
	if (context_path(context, &db, err) != 0)
		return -1;
	rc = store_restore(db, args->operands[0], clock_now(), &kept, err);
	if (rc == 0) {
		fputs("restored ", stdout);
		output_text(args->operands[0]);
		if (kept.len > 0)
			fputs("; what was there before is kept in ", stdout);
		output_text(kept.s);
		putchar('\n');
	}
	str_release(&kept);
	return rc;
}

const struct command restore_command = {
    .name = "restore",
    .about = "Put a backup in the place of the database, which is kept.",
    .operands = "FILE",
    .max_operands = 1,
    .details =
	"FILE is copied beside the database and checked to its last page\n"
	"before it takes the database's place.  What was there goes to the\n"
	"backups; a damaged one is kept as it is, its name ending in .before-\n"
	"and the moment.  FILE itself is not changed.\n",
    .example = "rehearse restore "
	       "~/.local/share/rehearse/backups/rehearse-20261120T093000Z.db",
    .run = run_restore,
};
