/* SPDX-License-Identifier: MIT */
/* What was changed in the bank since it was opened, to be undone. */
#ifndef SCREENS_CHANGES_H
#define SCREENS_CHANGES_H

#include "core/question.h"
#include "store/store.h"

/* Starts cleared. */
struct changes {
	struct change_made {
		struct question before; /* of an added one its id alone */
		bool added;
	} * made; /* owned, the latest last */
	int n;
	char *last_id; /* of the question changed last, owned; may be NULL */
};

void changes_release(struct changes *changes);

/* Saves the question, as shipped where it is again what was shipped, else as
 * the user's own. */
int changes_save(struct changes *changes, struct store *store,
    const struct question *question, struct err *err);

/* Retires the question, or brings it back. */
int changes_retire(struct changes *changes, struct store *store,
    const struct question *question, struct err *err);

/* 1: the question is as it was shipped again; 0: it was not shipped. */
int changes_ship(struct changes *changes, struct store *store,
    const struct question *question, struct err *err);

/* Undoes the latest change; fails, saying so, where there is none, and where
 * what was added has been answered since. */
int changes_undo(struct changes *changes, struct store *store, struct err *err);

#endif
