/* SPDX-License-Identifier: MIT */
#include "store/question.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/due.h"
#include "store/found.h"
#include "store/found_question.h"
#include "store/material.h"
#include "store/reference.h"

enum { CANDIDATES = 48 }; /* questions that a pick looks at */

static struct question
read_question(sqlite3_stmt *stmt)
{
	return (struct question){
	    .id = column_copy(stmt, 0),
	    .prompt = column_copy(stmt, 1),
	    .round = column_copy(stmt, 2),
	    .rubric = column_copy(stmt, 3),
	    .company = column_copy(stmt, 4),
	    .level = column_copy(stmt, 5),
	    .seconds = sqlite3_column_double(stmt, 6),
	    .tags = column_copy(stmt, 7),
	    .probes = column_copy(stmt, 8),
	    .hint = column_copy(stmt, 9),
	    .look_for = column_copy(stmt, 10),
	    .shipped = strcmp(column_text(stmt, 11), "shipped") == 0,
	};
}

int
store_question(struct store *store, const char *id, struct question *question,
    struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_QUESTION, err);
	int rc;

	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":id", id);
	rc = store_step(store, stmt, err);
	if (rc == 1) {
		*question = read_question(stmt);
		sqlite3_reset(stmt);
	}
	return rc;
}

int
store_question_count(struct store *store, const struct store_filter *filter,
    int *n, struct err *err)
{
	if (due_by(store, filter, err) != 0)
		return -1;
	if (found_wanted(filter)) {
		if (questions_by(store, filter, err) != 0)
			return -1;
		*n = (int)store->found_questions.n;
		return 0;
	}
	return store_count(store, STMT_QUESTION_COUNT, filter, n, err);
}

int
store_question_place(struct store *store, const struct store_filter *filter,
    const char *id, int *place, struct err *err)
{
	sqlite3_stmt *stmt;
	char *pattern;
	int64_t value;
	int rc;

	if (due_by(store, filter, err) != 0)
		return -1;
	questions_seek(store, filter);
	stmt = store_use(store, STMT_QUESTION_PLACE, err);
	if (stmt == NULL)
		return -1;
	bind_filter(stmt, filter, &pattern);
	bind_text(stmt, ":id", id);
	rc = store_number(store, stmt, &value, err);
	*place = (int)value;
	free(pattern);
	return rc;
}

/* From the list of those that were found. */
static int
found_window(struct store *store, const struct store_filter *filter, int from,
    int room, struct question *questions, int *n, struct err *err)
{
	const struct found_questions *found = &store->found_questions;

	if (questions_by(store, filter, err) != 0)
		return -1;
	for (size_t i = (size_t)from; i < found->n && *n < room; i++) {
		sqlite3_stmt *stmt = store_use(store, STMT_ASKED_QUESTION, err);

		if (stmt == NULL)
			return -1;
		bind_int(stmt, ":question", found->list.pks[i]);
		if (store_step(store, stmt, err) != 1)
			return -1;
		questions[(*n)++] = read_question(stmt);
		sqlite3_reset(stmt);
	}
	return 0;
}

int
store_question_window(struct store *store, const struct store_filter *filter,
    int from, int room, struct question *questions, int *n, struct err *err)
{
	sqlite3_stmt *stmt;
	char *pattern;
	int rc;

	*n = 0;
	if (due_by(store, filter, err) != 0)
		return -1;
	if (found_wanted(filter))
		return found_window(
		    store, filter, from, room, questions, n, err);
	stmt = store_use(store, STMT_QUESTION_WINDOW, err);
	if (stmt == NULL)
		return -1;
	bind_filter(stmt, filter, &pattern);
	bind_int(stmt, ":limit", room);
	bind_int(stmt, ":from", from);
	while ((rc = store_step(store, stmt, err)) == 1)
		questions[(*n)++] = read_question(stmt);
	free(pattern);
	return rc;
}

/* A question that might be asked. */
struct candidate {
	char *id;
	int64_t times, last_at;
	uint64_t tie; /* random */
};

static int
fresher(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;

	if (x->times != y->times)
		return x->times < y->times ? -1 : 1;
	if (x->last_at != y->last_at)
		return x->last_at < y->last_at ? -1 : 1;
	return (x->tie > y->tie) - (x->tie < y->tie);
}

