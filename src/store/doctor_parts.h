/* SPDX-License-Identifier: MIT */
/* The inside of the doctor, for its files only. */
#ifndef STORE_DOCTOR_PARTS_H
#define STORE_DOCTOR_PARTS_H

#include "store/doctor.h"

/* Adds a finding; takes over what `detail` holds.  `fix` is dropped where it
 * is ok. */
struct doctor_check *doctor_add(struct doctor *doctor, const char *name,
    bool ok, struct str *detail, const char *fix);

/* Permissions, disk, backups: also where the database can't be opened. */
void doctor_look_around(struct doctor *doctor, const char *path);

/* doctor_digest.c: whether what is kept of the sessions (digest.h) is as the
 * ratings say; keeps it anew where it is not. */
void doctor_check_digests(struct doctor *doctor, struct store *store);
int doctor_mend_digests(const char *path, struct err *err);

#endif
