/* SPDX-License-Identifier: MIT */
/* What `rehearse history SESSION` changes: note, tags, deleting. */
#ifndef CLI_HISTORY_CHANGE_H
#define CLI_HISTORY_CHANGE_H

#include "cli/args.h"
#include "cli/context.h"

/* True when an option asks for a change. */
bool history_changes(const struct args *args);

/* Makes every change that is asked for, and says what can be undone. */
int history_change(struct context *context, const struct args *args,
    const char *session_id, struct err *err);

/* Fails, saying where the ids stand. */
int history_no_session(const char *session_id, struct err *err);

#endif
