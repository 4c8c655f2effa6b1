/* SPDX-License-Identifier: MIT */
#include "store/annotate.h"

#include <stdlib.h>

#include "base/list.h"
#include "base/mem.h"
#include "store/db.h"
#include "store/digest.h"

int
store_session_note(
    struct store *store, int64_t session_pk, char **note, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_NOTE, err);
	int rc;

	if (stmt == NULL)
		return -1;
	bind_int(stmt, ":session", session_pk);
	rc = store_step(store, stmt, err);
	if (rc < 0)
		return -1;
	*note = rc == 1 ? column_copy(stmt, 0) : mem_text("");
	sqlite3_reset(stmt);
	return 0;
}

static int
join_rows(
    struct store *store, sqlite3_stmt *stmt, struct str *list, struct err *err)
{
	int rc;

	str_clear(list);
	while ((rc = store_step(store, stmt, err)) == 1)
		list_of_join(list, column_text(stmt, 0));
	return rc;
}

int
store_session_tags(
    struct store *store, int64_t session_pk, struct str *tags, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_TAGS_OF, err);

	if (stmt == NULL)
		return -1;
	bind_int(stmt, ":session", session_pk);
	return join_rows(store, stmt, tags, err);
}

int
store_session_remarks(struct store *store, int64_t session_pk,
    struct remarks *remarks, struct err *err)
{
	*remarks = (struct remarks){.tags = STR_INIT};
	if (store_session_note(store, session_pk, &remarks->note, err) == 0 &&
	    store_session_tags(store, session_pk, &remarks->tags, err) == 0)
		return 0;
	remarks_release(remarks);
	return -1;
}

void
remarks_release(struct remarks *remarks)
{
	free(remarks->note);
	remarks->note = NULL;
	str_release(&remarks->tags);
}

bool
remarks_any(const struct remarks *remarks)
{
	return *remarks->note != '\0' || remarks->tags.len > 0;
}

int
store_tags(struct store *store, struct str *tags, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_TAGS, err);

	return stmt == NULL ? -1 : join_rows(store, stmt, tags, err);
}

/* Runs the statement on the session; 0 where that changes nothing. */
static int
change(struct store *store, enum statement id, const char *session_id,
    int64_t now_s, const char *text, const char *value, struct err *err)
{
	sqlite3_stmt *stmt;

	if (store_need_write(store, err) != 0)
		return -1;
	stmt = store_use(store, id, err);
	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":id", session_id);
	bind_int(stmt, ":now", now_s);
	bind_text(stmt, ":text", text);
	bind_text(stmt, ":value", value);
	if (store_run(store, stmt, err) != 0)
		return -1;
	return sqlite3_changes(store->db) > 0;
}

int
store_session_note_set(struct store *store, const char *session_id,
    const char *note, int64_t now_s, struct err *err)
{
	return change(store, STMT_NOTE_ADD, session_id, now_s, note, NULL, err);
}

int
store_session_tag_set(struct store *store, const char *session_id,
    const char *tag, bool on, int64_t now_s, struct err *err)
{
	return change(store, STMT_TAG_ADD, session_id, now_s, tag,
	    on ? "yes" : "no", err);
}

/* Attempts are counted without what is deleted. */
static int
recount_attempts(struct store *store, const char *session_id, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_ATTEMPTS_OF, err);

	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":id", session_id);
	return store_run(store, stmt, err);
}

static int
change_deleted(struct store *store, enum statement id, const char *session_id,
    int64_t now_s, struct err *err)
{
	int rc;

	if (store_begin(store, err) != 0)
		return -1;
	rc = change(store, id, session_id, now_s, NULL, NULL, err);
	if (rc < 0 || recount_attempts(store, session_id, err) != 0 ||
	    digest_touch(store, session_id, err) != 0 ||
	    store_commit(store, err) != 0) {
		store_rollback(store);
		return -1;
	}
	return rc;
}

static int
refuse_draft(struct store *store, const char *session_id, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_DRAFT_OF, err);
	int64_t found;

	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":id", session_id);
	if (store_number(store, stmt, &found, err) != 0)
		return -1;
	return found == 0 ? 0
			  : fail(err,
				"session '%.64s' has an open draft; end or "
				"discard it first",
				session_id);
}

int
store_session_delete(
    struct store *store, const char *session_id, int64_t now_s, struct err *err)
{
	if (refuse_draft(store, session_id, err) != 0)
		return -1;
	return change_deleted(
	    store, STMT_SESSION_DELETE, session_id, now_s, err);
}

int
store_session_undelete(
    struct store *store, const char *session_id, struct err *err)
{
	return change_deleted(store, STMT_SESSION_UNDELETE, session_id, 0, err);
}
