/* SPDX-License-Identifier: MIT */
/* Whether a database is well: looks, and changes nothing unless asked to. */
#ifndef STORE_DOCTOR_H
#define STORE_DOCTOR_H

#include <stdbool.h>

#include "base/str.h"
#include "store/store.h"

enum { DOCTOR_CHECKS = 16 };

struct doctor_check {
	const char *name;
	bool ok;
	bool mends;   /* there is something that store_doctor_mend() can do */
	char *detail; /* owned, as is `fix`: what to do, "" where all is well */
	char *fix;
};

struct doctor {
	struct doctor_check checks[DOCTOR_CHECKS];
	int n;
	/* Of the database: ERR_DATABASE where it is damaged, foreign or newer.
	 */
	enum err_status status;
};

/* Looks at the database at `path`, which is neither made nor brought up to
 * date.  Nothing fails: what can't be looked at is a finding. */
void store_doctor(const char *path, struct doctor *doctor);
void doctor_release(struct doctor *doctor);

bool doctor_ok(const struct doctor *doctor);

/* How many rows that are kept of sessions, questions and answers (digest.h)
 * are not what the ratings say.
 * From then on the store goes by those that it has made anew. */
int store_digests_wrong(struct store *store, int *n, struct err *err);

/* Takes away the permissions that others have, and makes what is kept of the
 * sessions anew where it is wrong. */
int store_doctor_mend(const char *path, struct err *err);

/* Whether every page and every index is as it must be; else appends what is
 * wrong first. */
bool store_is_sound(struct store *store, struct str *problem);

#endif
