/* SPDX-License-Identifier: MIT */
#include "store/loop.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "store/history.h"
#include "store/judge.h"

enum { SECOND_MS = 1000 };

/* Facts by their place (store/statements.c). */
enum {
	LOOP_KEY = 0,
	LOOP_COMPANY,
	LOOP_POSITION,
	LOOP_DAY,
	LOOP_ROUND,
	LOOP_MINUTES,
	LOOP_GATE,
	LOOP_INTERVIEWER,
	LOOP_RUBRIC,
	LOOP_QUESTIONS,

	RUN_ID = 0,
	RUN_LOOP,
	RUN_BEGAN,
	RUN_POSITION,
	RUN_SESSION,
	RUN_FACTS,
};

static void
add_round(struct loop *loop, const struct field_value *facts)
{
	loop->rounds =
	    mem_grow(loop->rounds, (size_t)loop->n + 1, sizeof(*loop->rounds));
	loop->rounds[loop->n++] = (struct loop_round){
	    .position = (int)facts[LOOP_POSITION].i,
	    .day = (int)facts[LOOP_DAY].i,
	    .round = mem_text(facts[LOOP_ROUND].s),
	    .minutes = (int)facts[LOOP_MINUTES].i,
	    .gate = strcmp(facts[LOOP_GATE].s, "yes") == 0,
	    .interviewer = mem_text(facts[LOOP_INTERVIEWER].s),
	    .rubric = mem_text(facts[LOOP_RUBRIC].s),
	    .questions = (int)facts[LOOP_QUESTIONS].i,
	};
}

int
store_loops(struct store *store, struct loop **loops, int *n, struct err *err)
{
	struct field_value facts[ENTITY_FIELDS];
	struct rows *rows;
	int n_facts, rc;

	*loops = NULL;
	*n = 0;
	if (rows_open(store, ENTITY_LOOPS, NULL, &rows, err) != 0)
		return -1;
	while ((rc = rows_next(rows, facts, &n_facts, err)) == 1) {
		if (*n == 0 ||
		    strcmp((*loops)[*n - 1].key, facts[LOOP_KEY].s) != 0) {
			*loops =
			    mem_grow(*loops, (size_t)*n + 1, sizeof(**loops));
			(*loops)[(*n)++] = (struct loop){
			    .key = mem_text(facts[LOOP_KEY].s),
			    .company = mem_text(facts[LOOP_COMPANY].s),
			};
		}
		add_round(&(*loops)[*n - 1], facts);
	}
	rows_close(rows);
	return rc;
}

void
loops_free(struct loop *loops, int n)
{
	for (int i = 0; i < n; i++) {
		for (int r = 0; r < loops[i].n; r++)
			loop_round_release(&loops[i].rounds[r]);
		free(loops[i].rounds);
		free(loops[i].key);
		free(loops[i].company);
	}
	free(loops);
}

const struct loop *
loops_find(const struct loop *loops, int n, const char *key)
{
	for (int i = 0; i < n; i++)
		if (strcasecmp(loops[i].key, key) == 0)
			return &loops[i];
	return NULL;
}

static void
clear(struct loop_run *run, const struct loop *loop)
{
	loop_run_release(run);
	run->session_ids =
	    mem_zero((size_t)loop->n + 1, sizeof(*run->session_ids));
	run->results = mem_zero((size_t)loop->n + 1, sizeof(*run->results));
	run->n = loop->n;
}

/* The latest run is the last one: its first row forgets those before. */
static void
read_row(struct loop_run *run, const struct loop *loop,
    const struct field_value *facts)
{
	if (strcmp(facts[RUN_LOOP].s, loop->key) != 0)
		return;
	if (run->id == NULL || strcmp(run->id, facts[RUN_ID].s) != 0) {
		clear(run, loop);
		run->id = mem_text(facts[RUN_ID].s);
		run->began_at = facts[RUN_BEGAN].i;
	}
	for (int i = 0; i < loop->n; i++)
		if (loop->rounds[i].position == facts[RUN_POSITION].i &&
		    run->session_ids[i] == NULL)
			run->session_ids[i] = mem_text(facts[RUN_SESSION].s);
}

static int
read_rows(struct store *store, const struct loop *loop, struct loop_run *run,
    struct err *err)
{
	struct field_value facts[ENTITY_FIELDS];
	struct rows *rows;
	int n, rc;

	if (rows_open(store, ENTITY_LOOP_RUNS, NULL, &rows, err) != 0)
		return -1;
	while ((rc = rows_next(rows, facts, &n, err)) == 1)
		read_row(run, loop, facts);
	rows_close(rows);
	return rc;
}

/* A session that ended without a rating is still to be done. */
static int
judge_round(struct store *store, const char *session_id,
    struct loop_result *result, struct err *err)
{
	struct session_judged judged;
	struct session_row row;
	int rc = store_session_get(store, session_id, &row, err);

	if (rc != 1)
		return rc;
	rc = judge_session(store, row.pk, "self", &judged, err);
	if (rc == 0) {
		result->begun = true;
		result->done =
		    row.ended_at != 0 && judged.verdict != VERDICT_NONE;
		result->overall = judged.overall;
		result->verdict = judged.verdict;
		session_judged_release(&judged);
	}
	session_row_release(&row);
	return rc;
}

int
store_loop_run(struct store *store, const struct loop *loop,
    struct loop_run *run, struct err *err)
{
	const struct rules *rules;

	*run = (struct loop_run){0};
	clear(run, loop);
	if (store_rules(store, &rules, err) != 0 ||
	    read_rows(store, loop, run, err) != 0)
		return -1;
	for (int i = 0; i < loop->n; i++)
		if (run->session_ids[i] != NULL &&
		    judge_round(
			store, run->session_ids[i], &run->results[i], err) != 0)
			return -1;
	run->judged = loop_judge(rules, loop->rounds, run->results, loop->n);
	run->next = loop_next(run->results, loop->n);
	return 0;
}

void
loop_run_release(struct loop_run *run)
{
	for (int i = 0; i < run->n; i++)
		free(run->session_ids[i]);
	free(run->session_ids);
	free(run->id);
	free(run->results);
	*run = (struct loop_run){0};
}

void
loop_run_begin(
    struct loop_run *run, const struct loop *loop, struct instant now)
{
	char id[ID_SIZE];

	clear(run, loop);
	store_new_id(id, now.wall_ms);
	run->id = mem_text(id);
	run->began_at = now.wall_ms / SECOND_MS;
	run->judged.overall = SCORE_NONE;
}

static struct field_value
text_fact(const char *text)
{
	return (struct field_value){.kind = VALUE_TEXT, .s = text};
}

static struct field_value
int_fact(int64_t value)
{
	return (struct field_value){.kind = VALUE_INT, .i = value};
}

int
store_loop_put(struct store *store, const struct loop_place *place,
    const char *session_id, struct err *err)
{
	const struct field_value facts[RUN_FACTS] = {
	    [RUN_ID] = text_fact(place->run_id),
	    [RUN_LOOP] = text_fact(place->loop),
	    [RUN_BEGAN] = int_fact(place->began_at),
	    [RUN_POSITION] = int_fact(place->position),
	    [RUN_SESSION] = text_fact(session_id),
	};
	enum change change;

	if (store_begin(store, err) != 0)
		return -1;
	if (store_put(store, ENTITY_LOOP_RUNS, facts, false, &change, err) ==
		0 &&
	    store_commit(store, err) == 0)
		return 0;
	store_rollback(store);
	return -1;
}
