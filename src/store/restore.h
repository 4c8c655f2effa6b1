/* SPDX-License-Identifier: MIT */
/* A backup in the place of the database. */
#ifndef STORE_RESTORE_H
#define STORE_RESTORE_H

#include "base/clock.h"
#include "base/str.h"
#include "store/store.h"

/*
 * Puts a copy of `file`, a backup or any other database of ours, at `db`.  The
 * copy is made beside it and checked to the last page, then renamed: a failure
 * or a kill at any moment leaves the old database where it was.
 *
 * What was there before is kept, and `kept` says where: among the backups, or,
 * where it is damaged, byte for byte as `DB.before-20261120T093000Z`; "" when
 * there was nothing.  Another program that has it open can't write to it any
 * more, and says so.
 */
int store_restore(const char *db, const char *file, struct instant now,
    struct str *kept, struct err *err);

#endif
