/* SPDX-License-Identifier: MIT */
/* What is done to a past session in lines; all of it can be undone.  These
 * return what menu_run() does. */
#ifndef CLI_DIALOGUE_CHANGE_H
#define CLI_DIALOGUE_CHANGE_H

#include "cli/dialogue.h"

int change_note(
    struct dialogue *dialogue, const struct session_row *row, struct err *err);
int change_tag(
    struct dialogue *dialogue, const struct session_row *row, struct err *err);

/* MENU_CHOSEN once it is deleted. */
int change_delete(
    struct dialogue *dialogue, const char *session_id, struct err *err);
int change_bring_back(
    struct dialogue *dialogue, const char *session_id, struct err *err);

/* The last change of the dialogue; then what was deleted before. */
int change_undo(struct dialogue *dialogue, struct err *err);

#endif
