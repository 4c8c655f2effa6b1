/* SPDX-License-Identifier: MIT */
/* The views that look at answers: at a few of them, from the newest back. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "core/intern.h"
#include "store/db.h"
#include "store/judge.h"
#include "store/views.h"

int
store_view_paces(struct store *store, const struct store_filter *filter,
    struct paced *answers, int room, int *n, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_VIEW_PACES, err);
	char *pattern;
	int rc;

	*n = 0;
	if (stmt == NULL)
		return -1;
	bind_filter(stmt, filter, &pattern);
	bind_int(stmt, ":limit", room);
	while ((rc = store_step(store, stmt, err)) == 1) {
		const char *text = column_text(stmt, 2);

		answers[(*n)++] = (struct paced){
		    .answer_s = sqlite3_column_double(stmt, 0),
		    .spoken = strcmp(column_text(stmt, 1), "spoken") == 0,
		    .words = (int)utf8_words(text, strlen(text)),
		};
	}
	free(pattern);
	return rc;
}

static int
is_rated(struct store *store, int64_t answer_pk, bool *rated, struct err *err)
{
	struct answer_judged judged;

	if (judge_answer(store, answer_pk, "self", &judged, err) != 0)
		return -1;
	*rated = judged.judged.verdict != VERDICT_NONE;
	return 0;
}

static int
find_first(struct store *store, const struct store_filter *filter,
    const char *question_id, int64_t *first, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_VIEW_FIRST_TRY, err);
	bool rated = false;
	char *pattern;
	int rc = 0;

	if (stmt == NULL)
		return -1;
	bind_filter(stmt, filter, &pattern);
	bind_text(stmt, ":question", question_id);
	while (!rated && (rc = store_step(store, stmt, err)) == 1) {
		*first = sqlite3_column_int64(stmt, 0);
		if (is_rated(store, *first, &rated, err) != 0) {
			rc = -1;
			break;
		}
	}
	sqlite3_reset(stmt);
	free(pattern);
	return rc < 0 ? -1 : 0;
}

/* Of a question that was met before, nothing more is asked. */
static int
add_tries(struct store *store, const struct store_filter *filter,
    sqlite3_stmt *stmt, struct intern *met, struct tries *tries, int *n,
    struct err *err)
{
	struct tries its = {.last = sqlite3_column_int64(stmt, 0)};
	const char *question_id = column_text(stmt, 1);
	bool rated;

	if (intern_find(met, question_id) >= 0)
		return 0;
	if (is_rated(store, its.last, &rated, err) != 0)
		return -1;
	if (!rated)
		return 0;
	intern_add(met, question_id);
	if (find_first(store, filter, question_id, &its.first, err) != 0)
		return -1;
	if (its.first != its.last)
		tries[(*n)++] = its;
	return 0;
}

int
store_view_tries(struct store *store, const struct store_filter *filter,
    struct tries *tries, int room, int *n, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_VIEW_LAST_TRIES, err);
	struct intern met = {0};
	char *pattern;
	int rc = 0;

	*n = 0;
	if (stmt == NULL)
		return -1;
	bind_filter(stmt, filter, &pattern);
	while (*n < room && (rc = store_step(store, stmt, err)) == 1)
		if (add_tries(store, filter, stmt, &met, tries, n, err) != 0) {
			rc = -1;
			break;
		}
	sqlite3_reset(stmt);
	free(pattern);
	intern_release(&met);
	return rc < 0 ? -1 : 0;
}
