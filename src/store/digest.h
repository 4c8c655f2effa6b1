/* SPDX-License-Identifier: MIT */
/*
 * What the review and the lists need of each session, made from its answers
 * and ratings and kept (data/schema/010_digest.sql), for the files of this
 * folder: to judge a long history from its ratings takes seconds.
 *
 * It follows them: whoever adds or changes some touches their session, and
 * store_commit() makes its digest anew before it commits.  Nothing is added up
 * by itself, so it can't drift away.  Where all sessions are judged by other
 * rules from now on they are only marked as stale, and made anew a slice at a
 * time (store/fresh.h); until then they are judged from their ratings.
 */
#ifndef STORE_DIGEST_H
#define STORE_DIGEST_H

#include "core/verdict.h"
#include "store/store.h"

/* The session, its answers or its ratings change in this transaction; outside
 * of one its digest is made at once. */
int digest_touch(struct store *store, const char *session_id, struct err *err);

/* Before an answer changes: the session that it belongs to so far is touched
 * too, as it may go to another one.  Then touch that. */
int digest_leave(struct store *store, const char *answer_id, struct err *err);

/* Rules or rubrics change. */
int digest_outdate(struct store *store, struct err *err);

/* Makes the digests of what was touched. */
int digest_finish(struct store *store, struct err *err);

/* All is as it was: after a rollback. */
void digest_forget(struct store *store);

/* fresh.c: makes all of them, reviews and rated.h anew, whatever is kept, in a
 * transaction. */
int digest_all(struct store *store, struct err *err);

/* digest_make.c: makes one session's anew; none is left of a session that is
 * deleted. */
int digest_session(struct store *store, int64_t session_pk, struct err *err);

/* The same of one that is stale; where it was put off, what else is kept of it
 * is made, too. */
int digest_again(struct store *store, int64_t session_pk, struct err *err);

/* Drops it, and marks the session's questions as stale. */
int digest_drop(struct store *store, int64_t session_pk, struct err *err);

/* Makes the reviews of all answers anew (data/schema/007_review.sql).  They
 * are never stale, as the first screen reads them. */
int digest_reviews(struct store *store, struct err *err);

/* standing.c: makes anew where the question stands; `answers` says how many of
 * them were gone through. */
int standing_make(struct store *store, const char *question_id, int *answers,
    struct err *err);

/* What a column of a kept verdict says; one that there is not is none. */
enum verdict digest_verdict(int value);

/* fresh.c: from now on digests are kept in temporary tables that hide the
 * others, and all sessions are stale: where the file can't be written, or is to
 * be compared with (doctor_digest.c). */
int digest_apart(struct store *store, struct err *err);

/* fresh.c: drops these tables, if there are any: before the file changes, so
 * that what is kept in it follows.  Not within a transaction. */
int digest_join(struct store *store, struct err *err);

#endif
