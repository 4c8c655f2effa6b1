/* SPDX-License-Identifier: MIT */
/* Where questions stand after their answers: made one by one, read together. */
#include <stdlib.h>

#include "base/mem.h"
#include "store/digest.h"
#include "store/replay.h"
#include "store/views.h"

enum { FIRST_BANK = 256 };

static int
drop(struct store *store, const char *question_id, struct err *err)
{
	static const enum statement drops[] = {
	    STMT_STANDING_DROP, STMT_WELL_DROP, STMT_STALE_QUESTION_DROP};

	for (size_t i = 0; i < sizeof(drops) / sizeof(drops[0]); i++) {
		sqlite3_stmt *stmt = store_use(store, drops[i], err);

		if (stmt == NULL)
			return -1;
		bind_text(stmt, ":question", question_id);
		if (store_run(store, stmt, err) != 0)
			return -1;
	}
	return 0;
}

static void
bind_real(sqlite3_stmt *stmt, const char *name, double value)
{
	sqlite3_bind_double(
	    stmt, sqlite3_bind_parameter_index(stmt, name), value);
}

static int
put_standing(const struct replay *replay, const char *question_id,
    const struct replayed *replayed, struct err *err)
{
	const struct schedule *schedule = &replayed->schedule;
	const char *round = "", *rubric = "";
	sqlite3_stmt *stmt = store_use(replay->store, STMT_STANDING_ADD, err);
	int64_t at;

	if (stmt == NULL)
		return -1;
	if (schedule->reviews > 0)
		mastery_last(
		    &replay->mastery, replayed->kin, &round, &rubric, &at);
	bind_text(stmt, ":question", question_id);
	bind_int(stmt, ":attempts", schedule->attempts);
	bind_int(stmt, ":reviews", schedule->reviews);
	bind_real(stmt, ":stability", schedule->state.stability);
	bind_real(stmt, ":difficulty", schedule->state.difficulty);
	bind_int(stmt, ":grade", schedule->grade);
	bind_int(stmt, ":reviewed_at", schedule->reviewed_at);
	bind_int(stmt, ":due_at", schedule->due_at);
	bind_text(stmt, ":round", round);
	bind_text(stmt, ":rubric", rubric);
	return store_run(replay->store, stmt, err);
}

static int
put_well(const struct replay *replay, int kin, const char *question_id,
    struct err *err)
{
	sqlite3_stmt *stmt = store_use(replay->store, STMT_WELL_ADD, err);
	const char *round, *rubric;
	int64_t at;

	if (stmt == NULL)
		return -1;
	if (!mastery_last(&replay->mastery, kin, &round, &rubric, &at))
		return 0;
	bind_text(stmt, ":question", question_id);
	bind_text(stmt, ":round", round);
	bind_text(stmt, ":rubric", rubric);
	bind_int(stmt, ":started_at", at);
	return store_run(replay->store, stmt, err);
}

/* A question that nobody has answered stands nowhere. */
static int
put(const struct replay *replay, const char *question_id,
    const struct replayed *replayed, struct err *err)
{
	if (replayed->schedule.attempts == 0)
		return 0;
	for (int i = 0; i < replay->mastery.n; i++)
		if (put_well(replay, i, question_id, err) != 0)
			return -1;
	return put_standing(replay, question_id, replayed, err);
}

int
standing_make(
    struct store *store, const char *question_id, int *answers, struct err *err)
{
	struct replayed replayed;
	struct replay replay;
	int rc;

	if (replay_init(&replay, store, err) != 0)
		return -1;
	rc = replay_question(&replay, question_id, &replayed, err);
	if (rc == 0)
		rc = drop(store, question_id, err);
	if (rc == 0)
		rc = put(&replay, question_id, &replayed, err);
	*answers = replayed.schedule.attempts;
	replay_release(&replay);
	return rc;
}

static int
read_well(struct store *store, struct mastery *mastery, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_WELL_EACH, err);
	int rc;

	if (stmt == NULL)
		return -1;
	while ((rc = store_step(store, stmt, err)) == 1) {
		int kin = mastery_kin(
		    mastery, column_text(stmt, 1), column_text(stmt, 2));

		mastery_add(mastery, kin, column_text(stmt, 0),
		    sqlite3_column_int64(stmt, 3));
	}
	return rc;
}

/* Columns of STMT_BANK. */
enum {
	ID,
	ROUND,
	LEVEL,
	ATTEMPTS,
	REVIEWS,
	STABILITY,
	DIFFICULTY,
	GRADE,
	REVIEWED_AT,
	DUE_AT,
	REVIEWED_ROUND,
	REVIEWED_RUBRIC,
};

static struct schedule
schedule_of(sqlite3_stmt *stmt)
{
	return (struct schedule){
	    .attempts = sqlite3_column_int(stmt, ATTEMPTS),
	    .reviews = sqlite3_column_int(stmt, REVIEWS),
	    .state.stability = sqlite3_column_double(stmt, STABILITY),
	    .state.difficulty = sqlite3_column_double(stmt, DIFFICULTY),
	    .grade = (enum fsrs_grade)sqlite3_column_int(stmt, GRADE),
	    .reviewed_at = sqlite3_column_int64(stmt, REVIEWED_AT),
	    .due_at = sqlite3_column_int64(stmt, DUE_AT),
	};
}

static struct bank_question
question_of(sqlite3_stmt *stmt, struct mastery *mastery)
{
	struct bank_question question = {
	    .id = column_copy(stmt, ID),
	    .round = column_copy(stmt, ROUND),
	    .level = column_copy(stmt, LEVEL),
	    .schedule = schedule_of(stmt),
	};

	question.mastered =
	    schedule_good(&question.schedule) &&
	    mastery_since(mastery,
		mastery_kin(mastery, column_text(stmt, REVIEWED_ROUND),
		    column_text(stmt, REVIEWED_RUBRIC)),
		question.id, question.schedule.reviewed_at);
	return question;
}

static int
read_bank(struct store *store, struct mastery *mastery,
    struct bank_question **questions, int *n, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_BANK, err);
	size_t room = 0;
	int rc;

	if (stmt == NULL)
		return -1;
	while ((rc = store_step(store, stmt, err)) == 1) {
		if ((size_t)*n == room) {
			room = room == 0 ? FIRST_BANK : room * 2;
			*questions =
			    mem_grow(*questions, room, sizeof(**questions));
		}
		(*questions)[(*n)++] = question_of(stmt, mastery);
	}
	return rc;
}

int
store_bank(struct store *store, struct bank_question **questions, int *n,
    struct err *err)
{
	struct mastery mastery = {0};
	int rc = read_well(store, &mastery, err);

	*questions = NULL;
	*n = 0;
	if (rc == 0)
		rc = read_bank(store, &mastery, questions, n, err);
	mastery_release(&mastery);
	if (rc != 0)
		bank_free(*questions, *n);
	return rc;
}

void
bank_free(struct bank_question *questions, int n)
{
	for (int i = 0; i < n; i++) {
		free(questions[i].id);
		free(questions[i].round);
		free(questions[i].level);
	}
	free(questions);
}
