/* SPDX-License-Identifier: MIT */
#include "store/schedule.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/db.h"
#include "store/judge.h"
#include "store/replay.h"

void
scheduled_release(struct scheduled *scheduled)
{
	free(scheduled->question_id);
	free(scheduled->round);
	*scheduled = (struct scheduled){0};
}

void
scheduled_free(struct scheduled *rows, int n)
{
	for (int i = 0; i < n; i++)
		scheduled_release(&rows[i]);
	free(rows);
}

int
question_round(
    struct store *store, const char *question_id, char **round, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_QUESTION_KNOWN, err);
	int rc;

	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":id", question_id);
	rc = store_step(store, stmt, err);
	if (rc == 1)
		*round = column_copy(stmt, 0);
	sqlite3_reset(stmt);
	return rc;
}

/* Whether another question of that answer's round and rubric has gone well
 * since. */
static int
went_well_since(
    struct store *store, int64_t answer_pk, bool *well, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_WENT_WELL_SINCE, err);
	struct answer_judged judged;
	int rc = 0;

	*well = false;
	if (stmt == NULL)
		return -1;
	bind_int(stmt, ":answer", answer_pk);
	while (!*well && (rc = store_step(store, stmt, err)) == 1) {
		rc = judge_answer(
		    store, sqlite3_column_int64(stmt, 0), "self", &judged, err);
		if (rc != 0)
			break;
		*well = judged.judged.verdict >= VERDICT_HIRE;
	}
	sqlite3_reset(stmt);
	return rc < 0 ? -1 : 0;
}

int
store_schedule(struct store *store, const char *question_id, int64_t now_s,
    struct scheduled *scheduled, struct err *err)
{
	struct replayed replayed = {0};
	struct replay replay;
	int rc;

	*scheduled = (struct scheduled){.as_of = now_s};
	rc = question_round(store, question_id, &scheduled->round, err);
	if (rc != 1)
		return rc;
	scheduled->question_id = mem_text(question_id);
	if (replay_init(&replay, store, err) != 0 ||
	    replay_question(&replay, question_id, &replayed, err) != 0 ||
	    (schedule_good(&replayed.schedule) &&
		went_well_since(store, replayed.reviewed_pk,
		    &scheduled->mastered, err) != 0))
		rc = -1;
	scheduled->schedule = replayed.schedule;
	replay_release(&replay);
	if (rc < 0)
		scheduled_release(scheduled);
	return rc;
}
