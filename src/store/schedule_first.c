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
	SLOTS = 512,     /* a power of two, at least twice LOOK_BACK */
	DAY_S = 86400,
};

/* A question that was asked lately. */
struct candidate {
	char *question_id; /* owned */
	int64_t asked_at;
	int64_t times; /* answered; 0: not known */
};

/* The session that was looked at last.  Starts cleared. */
struct session_kept {
	int64_t session_pk, kept;
};

struct candidates {
	struct candidate rows[LOOK_BACK]; /* the last one asked longest ago */
	int n;
	int answers;      /* that they come from */
	int slots[SLOTS]; /* hash table of indices into rows, plus 1 */
};

static void
candidates_release(struct candidates *candidates)
{
	for (int i = 0; i < candidates->n; i++)
		free(candidates->rows[i].question_id);
}

/* FNV-1a */
static uint32_t
hash(const char *text)
{
	uint32_t h = 2166136261U;

	while (*text != '\0')
		h = (h ^ (unsigned char)*text++) * 16777619U;
	return h;
}

/* The question's, which is new where it was not asked yet. */
static struct candidate *
find(struct candidates *candidates, const char *question_id)
{
	uint32_t slot = hash(question_id) % SLOTS;
	struct candidate *candidate;

	for (int at; (at = candidates->slots[slot]) != 0;
	     slot = (slot + 1) % SLOTS) {
		candidate = &candidates->rows[at - 1];
		if (candidate->question_id != NULL &&
		    strcmp(candidate->question_id, question_id) == 0)
			return candidate;
	}
	candidate = &candidates->rows[candidates->n++];
	candidates->slots[slot] = candidates->n;
	*candidate = (struct candidate){.question_id = mem_text(question_id)};
	return candidate;
}

/* 1 where the session of the row's answer, its first column, was not deleted.
 * Answers of one session come one after the other: to look at it for each, or
 * to join the two, takes half as long again. */
static int
is_kept(struct store *store, sqlite3_stmt *row, struct session_kept *last,
    struct err *err)
{
	int64_t session_pk = sqlite3_column_int64(row, 0);
	sqlite3_stmt *stmt;

	if (session_pk == last->session_pk)
		return last->kept != 0;
	stmt = store_use(store, STMT_SESSION_KEPT, err);
	if (stmt == NULL)
		return -1;
	last->session_pk = session_pk;
	bind_int(stmt, ":session", session_pk);
	return store_number(store, stmt, &last->kept, err) == 0
		   ? last->kept != 0
		   : -1;
}

/* An attempt's number tells how often the question was answered by then; a
 * skipped answer has none. */
static void
add_asked(struct candidates *candidates, sqlite3_stmt *stmt)
{
	int before = candidates->n;
	struct candidate *candidate = find(candidates, column_text(stmt, 1));
	int64_t attempt = sqlite3_column_int64(stmt, 3);

	if (candidates->n > before)
		candidate->asked_at = sqlite3_column_int64(stmt, 2);
	if (candidate->times < attempt)
		candidate->times = attempt;
	candidates->answers++;
}

static int
list_candidates(
    struct store *store, struct candidates *candidates, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_LATELY_ASKED, err);
	struct session_kept last = {0};
	int rc = 0;

	if (stmt == NULL)
		return -1;
	while (candidates->answers < LOOK_BACK &&
	       (rc = store_step(store, stmt, err)) == 1) {
		rc = is_kept(store, stmt, &last, err);
		if (rc < 0)
			break;
		if (rc == 1)
			add_asked(candidates, stmt);
	}
	sqlite3_reset(stmt);
	return rc < 0 ? -1 : 0;
}

/* The last attempt's number; a question that was only skipped lately has it
 * further back. */
static int
times_answered(struct store *store, const struct candidate *candidate,
    int64_t *times, struct err *err)
{
	struct session_kept last = {0};
	sqlite3_stmt *stmt;
	int rc = 0;

	*times = candidate->times;
	if (*times > 0)
		return 0;
	stmt = store_use(store, STMT_TIMES_ANSWERED, err);
	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":question", candidate->question_id);
	while (*times == 0 && (rc = store_step(store, stmt, err)) == 1) {
		rc = is_kept(store, stmt, &last, err);
		if (rc < 0)
			break;
		if (rc == 1)
			*times = sqlite3_column_int64(stmt, 1);
	}
	sqlite3_reset(stmt);
	return rc < 0 ? -1 : 0;
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

/* By the reviews that are kept, and not by the ratings themselves. */
static int
read_schedule(struct store *store, const char *question_id,
    struct schedule *schedule, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_REVIEWED, err);
	int rc;

	*schedule = (struct schedule){0};
	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":question", question_id);
	while ((rc = store_step(store, stmt, err)) == 1)
		schedule_answer(schedule, sqlite3_column_int64(stmt, 0),
		    sqlite3_column_int(stmt, 1));
	return rc;
}

static int
look_through(struct store *store, const struct candidates *candidates,
    struct scheduled *first, struct err *err)
{
	int64_t left = candidates->answers < LOOK_BACK ? LOOK_BACK : REPLAYED;
	struct schedule schedule;
	int64_t times;

	for (int i = candidates->n - 1; i >= 0; i--) {
		const struct candidate *candidate = &candidates->rows[i];

		if (candidate->asked_at > first->as_of - DAY_S)
			break;
		if (times_answered(store, candidate, &times, err) != 0)
			return -1;
		if (times > left)
			continue;
		left -= times;
		if (read_schedule(
			store, candidate->question_id, &schedule, err) != 0 ||
		    keep_if_first(store, candidate->question_id, &schedule,
			first, err) != 0)
			return -1;
	}
	return 0;
}

int
store_schedule_first(struct store *store, int64_t now_s,
    struct scheduled *first, struct err *err)
{
	struct candidates candidates = {0};
	int rc;

	*first = (struct scheduled){.as_of = now_s};
	rc = list_candidates(store, &candidates, err);
	if (rc == 0)
		rc = look_through(store, &candidates, first, err);
	candidates_release(&candidates);
	if (rc != 0)
		scheduled_release(first);
	return rc != 0 ? -1 : first->question_id != NULL;
}