static bool
is_candidate(const struct candidate *candidates, int n, const char *id)
{
	for (int i = 0; i < n; i++)
		if (strcmp(candidates[i].id, id) == 0)
			return true;
	return false;
}

/* Adds the questions from number `from` on until there are enough. */
static int
add_candidates(struct store *store, const struct store_filter *filter,
    struct rand *rand, int64_t from, struct candidate *candidates, int *n,
    struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_QUESTION_AFTER, err);
	char *pattern;
	int rc;

	if (stmt == NULL)
		return -1;
	bind_filter(stmt, filter, &pattern);
	bind_int(stmt, ":from", from);
	bind_int(stmt, ":limit", CANDIDATES);
	while ((rc = store_step(store, stmt, err)) == 1) {
		if (*n == CANDIDATES ||
		    is_candidate(candidates, *n, column_text(stmt, 0)))
			continue;
		candidates[(*n)++] = (struct candidate){
		    .id = column_copy(stmt, 0),
		    .times = sqlite3_column_int64(stmt, 1),
		    .last_at = sqlite3_column_int64(stmt, 2),
		    .tie = rand_next(rand),
		};
	}
	free(pattern);
	return rc;
}

static int
last_number(struct store *store, int64_t *last, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_QUESTION_LAST, err);

	return stmt == NULL ? -1 : store_number(store, stmt, last, err);
}

int
store_question_pick(struct store *store, const struct store_filter *filter,
    struct rand *rand, int room, char **ids, int *n, struct err *err)
{
	struct candidate candidates[CANDIDATES];
	int found = 0, result = 0;
	int64_t last, from;

	*n = 0;
	if (last_number(store, &last, err) != 0)
		return -1;
	from = (int64_t)(rand_unit(rand) * (double)last) + 1;
	result =
	    add_candidates(store, filter, rand, from, candidates, &found, err);
	if (result == 0 && found < CANDIDATES)
		result = add_candidates(
		    store, filter, rand, 0, candidates, &found, err);
	qsort(candidates, (size_t)found, sizeof(*candidates), fresher);
	for (int i = 0; i < found; i++) {
		if (result == 0 && *n < room)
			ids[(*n)++] = candidates[i].id;
		else
			free(candidates[i].id);
	}
	return result;
}

/* The round of a question; where the question names one that is not there,
 * `general` serves. */
static int
round_of(struct store *store, const struct question *question,
    struct round *round, struct err *err)
{
	int rc = store_round(store, question->round, round, err);

	if (rc == 0)
		rc = store_round(store, "general", round, err);
	if (rc == 0)
		return fail(err,
		    "question %s: its round '%s' is not known, and neither is "
		    "'general'; import the round with import --kind rounds",
		    question->id, question->round);
	return rc < 0 ? -1 : 0;
}

static int
rubric_of(struct store *store, const struct question *question,
    const struct round *round, struct rubric *rubric, struct err *err)
{
	const struct rubric *found = NULL;

	if (*question->rubric != '\0' &&
	    store_rubric(store, question->rubric, &found, err) != 0)
		return -1;
	if (found == NULL && store_rubric(store, round->rubric, &found, err))
		return -1;
	if (found == NULL)
		return fail(err,
		    "question %s: neither its rubric '%s' nor '%s', the one "
		    "of its round, is known; import it with import --kind "
		    "rubrics",
		    question->id, question->rubric, round->rubric);
	rubric_copy(rubric, found);
	return 0;
}

int
store_task(struct store *store, const char *question_id, struct task *task,
    struct err *err)
{
	struct round round = {0};
	int rc;

	*task = (struct task){0};
	rc = store_question(store, question_id, &task->question, err);
	if (rc == 0)
		return fail(err,
		    "no question '%s'; see rehearse questions for their ids",
		    question_id);
	if (rc < 0)
		return -1;
	rc = round_of(store, &task->question, &round, err);
	if (rc == 0)
		rc = rubric_of(
		    store, &task->question, &round, &task->rubric, err);
	task->limit_s =
	    task->question.seconds > 0 ? task->question.seconds : round.limit_s;
	task->think_s = round.think_s;
	round_release(&round);
	if (rc == 0)
		rc = store_material(store, question_id, &task->material, err);
	if (rc != 0) {
		question_release(&task->question);
		rubric_release(&task->rubric);
	}
	return rc;
}
