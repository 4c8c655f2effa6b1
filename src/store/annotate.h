/* SPDX-License-Identifier: MIT */
/*
 * What the candidate does to a past session: a note, tags, deleting it.  All
 * of it is facts with times, of which the latest counts, so that two databases
 * can be merged; and all of it can be undone.
 *
 * Functions that change something return 1, or 0 where there is no such
 * session; each is a transaction of its own.
 */
#ifndef STORE_ANNOTATE_H
#define STORE_ANNOTATE_H

#include "base/str.h"
#include "store/store.h"

/* The session's note, owned; "" where there is none. */
int store_session_note(
    struct store *store, int64_t session_pk, char **note, struct err *err);

/* Replaces the note; "" takes it away. */
int store_session_note_set(struct store *store, const char *session_id,
    const char *note, int64_t now_s, struct err *err);

/* The session's tags by name, joined as a list of texts (base/list.h). */
int store_session_tags(
    struct store *store, int64_t session_pk, struct str *tags, struct err *err);

/* Both of a session. */
struct remarks {
	char *note;      /* owned; "" where there is none */
	struct str tags; /* joined */
};

/* After a failure nothing is to be released. */
int store_session_remarks(struct store *store, int64_t session_pk,
    struct remarks *remarks, struct err *err);
void remarks_release(struct remarks *remarks);
bool remarks_any(const struct remarks *remarks);

/* Puts a tag on, or takes it off. */
int store_session_tag_set(struct store *store, const char *session_id,
    const char *tag, bool on, int64_t now_s, struct err *err);

/* The tags in use, by name, joined in the same way. */
int store_tags(struct store *store, struct str *tags, struct err *err);

/*
 * Hides the session everywhere, as if it had never been: readiness, trends,
 * schedules, attempts, exports.  A session that is still being practised (it
 * has a draft) is refused.  Undeleting brings all of it back.
 */
int store_session_delete(struct store *store, const char *session_id,
    int64_t now_s, struct err *err);
int store_session_undelete(
    struct store *store, const char *session_id, struct err *err);

#endif
