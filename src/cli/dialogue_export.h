/* SPDX-License-Identifier: MIT */
#ifndef CLI_DIALOGUE_EXPORT_H
#define CLI_DIALOGUE_EXPORT_H

#include "cli/dialogue.h"

/* The rows of the kind `progress`, of what is shown, into a file that is asked
 * for; as menu_run(). */
int dialogue_export_progress(struct dialogue *dialogue,
    const struct store_filter *filter, const char *rater, struct err *err);

#endif
