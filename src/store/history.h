/* SPDX-License-Identifier: MIT */
/* Reading past sessions and answers, newest or oldest first. */
#ifndef STORE_HISTORY_H
#define STORE_HISTORY_H

#include "core/answer.h"
#include "store/session.h"
#include "store/store.h"

struct answer_row {
	int64_t pk;
	struct answer answer;
};

int store_session_count(struct store *store, const struct store_filter *filter,
    int *n, struct err *err);

/* Up to `room` sessions from the `from`-th on, in the filter's order, else
 * newest first. */
int store_session_window(struct store *store, const struct store_filter *filter,
    int from, int room, struct session_row *rows, int *n, struct err *err);

/* 1 and the session, 0 when there is none of that id, -1 with `err`. */
int store_session_get(struct store *store, const char *id,
    struct session_row *row, struct err *err);

/* The same of the session that was deleted last. */
int store_session_deleted_last(
    struct store *store, struct session_row *row, struct err *err);

/* All answers of a session, oldest first; free with answer_rows_free(). */
int store_session_answers(struct store *store, int64_t session_pk,
    struct answer_row **rows, int *n, struct err *err);
void answer_rows_free(struct answer_row *rows, int n);

/* 1 and the answer, 0 when there is none of that id, -1 with `err`. */
int store_answer_get(struct store *store, const char *id,
    struct answer_row *row, struct err *err);

/* What is imported may belong to a deleted session. */
enum session_presence {
	SESSION_UNKNOWN,
	SESSION_THERE,
	SESSION_DELETED,
};

int store_session_presence(struct store *store, const char *id,
    enum session_presence *presence, struct err *err);

/* What is imported to an answer must fit to this. */
struct answer_known {
	char *session_id, *question_id; /* owned */
	bool skipped;
};

/* 1 and the answer, of a deleted session too, 0 when there is none of that id,
 * -1 with `err`. */
int store_answer_known(struct store *store, const char *id,
    struct answer_known *known, struct err *err);
void answer_known_release(struct answer_known *known);

/* The last answer to the same question before this one, in the same way. */
int store_answer_before(struct store *store, const struct answer *answer,
    struct answer_row *row, struct err *err);

/* All answers to a question that were not skipped, oldest first; free with
 * answer_rows_free(). */
int store_question_attempts(struct store *store, const char *question_id,
    struct answer_row **rows, int *n, struct err *err);

/* What a list tells of two answers to a question: the id of the first, the
 * prompt of the last, both owned by the caller, and how many it made. */
struct tried {
	char *first_id, *prompt;
	int attempts;
};
int store_tried(struct store *store, int64_t first_pk, int64_t last_pk,
    struct tried *tried, struct err *err);

void answer_row_release(struct answer_row *row);

/* The id of the session that the answer was rated in, owned by the caller; ""
 * when it has no ratings, or there is no such answer. */
int store_answer_rated_in(
    struct store *store, const char *id, char **session_id, struct err *err);

/* True when at least one session is kept. */
int store_any_history(struct store *store, bool *any, struct err *err);

#endif
