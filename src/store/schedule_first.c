/* SPDX-License-Identifier: MIT */
/* The due question to begin with: looked for at every start of the program,
 * so within bounds. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/replay.h"

enum {
	LOOK_BACK = 200, /* answers whose questions may come first */
	REPLAYED = 50,   /* of a longer history, answers gone through for it */
	DAY_S = 86400,
};

/* A question that was asked lately. */
struct candidate {
	char *question_id; /* owned */
	int64_t asked_at;
	int64_t times; /* answered; 0: not known */
};

struct candidates {
	struct candidate rows[LOOK_BACK]; /* the last one asked longest ago */
	int n;
	int answers; /* that they come from */
};

static void
candidates_release(struct candidates *candidates)
{
	for (int i = 0; i < candidates->n; i++)
		free(candidates->rows[i].question_id);
}

static struct candidate *
find(struct candidates *candidates, const char *question_id)
{
	for (int i = 0; i < candidates->n; i++)
		if (strcmp(candidates->rows[i].question_id, question_id) == 0)
			return &candidates->rows[i];
	return NULL;
}

/* An attempt's number tells how often the question was answered by then; a
 * skipped answer has none. */
static void
add_asked(struct candidates *candidates, sqlite3_stmt *stmt)
{
	struct candidate *candidate = find(candidates, column_text(stmt, 0));
	int64_t attempt = sqlite3_column_int64(stmt, 2);

	if (candidate == NULL) {
		candidate = &candidates->rows[candidates->n++];
		*candidate = (struct candidate){
		    .question_id = column_copy(stmt, 0),
		    .asked_at = sqlite3_column_int64(stmt, 1),
		};
	}
	if (candidate->times < attempt)
		candidate->times = attempt;
}

static int
list_candidates(
    struct store *store, struct candidates *candidates, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_LATELY_ASKED, err);
	int rc;

	candidates->n = candidates->answers = 0;
	if (stmt == NULL)
		return -1;
	bind_int(stmt, ":limit", LOOK_BACK);
	while ((rc = store_step(store, stmt, err)) == 1) {
		add_asked(candidates, stmt);
		candidates->answers++;
	}
	return rc;
}

/* A number that is too large may be cut. */
static int
times_answered(struct store *store, const struct candidate *candidate,
    int64_t *times, struct err *err)
{
	sqlite3_stmt *stmt;

	*times = candidate->times;
	if (*times > 0)
		return 0;
	stmt = store_use(store, STMT_TIMES_ANSWERED, err);
	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":question", candidate->question_id);
	bind_int(stmt, ":limit", LOOK_BACK);
	return store_number(store, stmt, times, err);
}

/* Keeps what is due and should be asked before the first so far. */
static int
keep_if_first(struct store *store, const char *question_id,
    const struct schedule *schedule, struct scheduled *first, struct err *err)
{
	char *round;
	int rc;

	if (!schedule_due(schedule, first->as_of) ||
	    (first->question_id != NULL &&
		schedule_compare(schedule, &first->schedule, first->as_of) >=
		    0))
		return 0;
	rc = question_round(store, question_id, &round, err);
	if (rc != 1)
		return rc;
	free(first->question_id);
	free(first->round);
	first->question_id = mem_text(question_id);
	first->round = round;
	first->schedule = *schedule;
	return 0;
}

static int
look_through(struct replay *replay, const struct candidates *candidates,
    struct scheduled *first, struct err *err)
{
	int64_t left = candidates->answers < LOOK_BACK ? LOOK_BACK : REPLAYED;
	struct replayed replayed;
	int64_t times;

	for (int i = candidates->n - 1; i >= 0; i--) {
		const struct candidate *candidate = &candidates->rows[i];

		if (candidate->asked_at > first->as_of - DAY_S)
			break;
		if (times_answered(replay->store, candidate, &times, err) != 0)
			return -1;
		if (times > left)
			continue;
		left -= times;
		if (replay_question(
			replay, candidate->question_id, &replayed, err) != 0 ||
		    keep_if_first(replay->store, candidate->question_id,
			&replayed.schedule, first, err) != 0)
			return -1;
	}
	return 0;
}

int
store_schedule_first(struct store *store, int64_t now_s,
    struct scheduled *first, struct err *err)
{
	struct candidates candidates;
	struct replay replay;
	int rc;

	*first = (struct scheduled){.as_of = now_s};
	rc = list_candidates(store, &candidates, err);
	if (rc == 0)
		rc = replay_init(&replay, store, err);
	if (rc == 0) {
		rc = look_through(&replay, &candidates, first, err);
		replay_release(&replay);
	}
	candidates_release(&candidates);
	if (rc != 0)
		scheduled_release(first);
	return rc != 0 ? -1 : first->question_id != NULL;
}
