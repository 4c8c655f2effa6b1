/* SPDX-License-Identifier: MIT */
/* Sessions that a row belongs to, and those that were deleted. */
#include <string.h>

#include "io/import_run.h"

enum { DELETION_SESSION = 0 }; /* fact by its place (store/statements.c) */

/* The number of the column that names the session. */
static size_t
its_column(const struct import_run *run)
{
	int field = kind_column(run->kind, "session_id");

	return (size_t)run->column_of[field] + 1;
}

/* A deleted session stays deleted, whatever is imported into it: that is told
 * once where its rows come one after the other. */
int
import_find_session(
    struct import_run *run, size_t line, const char *id, struct err *err)
{
	struct str *last = &run->owned[OWN_SESSION];

	if (strcmp(last->s, id) == 0)
		return 0;
	if (store_session_presence(run->store, id, &run->session, err) != 0)
		return -1;
	str_clear(last);
	str_add(last, id);
	if (run->session == SESSION_DELETED &&
	    run->kind->entity != ENTITY_DELETIONS)
		import_note(run, line, its_column(run),
		    "session '%.64s' was deleted here and stays hidden; "
		    "`rehearse history %.64s --undelete` brings it back",
		    id, id);
	return 0;
}

bool
import_has_session(
    struct import_run *run, size_t line, const char *id, struct err *err)
{
	if (import_find_session(run, line, id, err) != 0)
		return false;
	if (run->session != SESSION_UNKNOWN)
		return true;
	import_problem(run, line, kind_column(run->kind, "session_id"),
	    "session '%.40s' is not there; import the sessions first", id);
	return false;
}

/* What was never here need not be hidden. */
enum row_fate
import_check_deletion(struct import_run *run, size_t line,
    const struct field_value *facts, struct err *err)
{
	const char *id = facts[DELETION_SESSION].s;

	if (import_find_session(run, line, id, err) != 0)
		return ROW_REFUSED;
	if (run->session != SESSION_UNKNOWN)
		return ROW_PUT;
	import_note(run, line, its_column(run),
	    "session '%.64s' is not there; skipped", id);
	return ROW_SKIP;
}
