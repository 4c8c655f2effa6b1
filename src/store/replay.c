/* SPDX-License-Identifier: MIT */
#include "store/replay.h"

#include <string.h>

#include "store/judge.h"

/* Columns of the two statements. */
enum {
	QUESTION,
	ANSWER_PK,
	SESSION_PK,
	STARTED_AT,
	ROUND,
	RUBRIC,
	METRIC,
};

int
replay_init(struct replay *replay, struct store *store, struct err *err)
{
	*replay = (struct replay){.store = store};
	return store_rules(store, &replay->rules, err);
}

void
replay_release(struct replay *replay)
{
	mastery_release(&replay->mastery);
}

/* Judges the row's answer; `*rating` is that of its limiting signal. */
static int
judge_row(struct replay *replay, sqlite3_stmt *stmt, struct judged *judged,
    int *rating, struct err *err)
{
	struct store *store = replay->store;
	int ratings[RUBRIC_SIGNALS] = {0};
	const struct rubric *rubric;

	*judged = (struct judged){.limiting = -1};
	*rating = 0;
	if (store_rubric(store, column_text(stmt, RUBRIC), &rubric, err) != 0)
		return -1;
	if (rubric == NULL)
		return 0;
	if (judge_ratings(store, sqlite3_column_int64(stmt, SESSION_PK),
		sqlite3_column_int64(stmt, ANSWER_PK), "self", rubric, ratings,
		err) != 0)
		return -1;
	*judged = verdict_answer(replay->rules, rubric, ratings,
	    strcmp(column_text(stmt, METRIC), "yes") == 0);
	if (judged->limiting >= 0)
		*rating = ratings[judged->limiting];
	return 0;
}

int
replay_answer(struct replay *replay, sqlite3_stmt *stmt,
    struct replayed *replayed, struct err *err)
{
	int64_t started_at = sqlite3_column_int64(stmt, STARTED_AT);
	struct judged judged;
	int rating;

	if (judge_row(replay, stmt, &judged, &rating, err) != 0)
		return -1;
	schedule_answer(&replayed->schedule, started_at, rating);
	if (rating == 0)
		return 0;
	replayed->reviewed_pk = sqlite3_column_int64(stmt, ANSWER_PK);
	replayed->kin = mastery_kin(&replay->mastery, column_text(stmt, ROUND),
	    column_text(stmt, RUBRIC));
	if (judged.verdict >= VERDICT_HIRE)
		mastery_add(&replay->mastery, replayed->kin,
		    column_text(stmt, QUESTION), started_at);
	return 0;
}

int
replay_question(struct replay *replay, const char *question_id,
    struct replayed *replayed, struct err *err)
{
	sqlite3_stmt *stmt = store_use(replay->store, STMT_REVIEWS, err);
	int rc;

	*replayed = (struct replayed){0};
	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":question", question_id);
	while ((rc = store_step(replay->store, stmt, err)) == 1) {
		rc = replay_answer(replay, stmt, replayed, err);
		if (rc != 0)
			break;
	}
	sqlite3_reset(stmt);
	return rc;
}
