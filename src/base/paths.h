/* SPDX-License-Identifier: MIT */
/*
 * Where things live (XDG base directories).  A relative XDG path is ignored,
 * as the specification says; without HOME the password entry's directory is
 * used.  Results are owned by the caller.
 */
#ifndef BASE_PATHS_H
#define BASE_PATHS_H

#include "base/err.h"

/* `$XDG_DATA_HOME/rehearse/rehearse.db`, its directory not yet made. */
int paths_database(char **path, struct err *err);

/* `$XDG_CONFIG_HOME/rehearse/config` */
int paths_config(char **path, struct err *err);

/* Makes the directory of `file` and its parents, mode 0700.  Present ones are
 * left as they are. */
int paths_make_parent(const char *file, struct err *err);

#endif
