/* SPDX-License-Identifier: MIT */
/* What every command works with. */
#ifndef CLI_CONTEXT_H
#define CLI_CONTEXT_H

#include <stdbool.h>

#include "cli/args.h"
#include "cli/settings.h"
#include "store/store.h"

struct context {
	struct settings settings;
	struct store *store; /* NULL until context_open_store() */
	int log_fd;          /* -1: no log is kept */
	/* The command's error quotes what a file holds, which may be an
	 * answer: the log doesn't get it. */
	bool error_is_private;
};

/* Reads the settings and opens the log.  Release it also after a failure. */
int
context_init(struct context *context, const struct args *args, struct err *err);
void context_release(struct context *context);

/* The database's path; fails where there is no usual place for it. */
int
context_path(const struct context *context, const char **path, struct err *err);

/* Opens the database, with the built-in data brought up to date. */
int context_open_store(struct context *context, struct err *err);

#endif
