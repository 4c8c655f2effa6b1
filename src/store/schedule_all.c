/* SPDX-License-Identifier: MIT */
/* The schedule of every question: the answers and the bank, both by the
 * question's id, are gone through side by side. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/replay.h"

/* A question that was answered, whether the bank has it or not. */
struct answered {
	char *question_id; /* owned */
	struct replayed replayed;
};

struct all {
	struct replay replay;
	struct answered *answered; /* by id */
	int n_answered;
	struct scheduled *rows;
	int n;
};

/* The question of a row; it comes in the order of ids. */
static struct answered *
answered_of(struct all *all, const char *id)
{
	int n = all->n_answered;

	if (n > 0 && strcmp(all->answered[n - 1].question_id, id) == 0)
		return &all->answered[n - 1];
	all->answered =
	    mem_grow(all->answered, (size_t)n + 1, sizeof(*all->answered));
	all->answered[n] = (struct answered){.question_id = mem_text(id)};
	all->n_answered++;
	return &all->answered[n];
}

static int
replay_answers(struct all *all, struct err *err)
{
	struct store *store = all->replay.store;
	sqlite3_stmt *stmt = store_use(store, STMT_REVIEWS_ALL, err);
	int rc;

	if (stmt == NULL)
		return -1;
	while ((rc = store_step(store, stmt, err)) == 1) {
		struct answered *answered =
		    answered_of(all, column_text(stmt, 0));

		rc =
		    replay_answer(&all->replay, stmt, &answered->replayed, err);
		if (rc != 0)
			break;
	}
	sqlite3_reset(stmt);
	return rc;
}

static bool
is_mastered(const struct all *all, const struct answered *answered)
{
	const struct replayed *replayed = &answered->replayed;

	return schedule_good(&replayed->schedule) &&
	       mastery_since(&all->replay.mastery, replayed->kin,
		   answered->question_id, replayed->schedule.reviewed_at);
}

/* Takes over what the answers say of the row, if they say anything; `*at`
 * goes on from row to row. */
static void
match(const struct all *all, int *at, struct scheduled *row)
{
	const struct answered *answered;

	while (*at < all->n_answered &&
	       strcmp(all->answered[*at].question_id, row->question_id) < 0)
		++*at;
	if (*at == all->n_answered)
		return;
	answered = &all->answered[*at];
	if (strcmp(answered->question_id, row->question_id) != 0)
		return;
	row->schedule = answered->replayed.schedule;
	row->mastered = is_mastered(all, answered);
}

static int
add_bank(struct all *all, int64_t now_s, struct err *err)
{
	struct store *store = all->replay.store;
	sqlite3_stmt *stmt = store_use(store, STMT_QUESTION_ROUNDS, err);
	int at = 0, rc;

	if (stmt == NULL)
		return -1;
	while ((rc = store_step(store, stmt, err)) == 1) {
		all->rows =
		    mem_grow(all->rows, (size_t)all->n + 1, sizeof(*all->rows));
		all->rows[all->n] = (struct scheduled){
		    .question_id = column_copy(stmt, 0),
		    .round = column_copy(stmt, 1),
		    .as_of = now_s,
		};
		match(all, &at, &all->rows[all->n++]);
	}
	return rc;
}

static int
in_turn(const void *a, const void *b)
{
	const struct scheduled *x = a, *y = b;
	int by_schedule =
	    schedule_compare(&x->schedule, &y->schedule, x->as_of);

	return by_schedule != 0 ? by_schedule
				: strcmp(x->question_id, y->question_id);
}

int
store_schedule_all(struct store *store, int64_t now_s, struct scheduled **rows,
    int *n, struct err *err)
{
	struct all all = {0};
	int rc = replay_init(&all.replay, store, err);

	if (rc == 0)
		rc = replay_answers(&all, err);
	if (rc == 0)
		rc = add_bank(&all, now_s, err);
	for (int i = 0; i < all.n_answered; i++)
		free(all.answered[i].question_id);
	free(all.answered);
	replay_release(&all.replay);
	if (rc != 0) {
		scheduled_free(all.rows, all.n);
		return -1;
	}
	if (all.n > 0)
		qsort(all.rows, (size_t)all.n, sizeof(*all.rows), in_turn);
	*rows = all.rows;
	*n = all.n;
	return 0;
}
