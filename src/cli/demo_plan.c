/* SPDX-License-Identifier: MIT */
#include "cli/demo_plan.h"

#include <stdlib.h>

#include "base/mem.h"
#include "store/question.h"

enum { WINDOW = 64 }; /* questions that are read at once */

static const char *
keep_key(struct demo *demo, const char *key)
{
	demo->keys =
	    mem_grow(demo->keys, (size_t)demo->n_keys + 1, sizeof(*demo->keys));
	demo->keys[demo->n_keys] = mem_text(key);
	return demo->keys[demo->n_keys++];
}

static int
add_task(
    struct store *store, const char *id, struct demo *demo, struct err *err)
{
	struct made_plan *plan = &demo->plan;

	demo->tasks = mem_grow(
	    demo->tasks, (size_t)plan->n_tasks + 1, sizeof(*demo->tasks));
	plan->tasks = demo->tasks;
	if (store_task(store, id, &demo->tasks[plan->n_tasks], err) != 0)
		return -1;
	plan->n_tasks++;
	return 0;
}

static int
add_window(
    struct store *store, int from, int *n, struct demo *demo, struct err *err)
{
	struct question questions[WINDOW];
	int rc =
	    store_question_window(store, NULL, from, WINDOW, questions, n, err);

	for (int i = 0; i < *n; i++) {
		if (rc == 0)
			rc = add_task(store, questions[i].id, demo, err);
		question_release(&questions[i]);
	}
	return rc;
}

static int
read_tasks(struct store *store, struct demo *demo, struct err *err)
{
	int from = 0, n;

	do {
		if (add_window(store, from, &n, demo, err) != 0)
			return -1;
		from += n;
	} while (n == WINDOW);
	if (demo->plan.n_tasks == 0)
		return fail(err, "the question bank is empty; import questions "
				 "first");
	demo->attempts =
	    mem_zero((size_t)demo->plan.n_tasks, sizeof(*demo->attempts));
	return 0;
}

/* Facts by their place (store/statements.c). */
enum { LEVEL_KEY = 0, LEVEL_RUBRIC = 3, COMPANY_KEY = 0 };

static int
add_level(struct store *store, const struct field_value *facts,
    struct demo *demo, struct err *err)
{
	struct made_plan *plan = &demo->plan;
	struct made_level level = {
	    .key = keep_key(demo, facts[LEVEL_KEY].s),
	};

	if (store_rubric(store, facts[LEVEL_RUBRIC].s, &level.rubric, err) != 0)
		return -1;
	demo->levels =
	    mem_grow(demo->levels, (size_t)plan->n_levels + 1, sizeof(level));
	demo->levels[plan->n_levels++] = level;
	plan->levels = demo->levels;
	return 0;
}

static int
add_company(struct store *store, const struct field_value *facts,
    struct demo *demo, struct err *err)
{
	struct made_plan *plan = &demo->plan;

	(void)store;
	(void)err;
	if (question_any(facts[COMPANY_KEY].s))
		return 0;
	demo->companies = mem_grow(demo->companies,
	    (size_t)plan->n_companies + 1, sizeof(*demo->companies));
	demo->companies[plan->n_companies++] =
	    keep_key(demo, facts[COMPANY_KEY].s);
	plan->companies = demo->companies;
	return 0;
}

static int
read_rows(struct store *store, enum entity entity,
    int (*add)(struct store *store, const struct field_value *facts,
	struct demo *demo, struct err *err),
    struct demo *demo, struct err *err)
{
	struct field_value facts[ENTITY_FIELDS];
	struct rows *rows;
	int n, rc;

	if (rows_open(store, entity, NULL, &rows, err) != 0)
		return -1;
	while ((rc = rows_next(rows, facts, &n, err)) == 1)
		if (add(store, facts, demo, err) != 0) {
			rc = -1;
			break;
		}
	rows_close(rows);
	return rc;
}

int
demo_read(struct store *store, struct demo *demo, struct err *err)
{
	if (read_tasks(store, demo, err) != 0 ||
	    read_rows(store, ENTITY_LEVELS, add_level, demo, err) != 0 ||
	    read_rows(store, ENTITY_COMPANIES, add_company, demo, err) != 0)
		return -1;
	if (demo->plan.n_tasks == 0 || demo->plan.n_levels == 0)
		return fail(err,
		    "there are no questions or no levels; import some first");
	return 0;
}

void
demo_release(struct demo *demo)
{
	for (int i = 0; i < demo->plan.n_tasks; i++) {
		question_release(&demo->tasks[i].question);
		rubric_release(&demo->tasks[i].rubric);
		material_release(&demo->tasks[i].material);
	}
	for (int i = 0; i < demo->n_keys; i++)
		free(demo->keys[i]);
	free(demo->tasks);
	free(demo->attempts);
	free(demo->levels);
	free(demo->keys);
	free(demo->companies);
}
